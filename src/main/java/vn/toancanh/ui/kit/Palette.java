package vn.toancanh.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The colours of one theme for code that draws by itself, read from the theme's token file. Any thread. */
public final class Palette {
    /** The names of the tokens; in stylesheets {@code -tc-red-strong} and so on. */
    public enum Tone {
        GROUND,
        PANEL,
        RAISED,
        HOVER,
        LINE,
        BORDER,
        TEXT,
        DIM,
        FAINT,
        ACCENT,
        ON_ACCENT,
        SELECTED,
        AMBER,
        AMBER_GROUND,
        RED,
        RED_STRONG,
        ON_RED,
        RED_GROUND,
        GREEN,
        BLUE,
        BLUE_GROUND,
        OVER_VIDEO,
        PLATE,
        SCRIM,
        HATCH,
        PICTURE_GROUND,
        CLEAR;

        /** The token's name in a stylesheet. */
        public String cssName() {
            return "-tc-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern TOKEN = Pattern.compile("(-tc-[a-z-]+)\\s*:\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    private final Map<Tone, Color> colours = new EnumMap<>(Tone.class);

    private Palette() {}

    /**
     * Reads the tokens of a stylesheet beside this class.
     *
     * @throws IllegalStateException naming a token that the file lacks
     */
    static Palette read(String resource) {
        Palette palette = new Palette();
        Matcher matcher = TOKEN.matcher(text(resource));
        while (matcher.find()) {
            for (Tone tone : Tone.values()) {
                if (tone.cssName().equals(matcher.group(1))) {
                    palette.colours.put(tone, (Color) Paint.valueOf(matcher.group(2)));
                }
            }
        }
        for (Tone tone : Tone.values()) {
            if (!palette.colours.containsKey(tone)) {
                throw new IllegalStateException(resource + " lacks " + tone.cssName());
            }
        }
        return palette;
    }

    /** The colour of that token. */
    public Color of(Tone tone) {
        Color colour = colours.get(tone);
        if (colour == null) {
            throw new IllegalStateException("no colour for " + tone.cssName());
        }
        return colour;
    }

    private static String text(String resource) {
        try (InputStream in = Palette.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no token file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
