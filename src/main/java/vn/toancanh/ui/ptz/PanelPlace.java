package vn.toancanh.ui.ptz;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import vn.toancanh.ui.kit.Tokens;

/**
 * Where the presets of a steered tile lie: at its right edge above the strip, where that leaves half of the picture; else beside the
 * tile, on the right where there is room. Pure.
 */
final class PanelPlace {
    /** How wide it is, in pixels. */
    static final double WIDTH = 264;

    /** How high it is at most. */
    static final double HEIGHT = 440;

    /** How much room there must be above the strip for it to lie there. */
    static final double LEAST_ROOM = 220;

    private PanelPlace() {}

    /**
     * Its place on a wall of that size.
     *
     * @param strip where the strip of that tile lies
     * @param needed how high it is with everything it has to say
     */
    static Bounds of(Bounds tile, Bounds strip, double wallWidth, double wallHeight, double needed) {
        double top = tile.getMinY() + Tokens.TILE_HEADER_HEIGHT;
        double above = strip.getMinY() - top;
        boolean stripInside = strip.getMaxY() <= tile.getMaxY();
        if (stripInside && tile.getWidth() >= 2 * WIDTH && above >= LEAST_ROOM) {
            double height = Math.min(Math.min(HEIGHT, needed), above);
            return new BoundingBox(
                    tile.getMaxX() - Tokens.SELECTION_WIDTH - WIDTH, strip.getMinY() - height, WIDTH, height);
        }
        double right = Math.max(tile.getMaxX(), strip.getMaxX());
        double x = right + WIDTH <= wallWidth ? right : Math.max(0, Math.min(tile.getMinX(), strip.getMinX()) - WIDTH);
        double height = Math.min(Math.min(HEIGHT, needed), wallHeight);
        return new BoundingBox(x, Math.min(tile.getMinY(), wallHeight - height), WIDTH, height);
    }
}
