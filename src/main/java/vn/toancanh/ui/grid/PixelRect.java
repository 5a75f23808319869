package vn.toancanh.ui.grid;

import javafx.geometry.Rectangle2D;

/** A rectangle in whole device pixels from the grid's upper left. */
record PixelRect(int x, int y, int width, int height) {
    static final PixelRect NONE = new PixelRect(0, 0, 0, 0);

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** Where it lies on the desktop, with the grid's upper left there, device pixels. */
    Rectangle2D at(long left, long top) {
        return new Rectangle2D(left + x, top + y, width, height);
    }

    /** The largest rectangle of that aspect inside this one, in the middle. */
    PixelRect fit(int pictureWidth, int pictureHeight) {
        if (pictureWidth <= 0 || pictureHeight <= 0) {
            return this;
        }
        int w = width;
        int h = (int) Math.round((double) width * pictureHeight / pictureWidth);
        if (h > height) {
            h = height;
            w = (int) Math.round((double) height * pictureWidth / pictureHeight);
        }
        w = Math.clamp(w, 1, width);
        h = Math.clamp(h, 1, height);
        return new PixelRect(x + (width - w) / 2, y + (height - h) / 2, w, h);
    }
}
