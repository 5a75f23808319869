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
            uniform(1, 1),
            uniform(2, 1),
            uniform(2, 2),
            uniform(3, 2),
            uniform(3, 3),
            uniform(4, 3),
            uniform(4, 4),
            uniform(5, 4),
            uniform(5, 5),
            uniform(6, 6),
            uniform(7, 7),
            uniform(8, 8),
            uniform(9, 9),
            uniform(10, 10),
            large("1+2", 3, 2, 2),
            large("1+5", 3, 3, 2),
            large("1+7", 4, 4, 3),
            large("1+9", 5, 5, 4),
            with("1+12", new Grid(4, 4), blank(1, 1, 2)),
            with("2+8", new Grid(4, 4), blank(0, 0, 2), blank(2, 0, 2)),
            // For a monitor that stands on its side.
            large("1+3", 3, 4, 3));

    /** The most columns, and the most rows, of a shape that is chosen for a number of tiles. */
    private static final int MOST_SIDE = 10;

    /** Width to height of the pictures most cameras send. */
    private static final double PICTURE_ASPECT = 16 / 9.0;

    /** Shares of a window's width that are smaller than this are no difference. */
    private static final double NO_DIFFERENCE = 1e-6;

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

    /** One square cell of so many units in the upper left, single ones around it. */
    private static GridShape large(String id, int columns, int rows, int side) {
        return with(id, new Grid(columns, rows), blank(0, 0, side));
    }

    private static Cell blank(int x, int y, int side) {
        return new Cell(x, y, side, side, CellContent.EMPTY);
    }

    /** The large cells first, as people count them, then single ones wherever these leave room. */
    private static GridShape with(String id, Grid grid, Cell... large) {
        List<Cell> cells = new ArrayList<>(List.of(large));
        for (int y = 0; y < grid.rows(); y++) {
            for (int x = 0; x < grid.columns(); x++) {
                Cell single = blank(x, y, 1);
                if (List.of(large).stream().noneMatch(each -> covers(each, single))) {
                    cells.add(single);
                }
            }
        }
        return new GridShape(id, grid, cells);
    }

    private static boolean covers(Cell large, Cell single) {
        return single.x() >= large.x()
                && single.x() < large.x() + large.width()
                && single.y() >= large.y()
                && single.y() < large.y() + large.height();
    }

    /** True where all cells are alike. */
    public boolean isUniform() {
        return cells.stream().allMatch(cell -> cell.width() == 1 && cell.height() == 1);
    }

    /** The shape of that id, if it is on offer. */
    public static Optional<GridShape> of(String id) {
        return ALL.stream().filter(shape -> shape.id().equals(id)).findFirst();
    }

    /** The shape that a layout has: one on offer, or equal cells of any number; empty for a layout with cells of its own. */
    public static Optional<GridShape> of(Layout layout) {
        GridShape equal = uniform(layout.grid().columns(), layout.grid().rows());
        return equal.fits(layout)
                ? Optional.of(equal)
                : ALL.stream().filter(shape -> shape.fits(layout)).findFirst();
    }

    /**
     * The uniform shape in which so many tiles show the largest pictures; of those alike the one with the fewest empty tiles,
     * then the broader one. 10x10 where there are more tiles than that holds.
     *
     * @param tiles how many, at least 1
     * @param aspect width of the window's wall to its height, above 0
     */
    public static GridShape fitting(int tiles, double aspect) {
        int wanted = Math.clamp(tiles, 1, MOST_SIDE * MOST_SIDE);
        int bestColumns = MOST_SIDE;
        int bestRows = MOST_SIDE;
        double bestWidth = 0;
        for (int columns = MOST_SIDE; columns >= 1; columns--) {
            int rows = Math.ceilDiv(wanted, columns);
            double width = Math.min(1.0 / columns, PICTURE_ASPECT / (aspect * rows));
            boolean larger = width > bestWidth + NO_DIFFERENCE;
            boolean fuller = width > bestWidth - NO_DIFFERENCE && columns * rows < bestColumns * bestRows;
            if (rows <= MOST_SIDE && (larger || fuller)) {
                bestColumns = columns;
                bestRows = rows;
                bestWidth = width;
            }
        }
        return uniform(bestColumns, bestRows);
    }

    private boolean fits(Layout layout) {
        return layout.grid().equals(grid)
                && layout.cells().stream()
                        .map(cell -> cell.with(CellContent.EMPTY))
                        .toList()
                        .equals(cells);
    }
}
