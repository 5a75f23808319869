package vn.toancanh.wall;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;

/**
 * What stands on one wall window. Tiles are counted from 0 here and shown to people from 1.
 *
 * @param layout the cells and what is in them
 * @param enlarged the tile that fills the window, {@link #NONE} where all are seen
 * @param selected the tile that keys and the panel speak to, {@link #NONE} where none is
 * @param more tiles selected beside that one; none where none is selected
 */
public record WallState(Layout layout, int enlarged, int selected, Set<Integer> more) {
    /** No tile. */
    public static final int NONE = -1;

    public WallState {
        int tiles = layout.cells().size();
        if (enlarged < NONE || enlarged >= tiles || selected < NONE || selected >= tiles) {
            throw new IllegalArgumentException("enlarged " + enlarged + " selected " + selected + " of " + tiles);
        }
        more = Set.copyOf(more);
        if (!more.isEmpty() && (selected == NONE || more.contains(selected))) {
            throw new IllegalArgumentException("selected " + selected + " beside " + more);
        }
        if (more.stream().anyMatch(tile -> tile < 0 || tile >= tiles)) {
            throw new IllegalArgumentException("selected " + more + " of " + tiles);
        }
    }

    /** With one tile selected at most. */
    public WallState(Layout layout, int enlarged, int selected) {
        this(layout, enlarged, selected, Set.of());
    }

    /** That layout with nothing enlarged or selected. */
    public static WallState of(Layout layout) {
        return new WallState(layout, NONE, NONE);
    }

    /** A nameless private wall of that shape with nothing on it. */
    public static WallState empty(GridShape shape) {
        return of(new Layout(null, "", Layout.Scope.PRIVATE, shape.grid(), shape.cells(), 0));
    }

    /** The same with another layout of as many tiles. */
    public WallState with(Layout other) {
        return new WallState(other, enlarged, selected, more);
    }

    /** All tiles that are selected, in order. */
    public SortedSet<Integer> selection() {
        SortedSet<Integer> all = new TreeSet<>(more);
        if (selected != NONE) {
            all.add(selected);
        }
        return Collections.unmodifiableSortedSet(all);
    }

    public int tiles() {
        return layout.cells().size();
    }

    public Cell cell(int tile) {
        return layout.cells().get(tile);
    }

    public CellContent content(int tile) {
        return cell(tile).content();
    }

    /** True where {@code tile} counts a tile of this wall. */
    public boolean has(int tile) {
        return tile >= 0 && tile < tiles();
    }

    /** The tile beside {@code from} in a direction of -1, 0 or 1 each; {@code from} itself at the border. */
    public int beside(int from, int dx, int dy) {
        Cell here = cell(from);
        double x = here.x() + here.width() / 2.0;
        double y = here.y() + here.height() / 2.0;
        int best = from;
        double bestDistance = Double.MAX_VALUE;
        for (int tile = 0; tile < tiles(); tile++) {
            Cell cell = cell(tile);
            double across = cell.x() + cell.width() / 2.0 - x;
            double down = cell.y() + cell.height() / 2.0 - y;
            double along = across * dx + down * dy;
            double aside = Math.abs(across * dy) + Math.abs(down * dx);
            // Going straight counts more than being near.
            double distance = along + 3 * aside;
            if (tile != from && along > 0 && aside <= along && distance < bestDistance) {
                best = tile;
                bestDistance = distance;
            }
        }
        return best;
    }
}
