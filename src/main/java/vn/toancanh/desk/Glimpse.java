package vn.toancanh.desk;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;

/** The picture that a camera shows on a wall at one moment. */
public final class Glimpse {
    private final int[] argb;
    private final int width;
    private final int height;

    private Glimpse(int[] argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    /** Of a camera that is live on that wall; empty where it is not. DESK. */
    public static Optional<Glimpse> of(CameraId camera, LiveWall wall) {
        return wall.tiles().stream()
                .filter(tile -> tile.content() instanceof CellContent.OfCamera of
                        && of.camera().equals(camera)
                        && tile.state().phase().live())
                .findFirst()
                .flatMap(Glimpse::newest);
    }

    private static Optional<Glimpse> newest(LiveTile tile) {
        PictureSource pictures = tile.pictures();
        int width = pictures.width();
        int height = pictures.height();
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        int[] argb = new int[width * height];
        long copied = pictures.copy(
                PictureSource.NEWEST, MemorySegment.ofArray(argb), (long) width * Integer.BYTES, width, height);
        return copied == 0 ? Optional.empty() : Optional.of(new Glimpse(argb, width, height));
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** One int a pixel, opaque, row by row from the top, without gaps; to be read only. */
    public int[] argb() {
        return argb;
    }
}
