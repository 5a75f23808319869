package vn.toancanh.ui.grid;

/** Cuts a part out of a picture and turns it. Keeps its array from picture to picture. FX thread. */
final class Turning {
    private int[] pixels = new int[0];

    /**
     * The part, row by row in an array that is good until the next call.
     *
     * @param quarters to the right
     * @param part in pixels of the turned picture
     */
    int[] cut(int[] from, int width, int height, int quarters, PixelRect part) {
        int needed = part.width() * part.height();
        if (pixels.length < needed) {
            pixels = new int[needed];
        }
        for (int y = 0; y < part.height(); y++) {
            int target = y * part.width();
            int down = part.y() + y;
            if (quarters == 0) {
                System.arraycopy(from, down * width + part.x(), pixels, target, part.width());
            } else {
                // Where the row begins in the picture as it comes, and the step along it.
                int first = switch (quarters) {
                    case 1 -> (height - 1 - part.x()) * width + down;
                    case 2 -> (height - 1 - down) * width + width - 1 - part.x();
                    default -> part.x() * width + width - 1 - down;
                };
                int step = switch (quarters) {
                    case 1 -> -width;
                    case 2 -> -1;
                    default -> width;
                };
                for (int x = 0; x < part.width(); x++) {
                    pixels[target + x] = from[first + x * step];
                }
            }
        }
        return pixels;
    }
}
