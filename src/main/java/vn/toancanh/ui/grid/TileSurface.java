package vn.toancanh.ui.grid;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.kit.Palette;

/**
 * One tile's pixels in the composite: the picture fitted in whole device pixels, black beside it, the header above. A
 * picture that is no longer live is kept as it was last and shown so that nobody takes it for live. FX thread.
 */
final class TileSurface {
    /** How a picture is treated. */
    private enum Look {
        /** As it comes. */
        PLAIN,
        /** Without colour, hatched. */
        FROZEN,
        /** The last one, at 30 %. */
        OLD,
        /** No picture. */
        NONE
    }

    /** A picture of another size than its place is drawn unscaled up to this difference, pixels. */
    private static final int SLACK = 2;

    /** 256ths of a picture's brightness: the last one of a tile that reconnects, and a frozen one under words. */
    private static final int DIMMED = 77;

    private static final int FROZEN_SHARE = 150;

    /** Of the hatching across a large tile; a small one has fewer. */
    private static final int STRIPES = 30;

    private static final long UNPAINTED = -1;

    private final HeaderStrip header;
    private final int ground;
    private final int empty;
    private final int hatch;
    private final int leastPeriod;

    private final Still still = new Still();
    private PixelRect rect = PixelRect.NONE;
    private PictureSource source = PictureSource.NONE;
    private @Nullable CellContent content;
    private Look look = Look.NONE;
    private long taken;
    private long presented;
    private long presentedOf;
    private boolean whole;
    private boolean spoilt;
    private Viewing viewing = Viewing.USUAL;
    private long version = 1;
    private final long[] painted = {UNPAINTED, UNPAINTED};
    private PixelRect pictureRect = PixelRect.NONE;

    TileSurface(HeaderStrip header, Palette palette, double scale) {
        this.header = header;
        this.ground = Pixels.of(palette.of(Palette.Tone.PICTURE_GROUND));
        this.empty = Pixels.of(palette.of(Palette.Tone.GROUND));
        this.hatch = Pixels.of(palette.of(Palette.Tone.HATCH));
        this.leastPeriod = Math.max(8, (int) Math.round(16 * scale));
    }

    HeaderStrip header() {
        return header;
    }

    PixelRect rect() {
        return rect;
    }

    /** How many different pictures were brought into a composite so far, shown as live or not. */
    long presented() {
        return presented;
    }

    /** Where its picture lies in the composite on show, without bars; empty where there is none, or none in this place yet. */
    PixelRect pictureRect() {
        return pictureRect;
    }

    /** True where a picture of its camera stands there, or does once it is painted next, be it an old one. */
    boolean hasPicture() {
        return look == Look.PLAIN ? !pictureRect.isEmpty() : still.isThere();
    }

    void moveTo(PixelRect place) {
        if (!place.equals(rect)) {
            rect = place;
            // Where it was, another tile is painted from now on.
            pictureRect = PixelRect.NONE;
            repaint();
        }
    }

    /** @param all true where the tile has the window to itself, so that its picture is shown whole and smooth */
    void showWhole(boolean all) {
        if (all != whole) {
            whole = all;
            repaint();
        }
    }

    void view(Viewing next) {
        if (!next.equals(viewing)) {
            viewing = next;
            repaint();
        }
    }

    void repaint() {
        version++;
    }

    /** Looks whether there is something new to paint; {@code shown} is the composite on show. */
    void look(LiveTile tile, int[] shown, int stride) {
        PictureSource now = tile.pictures();
        Look next = lookOf(tile.state().phase());
        if (look == Look.PLAIN && next != Look.PLAIN) {
            keep(next, shown, stride);
        }
        if (next == Look.NONE || (next == Look.OLD && tile.newestAtNanos() == 0)) {
            // It may show none, or one of which nobody could say when it came.
            still.forget();
        }
        if (!tile.content().equals(content)) {
            if (!isSameCamera(tile.content(), content)) {
                still.forget();
            }
            content = tile.content();
            version++;
        }
        if (next != look || !now.equals(source)) {
            look = next;
            source = now;
            taken = 0;
            presentedOf = 0;
            version++;
        }
        if (look == Look.PLAIN || look == Look.FROZEN) {
            long count = source.next(taken);
            if (count != taken) {
                taken = count;
                version++;
            }
        }
    }

    /** Keeps its last picture, which is what is on show of it; one from before that would be said to be newer than it is. */
    private void keep(Look next, int[] shown, int stride) {
        if (pictureRect.isEmpty()) {
            still.forget();
        } else if (next == Look.OLD) {
            int covered = rect.y() + header.height() - pictureRect.y();
            still.keep(shown, stride, pictureRect, covered, ground);
        }
    }

    /** Something of it could not be read or painted: what was kept of it may be why, and is forgotten. */
    void spoilt() {
        still.forget();
        look = Look.NONE;
        source = PictureSource.NONE;
        // Where nothing of it is left and it fails all the same, it is tried again when there is something new.
        version += spoilt ? 0 : 1;
        spoilt = true;
    }

    private static boolean isSameCamera(CellContent one, @Nullable CellContent other) {
        return one instanceof CellContent.OfCamera first
                && other instanceof CellContent.OfCamera second
                && first.camera().equals(second.camera());
    }

    /** True where more than one picture waits behind the one to be painted: several came at once. */
    boolean isBehind() {
        return !rect.isEmpty() && look == Look.PLAIN && source.published() - taken > 1;
    }

    boolean differs(int buffer) {
        return !rect.isEmpty() && painted[buffer] != version;
    }

    private static Look lookOf(TileState.Phase phase) {
        return switch (phase) {
            case LIVE, LATE, UNCHANGED, BLACK, REDUCED, QUARANTINED -> Look.PLAIN;
            case FROZEN -> Look.FROZEN;
            case OPENING, RECONNECTING, PAUSED, FAILED -> Look.OLD;
            case EMPTY, NO_RIGHTS, UNSUPPORTED -> Look.NONE;
        };
    }

    /** Paints into one of the two composites. */
    void paint(int buffer, int[] pixels, MemorySegment segment, int stride) {
        painted[buffer] = version;
        switch (look) {
            case NONE -> {
                Pixels.fill(pixels, stride, rect, empty);
                pictureRect = PixelRect.NONE;
            }
            case PLAIN -> paintPicture(pixels, segment, stride);
            case FROZEN -> {
                count(still.take(source, taken));
                paintStill(pixels, stride);
                hatch(pixels, stride);
            }
            case OLD -> {
                paintStill(pixels, stride);
                treat(pixels, stride, false);
            }
        }
        if (!(content instanceof CellContent.Empty) && header.width() == rect.width()) {
            int rows = Math.min(header.height(), rect.height());
            Pixels.blend(header.pixels(), header.width(), rows, pixels, stride, rect.x(), rect.y());
        }
        spoilt = false;
    }

    private void paintPicture(int[] pixels, MemorySegment segment, int stride) {
        int width = source.width();
        int height = source.height();
        if (width <= 0 || height <= 0) {
            // One of before would be taken for live.
            still.forget();
            paintStill(pixels, stride);
            return;
        }
        PictureFit fit = PictureFit.of(rect, width, height, header.height(), whole);
        if (!viewing.isUsual()
                || Math.abs(fit.place().width() - width) > SLACK
                || Math.abs(fit.height() - height) > SLACK) {
            count(still.take(source, taken));
            paintStill(pixels, stride);
            return;
        }
        int w = Math.min(width, rect.width());
        int h = Math.min(height, rect.height());
        int bottom = fit.place().y() + fit.place().height();
        PixelRect place = new PixelRect(rect.x() + (rect.width() - w) / 2, Math.max(rect.y(), bottom - h), w, h);
        long first = ((long) place.y() * stride + place.x()) * Integer.BYTES;
        count(source.copy(taken, segment.asSlice(first), (long) stride * Integer.BYTES, height - h, w, h));
        Pixels.frame(pixels, stride, rect, place, ground);
        pictureRect = place;
    }

    /** Counts a picture that was copied, 0: none; it may be newer than the one asked for, which was gone meanwhile. */
    private void count(long copied) {
        taken = Math.max(taken, copied);
        if (copied > 0 && copied != presentedOf) {
            presentedOf = copied;
            presented++;
        }
    }

    private void paintStill(int[] pixels, int stride) {
        pictureRect = still.paint(pixels, stride, rect, header.height(), whole, viewing);
        if (pictureRect.isEmpty()) {
            // Not the black between the tiles: where many have no picture their edges must be seen.
            Pixels.fill(pixels, stride, rect, empty);
        } else {
            Pixels.frame(pixels, stride, rect, pictureRect, ground);
        }
    }

    private void treat(int[] pixels, int stride, boolean grey) {
        for (int y = pictureRect.y(); y < pictureRect.y() + pictureRect.height(); y++) {
            int row = y * stride;
            for (int x = pictureRect.x(); x < pictureRect.x() + pictureRect.width(); x++) {
                int pixel = pixels[row + x];
                pixels[row + x] = grey ? Pixels.dim(Pixels.grey(pixel), FROZEN_SHARE) : Pixels.dim(pixel, DIMMED);
            }
        }
    }

    private void hatch(int[] pixels, int stride) {
        treat(pixels, stride, true);
        int period = Math.max(leastPeriod, rect.width() / STRIPES);
        for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
            for (int x = rect.x(); x < rect.x() + rect.width(); x++) {
                if ((x + y) % period < period / 2) {
                    pixels[y * stride + x] = Pixels.over(hatch, pixels[y * stride + x]);
                }
            }
        }
    }
}
