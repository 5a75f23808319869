package vn.toancanh.ui.grid;

import java.util.Arrays;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import vn.toancanh.ui.kit.Fonts;
import vn.toancanh.ui.kit.Palette;
import vn.toancanh.ui.kit.Tokens;

/**
 * The strip over a tile's upper edge, kept as pixels: number and name on the left, the clock that runs by pictures on the
 * right, on a dark plate; an amber bar at its foot while the tile is late. FX thread.
 */
final class HeaderStrip {
    private final Lettering lettering;
    private final Palette palette;
    private final double scale;
    private int[] pixels = new int[0];
    private int width;
    private int height;
    private String number = "";
    private String name = "";
    private String clock = "";
    private boolean late;
    private Lettering.Word numberWord = Lettering.Word.NONE;
    private Lettering.Word nameWord = Lettering.Word.NONE;

    HeaderStrip(Lettering lettering, Palette palette, double scale) {
        this.lettering = lettering;
        this.palette = palette;
        this.scale = scale;
    }

    int[] pixels() {
        return pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Puts it together anew where anything is different.
     *
     * @param tileWidth device pixels
     * @return true where it looks different now
     */
    boolean show(int tileWidth, String newNumber, String newName, String newClock, boolean isLate) {
        boolean words = tileWidth != width
                || !newNumber.equals(number)
                || !newName.equals(name)
                || newClock.length() != clock.length();
        if (!words && newClock.equals(clock) && isLate == late) {
            return false;
        }
        width = tileWidth;
        height = (int) Math.round(Tokens.TILE_HEADER_HEIGHT * scale);
        number = newNumber;
        name = newName;
        clock = newClock;
        late = isLate;
        double size = tileWidth >= 400 * scale ? Tokens.TYPE_13 : Tokens.TYPE_11;
        Font figures = Fonts.figures(size);
        int clockWidth = lettering.width("0", figures) * clock.length();
        if (words) {
            drawWords(size, clockWidth);
        }
        compose(figures);
        return true;
    }

    private void drawWords(double size, int clockWidth) {
        Color white = palette.of(Palette.Tone.OVER_VIDEO);
        int room = width - clockWidth - px(24);
        numberWord = lettering.drawWithin(number, Fonts.strongFigures(size), white, Math.max(0, room));
        int gap = number.isEmpty() ? 0 : px(6);
        nameWord = lettering.drawWithin(name, Fonts.text(size), white, Math.max(0, room - numberWord.width() - gap));
    }

    private void compose(Font figures) {
        if (pixels.length != width * height) {
            pixels = new int[width * height];
        }
        Arrays.fill(pixels, Pixels.of(palette.of(Palette.Tone.PLATE)));
        int base = (int) Math.round(14 * scale);
        int x = px(6);
        draw(numberWord, x, base);
        draw(nameWord, number.isEmpty() ? x : x + numberWord.width() + px(6), base);
        Color colour = palette.of(late ? Palette.Tone.AMBER : Palette.Tone.OVER_VIDEO);
        int at = width - px(6);
        for (int i = clock.length() - 1; i >= 0; i--) {
            Lettering.Word figure = lettering.figure(clock.charAt(i), figures, colour);
            at -= figure.width();
            draw(figure, at, base);
        }
        if (late) {
            int bar = px(2);
            Arrays.fill(pixels, (height - bar) * width, height * width, Pixels.of(colour));
        }
    }

    private int px(double size) {
        return (int) Math.round(size * scale);
    }

    /** Both the words and the plate are translucent, so the sum keeps its alpha. */
    private void draw(Lettering.Word word, int x, int base) {
        int top = base - word.base();
        for (int row = Math.max(0, -top); row < word.height() && top + row < height; row++) {
            for (int column = Math.max(0, -x); column < word.width() && x + column < width; column++) {
                int above = word.pixel(column, row);
                int at = (top + row) * width + x + column;
                int below = pixels[at];
                int rest = 255 - (above >>> 24);
                if (rest < 255) {
                    pixels[at] = above
                            + (((below >>> 24) * rest / 255) << 24)
                            + (((below >> 16 & 0xff) * rest / 255) << 16)
                            + (((below >> 8 & 0xff) * rest / 255) << 8)
                            + (below & 0xff) * rest / 255;
                }
            }
        }
    }
}
