package vn.toancanh.simulator.panorama;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** What a head writes into its picture: marks of ten degrees across, and how it stands. Below where a tile has its header. One thread. */
final class Readout {
    private static final Color INK = new Color(0xFFFFFF);
    private static final Color EDGE = new Color(0, 0, 0, 150);
    private static final double TOP = 0.14;

    private Readout() {}

    static void paint(BufferedImage image, Window window) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int width = image.getWidth();
        int line = (int) (image.getHeight() * TOP);
        int unit = Math.max(2, image.getHeight() / 60);
        g.setFont(Letters.of(image.getHeight() / 26.0));
        double scale = width / window.fov();
        int step = window.fov() > 30 ? 10 : window.fov() > 12 ? 5 : 1;
        long first = (long) Math.ceil((window.azimuth() - window.fov() / 2) / step);
        for (long i = first; i * step <= window.azimuth() + window.fov() / 2; i++) {
            int x = (int) Math.round(width / 2.0 + (i * step - window.azimuth()) * scale);
            boolean named = i % 3 == 0 || (step == 1 && i % 5 == 0);
            bar(g, x, line, unit * (named ? 2 : 1));
            if (named) {
                word(g, degrees(i * step), x, line + unit * 2);
            }
        }
        String stands = String.format(
                Locale.forLanguageTag("vi"),
                "%s  /  %s  /  %.1f×",
                degrees(Math.round(window.azimuth())),
                degrees(Math.round(window.elevation())),
                window.nearness());
        word(g, stands, width / 2, line + unit * 2 + g.getFontMetrics().getHeight());
        g.dispose();
    }

    /** The two ends of the scale are one direction, and called by one name. */
    private static String degrees(long any) {
        long value = Math.floorMod(any + 180, 360) - 180L;
        return (value > 0 ? "+" : value < 0 ? "−" : "") + Math.abs(value) + "°";
    }

    private static void bar(Graphics2D g, int x, int y, int high) {
        g.setColor(EDGE);
        g.fillRect(x - 1, y - 1, 3, high + 2);
        g.setColor(INK);
        g.fillRect(x, y, 1, high);
    }

    private static void word(Graphics2D g, String word, int x, int y) {
        FontMetrics metrics = g.getFontMetrics();
        int left = x - metrics.stringWidth(word) / 2;
        int base = y + metrics.getAscent();
        g.setColor(EDGE);
        g.drawString(word, left + 1, base + 1);
        g.setColor(INK);
        g.drawString(word, left, base);
    }
}
