package vn.toancanh.ui.grid;

import java.util.Arrays;
import javafx.scene.paint.Color;

/** Arithmetic on ARGB pixels with premultiplied alpha, as pictures and the composite hold them. Pure. */
final class Pixels {
    private Pixels() {}

    static int of(Color colour) {
        double alpha = colour.getOpacity();
        return ((int) Math.round(alpha * 255) << 24)
                | ((int) Math.round(colour.getRed() * alpha * 255) << 16)
                | ((int) Math.round(colour.getGreen() * alpha * 255) << 8)
                | (int) Math.round(colour.getBlue() * alpha * 255);
    }

    /** {@code above} over an opaque pixel; two channels a multiplication. */
    static int over(int above, int below) {
        int rest = 255 - (above >>> 24);
        if (rest == 0) {
            return above;
        }
        int factor = rest + (rest >> 7);
        int redBlue = (((below & 0x00ff00ff) * factor) >>> 8) & 0x00ff00ff;
        int green = (((below & 0x0000ff00) * factor) >>> 8) & 0x0000ff00;
        return 0xff000000 | (redBlue + green + (above & 0x00ffffff));
    }

    /** An opaque pixel at {@code share} 256ths of its brightness. */
    static int dim(int pixel, int share) {
        int redBlue = (((pixel & 0x00ff00ff) * share) >>> 8) & 0x00ff00ff;
        int green = (((pixel & 0x0000ff00) * share) >>> 8) & 0x0000ff00;
        return 0xff000000 | redBlue | green;
    }

    /** An opaque pixel without its colour, by the luma weights of BT.601. */
    static int grey(int pixel) {
        int luma = ((pixel >> 16 & 0xff) * 77 + (pixel >> 8 & 0xff) * 150 + (pixel & 0xff) * 29) >> 8;
        return 0xff000000 | (luma << 16) | (luma << 8) | luma;
    }

    static void fill(int[] pixels, int stride, PixelRect rect, int colour) {
        for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
            int row = y * stride + rect.x();
            Arrays.fill(pixels, row, row + rect.width(), colour);
        }
    }

    /** What of {@code outer} lies outside {@code inner}, in one colour. */
    static void frame(int[] pixels, int stride, PixelRect outer, PixelRect inner, int colour) {
        int right = inner.x() + inner.width();
        int bottom = inner.y() + inner.height();
        int outerBottom = outer.y() + outer.height();
        fill(pixels, stride, new PixelRect(outer.x(), outer.y(), outer.width(), inner.y() - outer.y()), colour);
        fill(pixels, stride, new PixelRect(outer.x(), bottom, outer.width(), outerBottom - bottom), colour);
        fill(pixels, stride, new PixelRect(outer.x(), inner.y(), inner.x() - outer.x(), inner.height()), colour);
        fill(
                pixels,
                stride,
                new PixelRect(right, inner.y(), outer.x() + outer.width() - right, inner.height()),
                colour);
    }

    /**
     * Draws a picture, or its lower part, into a rectangle of any size, each pixel the nearest of the picture.
     *
     * @param firstRow rows of the picture that are left out at its upper edge
     */
    static void scale(int[] from, int width, int height, int firstRow, int[] to, int stride, PixelRect rect) {
        long stepX = ((long) width << 16) / rect.width();
        for (int y = 0; y < rect.height(); y++) {
            int source = (firstRow + (int) ((long) y * (height - firstRow) / rect.height())) * width;
            int target = (rect.y() + y) * stride + rect.x();
            long at = stepX / 2;
            for (int x = 0; x < rect.width(); x++) {
                to[target + x] = from[source + (int) (at >> 16)];
                at += stepX;
            }
        }
    }

    /** Blends a strip over what is there. */
    static void blend(int[] strip, int width, int height, int[] to, int stride, int x, int y) {
        for (int row = 0; row < height; row++) {
            int source = row * width;
            int target = (y + row) * stride + x;
            for (int i = 0; i < width; i++) {
                to[target + i] = over(strip[source + i], to[target + i]);
            }
        }
    }
}
