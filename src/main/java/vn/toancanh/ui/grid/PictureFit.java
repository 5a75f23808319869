package vn.toancanh.ui.grid;

import vn.toancanh.model.PixelSize;

/**
 * How a picture lies in its tile, never stretched. Where the tile is a little wider than the picture, a sixteenth of the
 * picture's height at most is cut off rather than leaving bars at its sides: at the upper edge alone, where the header lies
 * anyway. Never at the sides or below, because what a camera writes into its picture stands there, the marks of the
 * simulated cameras among it. An enlarged tile shows its picture whole. Pure.
 *
 * @param place where it is seen, device pixels
 * @param height rows it would have with those that are cut off
 */
record PictureFit(PixelRect place, int height) {
    /** Share of a picture's height that may be cut off. */
    private static final double MOST_CUT = 1 / 16.0;

    /** A picture that would keep bars of more than this share is of another shape altogether, and shown whole. */
    private static final double HOPELESS = 2 * MOST_CUT;

    /** Rows of the fitted picture that are not seen, at its upper edge. */
    int cut() {
        return height - place.height();
    }

    /** The size a player should deliver for a tile, given the aspect of what it plays. */
    static PixelSize wanted(PixelRect tile, double aspect, boolean whole) {
        return new PixelSize(tile.width(), Math.max(tile.height(), (int) Math.round(rows(tile, aspect, whole))));
    }

    /** Rows of the picture, seen or not, so that it fills the tile as far as it may. */
    static double rows(PixelRect tile, double aspect, boolean whole) {
        double filling = tile.width() / aspect;
        double most = tile.height() / (1 - MOST_CUT);
        if (whole || filling <= tile.height() || filling * (1 - HOPELESS) > tile.height()) {
            return Math.min(filling, tile.height());
        }
        return Math.min(filling, most);
    }

    /**
     * Fits a picture.
     *
     * @param width of the picture as it comes
     * @param height of the picture as it comes
     * @param header rows of the tile's header; where a picture leaves bars above and below, it makes room for that first
     * @param whole true where nothing may be cut off
     */
    static PictureFit of(PixelRect tile, int width, int height, int header, boolean whole) {
        double aspect = (double) width / height;
        double fitted = rows(tile, aspect, whole);
        int columns = Math.clamp(Math.round(fitted * aspect), 1, tile.width());
        int rows = Math.max(1, (int) Math.round(fitted));
        int seen = Math.min(rows, tile.height());
        int below = tile.height() - seen;
        int y = tile.y() + Math.max(below / 2, Math.min(header, below));
        return new PictureFit(new PixelRect(tile.x() + (tile.width() - columns) / 2, y, columns, seen), rows);
    }
}
