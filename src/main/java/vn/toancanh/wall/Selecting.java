package vn.toancanh.wall;

import java.util.HashSet;
import java.util.Set;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;

/** Selecting many tiles, as pure functions over walls; each answers the same object where nothing changes. Any thread. */
public final class Selecting {
    private Selecting() {}

    /** Selects a tile beside those that are, or no more; the one that keys speak to is the last one selected. */
    public static WallState toggle(WallState wall, int tile) {
        Set<Integer> all = new HashSet<>(wall.selection());
        if (all.remove(tile)) {
            int lead = wall.selected() == tile ? all.stream().findFirst().orElse(WallState.NONE) : wall.selected();
            return of(wall, all, lead);
        }
        all.add(tile);
        return of(wall, all, tile);
    }

    /** Selects the rectangle from the tile that keys speak to as far as another; that one alone where none is selected. */
    public static WallState extend(WallState wall, int tile) {
        int lead = wall.selected() == WallState.NONE ? tile : wall.selected();
        return of(wall, between(wall, lead, tile), lead);
    }

    /** Selects exactly these; keys speak to the same tile as before where it is among them. */
    public static WallState exactly(WallState wall, Set<Integer> tiles) {
        int first = tiles.stream().min(Integer::compare).orElse(WallState.NONE);
        return of(wall, tiles, tiles.contains(wall.selected()) ? wall.selected() : first);
    }

    /** Tiles that touch the rectangle around two of them. */
    static Set<Integer> between(WallState wall, int one, int other) {
        Cell a = wall.cell(one);
        Cell b = wall.cell(other);
        int left = Math.min(a.x(), b.x());
        int top = Math.min(a.y(), b.y());
        int right = Math.max(a.x() + a.width(), b.x() + b.width());
        int bottom = Math.max(a.y() + a.height(), b.y() + b.height());
        Cell frame = new Cell(left, top, right - left, bottom - top, CellContent.EMPTY);
        Set<Integer> tiles = new HashSet<>();
        for (int tile = 0; tile < wall.tiles(); tile++) {
            if (touches(wall.cell(tile), frame)) {
                tiles.add(tile);
            }
        }
        return tiles;
    }

    private static boolean touches(Cell cell, Cell frame) {
        return cell.x() < frame.x() + frame.width()
                && frame.x() < cell.x() + cell.width()
                && cell.y() < frame.y() + frame.height()
                && frame.y() < cell.y() + cell.height();
    }

    /** Of an enlarged wall one tile is seen, so that one is selected at most. */
    private static WallState of(WallState wall, Set<Integer> tiles, int lead) {
        if (wall.enlarged() != WallState.NONE) {
            return WallEdits.select(wall, lead);
        }
        Set<Integer> more = new HashSet<>(tiles);
        more.remove(lead);
        WallState next = new WallState(wall.layout(), wall.enlarged(), lead, more);
        return next.equals(wall) ? wall : next;
    }
}
