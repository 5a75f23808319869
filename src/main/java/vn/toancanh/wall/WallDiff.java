package vn.toancanh.wall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;

/**
 * What becomes of every tile when one layout follows another, so that a camera that stays on the wall keeps its player.
 *
 * @param steps one for every tile of the new layout, in its order
 * @param closing tiles of the old layout, by old number, whose cameras leave the wall
 */
public record WallDiff(List<Step> steps, List<Integer> closing) {
    /** What happens to one tile. */
    public enum Change {
        /** Nothing was there or what was there leaves, and a camera begins. */
        OPENS,
        /** The camera comes from another tile. */
        MOVES,
        /** The camera was here before. */
        STAYS,
        /** Nothing stands here now. */
        EMPTY
    }

    /**
     * One tile of the new layout.
     *
     * @param from the old tile whose camera comes here, {@link WallState#NONE} where none does
     */
    public record Step(int tile, CellContent content, Change change, int from) {}

    public WallDiff {
        steps = List.copyOf(steps);
        closing = List.copyOf(closing);
    }

    /** Pairs old and new tiles: first cameras that stay in their tile, then cameras found elsewhere. */
    public static WallDiff between(Layout before, Layout after) {
        int[] from = new int[after.cells().size()];
        boolean[] taken = new boolean[before.cells().size()];
        for (int tile = 0; tile < from.length; tile++) {
            from[tile] = WallState.NONE;
            if (tile < taken.length && camera(before, tile) != null && same(before, tile, after, tile)) {
                from[tile] = tile;
                taken[tile] = true;
            }
        }
        pairMoves(before, after, from, taken);
        List<Step> steps = new ArrayList<>();
        for (int tile = 0; tile < from.length; tile++) {
            CellContent content = after.cells().get(tile).content();
            Change change = content instanceof CellContent.Empty
                    ? Change.EMPTY
                    : from[tile] == tile ? Change.STAYS : from[tile] == WallState.NONE ? Change.OPENS : Change.MOVES;
            steps.add(new Step(tile, content, change, from[tile]));
        }
        List<Integer> closing = new ArrayList<>();
        for (int tile = 0; tile < taken.length; tile++) {
            if (!taken[tile] && camera(before, tile) != null) {
                closing.add(tile);
            }
        }
        return new WallDiff(steps, closing);
    }

    private static void pairMoves(Layout before, Layout after, int[] from, boolean[] taken) {
        Map<CameraId, Deque<Integer>> free = new HashMap<>();
        for (int tile = 0; tile < taken.length; tile++) {
            CameraId camera = camera(before, tile);
            if (!taken[tile] && camera != null) {
                free.computeIfAbsent(camera, id -> new ArrayDeque<>()).add(tile);
            }
        }
        for (int tile = 0; tile < from.length; tile++) {
            CameraId camera = camera(after, tile);
            Deque<Integer> olds = camera == null || from[tile] != WallState.NONE ? null : free.get(camera);
            if (olds != null && !olds.isEmpty()) {
                from[tile] = olds.poll();
                taken[from[tile]] = true;
            }
        }
    }

    private static boolean same(Layout before, int old, Layout after, int tile) {
        CameraId camera = camera(before, old);
        return camera != null && camera.equals(camera(after, tile));
    }

    private static @Nullable CameraId camera(Layout layout, int tile) {
        return layout.cells().get(tile).content() instanceof CellContent.OfCamera shown ? shown.camera() : null;
    }
}
