package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Tells since when a stream's pictures have shown one and the same. A camera whose sensor hangs goes on coding: most of its
 * pictures are then equal to the bit, but each key frame draws the still picture a little differently, and the ones after it
 * mend that. So pictures count as one where many of them are equal to the one before, and what differs stays within what
 * coding does. Noise, also that of a dark scene, makes every picture another. One thread.
 */
final class Stillness {
    /** Weight of the newest picture in the share of equal ones: about the last second of fifteen. */
    private static final double FRESH = 1.0 / 16;

    /** So many of the pictures must be equal to the one before. */
    private static final double EQUAL_SHARE = 0.25;

    /** Distance of the points that are compared, pixels, each way. */
    private static final int STEP = 8;

    /** Differences of brightness, 0 to 255, that coding a still picture anew may make. */
    private static final int CODING = 10;

    /** One in so many points may differ by more, where an edge is hard to code. */
    private static final int FEW = 200;

    private int[] reference = new int[0];
    private int points;
    private double equal;
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
        equal += FRESH * ((same ? 1 : 0) - equal);
        if (equal < EQUAL_SHARE) {
            still = false;
            since = same && since != 0 ? since : nowNanos;
        } else if (!still) {
            still = true;
            keep(memory, at, width, height, stride);
        } else if (!same && differs(memory, at, width, height, stride)) {
            keep(memory, at, width, height, stride);
            since = nowNanos;
        }
        return since;
    }

    private void keep(MemorySegment memory, long at, int width, int height, int stride) {
        int most = (width / STEP + 1) * (height / STEP + 1);
        if (reference.length < most) {
            reference = new int[most];
        }
        points = 0;
        for (int y = STEP / 2; y < height; y += STEP) {
            for (int x = STEP / 2; x < width; x += STEP) {
                reference[points++] = light(memory.get(JAVA_INT_UNALIGNED, at + (long) y * stride + 4L * x));
            }
        }
    }

    private boolean differs(MemorySegment memory, long at, int width, int height, int stride) {
        int point = 0;
        int different = 0;
        for (int y = STEP / 2; y < height; y += STEP) {
            for (int x = STEP / 2; x < width; x += STEP) {
                if (point >= points) {
                    return true;
                }
                int light = light(memory.get(JAVA_INT_UNALIGNED, at + (long) y * stride + 4L * x));
                if (Math.abs(light - reference[point++]) > CODING) {
                    different++;
                }
            }
        }
        return point != points || different > points / FEW;
    }

    /** By the luma weights of BT.601. */
    private static int light(int pixel) {
        return ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29) >> 8;
    }
}
