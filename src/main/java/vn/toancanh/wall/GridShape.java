package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;

/**
 * An arrangement of empty cells that operators choose by name. Shapes are data: a new one is a line in {@link #ALL}.
 *
 * @param id as operators say it and files keep it, such as {@code 3x3}
 * @param grid the raster the cells lie on
 * @param cells empty cells in the order of their tile numbers
 */
public record GridShape(String id, Grid grid, List<Cell> cells) {
    /** All shapes on offer, smallest first. */
    public static final List<GridShape> ALL = List.of(
            uniform(1, 1), uniform(2, 2), uniform(3, 3), uniform(4, 4), uniform(5, 5), uniform(6, 6), uniform(8, 8));

    public GridShape {
        cells = List.copyOf(cells);
    }

    /** Equal cells, numbered row by row. */
    public static GridShape uniform(int columns, int rows) {
        List<Cell> cells = new ArrayList<>(columns * rows);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                cells.add(new Cell(x, y, 1, 1, CellContent.EMPTY));
            }
        }
        return new GridShape(columns + "x" + rows, new Grid(columns, rows), cells);
    }

    /** The shape of that id, if it is on offer. */
    public static Optional<GridShape> of(String id) {
        return ALL.stream().filter(shape -> shape.id().equals(id)).findFirst();
    }

    /** The shape on offer that a layout has; empty for a layout with cells of its own. */
    public static Optional<GridShape> of(Layout layout) {
        return ALL.stream().filter(shape -> shape.fits(layout)).findFirst();
    }

    /** The smallest uniform shape on offer with room for so many tiles; the largest where none has. */
    public static GridShape holding(int tiles) {
        return ALL.stream()
                .filter(shape -> shape.cells().size() >= tiles)
                .findFirst()
                .orElse(ALL.getLast());
    }

    private boolean fits(Layout layout) {
        return layout.grid().equals(grid)
                && layout.cells().stream()
                        .map(cell -> cell.with(CellContent.EMPTY))
                        .toList()
                        .equals(cells);
    }
}
