package vn.toancanh.model;

/**
 * One physical screen as the desktop has it.
 *
 * @param name of the socket it hangs on, such as {@code HDMI-1}; empty where the system tells none
 * @param edid which piece it is, by what it says of itself (see {@code app.screens.Edid}); empty where that is not known
 * @param x of its left edge on the desktop, device pixels; may be negative
 * @param y of its upper edge, device pixels
 * @param width in device pixels, at least 1
 * @param height in device pixels, at least 1
 */
public record Monitor(String name, String edid, int x, int y, int width, int height) {
    public Monitor {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("monitor of " + width + "x" + height);
        }
        name = word(name);
        edid = word(edid);
    }

    /** Names are words of lines, here and in files; one with a blank in it would be two. */
    private static String word(String text) {
        return text.strip().replaceAll("\\s+", "_");
    }

    /** True where both lie in the same place and are of the same size. */
    public boolean samePlace(Monitor other) {
        return x == other.x && y == other.y && width == other.width && height == other.height;
    }

    /** True where that point of the desktop, in device pixels, is on it. */
    public boolean holds(double atX, double atY) {
        return atX >= x && atX < x + (double) width && atY >= y && atY < y + (double) height;
    }
}
