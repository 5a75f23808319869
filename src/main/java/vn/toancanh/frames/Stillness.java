package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Tells since when a stream's pictures have shown one and the same. A camera whose sensor hangs goes on coding: each key
 * frame draws the still picture a little differently, the ones after it mend that, and hardly two are equal to the bit. So
 * pictures count as one where many of them are quiet beside the one before, and all stay within what coding does to a still
 * picture. Noise that was coded moves points in most pictures, also in a dark scene; that is looked for in single points,
 * every eighth each way. What coding does grows with the size of the picture while what moves grows with it too; that is looked for
 * in the means of small squares that are as large in every size as two by two in a picture 320 wide. One thread.
 */
final class Stillness {
    /** In the share of quiet pictures the newest weighs by the time since the one before, to this. */
    private static final double MEMORY_NANOS = 32 * 1e9 / 15;

    private static final double LIGHTEST = 1.0 / 32;

    /** Of a stream that comes once a second ten pictures are told from one all the same. */
    private static final double HEAVIEST = 1.0 / 8;

    /** So many of the pictures must be quiet. */
    private static final double QUIET_SHARE = 0.4;

    /**
     * What the share is taken to be before there is any: a key frame among the first pictures of a new size, with the ten that mend
     * it, is no change.
     */
    private static final double QUIET_AT_FIRST = 0.7;

    private static final int STEP = 8;

    /** A point that moved by more, of 0 to 255, was not moved by a coder that mends a still picture. */
    private static final int MENDING = 3;

    /** A picture is quiet with one moved point in so many, where an edge is hard to code. */
    private static final int QUIET_FEW = 500;

    /** The width at which a square's side is two pixels. */
    private static final double SQUARE_WIDTH = 320;

    /** What a new key frame may do to a square of a still picture. */
    private static final int CODING = 10;

    /** One square in so many may differ by more than that. */
    private static final int FEW = 200;

    private int[] reference = new int[0];
    private int[] squares = new int[0];
    private int[] last = new int[0];
    private int[] fresh = new int[0];
    private double quiet = QUIET_AT_FIRST;
    private long since;
    private long lastAt;
    private boolean still;

    /**
     * Takes the next picture.
     *
     * @param same it is equal to the one before, to the bit
     * @param memory BGRA rows from {@code at} on
     * @param nowNanos {@code Clock.nanos()}
     * @return since when it is the same picture, {@code Clock.nanos()}
     */
    long since(boolean same, MemorySegment memory, long at, int width, int height, int stride, long nowNanos) {
        boolean first = since == 0;
        if (!same || first) {
            look(memory, at, width, height, stride);
        }
        if (first) {
            since = nowNanos;
        } else {
            boolean calm = same || (fresh.length > 0 && moved(last, fresh, MENDING) <= fresh.length / QUIET_FEW);
            quiet += Math.clamp((nowNanos - lastAt) / MEMORY_NANOS, LIGHTEST, HEAVIEST) * ((calm ? 1 : 0) - quiet);
            if (!calm && quiet < QUIET_SHARE) {
                still = false;
                since = nowNanos;
            } else if (!same || !still) {
                lookAtSquares(memory, at, width, height, stride);
                compare(nowNanos);
            }
        }
        lastAt = nowNanos;
        return since;
    }

    /** Compares a picture with the one that it may go on showing. */
    private void compare(long nowNanos) {
        if (!still || moved(reference, squares, CODING) > squares.length / FEW) {
            since = still ? nowNanos : since;
            still = true;
            int[] before = reference;
            reference = squares;
            squares = before;
        }
    }

    /** Reads the points of a picture; what was read before is the last one's. */
    private void look(MemorySegment memory, long at, int width, int height, int stride) {
        int[] read = last;
        last = fresh;
        int count =
                Math.ceilDiv(Math.max(0, width - STEP / 2), STEP) * Math.ceilDiv(Math.max(0, height - STEP / 2), STEP);
        fresh = read.length == count ? read : new int[count];
        int point = 0;
        for (int y = STEP / 2; y < height; y += STEP) {
            for (int x = STEP / 2; x < width; x += STEP) {
                fresh[point++] = light(memory.get(JAVA_INT_UNALIGNED, at + (long) y * stride + 4L * x));
            }
        }
    }

    /** Takes the means of squares, as many as there are points in a picture 320 wide. */
    private void lookAtSquares(MemorySegment memory, long at, int width, int height, int stride) {
        int scale = (int) Math.max(1, Math.round(width / SQUARE_WIDTH));
        int side = 2 * scale;
        int step = STEP * scale;
        int from = step / 2;
        int across = Math.max(0, (width - side - from) / step + 1);
        int down = Math.max(0, (height - side - from) / step + 1);
        int count = width < from + side || height < from + side ? 0 : across * down;
        squares = squares.length == count ? squares : new int[count];
        for (int square = 0; square < count; square++) {
            long corner = at + (long) (from + square / across * step) * stride + 4L * (from + square % across * step);
            int sum = 0;
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    sum += light(memory.get(JAVA_INT_UNALIGNED, corner + (long) y * stride + 4L * x));
                }
            }
            squares[square] = sum / (side * side);
        }
    }

    /** Points that differ by more; all of them where the picture is of another size. */
    private static int moved(int[] from, int[] to, int more) {
        if (from.length != to.length) {
            return Integer.MAX_VALUE;
        }
        int count = 0;
        for (int i = 0; i < from.length; i++) {
            count += Math.abs(to[i] - from[i]) > more ? 1 : 0;
        }
        return count;
    }

    /** By the luma weights of BT.601. */
    private static int light(int pixel) {
        return ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29) >> 8;
    }
}
