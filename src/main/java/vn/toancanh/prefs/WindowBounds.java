package vn.toancanh.prefs;

import java.util.Optional;

/**
 * Where a window was, in the desktop's logical pixels.
 *
 * @param maximised true where it filled its monitor; the rectangle is then the one to go back to
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximised) {
    /** Nothing remembered: width and height are 0 and the window places itself. */
    public static final WindowBounds NONE = new WindowBounds(0, 0, 0, 0, false);

    public boolean isNone() {
        return width <= 0 || height <= 0;
    }

    String write() {
        return x + " " + y + " " + width + " " + height + " " + maximised;
    }

    static Optional<WindowBounds> read(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            var bounds = new WindowBounds(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Boolean.parseBoolean(parts[4]));
            boolean finite = Double.isFinite(bounds.x + bounds.y + bounds.width + bounds.height);
            return finite ? Optional.of(bounds) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
