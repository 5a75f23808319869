package vn.toancanh.ui.grid;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import vn.toancanh.frames.PictureSource;

/** The last picture of a tile, kept for when no more come. FX thread. */
final class Still {
    private final Enlargement enlargement = new Enlargement();
    private final Turning turning = new Turning();
    private int[] pixels = new int[0];
    private int width;
    private int height;
    private boolean cutAlready;

    void forget() {
        width = 0;
    }

    boolean isThere() {
        return width > 0;
    }

    /**
     * Takes the picture to be shown next, whole.
     *
     * @return its count, 0 where there is none
     */
    long take(PictureSource source, long count) {
        if (source.width() <= 0 || source.height() <= 0) {
            return 0;
        }
        room(source.width(), source.height());
        cutAlready = false;
        return source.copy(count, MemorySegment.ofArray(pixels), (long) width * Integer.BYTES, width, height);
    }

    /**
     * Keeps what is on show at that place of the composite, since its player is gone.
     *
     * @param header rows at the upper edge of the place that a header covers; what was below it is not known any more
     */
    void keep(int[] shown, int stride, PixelRect place, int header, int ground) {
        if (place.isEmpty()) {
            return;
        }
        room(place.width(), place.height());
        cutAlready = true;
        for (int y = 0; y < height; y++) {
            System.arraycopy(shown, (place.y() + y) * stride + place.x(), pixels, y * width, width);
        }
        Arrays.fill(pixels, 0, Math.clamp(header, 0, height) * width, ground);
    }

    private void room(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        if (pixels.length < width * height) {
            pixels = new int[width * height];
        }
    }

    /**
     * Paints it into a tile.
     *
     * @param whole true where the tile has the window to itself: nothing is cut off, and a picture smaller than its place is
     *     drawn smoothly, which a whole wall could not afford
     * @param viewing how somebody wants it seen
     * @return where it lies now, {@link PixelRect#NONE} where there is none
     */
    PixelRect paint(int[] to, int stride, PixelRect tile, int header, boolean whole, Viewing viewing) {
        if (width == 0) {
            return PixelRect.NONE;
        }
        // What was kept from the screen lies already as it was seen.
        if (!viewing.isUsual() && !cutAlready) {
            return paintPart(to, stride, viewing, viewing.of(tile, width, height, header, whole));
        }
        PictureFit fit = PictureFit.of(tile, width, height, header, whole || cutAlready);
        int firstRow = fit.cut() * height / fit.height();
        if (whole && fit.place().width() > width && fit.place().height() > height) {
            enlargement.draw(pixels, width, height, to, stride, fit.place());
        } else {
            Pixels.scale(pixels, width, height, firstRow, to, stride, fit.place());
        }
        return fit.place();
    }

    private PixelRect paintPart(int[] to, int stride, Viewing viewing, Viewing.Part part) {
        PixelRect source = part.source();
        int[] seen = turning.cut(pixels, width, height, viewing.view().quarters(), source);
        if (part.place().width() > source.width() && part.place().height() > source.height()) {
            enlargement.draw(seen, source.width(), source.height(), to, stride, part.place());
        } else {
            Pixels.scale(seen, source.width(), source.height(), 0, to, stride, part.place());
        }
        return part.place();
    }
}
