package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Tells since when a stream's pictures have shown one and the same. A camera whose sensor hangs goes on coding: each key
 * frame draws the still picture a little differently, the ones after it mend that, and hardly two are equal to the bit. So
 * pictures count as one where many of them are quiet beside the one before, and all stay within what coding does to a still
 * picture. Noise that was coded moves points in most pictures, also in a dark scene. Looks at every eighth point each
 * way, some hundreds of a tile's. One thread.
 */
final class Stillness {
    /** Weight of the newest picture in the share of quiet ones: about two seconds of fifteen. */
    private static final double FRESH = 1.0 / 32;

    /** So many of the pictures must be quiet. */
    private static final double QUIET_SHARE = 0.4;

    private static final int STEP = 8;

    /** A point that moved by more, of 0 to 255, was not moved by a coder that mends a still picture. */
    private static final int MENDING = 3;

    /** A picture is quiet with one moved point in so many, where an edge is hard to code. */
    private static final int QUIET_FEW = 500;

    /** What a new key frame may do to a point of a still picture. */
    private static final int CODING = 10;

    /** One point in so many may differ by more than that. */
    private static final int FEW = 200;

    private int[] reference = new int[0];
    private int[] last = new int[0];
    private int[] fresh = new int[0];
    private double quiet;
    private long since;
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
        boolean calm = same || (fresh.length > 0 && moved(last, MENDING) <= last.length / QUIET_FEW);
        quiet += FRESH * ((calm ? 1 : 0) - quiet);
        if (!calm && quiet < QUIET_SHARE) {
            still = false;
            since = nowNanos;
        } else if (first) {
            since = nowNanos;
        } else if (!still) {
            still = true;
            reference = fresh.clone();
        } else if (!same && moved(reference, CODING) > fresh.length / FEW) {
            reference = fresh.clone();
            since = nowNanos;
        }
        return since;
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

    /** Points that differ by more; all of them where the picture is of another size. */
    private int moved(int[] from, int more) {
        if (from.length != fresh.length) {
            return Integer.MAX_VALUE;
        }
        int count = 0;
        for (int i = 0; i < from.length; i++) {
            count += Math.abs(fresh[i] - from[i]) > more ? 1 : 0;
        }
        return count;
    }

    /** By the luma weights of BT.601. */
    private static int light(int pixel) {
        return ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29) >> 8;
    }
}
