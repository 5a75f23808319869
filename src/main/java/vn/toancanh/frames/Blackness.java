package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Tells a black picture (a covered lens, a camera without its sensor, a cut cable behind an encoder) from a dark one. A
 * night scene has lamps, noise or an edge somewhere; a black picture has none. What a camera writes over its picture, name
 * and clock, stands at the upper and lower edge and is left out. Pure.
 */
final class Blackness {
    /** Share of the height, at either end, in which a camera's own lettering may stand. */
    private static final double LETTERING = 0.16;

    /** Every so many pixels are looked at, each way: about six hundred of a tile's, a few microseconds. */
    private static final int STEP = 8;

    /** Brightness, 0 to 255, up to which a pixel counts as black; coded black comes out as 0 to 4. */
    private static final int DARKEST = 20;

    /** How far the brightest may be from the darkest: noise and lamps of a night scene are more. */
    private static final int EVEN = 10;

    private Blackness() {}

    /** Looks at BGRA rows that begin at {@code at}. */
    static boolean of(MemorySegment memory, long at, int width, int height, int stride) {
        int margin = (int) (height * LETTERING);
        int least = 255;
        int most = 0;
        for (int y = margin; y < height - margin; y += STEP) {
            long row = at + (long) y * stride;
            for (int x = STEP / 2; x < width; x += STEP) {
                int pixel = memory.get(JAVA_INT_UNALIGNED, row + 4L * x);
                int light = Math.max(Math.max(pixel & 255, pixel >> 8 & 255), pixel >> 16 & 255);
                most = Math.max(most, light);
                least = Math.min(least, light);
                if (most > DARKEST) {
                    return false;
                }
            }
        }
        boolean looked = least <= most;
        return looked && most - least <= EVEN;
    }
}
