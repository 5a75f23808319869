package vn.toancanh.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallDiff;
import vn.toancanh.wall.WallLoans;
import vn.toancanh.wall.WallState;

/** What is seen of one wall, which is its layout with what lies over it: brings that to the tiles and tells. Lane: DESK. */
final class SeenWall implements Handle {
    private final LiveWall live;
    private final LentTiles lent;
    private final Carousels carousels;
    private final HotspotTiles hotspots;
    private final Map<Object, Consumer<WallState>> listeners = new LinkedHashMap<>();

    SeenWall(LiveWall live, LentTiles lent, Carousels carousels, HotspotTiles hotspots) {
        this.live = live;
        this.lent = lent;
        this.carousels = carousels;
        this.hotspots = hotspots;
    }

    /** A layout as it is seen now. */
    Layout of(Layout layout) {
        return lent.over(hotspots.over(carousels.over(layout)));
    }

    /** What is seen in one tile. */
    CellContent at(WallState wall, int tile) {
        return lent.at(tile)
                .map(WallLoans.Loan::content)
                .orElse(hotspots.shown(carousels.shown(tile, wall.content(tile))));
    }

    /** Brings to the tiles what is to be seen now in place of what was seen before, and tells everybody. */
    void bring(Layout before, WallState wall) {
        Layout now = of(wall.layout());
        if (!now.equals(before)) {
            WallDiff diff = WallDiff.between(before, now);
            live.rearrange(diff.steps().stream()
                    .map(step -> new LiveWall.Slot(step.content(), step.from()))
                    .toList());
        }
        live.tiles().forEach(tile -> tile.followsSelection(hotspots.at(tile.index())));
        tell(wall);
        lent.tell();
    }

    /** Whoever puts a camera where it stands already means that it shall be tried. */
    void tryAgain(Collection<CameraId> cameras) {
        live.tiles().stream()
                .filter(tile -> tile.content() instanceof CellContent.OfCamera of && cameras.contains(of.camera()))
                .forEach(LiveTile::tryNow);
    }

    Handle onChange(Consumer<WallState> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    void tell(WallState wall) {
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(wall));
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
