package vn.toancanh.ui.grid;

import vn.toancanh.ui.kit.Tokens;

/**
 * How large is what is written over a tile, by the tile's own width: a wall is read from as far away as its tiles are
 * wide, so that four large tiles and thirty-six on a screen of twice the pixels are written alike. Sizes are JavaFX's pixels.
 */
enum TileScale {
    /** Below a sixth of 1920 pixels: a wall of seven or eight columns. */
    SMALL(0, Tokens.TYPE_11, 20),
    MEDIUM(300, Tokens.TYPE_11, 20),
    LARGE(440, Tokens.TYPE_13, 20),
    LARGER(600, Tokens.TYPE_15, 24),
    LARGEST(1100, Tokens.TYPE_20, 32);

    private final double from;
    private final double type;
    private final double headerHeight;

    TileScale(double from, double type, double headerHeight) {
        this.from = from;
        this.type = type;
        this.headerHeight = headerHeight;
    }

    /** The scale of a tile of that width. */
    static TileScale of(double tileWidth) {
        TileScale found = SMALL;
        for (TileScale each : values()) {
            if (tileWidth >= each.from) {
                found = each;
            }
        }
        return found;
    }

    /** Type size in the header. */
    double type() {
        return type;
    }

    double headerHeight() {
        return headerHeight;
    }

    /** The style class that gives the words in the middle their sizes. */
    String styleClass() {
        return "tile-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
