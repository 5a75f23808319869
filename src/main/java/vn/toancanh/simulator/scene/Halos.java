package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** Soft halos round lamps, each painted once: a night street shows hundreds of them in every picture. One thread. */
final class Halos {
    /** Larger ones are painted where they stand, pixels. */
    static final int LARGEST = 160;

    private record Key(int light, int rx, int ry, int strength) {}

    private static final int MOST = 2000;

    private final Map<Key, BufferedImage> painted = new HashMap<>();

    /** A halo with these radii, at the middle of its picture. */
    BufferedImage of(Color light, int rx, int ry, double strength) {
        Key key = new Key(light.getRGB(), rx, ry, (int) (strength * 100));
        BufferedImage found = painted.get(key);
        if (found != null) {
            return found;
        }
        if (painted.size() >= MOST) {
            painted.clear();
        }
        BufferedImage image = new BufferedImage(2 * rx + 1, 2 * ry + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint(g, light, rx + 0.5, ry + 0.5, rx, ry, strength);
        g.dispose();
        painted.put(key, image);
        return image;
    }

    static void paint(Graphics2D g, Color light, double u, double v, double rx, double ry, double strength) {
        Color core = new Color(light.getRed(), light.getGreen(), light.getBlue(), (int) (255 * strength));
        Color half = new Color(light.getRed(), light.getGreen(), light.getBlue(), (int) (255 * strength * 0.35));
        Color none = new Color(light.getRed(), light.getGreen(), light.getBlue(), 0);
        var before = g.getTransform();
        g.translate(u, v);
        g.scale(1, ry / rx);
        g.setPaint(new RadialGradientPaint(0, 0, (float) rx, new float[] {0, 0.4f, 1}, new Color[] {core, half, none}));
        g.fill(new Ellipse2D.Double(-rx, -rx, 2 * rx, 2 * rx));
        g.setTransform(before);
    }
}
