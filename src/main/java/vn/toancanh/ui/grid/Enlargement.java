package vn.toancanh.ui.grid;

/**
 * Draws a picture larger than it is, each pixel a mean of the four of the picture around it, weighted by how near they are.
 * Rows are widened once each and then mixed in pairs, which costs a few milliseconds for a window of 1920x1080. Keeps its
 * arrays from picture to picture. FX thread.
 */
final class Enlargement {
    /** Weights are 256ths. */
    private static final int ONE = 256;

    private static final int RED_BLUE = 0x00ff00ff;
    private static final int GREEN = 0x0000ff00;

    private int[] upper = new int[0];
    private int[] lower = new int[0];
    private int[] columns = new int[0];
    private int columnsFor;

    /**
     * Draws opaque pixels.
     *
     * @param rect where it goes, not smaller than the picture
     */
    void draw(int[] from, int width, int height, int[] to, int stride, PixelRect rect) {
        prepare(width, rect.width());
        int have = -1;
        for (int y = 0; y < rect.height(); y++) {
            int at = place(y, height, rect.height());
            int row = at / ONE;
            if (row != have) {
                if (have >= 0 && row == have + 1) {
                    int[] kept = upper;
                    upper = lower;
                    lower = kept;
                } else {
                    widen(from, row * width, width, upper, rect.width());
                }
                widen(from, Math.min(row + 1, height - 1) * width, width, lower, rect.width());
                have = row;
            }
            mix(at % ONE, to, (rect.y() + y) * stride + rect.x(), rect.width());
        }
    }

    private void prepare(int width, int wide) {
        if (columns.length != wide || columnsFor != width) {
            columnsFor = width;
            columns = new int[wide];
            upper = new int[wide];
            lower = new int[wide];
            for (int x = 0; x < wide; x++) {
                columns[x] = place(x, width, wide);
            }
        }
    }

    /** Where the middle of the {@code i}-th pixel of a length lies in a shorter one, 256ths of a pixel. */
    private static int place(int i, int length, int longer) {
        long at = ((2L * i + 1) * length * ONE / longer - ONE) / 2;
        return (int) Math.clamp(at, 0, (length - 1L) * ONE);
    }

    private void widen(int[] from, int row, int width, int[] to, int wide) {
        int last = row + width - 1;
        for (int x = 0; x < wide; x++) {
            int left = row + (columns[x] >> 8);
            to[x] = mixed(from[left], from[Math.min(left + 1, last)], columns[x] & 255);
        }
    }

    private void mix(int weight, int[] to, int target, int wide) {
        for (int x = 0; x < wide; x++) {
            to[target + x] = mixed(upper[x], lower[x], weight);
        }
    }

    /** Two channels a multiplication. */
    private static int mixed(int one, int other, int weight) {
        int rest = ONE - weight;
        int redBlue = (((one & RED_BLUE) * rest + (other & RED_BLUE) * weight) >>> 8) & RED_BLUE;
        int green = (((one & GREEN) * rest + (other & GREEN) * weight) >>> 8) & GREEN;
        return 0xff000000 | redBlue | green;
    }
}
