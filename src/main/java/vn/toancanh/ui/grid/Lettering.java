package vn.toancanh.ui.grid;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import vn.toancanh.ui.kit.Palette;

/**
 * Words as pixels, drawn by JavaFX once and then copied, because text drawn anew over moving pictures on every pulse costs
 * as much as the pictures. All words that are new on a pulse are drawn at once, because each drawing waits for the thread
 * that renders: one after another, those of a new layout held up the pictures of the whole wall. Figures are kept one by one:
 * their widths are all the same, so a clock is put together of them. FX thread.
 */
final class Lettering {
    /**
     * Words, clear until {@link #drawPending()}: premultiplied ARGB, row by row; {@code base} is the row of the base line.
     */
    static final class Word {
        static final Word NONE = new Word(0, 0, 0);

        private final int[] pixels;
        private final int width;
        private final int height;
        private final int base;

        private Word(int width, int height, int base) {
            this.pixels = new int[width * height];
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

    /** A word that is still to be drawn. */
    private record Pending(Word word, Text node) {}

    /** Rows of one drawing at most, device pixels: no graphics system takes an image of any height. */
    private static final int MOST_ROWS = 4000;

    /** Clear rows between two words of one drawing: marks over and under letters may leave their bounds by a little. */
    private static final int APART = 2;

    private final Palette palette;
    private final double scale;
    private final Map<Figure, Word> figures = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();

    /** @param scale device pixels to one of JavaFX's */
    Lettering(Palette palette, double scale) {
        this.palette = palette;
        this.scale = scale;
    }

    /** Words to be drawn afresh; the caller keeps them. */
    Word draw(String text, Font font, Color colour) {
        Text node = new Text(text);
        node.setFont(font);
        node.setFill(colour);
        node.setFontSmoothingType(FontSmoothingType.GRAY);
        Bounds bounds = node.getLayoutBounds();
        int width = Math.max(1, (int) Math.ceil(bounds.getWidth() * scale));
        int height = Math.max(1, (int) Math.ceil(bounds.getHeight() * scale));
        Word word = new Word(width, height, -(int) Math.floor(bounds.getMinY() * scale));
        pending.add(new Pending(word, node));
        return word;
    }

    /** Draws all words asked for since the last call. */
    void drawPending() {
        int from = 0;
        while (from < pending.size()) {
            int to = from;
            int rows = 0;
            while (to < pending.size() && (to == from || rows + rows(pending.get(to)) <= MOST_ROWS)) {
                rows += rows(pending.get(to));
                to++;
            }
            drawTogether(pending.subList(from, to), rows);
            from = to;
        }
        pending.clear();
    }

    private static int rows(Pending each) {
        return each.word.height + APART;
    }

    /** One below the other. */
    private void drawTogether(List<Pending> some, int rows) {
        Group sheet = new Group();
        int width = 1;
        int top = 0;
        for (Pending each : some) {
            each.node.setTranslateY((top + each.word.base) / scale);
            sheet.getChildren().add(each.node);
            width = Math.max(width, each.word.width);
            top += rows(each);
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(palette.of(Palette.Tone.CLEAR));
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, width, rows));
        WritableImage image = sheet.snapshot(parameters, null);
        PixelReader reader = image.getPixelReader();
        WritablePixelFormat<IntBuffer> format = PixelFormat.getIntArgbPreInstance();
        top = 0;
        for (Pending each : some) {
            Word word = each.word;
            reader.getPixels(0, top, word.width, word.height, format, word.pixels, 0, word.width);
            top += rows(each);
        }
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

    /** One figure or sign, to be drawn once for each font and colour. */
    Word figure(char character, Font font, Color colour) {
        return figures.computeIfAbsent(
                new Figure(character, font, colour), figure -> draw(String.valueOf(character), font, colour));
    }
}
