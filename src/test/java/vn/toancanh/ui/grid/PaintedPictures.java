package vn.toancanh.ui.grid;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vn.toancanh.base.Clock;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripCode;

/**
 * A source of drawn pictures: a road with cars that move with the clock, at a steady rate. The last four rows are of one
 * colour that names the source, so that a test finds it again on the screen.
 */
final class PaintedPictures implements PictureSource {
    private static final int KEPT = 8;

    private final Clock clock;
    private final int fps;
    private final int mark;
    private final long begun;
    private final int[][] frames = new int[KEPT][];
    private int width;
    private int height;
    private long stoppedAt = Long.MAX_VALUE;
    private long sameSince = Long.MAX_VALUE;
    private boolean silent;
    private boolean withheld;
    private boolean striped;
    private final int seed;

    PaintedPictures(Clock clock, int fps, int width, int height, int seed) {
        this.clock = clock;
        this.fps = fps;
        this.seed = seed;
        this.mark = markOf(seed);
        this.begun = clock.nanos() - seed * 7_000_000L;
        resize(width, height);
    }

    static int markOf(int seed) {
        return 0xff000000 | (((40 + seed * 5) & 0xff) << 16) | (((200 - seed * 3) & 0xff) << 8) | ((seed * 11) & 0xff);
    }

    void resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        for (int frame = 0; frame < KEPT; frame++) {
            frames[frame] = draw(frame);
        }
    }

    private int[] draw(int frame) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean road = y > height / 3 && Math.abs(x - width / 2) < y * 2 / 3 - height / 8;
                int shade =
                        y <= height / 3 ? 236 - y * 40 / height : road ? 70 + y * 40 / height : 125 - y * 30 / height;
                int tint = road ? 0 : ((mark >> 18) & 0x1f);
                pixels[y * width + x] = 0xff000000 | (shade << 16) | (Math.min(255, shade + tint) << 8) | shade;
            }
        }
        int car = (height / 4) + frame * height / (2 * KEPT);
        for (int y = car; y < Math.min(height - 6, car + height / 8); y++) {
            for (int x = width / 2; x < width / 2 + width / 8; x++) {
                pixels[y * width + x] = mark;
            }
        }
        for (int i = (height - 4) * width; i < height * width; i++) {
            pixels[i] = mark;
        }
        if (striped) {
            StripCode.paint(pixels, width, height, new Mark(seed + 1, StreamRole.SUB, frame));
        }
        return pixels;
    }

    /** No picture comes after this. */
    void stop() {
        stoppedAt = clock.nanos();
    }

    /** From now on every picture carries the strip that names its camera. */
    void stripe() {
        striped = true;
        resize(width, height);
    }

    /** Pictures come, and from now on all are the same. */
    void repeat() {
        sameSince = clock.nanos();
    }

    /** From now on they say a size that they do not have, as where a decoder wrote over its own memory. */
    void spoil() {
        width = 65_536;
        height = 65_536;
    }

    /** They come, and from now on none can be had, or again. */
    void withhold(boolean now) {
        withheld = now;
    }

    /** No picture ever came. */
    void beSilent() {
        silent = true;
    }

    @Override
    public long changedAtNanos() {
        return Math.min(publishedAtNanos(), sameSince);
    }

    @Override
    public long published() {
        return silent ? 0 : (Math.min(clock.nanos(), stoppedAt) - begun) * fps / 1_000_000_000L;
    }

    @Override
    public long publishedAtNanos() {
        return begun + published() * 1_000_000_000L / fps;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public long copy(long wanted, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        long count = published();
        if (withheld) {
            return 0;
        }
        MemorySegment frame = MemorySegment.ofArray(frames[sameSince < clock.nanos() ? 0 : (int) (count % KEPT)]);
        int w = Math.min(width, maxWidth);
        for (int y = 0; y < Math.min(height - firstRow, maxHeight); y++) {
            MemorySegment.copy(
                    frame,
                    ValueLayout.JAVA_INT_UNALIGNED,
                    (long) (firstRow + y) * width * 4,
                    target,
                    ValueLayout.JAVA_INT_UNALIGNED,
                    y * targetStride,
                    w);
        }
        return count;
    }
}
