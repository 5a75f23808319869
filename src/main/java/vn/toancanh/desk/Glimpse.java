package vn.toancanh.desk;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;

/** The picture that a camera shows on a wall at one moment, not larger than a panel needs. */
public final class Glimpse {
    /** Pixels a row at most: twice the widest panel, so that it stays sharp on a dense screen. */
    static final int MOST_WIDTH = 640;

    private final int[] argb;
    private final int width;
    private final int height;

    private Glimpse(int[] argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    /**
     * Of a camera that is live on that wall; empty where it is not, also where its pictures come late or seldom: a glimpse is
     * shown without its age. DESK.
     */
    public static Optional<Glimpse> of(CameraId camera, LiveWall wall) {
        return wall.tiles().stream()
                .filter(tile -> tile.content() instanceof CellContent.OfCamera of
                        && of.camera().equals(camera)
                        && tile.state().phase() == TileState.Phase.LIVE)
                .findFirst()
                .flatMap(Glimpse::newest);
    }

    private static Optional<Glimpse> newest(LiveTile tile) {
        return of(tile.pictures());
    }

    /** Every so manieth pixel of every so manieth row, as few as {@link #MOST_WIDTH} asks for. */
    static Optional<Glimpse> of(PictureSource pictures) {
        int from = pictures.width();
        int step = Math.ceilDiv(from, MOST_WIDTH);
        if (from <= 0 || pictures.height() < step) {
            return Optional.empty();
        }
        int width = from / step;
        int height = pictures.height() / step;
        int[] argb = new int[width * height];
        int[] row = new int[from];
        MemorySegment target = MemorySegment.ofArray(row);
        long count = PictureSource.NEWEST;
        for (int y = 0; y < height; y++) {
            count = pictures.copy(count, target, (long) from * Integer.BYTES, y * step, from, 1);
            if (count == 0) {
                return Optional.empty();
            }
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = row[x * step];
            }
        }
        return Optional.of(new Glimpse(argb, width, height));
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
