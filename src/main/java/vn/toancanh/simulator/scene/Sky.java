package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** The sky, and the city far away in the haze. */
final class Sky {
    private Sky() {}

    static void paint(Stage stage, long seed) {
        Graphics2D g = stage.g;
        double horizon = stage.lens.horizon();
        int width = stage.lens.width();
        int height = stage.lens.height();
        float low = (float) Math.max(height * 0.1, horizon);
        g.setPaint(new GradientPaint(0, (float) (low - height * 0.75), stage.mood.skyTop, 0, low, stage.mood.skyLow));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        if (horizon < height * 0.04) {
            return;
        }
        SplittableRandom random = new SplittableRandom(seed);
        if (stage.mood == Mood.DUSK || stage.mood == Mood.MORNING || stage.mood == Mood.AFTERNOON) {
            double x = width * (0.15 + 0.7 * random.nextDouble());
            halo(g, x, horizon - height * 0.03, height * 0.55, new Color(0xFFE2B0), 0.7);
        }
        int clouds = stage.mood.dark() ? 3 : 7;
        for (int i = 0; i < clouds; i++) {
            cloud(stage, random, width * random.nextDouble(), horizon * (0.08 + 0.62 * random.nextDouble()), height);
        }
        if (stage.mood == Mood.NIGHT) {
            halo(g, width * (0.2 + 0.6 * random.nextDouble()), horizon * 0.3, height * 0.09, new Color(0xF2EBD0), 0.9);
        }
    }

    private static void cloud(Stage stage, SplittableRandom random, double x, double y, int height) {
        int alpha = stage.mood.dark() ? 14 : 46;
        Color colour = stage.mood.dark() ? new Color(150, 150, 190, alpha) : new Color(255, 255, 255, alpha);
        stage.g.setColor(colour);
        double size = height * (0.05 + 0.08 * random.nextDouble());
        for (int i = 0; i < 7; i++) {
            double dx = (random.nextDouble() - 0.5) * size * 5;
            double r = size * (0.6 + random.nextDouble()) * (1.2 - Math.abs(dx) / size / 3);
            stage.g.fill(new Ellipse2D.Double(x + dx - r * 1.6, y - r * 0.42, r * 3.2, r * 0.84));
        }
    }

    private static void halo(Graphics2D g, double x, double y, double radius, Color colour, double strength) {
        Color core = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (255 * strength));
        Color mid = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (90 * strength));
        Color none = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0, 0.25f, 1}, new Color[] {core, mid, none}));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Towers along the horizon, {@code metres} away over the whole width seen. */
    static void skyline(Stage stage, long seed, double metres, double tallest) {
        SplittableRandom random = new SplittableRandom(seed);
        double yaw = stage.lens.yaw();
        double span = metres * 1.3;
        for (int row = 0; row < 2; row++) {
            double far = metres * (row == 0 ? 1.35 : 1);
            double along = -span;
            while (along < span) {
                double wide = 14 + random.nextDouble() * 34;
                double high = tallest * (0.25 + 0.35 * random.nextDouble());
                if (random.nextInt(6) == 0) {
                    high = tallest * (0.7 + 0.3 * random.nextDouble());
                    wide = 18 + random.nextDouble() * 14;
                }
                tower(stage, random, yaw, far, along, wide, high);
                along += wide + random.nextDouble() * 12;
            }
        }
    }

    private static void tower(
            Stage stage, SplittableRandom random, double yaw, double far, double along, double wide, double high) {
        double cx = stage.lens.x() + Math.sin(yaw) * far;
        double cy = stage.lens.y() + Math.cos(yaw) * far;
        double rx = Math.cos(yaw);
        double ry = -Math.sin(yaw);
        Color body = new Color(new int[] {0x8796A5, 0x9AA3A8, 0x7C8B98, 0xA59F97, 0x8A9AA0}[random.nextInt(5)]);
        double x0 = cx + rx * along;
        double y0 = cy + ry * along;
        double x1 = cx + rx * (along + wide);
        double y1 = cy + ry * (along + wide);
        stage.wall(body, 0.9, x0, y0, x1, y1, 0, high);
        boolean lit = stage.mood.dark();
        for (double z = 4; z < high - 3; z += 7) {
            for (double w = 0.1; w < 0.9; w += 0.2) {
                boolean on = random.nextInt(100) < (lit ? 34 : 70);
                if (!on) {
                    continue;
                }
                double wx0 = x0 + (x1 - x0) * w;
                double wy0 = y0 + (y1 - y0) * w;
                double wx1 = x0 + (x1 - x0) * (w + 0.1);
                double wy1 = y0 + (y1 - y0) * (w + 0.1);
                if (lit) {
                    stage.shine(
                            new Color(255, 222, 160, 190),
                            wx0,
                            wy0,
                            z,
                            wx1,
                            wy1,
                            z,
                            wx1,
                            wy1,
                            z + 2.6,
                            wx0,
                            wy0,
                            z + 2.6);
                } else {
                    stage.wall(new Color(0x6E7C8A), 0.9, wx0, wy0, wx1, wy1, z, z + 3.4);
                }
            }
        }
    }
}
