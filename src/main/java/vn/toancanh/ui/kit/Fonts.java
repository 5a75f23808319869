package vn.toancanh.ui.kit;

import java.net.URL;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The fonts that come with the program: Be Vietnam Pro for words, Noto Sans for figures, because its digits are all of
 * one width and JavaFX cannot ask a font for tabular ones.
 */
public final class Fonts {
    /** Family for words. */
    public static final String TEXT = "Be Vietnam Pro";

    /** Family for clocks, counters and numbers. */
    public static final String FIGURES = "Noto Sans";

    private static final List<String> FILES = List.of(
            "BeVietnamPro-Regular.ttf",
            "BeVietnamPro-Medium.ttf",
            "BeVietnamPro-SemiBold.ttf",
            "NotoSans-Regular.ttf",
            "NotoSans-Medium.ttf",
            "NotoSans-SemiBold.ttf");

    private Fonts() {}

    /** Makes the fonts known to JavaFX; doing it again does nothing. FX thread. */
    public static void load() {
        if (Font.getFamilies().contains(TEXT) && Font.getFontNames(TEXT).size() >= 3) {
            return;
        }
        for (String file : FILES) {
            URL resource = Fonts.class.getResource("/vn/toancanh/fonts/" + file);
            if (resource == null || FontFiles.load(resource, Tokens.TYPE_13) == null) {
                throw new IllegalStateException("font " + file + " cannot be read");
            }
        }
        FontFiles.loadIcons();
    }

    /** Words of that size in pixels. */
    public static Font text(double size) {
        return Font.font(TEXT, FontWeight.NORMAL, size);
    }

    /** Words that stand out. */
    public static Font strong(double size) {
        return Font.font(TEXT, FontWeight.SEMI_BOLD, size);
    }

    /** Figures that stand under one another and do not jump as they count. */
    public static Font figures(double size) {
        return Font.font(FIGURES, FontWeight.NORMAL, size);
    }

    /** Figures that stand out. */
    public static Font strongFigures(double size) {
        return Font.font(FIGURES, FontWeight.SEMI_BOLD, size);
    }
}
