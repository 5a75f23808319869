package vn.toancanh.ui.grid;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.model.Cell;
import vn.toancanh.model.Grid;
import vn.toancanh.wall.WallState;

/** Where tiles lie, in device pixels: whole ones, gaps equal, no two tiles of one size more than a pixel apart. Pure. */
final class GridGeometry {
    private GridGeometry() {}

    /**
     * The place of every tile of a wall.
     *
     * @param gap pixels between tiles
     * @return one rectangle a tile, {@link PixelRect#NONE} for those hidden by an enlarged one
     */
    static List<PixelRect> place(WallState wall, int width, int height, int gap) {
        List<PixelRect> rects = new ArrayList<>(wall.tiles());
        Grid grid = wall.layout().grid();
        for (int tile = 0; tile < wall.tiles(); tile++) {
            if (wall.enlarged() == tile) {
                rects.add(new PixelRect(0, 0, width, height));
            } else if (wall.enlarged() != WallState.NONE) {
                rects.add(PixelRect.NONE);
            } else {
                Cell cell = wall.cell(tile);
                int x = edge(cell.x(), grid.columns(), width, gap);
                int y = edge(cell.y(), grid.rows(), height, gap);
                int right = edge(cell.x() + cell.width(), grid.columns(), width, gap) - gap;
                int bottom = edge(cell.y() + cell.height(), grid.rows(), height, gap) - gap;
                rects.add(new PixelRect(x, y, Math.max(0, right - x), Math.max(0, bottom - y)));
            }
        }
        return rects;
    }

    /**
     * How large a tile may be wherever it stands: as large as the largest of its kind. Tiles of one kind differ by a pixel, and
     * a picture that was asked for in the size of its place would have to be made anew only because its tile has moved.
     *
     * @return a rectangle at the window's corner
     */
    static PixelRect room(WallState wall, int tile, int width, int height, int gap) {
        if (wall.enlarged() == tile) {
            return new PixelRect(0, 0, width, height);
        }
        Cell cell = wall.cell(tile);
        Grid grid = wall.layout().grid();
        return new PixelRect(
                0, 0, most(cell.width(), grid.columns(), width, gap), most(cell.height(), grid.rows(), height, gap));
    }

    private static int most(int cells, int lines, int length, int gap) {
        return Math.max(0, Math.ceilDiv(cells * (length + gap), lines) - gap);
    }

    private static int edge(int line, int lines, int length, int gap) {
        return (int) Math.round((double) line * (length + gap) / lines);
    }
}
