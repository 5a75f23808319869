package vn.toancanh.ui.testing;

import javafx.scene.paint.Color;

/** Contrast of two colours, as WCAG 2.2 reckons it (relative luminance, contrast ratio). */
public final class Contrast {
    /** What words need. */
    public static final double AA = 4.5;

    /** What shapes and large words need. */
    public static final double AA_OF_SHAPES = 3.0;

    private Contrast() {}

    /** 1 (the same) to 21 (black on white). */
    public static double of(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
