package vn.toancanh.simulator.strip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Reads the strip out of a shown picture. The rectangle given is the picture itself, without letterbox bars, at whatever
 * size it is shown; 240x135 is the smallest that reads safely. Any thread.
 */
public final class StripReader {
    /** Black and white must lie this far apart in luma (0 to 255). */
    private static final int LEAST_CONTRAST = 50;

    private StripReader() {}

    /** Reads from whole-picture pixels 0xAARRGGBB, {@code width} a row. */
    public static Optional<Mark> read(int[] pixels, int width, int height) {
        return read(pixels, width, 0, 0, width, height);
    }

    /** Reads from a rectangle of pixels 0xAARRGGBB, {@code rowPixels} a row. */
    public static Optional<Mark> read(int[] pixels, int rowPixels, int x, int y, int width, int height) {
        return read(MemorySegment.ofArray(pixels), rowPixels * 4L, x, y, width, height);
    }

    /** Reads from a rectangle of bytes B, G, R, A, {@code rowBytes} a row. */
    public static Optional<Mark> read(byte[] bgra, int rowBytes, int x, int y, int width, int height) {
        return read(MemorySegment.ofArray(bgra), rowBytes, x, y, width, height);
    }

    /** Reads from a rectangle of bytes B, G, R, A, {@code rowBytes} a row. */
    public static Optional<Mark> read(MemorySegment bgra, long rowBytes, int x, int y, int width, int height) {
        if (width < StripCode.CELLS * 3 || height < StripCode.HEIGHT_PART * 2) {
            return Optional.empty();
        }
        double strip = (double) height / StripCode.HEIGHT_PART;
        double centre = y + height - strip / 2;
        // A picture that was scaled to a fraction of a pixel may sit a little off: the middle first, then beside it.
        for (double offset : new double[] {0, -strip / 4, strip / 4}) {
            Optional<Mark> mark = row(bgra, rowBytes, x, centre + offset, width, strip);
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private static Optional<Mark> row(
            MemorySegment bgra, long rowBytes, int x, double centre, int width, double strip) {
        int firstRow = (int) Math.floor(centre - strip / 6);
        int lastRow = (int) Math.floor(centre + strip / 6 - 1e-6);
        int[] luma = new int[StripCode.CELLS];
        int least = 255;
        int most = 0;
        double cell = (double) width / StripCode.CELLS;
        for (int i = 0; i < StripCode.CELLS; i++) {
            int first = x + (int) Math.floor((i + 0.3) * cell);
            int last = x + (int) Math.floor((i + 0.7) * cell - 1e-6);
            luma[i] = mean(bgra, rowBytes, first, Math.max(first, last), firstRow, Math.max(firstRow, lastRow));
            least = Math.min(least, luma[i]);
            most = Math.max(most, luma[i]);
        }
        if (most - least < LEAST_CONTRAST) {
            return Optional.empty();
        }
        long bits = 0;
        for (int value : luma) {
            bits = bits << 1 | (2 * value > least + most ? 1 : 0);
        }
        return StripCode.mark(bits);
    }

    private static int mean(MemorySegment bgra, long rowBytes, int left, int right, int top, int bottom) {
        int sum = 0;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                long at = row * rowBytes + column * 4L;
                int blue = bgra.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
                int green = bgra.get(ValueLayout.JAVA_BYTE, at + 1) & 0xFF;
                int red = bgra.get(ValueLayout.JAVA_BYTE, at + 2) & 0xFF;
                sum += (red * 2 + green * 5 + blue) / 8;
            }
        }
        return sum / ((right - left + 1) * (bottom - top + 1));
    }
}
