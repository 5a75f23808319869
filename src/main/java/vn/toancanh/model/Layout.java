package vn.toancanh.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named arrangement of cells on a grid. Cells lie inside the grid and do not overlap; the tile number of a cell is its
 * place in the list, from 1.
 *
 * @param version the server's version, 0 where it was never saved there
 */
public record Layout(@Nullable LayoutId id, String name, Scope scope, Grid grid, List<Cell> cells, long version) {
    /** Who may use it. */
    public enum Scope {
        PRIVATE,
        ROLE,
        CITY
    }

    /** The same, made from another version. */
    public Layout at(long otherVersion) {
        return new Layout(id, name, scope, grid, cells, otherVersion);
    }

    /** The same grid and cells as another thing. */
    public Layout as(@Nullable LayoutId otherId, String otherName, Scope otherScope, long otherVersion) {
        return new Layout(otherId, otherName, otherScope, grid, cells, otherVersion);
    }

    /** True where both say the same as far as anybody here can tell, whatever version of which layout they are. */
    public boolean says(Layout other) {
        return name.equals(other.name) && scope == other.scope && shows(other);
    }

    /** True where the same stands in the same tiles, as far as anybody here can tell. */
    public boolean shows(Layout other) {
        boolean same = grid.equals(other.grid) && cells.size() == other.cells.size();
        for (int i = 0; same && i < cells.size(); i++) {
            Cell one = cells.get(i);
            Cell two = other.cells.get(i);
            same = one.with(CellContent.EMPTY).equals(two.with(CellContent.EMPTY))
                    && CellContent.alike(one.content(), two.content());
        }
        return same;
    }

    public Layout {
        cells = List.copyOf(cells);
        boolean[] taken = new boolean[grid.columns() * grid.rows()];
        for (Cell cell : cells) {
            if (cell.x() + cell.width() > grid.columns() || cell.y() + cell.height() > grid.rows()) {
                throw new IllegalArgumentException("cell outside the grid: " + cell);
            }
            for (int y = cell.y(); y < cell.y() + cell.height(); y++) {
                for (int x = cell.x(); x < cell.x() + cell.width(); x++) {
                    int at = y * grid.columns() + x;
                    if (taken[at]) {
                        throw new IllegalArgumentException("cells overlap at " + x + "," + y);
                    }
                    taken[at] = true;
                }
            }
        }
    }
}
