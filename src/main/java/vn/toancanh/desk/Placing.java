package vn.toancanh.desk;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

/** Where cameras come to stand when a person puts them on a wall of which tiles may be lent. Lane: DESK. */
final class Placing {
    private final LentTiles lent;
    private final HotspotTiles hotspots;

    Placing(LentTiles lent, HotspotTiles hotspots) {
        this.lent = lent;
        this.hotspots = hotspots;
    }

    /** In that tile; what is lent there goes. A hotspot shows it, and is no other for that. */
    WallState in(WallState before, int tile, CameraId camera) {
        return hotspots.take(tile, camera) ? before : put(before, tile, content(camera));
    }

    /** Anything in that tile; what is lent there goes. */
    WallState put(WallState before, int tile, CellContent content) {
        if (!before.has(tile)) {
            return before;
        }
        lent.take(tile, tile + 1);
        return WallEdits.place(before, tile, content);
    }

    /** In those tiles that are no hotspots, in their order; cameras that find none are left out. */
    WallState inThese(WallState before, Collection<Integer> tiles, List<CameraId> cameras) {
        WallState after = before;
        Iterator<CameraId> next = cameras.iterator();
        for (int tile : tiles) {
            if (next.hasNext() && !HotspotTiles.is(before, tile)) {
                after = in(after, tile, next.next());
            }
        }
        return after;
    }

    /** From that tile on, hotspots passed over by several; those that find no tile are left out. */
    WallState from(WallState before, int first, List<CameraId> cameras) {
        if (!before.has(first)) {
            return before;
        }
        return cameras.size() == 1
                ? in(before, first, cameras.getFirst())
                : inThese(before, IntStream.range(first, before.tiles()).boxed().toList(), cameras);
    }

    /**
     * In the selected tile, else in the first empty one, else in the first that is no hotspot and holds nothing of which nobody here knows
     * what it is.
     */
    WallState whereItFits(WallState before, CameraId camera) {
        return before.selected() != WallState.NONE ? in(before, before.selected(), camera) : anywhere(before, camera);
    }

    private WallState anywhere(WallState before, CameraId camera) {
        WallState filled = WallEdits.fillEmpty(before, contents(List.of(camera)), lent::has);
        if (!filled.equals(before)) {
            return filled;
        }
        List<Integer> all = IntStream.range(0, before.tiles())
                .filter(tile -> !HotspotTiles.is(before, tile))
                .boxed()
                .toList();
        List<Integer> known = all.stream()
                .filter(tile -> !CellContent.withheld(before.content(tile)))
                .toList();
        return inThese(before, known.isEmpty() ? all : known, List.of(camera));
    }

    /** In all tiles that are selected, else the first where it fits, the others in empty tiles, and where these are too few, in the shape that fits all. */
    WallState together(WallState before, List<CameraId> cameras, double aspect) {
        int chosen = Math.clamp(before.selection().size(), 1, cameras.size());
        boolean pass = cameras.size() > 1 && HotspotTiles.is(before, before.selected());
        WallState first = chosen > 1
                ? inThese(before, before.selection(), cameras.subList(0, chosen))
                : pass ? anywhere(before, cameras.getFirst()) : whereItFits(before, cameras.getFirst());
        List<CellContent> others = contents(cameras.subList(chosen, cameras.size()));
        int needed = WallEdits.contents(first).size() + lent.overNothing(first) + others.size();
        WallState roomy = needed > first.tiles() ? WallEdits.reshape(first, GridShape.fitting(needed, aspect)) : first;
        return WallEdits.fillEmpty(roomy, others, lent::has);
    }

    /** All of them and nothing else, in the shape that fits. */
    WallState alone(List<CameraId> cameras, double aspect) {
        GridShape shape = GridShape.fitting(cameras.size(), aspect);
        return WallEdits.fill(WallState.empty(shape), 0, contents(cameras));
    }

    private static CellContent content(CameraId camera) {
        return new CellContent.OfCamera(camera, StreamChoice.AUTO);
    }

    private static List<CellContent> contents(List<CameraId> cameras) {
        return cameras.stream().map(Placing::content).toList();
    }
}
