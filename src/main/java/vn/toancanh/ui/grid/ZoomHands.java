package vn.toancanh.ui.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveTile;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PictureView;

/**
 * How a person goes into pictures: by the wheel, and by dragging a picture that he has gone into; also by keys. It is of the moment,
 * goes along with the camera when its tile moves, and is over when the tile shows another. FX thread.
 */
final class ZoomHands {
    /** One notch of a wheel, pixels as JavaFX tells it, and by how much it goes in. */
    private static final double NOTCH = 40;

    private static final double TIMES = 1.25;

    /** What a key moves the picture by, as a share of what is seen. */
    private static final double STEP = 0.2;

    private record Gone(CameraId camera, Zoom zoom) {}

    private final WallDesk desk;
    private final IntFunction<PixelRect> places;
    private final Runnable changed;
    private final Map<LiveTile, Gone> zooms = new HashMap<>();
    private int moving = -1;
    private double lastX;
    private double lastY;

    /**
     * @param places where a tile is, device pixels; empty where it is not seen
     * @param changed something else is to be seen of a picture
     */
    ZoomHands(WallDesk desk, IntFunction<PixelRect> places, Runnable changed) {
        this.desk = desk;
        this.places = places;
        this.changed = changed;
    }

    /** How a tile's picture is to be seen. */
    Viewing viewing(LiveTile tile) {
        if (!(tile.content() instanceof CellContent.OfCamera of)) {
            return Viewing.USUAL;
        }
        Gone gone = zooms.get(tile);
        Zoom zoom = gone != null && gone.camera().equals(of.camera()) ? gone.zoom() : Zoom.NONE;
        return zoom.isNone() && of.view().equals(PictureView.USUAL) ? Viewing.USUAL : new Viewing(of.view(), zoom);
    }

    boolean isZoomed(int tile) {
        return tile >= 0
                && tile < desk.live().tiles().size()
                && !viewing(desk.live().tiles().get(tile)).zoom().isNone();
    }

    /** The tiles are others. */
    void follow(List<LiveTile> tiles) {
        zooms.keySet().retainAll(tiles);
    }

    void wheel(ScrollEvent event, TileNode node, int tile) {
        if (event.getDeltaY() != 0 && !event.isControlDown() && !event.isAltDown()) {
            zoom(
                    tile,
                    Math.pow(TIMES, event.getDeltaY() / NOTCH),
                    event.getX() / node.getWidth(),
                    event.getY() / node.getHeight());
            event.consume();
        }
    }

    /** A notch nearer or farther, in the middle; false where there is no picture to go into. */
    boolean step(int tile, boolean nearer) {
        return zoom(tile, nearer ? TIMES : 1 / TIMES, 0.5, 0.5);
    }

    /** All of the picture again; false where it was. */
    boolean reset(int tile) {
        if (!isZoomed(tile)) {
            return false;
        }
        zooms.remove(desk.live().tiles().get(tile));
        changed.run();
        return true;
    }

    /** By keys: a step in a direction of -1, 0 or 1 each. */
    boolean move(int tile, int dx, int dy) {
        if (!isZoomed(tile)) {
            return false;
        }
        Seen seen = seen(tile);
        if (seen != null) {
            keep(
                    seen,
                    seen.zoom()
                            .moved(dx * STEP * seen.width(), dy * STEP * seen.height(), seen.width(), seen.height()));
        }
        return true;
    }

    /** Takes hold of a picture that somebody has gone into; false where nobody has. */
    boolean begin(MouseEvent event, int tile) {
        if (!isZoomed(tile)) {
            return false;
        }
        moving = tile;
        lastX = event.getScreenX();
        lastY = event.getScreenY();
        return true;
    }

    /** The picture follows the hand. */
    void drag(MouseEvent event, TileNode node, int tile) {
        Seen seen = moving == tile ? seen(tile) : null;
        if (seen != null && node.getWidth() > 0 && node.getHeight() > 0) {
            PixelRect place = places.apply(tile);
            double across = (event.getScreenX() - lastX)
                    / node.getWidth()
                    * place.width()
                    / seen.part().place().width();
            double down = (event.getScreenY() - lastY)
                    / node.getHeight()
                    * place.height()
                    / seen.part().place().height();
            lastX = event.getScreenX();
            lastY = event.getScreenY();
            keep(seen, seen.zoom().moved(-across * seen.width(), -down * seen.height(), seen.width(), seen.height()));
        }
    }

    void end() {
        moving = -1;
    }

    /**
     * Which place of the camera's own picture is seen there, as {@link PictureSpot} has it.
     *
     * @param drawn where what is seen of the tile's picture is, device pixels
     */
    Optional<Point2D> spot(int tile, PixelRect drawn, double x, double y) {
        Seen seen = drawn.isEmpty() ? null : seen(tile);
        if (seen == null) {
            return Optional.empty();
        }
        Viewing now = viewing(seen.tile());
        int width = seen.tile().pictures().width();
        int height = seen.tile().pictures().height();
        return new PictureSpot(
                        drawn,
                        seen.part().source(),
                        now.width(width, height),
                        now.height(width, height),
                        now.view().quarters())
                .at(x, y);
    }

    /** What is seen of a picture, as shares of its width and height. */
    private record Seen(LiveTile tile, CameraId camera, Zoom zoom, Viewing.Part part, double width, double height) {}

    private @Nullable Seen seen(int tile) {
        if (tile < 0 || tile >= desk.live().tiles().size()) {
            return null;
        }
        LiveTile live = desk.live().tiles().get(tile);
        PixelRect place = places.apply(tile);
        int width = live.pictures().width();
        int height = live.pictures().height();
        if (place.isEmpty() || width <= 0 || height <= 0 || !(live.content() instanceof CellContent.OfCamera of)) {
            return null;
        }
        Viewing now = viewing(live);
        boolean alone = desk.wall().tiles() == 1 || desk.wall().enlarged() == tile;
        Viewing.Part part = now.of(place, width, height, 0, alone);
        return new Seen(
                live,
                of.camera(),
                now.zoom(),
                part,
                (double) part.source().width() / now.width(width, height),
                (double) part.source().height() / now.height(width, height));
    }

    private boolean zoom(int tile, double times, double u, double v) {
        Seen seen = seen(tile);
        if (seen != null) {
            keep(seen, seen.zoom().by(times, u, v, seen.width(), seen.height()));
        }
        return seen != null;
    }

    private void keep(Seen seen, Zoom next) {
        if (next.equals(seen.zoom())) {
            return;
        }
        if (next.isNone()) {
            zooms.remove(seen.tile());
        } else {
            zooms.put(seen.tile(), new Gone(seen.camera(), next));
        }
        changed.run();
    }
}
