package vn.toancanh.ui.ptz;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import vn.toancanh.ui.kit.Tokens;

/**
 * Where the strip of a steered tile lies: at its foot, inside the frame of the selection. A tile in which it would leave too little of
 * the picture has it below, or above in the lowest row. It depends on sizes alone, so that it jumps nowhere while somebody steers.
 * Pure.
 */
final class StripPlace {
    /** What a tile must have for the strip to lie inside, in pixels; and how wide the strip is where it does not. */
    static final double ROOM_WIDTH = 360;

    static final double ROOM_HEIGHT = 180;

    private StripPlace() {}

    private static boolean isInside(Bounds tile) {
        return tile.getWidth() >= ROOM_WIDTH && tile.getHeight() >= ROOM_HEIGHT;
    }

    /** How wide the strip is, in pixels. */
    static double width(Bounds tile, double whole) {
        return isInside(tile)
                ? tile.getWidth() - 2 * Tokens.SELECTION_WIDTH
                : Math.min(whole, Math.max(ROOM_WIDTH, tile.getWidth()));
    }

    /**
     * Its place on a wall of that size.
     *
     * @param height how high it is with {@link #width}, in pixels
     */
    static Bounds of(Bounds tile, double wallWidth, double wallHeight, double height) {
        double width = width(tile, wallWidth);
        if (isInside(tile)) {
            double inside = Math.min(height, tile.getHeight());
            return new BoundingBox(
                    tile.getMinX() + Tokens.SELECTION_WIDTH,
                    tile.getMaxY() - Tokens.SELECTION_WIDTH - inside,
                    width,
                    inside);
        }
        double x = Math.max(0, Math.min(tile.getMinX(), wallWidth - width));
        boolean below = tile.getMaxY() + height <= wallHeight;
        return new BoundingBox(x, below ? tile.getMaxY() : Math.max(0, tile.getMinY() - height), width, height);
    }
}
