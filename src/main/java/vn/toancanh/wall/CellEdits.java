package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;

/**
 * Merging cells into one and splitting one into several, as pure functions over walls; each answers the same object where nothing
 * changes. The raster is kept as coarse as the cells allow, so that merging what was split gives the wall back. Any thread.
 */
public final class CellEdits {
    private static final int FINEST = 48;

    private static final Comparator<Cell> READING =
            Comparator.comparingInt(Cell::y).thenComparingInt(Cell::x);

    private CellEdits() {}

    /** True where these tiles, at least two, fill a rectangle of their own. */
    public static boolean mergeable(WallState wall, Set<Integer> tiles) {
        if (tiles.size() < 2 || !tiles.stream().allMatch(wall::has)) {
            return false;
        }
        Cell frame = frame(wall, tiles);
        int area = tiles.stream()
                .map(wall::cell)
                .mapToInt(cell -> cell.width() * cell.height())
                .sum();
        return area == frame.width() * frame.height();
    }

    /**
     * Makes one cell of several that fill a rectangle. What stands in the first of them that is not empty stays; the rest leaves
     * the wall.
     */
    public static WallState merge(WallState wall, Set<Integer> tiles) {
        if (!mergeable(wall, tiles)) {
            return wall;
        }
        CellContent kept = new TreeSet<>(tiles)
                .stream()
                        .map(wall::content)
                        .filter(content -> !(content instanceof CellContent.Empty))
                        .findFirst()
                        .orElse(CellContent.EMPTY);
        Cell merged = frame(wall, tiles).with(kept);
        List<Cell> cells = new ArrayList<>();
        for (int tile = 0; tile < wall.tiles(); tile++) {
            if (!tiles.contains(tile)) {
                cells.add(wall.cell(tile));
            }
        }
        cells.add(merged);
        return arranged(wall, wall.layout().grid(), cells, merged);
    }

    /** True where a tile can be split: it spans several units, or the raster can be made finer. */
    public static boolean splittable(WallState wall, int tile) {
        if (!wall.has(tile)) {
            return false;
        }
        Cell cell = wall.cell(tile);
        Grid grid = wall.layout().grid();
        return cell.width() * cell.height() > 1 || (grid.columns() * 2 <= FINEST && grid.rows() * 2 <= FINEST);
    }

    /** Splits a cell into its units, one of a single unit into four; what stood in it stands in the first of them. */
    public static WallState split(WallState wall, int tile) {
        if (!splittable(wall, tile)) {
            return wall;
        }
        Cell whole = wall.cell(tile);
        int finer = whole.width() * whole.height() > 1 ? 1 : 2;
        Grid before = wall.layout().grid();
        Grid grid = new Grid(before.columns() * finer, before.rows() * finer);
        List<Cell> cells = new ArrayList<>();
        for (int each = 0; each < wall.tiles(); each++) {
            if (each != tile) {
                cells.add(scaled(wall.cell(each), finer));
            }
        }
        Cell large = scaled(whole, finer);
        Cell first = new Cell(large.x(), large.y(), 1, 1, whole.content());
        cells.add(first);
        for (int y = large.y(); y < large.y() + large.height(); y++) {
            for (int x = large.x(); x < large.x() + large.width(); x++) {
                if (x != large.x() || y != large.y()) {
                    cells.add(new Cell(x, y, 1, 1, CellContent.EMPTY));
                }
            }
        }
        return arranged(wall, grid, cells, first);
    }

    private static Cell frame(WallState wall, Set<Integer> tiles) {
        List<Cell> cells = tiles.stream().map(wall::cell).toList();
        int left = cells.stream().mapToInt(Cell::x).min().orElseThrow();
        int top = cells.stream().mapToInt(Cell::y).min().orElseThrow();
        int right =
                cells.stream().mapToInt(cell -> cell.x() + cell.width()).max().orElseThrow();
        int bottom =
                cells.stream().mapToInt(cell -> cell.y() + cell.height()).max().orElseThrow();
        return new Cell(left, top, right - left, bottom - top, CellContent.EMPTY);
    }

    private static Cell scaled(Cell cell, int factor) {
        return new Cell(
                cell.x() * factor, cell.y() * factor, cell.width() * factor, cell.height() * factor, cell.content());
    }

    /** Numbers the cells as they are read and makes the raster as coarse as they allow; {@code selected} is selected. */
    private static WallState arranged(WallState wall, Grid grid, List<Cell> cells, Cell selected) {
        cells.sort(READING);
        int across = grid.columns();
        int down = grid.rows();
        for (Cell cell : cells) {
            across = common(common(across, cell.x()), cell.width());
            down = common(common(down, cell.y()), cell.height());
        }
        List<Cell> coarse = new ArrayList<>();
        for (Cell cell : cells) {
            coarse.add(new Cell(
                    cell.x() / across, cell.y() / down, cell.width() / across, cell.height() / down, cell.content()));
        }
        Layout before = wall.layout();
        Layout layout = new Layout(
                before.id(),
                before.name(),
                before.scope(),
                new Grid(grid.columns() / across, grid.rows() / down),
                coarse,
                before.version());
        return new WallState(layout, WallState.NONE, cells.indexOf(selected));
    }

    /** Greatest common divisor; of a and 0 it is a. */
    private static int common(int a, int b) {
        return b == 0 ? a : common(b, a % b);
    }
}
