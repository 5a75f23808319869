package vn.toancanh.simulator.strip;

import java.util.Optional;
import vn.toancanh.model.StreamRole;

/**
 * The strip: one row of {@value #CELLS} black and white cells of equal width along the bottom edge, 1/45 of the picture
 * high, most significant bit at the left: 16 bits camera number, 1 bit stream (1 = main), 15 bits frame number, 8 bits
 * check. Coarse enough to survive video coding and scaling down to 240x135. Any thread.
 */
public final class StripCode {
    /** Cells in the row. */
    public static final int CELLS = 40;

    /** The strip is this part of the picture's height. */
    public static final int HEIGHT_PART = 45;

    private static final int BLACK = 0xFF141414;
    private static final int WHITE = 0xFFE0E0E0;
    private static final int CHECK_START = 0x5A;
    private static final int CHECK_POLYNOMIAL = 0x1D;

    private StripCode() {}

    /** The cells of a mark in the low {@value #CELLS} bits, the leftmost cell highest; a set bit is white. */
    public static long bits(Mark mark) {
        long role = mark.role() == StreamRole.MAIN ? 0x8000L : 0;
        long value = ((long) mark.camera() << 16) | role | mark.frame();
        return (value << 8) | check(value);
    }

    /** The mark those cells spell; empty where the check does not hold. */
    public static Optional<Mark> mark(long bits) {
        long value = bits >>> 8;
        int camera = (int) (value >>> 16) & 0xFFFF;
        if (camera == 0 || check(value) != (bits & 0xFF)) {
            return Optional.empty();
        }
        StreamRole role = (value & 0x8000) != 0 ? StreamRole.MAIN : StreamRole.SUB;
        return Optional.of(new Mark(camera, role, (int) value & 0x7FFF));
    }

    /**
     * Paints the strip into a picture.
     *
     * @param pixels 0xAARRGGBB, {@code width} a row, whole picture
     */
    public static void paint(int[] pixels, int width, int height, Mark mark) {
        long bits = bits(mark);
        int top = height - Math.max(1, height / HEIGHT_PART);
        for (int x = 0; x < width; x++) {
            int cell = x * CELLS / width;
            int colour = (bits >>> (CELLS - 1 - cell) & 1) != 0 ? WHITE : BLACK;
            for (int y = top; y < height; y++) {
                pixels[y * width + x] = colour;
            }
        }
    }

    private static int check(long value) {
        int check = CHECK_START;
        for (int shift = 24; shift >= 0; shift -= 8) {
            check ^= (int) (value >>> shift) & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                check = (check & 0x80) != 0 ? (check << 1 ^ CHECK_POLYNOMIAL) & 0xFF : check << 1;
            }
        }
        return check;
    }
}
