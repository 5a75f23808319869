package vn.toancanh.simulator.panorama;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * Draws in degrees what of the panorama is seen through a window: azimuths from where the pen stands, elevations from the horizon.
 * Edges are not smoothed, which takes a tenth of the time. One thread.
 */
final class Pen {
    private static final int SMALLEST_LETTERS = 9;

    private final Graphics2D g;
    private final Window window;
    private final int width;
    private final int height;
    private final double scale;
    private double origin;

    Pen(BufferedImage image, Window window) {
        this.g = image.createGraphics();
        this.window = window;
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.scale = width / window.fov();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    /** Stands at an azimuth; false where nothing is seen of what reaches so many degrees to either side. */
    boolean at(double azimuth, double reach) {
        origin = window.aside(azimuth);
        return Math.abs(origin) < window.fov() / 2 + reach;
    }

    /** Pixels a degree. */
    double scale() {
        return scale;
    }

    private int x(double azimuth) {
        return (int) Math.round(width / 2.0 + (origin + azimuth) * scale);
    }

    private int y(double elevation) {
        return (int) Math.round(height / 2.0 - (elevation - window.elevation()) * scale);
    }

    void rect(Color colour, double left, double low, double right, double high) {
        int x = x(left);
        int y = y(high);
        g.setColor(colour);
        g.fillRect(x, y, Math.max(1, x(right) - x), Math.max(1, y(low) - y));
    }

    /** From one edge of the picture to the other. */
    void band(Color colour, double low, double high) {
        int y = y(high);
        g.setColor(colour);
        g.fillRect(0, y, width, Math.max(1, y(low) - y));
    }

    void oval(Color colour, double azimuth, double elevation, double wide, double high) {
        int x = x(azimuth - wide / 2);
        int y = y(elevation + high / 2);
        g.setColor(colour);
        g.fillOval(x, y, Math.max(1, x(azimuth + wide / 2) - x), Math.max(1, y(elevation - high / 2) - y));
    }

    /** @param corners azimuth and elevation by turns */
    void polygon(Color colour, double... corners) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x(corners[0]), y(corners[1]));
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x(corners[i]), y(corners[i + 1]));
        }
        path.closePath();
        g.setColor(colour);
        g.fill(path);
    }

    /** Words on a plate around a place; none where they would be too small to read. */
    void plate(String words, double elevation, double size, Color ground, Color letters) {
        double pixels = Math.min(size * scale, height / 9.0);
        if (pixels < SMALLEST_LETTERS) {
            return;
        }
        g.setFont(Letters.of(pixels));
        FontMetrics metrics = g.getFontMetrics();
        int half = metrics.stringWidth(words) / 2;
        int pad = (int) Math.round(pixels / 3);
        int x = x(0);
        int y = y(elevation);
        g.setColor(ground);
        g.fillRect(
                x - half - pad, y - metrics.getAscent(), 2 * (half + pad), metrics.getAscent() + metrics.getDescent());
        g.setColor(letters);
        g.drawString(words, x - half, y);
    }

    void close() {
        g.dispose();
    }
}
