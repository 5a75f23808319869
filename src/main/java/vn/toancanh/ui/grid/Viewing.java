package vn.toancanh.ui.grid;

import org.jspecify.annotations.Nullable;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.PixelSize;

/**
 * What is seen of a picture that a person has turned, fitted otherwise or gone into, and where. Pure.
 *
 * @param view as it stands in the layout
 * @param zoom of the moment
 */
record Viewing(PictureView view, Zoom zoom) {
    static final Viewing USUAL = new Viewing(PictureView.USUAL, Zoom.NONE);

    private static final int LARGEST = 16_384;

    /**
     * A part of a picture and its place.
     *
     * @param place where it is drawn, device pixels
     * @param source which part, in pixels of the picture as it lies after turning
     */
    record Part(PixelRect place, PixelRect source) {}

    /** True where pictures lie as they do where nobody has said anything. */
    boolean isUsual() {
        return zoom.isNone() && view.equals(PictureView.USUAL);
    }

    /** Of a picture as it comes: its width when it lies as it is seen. */
    int width(int width, int height) {
        return view.onItsSide() ? height : width;
    }

    int height(int width, int height) {
        return view.onItsSide() ? width : height;
    }

    /**
     * Which part of a picture is seen in a tile.
     *
     * @param width of the picture as it comes
     * @param header rows of the tile's header, for which bars make room first
     * @param alone true where the tile has the window to itself
     */
    Part of(PixelRect tile, int width, int height, int header, boolean alone) {
        int across = width(width, height);
        int down = height(width, height);
        double scale = rows(tile, (double) across / down, alone) / down * zoom.factor();
        int columns = Math.clamp(Math.round(across * scale), 1, tile.width());
        int rows = Math.clamp(Math.round(down * scale), 1, tile.height());
        int wide = Math.clamp(Math.round(columns / scale), 1, across);
        int high = Math.clamp(Math.round(rows / scale), 1, down);
        int left = Math.clamp(Math.round(zoom.x() * across - wide / 2.0), 0, across - wide);
        int top = Math.clamp(Math.round(zoom.y() * down - high / 2.0), 0, down - high);
        if (zoom.isNone() && view.fit() == PictureView.Fit.USUAL) {
            // Cut where its header lies, as ever.
            top = down - high;
        }
        int below = tile.height() - rows;
        int y = tile.y() + Math.max(below / 2, Math.min(header, below));
        return new Part(
                new PixelRect(tile.x() + (tile.width() - columns) / 2, y, columns, rows),
                new PixelRect(left, top, wide, high));
    }

    private double rows(PixelRect tile, double aspect, boolean alone) {
        return switch (view.fit()) {
            case FILL -> Math.max(tile.height(), tile.width() / aspect);
            case WHOLE -> PictureFit.rows(tile, aspect, true);
            case USUAL -> PictureFit.rows(tile, aspect, alone || !zoom.isNone());
        };
    }

    /**
     * The size a player should deliver. While somebody goes in it grows in steps of two, since each is a new start for the player.
     *
     * @param aspect of what it plays, as it comes
     * @param most the largest the camera has; null where that is not known
     */
    PixelSize wanted(PixelRect room, double aspect, boolean alone, @Nullable PixelSize most) {
        if (isUsual()) {
            return PictureFit.wanted(room, aspect, alone);
        }
        double lying = view.onItsSide() ? 1 / aspect : aspect;
        double step = zoom.isNone() ? 1 : Math.scalb(1.0, (int) Math.ceil(Math.log(zoom.factor()) / Math.log(2)));
        double rows = rows(room, lying, alone) * step;
        double across = view.onItsSide() ? rows : rows * lying;
        double down = view.onItsSide() ? rows * lying : rows;
        if (most != null && (across > most.width() || down > most.height())) {
            return most;
        }
        return new PixelSize(
                Math.clamp((long) Math.ceil(across), 1, LARGEST), Math.clamp((long) Math.ceil(down), 1, LARGEST));
    }
}
