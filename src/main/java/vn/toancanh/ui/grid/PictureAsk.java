package vn.toancanh.ui.grid;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveTile;
import vn.toancanh.model.Camera;
import vn.toancanh.model.PixelSize;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.WallState;

/** Says how large a tile's pictures should come; the shape of a stream is known only once one was chosen. FX thread. */
final class PictureAsk {
    private static final double USUAL_ASPECT = 16 / 9.0;

    private final WallDesk desk;
    private final ZoomHands zoom;

    PictureAsk(WallDesk desk, ZoomHands zoom) {
        this.desk = desk;
        this.zoom = zoom;
    }

    /** Device pixels between tiles. */
    static int gap(WallPainter painter) {
        return Math.max(1, (int) Math.round(Tokens.TILE_GAP * painter.scale()));
    }

    /** Asks for a tile that is seen. A picture that somebody goes into comes from the large stream, as an enlarged one does. */
    void ask(LiveTile tile, WallPainter now) {
        if (now.rect(tile.index()).isEmpty()) {
            return;
        }
        WallState wall = desk.wall();
        PixelRect room = GridGeometry.room(wall, tile.index(), now.width(), now.height(), gap(now));
        boolean enlarged = wall.enlarged() == tile.index();
        boolean alone = enlarged || wall.tiles() == 1;
        double aspect = tile.stream()
                .filter(stream -> stream.width() > 0 && stream.height() > 0)
                .map(stream -> (double) stream.width() / stream.height())
                .orElse(USUAL_ASPECT);
        Viewing viewing = zoom.viewing(tile);
        PixelSize size =
                viewing.wanted(room, aspect, alone, largest(tile.camera().orElse(null)));
        desk.live().resize(tile.index(), size, enlarged || !viewing.zoom().isNone());
    }

    private static @Nullable PixelSize largest(@Nullable Camera camera) {
        return (camera == null ? List.<PixelSize>of() : sizes(camera))
                .stream().max(Comparator.comparingLong(PixelSize::area)).orElse(null);
    }

    private static List<PixelSize> sizes(Camera camera) {
        return camera.streams().stream()
                .filter(stream -> stream.width() > 0 && stream.height() > 0)
                .map(stream -> new PixelSize(stream.width(), stream.height()))
                .toList();
    }
}
