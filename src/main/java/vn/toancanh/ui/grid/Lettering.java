package vn.toancanh.ui.grid;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import vn.toancanh.ui.kit.Palette;

/**
 * Words as pixels, drawn by JavaFX once and then copied, because text drawn anew over moving pictures on every pulse costs
 * as much as the pictures. Figures are kept one by one: their widths are all the same, so a clock is put together of them.
 * FX thread.
 */
final class Lettering {
    /** Drawn words: premultiplied ARGB, row by row; {@code base} is the row of the base line. */
    static final class Word {
        static final Word NONE = new Word(new int[0], 0, 0, 0);

        private final int[] pixels;
        private final int width;
        private final int height;
        private final int base;

        private Word(int[] pixels, int width, int height, int base) {
            this.pixels = pixels;
            this.width = width;
            this.height = height;
            this.base = base;
        }

        int pixel(int x, int y) {
            return pixels[y * width + x];
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        int base() {
            return base;
        }
    }

    private record Figure(char character, Font font, Color colour) {}

    private final Palette palette;
    private final double scale;
    private final Map<Figure, Word> figures = new HashMap<>();

    /** @param scale device pixels to one of JavaFX's */
    Lettering(Palette palette, double scale) {
        this.palette = palette;
        this.scale = scale;
    }

    /** Words drawn afresh; the caller keeps them. */
    Word draw(String text, Font font, Color colour) {
        Text node = new Text(text);
        node.setFont(font);
        node.setFill(colour);
        node.setFontSmoothingType(FontSmoothingType.GRAY);
        Bounds bounds = node.getLayoutBounds();
        int width = Math.max(1, (int) Math.ceil(bounds.getWidth() * scale));
        int height = Math.max(1, (int) Math.ceil(bounds.getHeight() * scale));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(palette.of(Palette.Tone.CLEAR));
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, Math.floor(bounds.getMinY() * scale), width, height));
        WritableImage image = node.snapshot(parameters, null);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        Math.min(width, (int) image.getWidth()),
                        Math.min(height, (int) image.getHeight()),
                        PixelFormat.getIntArgbPreInstance(),
                        pixels,
                        0,
                        width);
        return new Word(pixels, width, height, -(int) Math.floor(bounds.getMinY() * scale));
    }

    /** Words cut with an ellipsis to at most that many device pixels. */
    Word drawWithin(String text, Font font, Color colour, int most) {
        if (width(text, font) <= most) {
            return draw(text, font, colour);
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(cut(text, middle), font) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return draw(cut(text, low), font, colour);
    }

    /** The first letters with an ellipsis, and no blank or dash before it; empty where none are left. */
    static String cut(String text, int letters) {
        int end = letters;
        while (end > 0 && " –-·,".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? "" : text.substring(0, end) + "…";
    }

    /** Device pixels that words take. */
    int width(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return (int) Math.ceil(node.getLayoutBounds().getWidth() * scale);
    }

    /** One figure or sign, drawn once for each font and colour. */
    Word figure(char character, Font font, Color colour) {
        return figures.computeIfAbsent(
                new Figure(character, font, colour), figure -> draw(String.valueOf(character), font, colour));
    }
}
