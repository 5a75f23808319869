package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;

/**
 * Changes of a wall as pure functions: each answers the wall after it, the same object where nothing changes. A tile that
 * is not on the wall throws {@link IndexOutOfBoundsException}. Any thread.
 */
public final class WallEdits {
    private WallEdits() {}

    /** Puts {@code content} into a tile in place of what was there. */
    public static WallState place(WallState wall, int tile, CellContent content) {
        if (wall.content(tile).equals(content)) {
            return wall;
        }
        List<Cell> cells = new ArrayList<>(wall.layout().cells());
        cells.set(tile, cells.get(tile).with(content));
        return withCells(wall, cells);
    }

    public static WallState clear(WallState wall, int tile) {
        return place(wall, tile, CellContent.EMPTY);
    }

    /** Exchanges what stands in two tiles; the selection goes along, also from an empty tile to another: something may be lent there. */
    public static WallState swap(WallState wall, int one, int other) {
        CellContent first = wall.content(one);
        CellContent second = wall.content(other);
        boolean chosen = wall.selected() == one || wall.selected() == other;
        if (one == other || (first.equals(second) && !chosen)) {
            return wall;
        }
        WallState swapped = place(place(wall, one, second), other, first);
        int selected = wall.selected();
        if (selected == one) {
            selected = other;
        } else if (selected == other) {
            selected = one;
        }
        return new WallState(swapped.layout(), wall.enlarged(), selected);
    }

    /**
     * Gives the wall another shape. Contents keep their order; gaps between them stay while there is room and close up
     * when the new shape is too small; what still finds no room leaves the wall from the end.
     */
    public static WallState reshape(WallState wall, GridShape shape) {
        List<CellContent> contents =
                wall.layout().cells().stream().map(Cell::content).toList();
        int room = shape.cells().size();
        int last = contents.size();
        while (last > 0 && contents.get(last - 1) instanceof CellContent.Empty) {
            last--;
        }
        if (last > room) {
            contents = contents(wall);
        }
        List<Cell> cells = new ArrayList<>(room);
        for (int i = 0; i < room; i++) {
            cells.add(shape.cells().get(i).with(i < contents.size() ? contents.get(i) : CellContent.EMPTY));
        }
        Layout before = wall.layout();
        Layout layout = new Layout(before.id(), before.name(), before.scope(), shape.grid(), cells, before.version());
        return layout.equals(before) && wall.enlarged() == WallState.NONE
                ? wall
                : new WallState(layout, WallState.NONE, wall.selected() < room ? wall.selected() : WallState.NONE);
    }

    /** What stands on the wall, in order, without what is empty. */
    public static List<CellContent> contents(WallState wall) {
        return wall.layout().cells().stream()
                .map(Cell::content)
                .filter(content -> !(content instanceof CellContent.Empty))
                .toList();
    }

    /** Fills the tiles from {@code first} on in order; contents beyond the last tile are left out. */
    public static WallState fill(WallState wall, int first, List<? extends CellContent> contents) {
        WallState filled = wall;
        for (int i = 0; i < contents.size() && first + i < wall.tiles(); i++) {
            filled = place(filled, first + i, contents.get(i));
        }
        return filled;
    }

    /** Fills empty tiles in order; contents that find none are left out. */
    public static WallState fillEmpty(WallState wall, List<? extends CellContent> contents) {
        return fillEmpty(wall, contents, tile -> false);
    }

    /** The same, passing over tiles that are {@code taken} though the layout has nothing there. */
    public static WallState fillEmpty(WallState wall, List<? extends CellContent> contents, IntPredicate taken) {
        WallState filled = wall;
        int tile = 0;
        for (CellContent content : contents) {
            while (tile < wall.tiles() && (taken.test(tile) || !(wall.content(tile) instanceof CellContent.Empty))) {
                tile++;
            }
            if (tile == wall.tiles()) {
                return filled;
            }
            filled = place(filled, tile++, content);
        }
        return filled;
    }

    /** Another layout with all its tiles seen; what is selected stays selected where there is such a tile. */
    public static WallState recall(WallState wall, Layout layout) {
        int tiles = layout.cells().size();
        return new WallState(layout, WallState.NONE, wall.selected() < tiles ? wall.selected() : WallState.NONE);
    }

    /** Lets one tile fill the window and selects it. */
    public static WallState enlarge(WallState wall, int tile) {
        return wall.enlarged() == tile ? wall : new WallState(wall.layout(), tile, tile);
    }

    /** Shows all tiles again. */
    public static WallState back(WallState wall) {
        return wall.enlarged() == WallState.NONE ? wall : new WallState(wall.layout(), WallState.NONE, wall.selected());
    }

    /** Selects one tile, or none; an enlarged wall follows the selection. */
    public static WallState select(WallState wall, int tile) {
        if (wall.selected() == tile && wall.more().isEmpty()) {
            return wall;
        }
        int enlarged = wall.enlarged() == WallState.NONE || tile == WallState.NONE ? wall.enlarged() : tile;
        return new WallState(wall.layout(), enlarged, tile);
    }

    private static WallState withCells(WallState wall, List<Cell> cells) {
        Layout before = wall.layout();
        Layout layout = new Layout(before.id(), before.name(), before.scope(), before.grid(), cells, before.version());
        return new WallState(layout, wall.enlarged(), wall.selected(), wall.more());
    }
}
