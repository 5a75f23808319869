package vn.toancanh.ui.grid;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import vn.toancanh.ui.kit.Fonts;
import vn.toancanh.ui.kit.Palette;

/**
 * The strip over a tile's upper edge, kept as pixels: number and name on the left, the clock that runs by pictures on the
 * right, on a dark plate; the age on amber and an amber bar at its foot while the tile is late. FX thread.
 */
final class HeaderStrip {
    /** Height of capitals and figures as a share of the type size, in both fonts. */
    private static final double CAP_HEIGHT = 0.72;

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
    private List<Lettering.Word> clockWords = List.of();
    private boolean composed = true;

    HeaderStrip(Lettering lettering, Palette palette, double scale) {
        this.lettering = lettering;
        this.palette = palette;
        this.scale = scale;
    }

    /** Row by row; all words asked for must have been drawn. */
    int[] pixels() {
        if (!composed) {
            composed = true;
            compose();
        }
        return pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Has it put together anew where anything is different.
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
        TileScale sizes = TileScale.of(tileWidth / scale);
        height = px(sizes.headerHeight());
        number = newNumber;
        name = newName;
        clock = newClock;
        late = isLate;
        Font figures = late ? Fonts.strongFigures(sizes.type()) : Fonts.figures(sizes.type());
        if (words) {
            drawWords(sizes.type(), lettering.width("0", figures) * clock.length());
        }
        Color colour = palette.of(late ? Palette.Tone.ON_ACCENT : Palette.Tone.OVER_VIDEO);
        clockWords = clock.chars()
                .mapToObj(each -> lettering.figure((char) each, figures, colour))
                .toList();
        composed = false;
        return true;
    }

    private void drawWords(double size, int clockWidth) {
        Color white = palette.of(Palette.Tone.OVER_VIDEO);
        int room = width - clockWidth - px(24);
        numberWord = lettering.drawWithin(number, Fonts.strongFigures(size), white, Math.max(0, room));
        int gap = number.isEmpty() ? 0 : px(6);
        nameWord = lettering.drawWithin(name, Fonts.text(size), white, Math.max(0, room - numberWord.width() - gap));
    }

    private void compose() {
        if (pixels.length != width * height) {
            pixels = new int[width * height];
        }
        Arrays.fill(pixels, Pixels.of(palette.of(Palette.Tone.PLATE)));
        int x = px(6);
        int base = baseline();
        draw(numberWord, x, base);
        draw(nameWord, number.isEmpty() ? x : x + numberWord.width() + px(6), base);
        int at = width
                - px(6)
                - clockWords.stream().mapToInt(Lettering.Word::width).sum();
        if (late) {
            markLate(at);
        }
        for (Lettering.Word figure : clockWords) {
            draw(figure, at, base);
            at += figure.width();
        }
    }

    /** The age in dark letters on amber, which can be read on any picture, and a bar of amber at the foot. */
    private void markLate(int clockFrom) {
        int amber = Pixels.of(palette.of(Palette.Tone.AMBER));
        int from = Math.max(0, clockFrom - px(6));
        Pixels.fill(pixels, width, new PixelRect(from, 0, width - from, height), amber);
        int bar = px(2);
        Pixels.fill(pixels, width, new PixelRect(0, height - bar, width, bar), amber);
    }

    /** Where capitals stand so that they are in the middle. */
    private int baseline() {
        double type = TileScale.of(width / scale).type();
        return (int) Math.round((height + type * scale * CAP_HEIGHT) / 2);
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
