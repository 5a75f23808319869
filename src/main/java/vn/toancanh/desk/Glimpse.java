package vn.toancanh.desk;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;

/**
 * The picture that a camera shows on a wall at one moment.
 *
 * @param argb row by row from the top, opaque
 */
public record Glimpse(int[] argb, int width, int height) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Glimpse that && that.width == width && Arrays.equals(that.argb, argb);
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, height);
    }

    @Override
    public String toString() {
        return "Glimpse " + width + "x" + height;
    }
}
