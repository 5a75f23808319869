package vn.toancanh.bench;

/** Where N equal tiles stand on a screen of {@code width} by {@code height} pixels, row by row. */
record Mosaic(int tiles, int width, int height) {
    int columns() {
        return (int) Math.ceil(Math.sqrt(tiles));
    }

    int rows() {
        return (tiles + columns() - 1) / columns();
    }

    /** Even, because video scalers like it. */
    int tileWidth() {
        return width / columns() & ~1;
    }

    int tileHeight() {
        return height / rows() & ~1;
    }

    int x(int tile) {
        return tile % columns() * tileWidth();
    }

    int y(int tile) {
        return tile / columns() * tileHeight();
    }
}
