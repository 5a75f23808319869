package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Trees, hedges and flower beds. */
final class Greenery {
    /** Corners of what {@link #ring} makes. */
    static final int RING = 44;

    private static final Color BARK = new Color(0x5B4A3A);
    private static final int[][] CROWNS = {
        {0x3F6B38, 0x568A48, 0x74A85E},
        {0x3A6040, 0x4F7F52, 0x6E9E68},
        {0x55753A, 0x6F9148, 0x90AE62},
        {0x4C6E3C, 0x9A4A34, 0xC8563A},
        {0x4F6F48, 0x8A6FA6, 0xA98CC0}
    };

    private Greenery() {}

    /** A broad-leaved street tree; {@code kind} 0 to 2 green, 3 in red blossom, 4 in purple blossom. */
    static void tree(Stage stage, double x, double y, double high, int kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] crown = CROWNS[kind % CROWNS.length];
        stage.ground(
                new Color(10, 14, 12, (int) (150 * stage.mood.shadow)),
                ring(x + high * 0.12, y - high * 0.1, high * 0.34));
        double trunk = 0.16 + high * 0.018;
        stage.limb(BARK, 0.8, x, y, 0, x + 0.1, y, high * 0.55, trunk * 2);
        stage.limb(BARK, 0.7, x, y, high * 0.35, x + high * 0.13, y, high * 0.6, trunk);
        stage.limb(BARK, 0.7, x, y, high * 0.35, x - high * 0.12, y, high * 0.62, trunk);
        double cx = Math.cos(stage.lens.yaw());
        double sx = -Math.sin(stage.lens.yaw());
        for (int layer = 0; layer < 3; layer++) {
            Color leaf = new Color(crown[layer]);
            int blobs = layer == 2 ? 14 : 17;
            for (int i = 0; i < blobs; i++) {
                double a = random.nextDouble() * Math.PI * 2;
                double r = Math.sqrt(random.nextDouble()) * high * 0.30;
                double side = Math.cos(a) * r - layer * high * 0.025;
                double up = Math.sin(a) * r * 0.62 + layer * high * 0.045;
                double size = high * (0.112 - layer * 0.027) * (0.75 + 0.5 * random.nextDouble());
                stage.ball(leaf, 0.88 + layer * 0.06, x + cx * side, y + sx * side, high * 0.70 + up, size);
            }
        }
    }

    /** A palm. */
    static void palm(Stage stage, double x, double y, double high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        stage.limb(new Color(0x8A7B66), 0.9, x, y, 0, x + 0.2, y, high, 0.42);
        double cx = Math.cos(stage.lens.yaw());
        double sx = -Math.sin(stage.lens.yaw());
        for (int i = 0; i < 11; i++) {
            double a = Math.PI * (-0.15 + 1.3 * i / 10.0) + random.nextDouble() * 0.1;
            double mx = Math.cos(a) * 1.2;
            double mz = Math.sin(a) * 1.0 + 0.3;
            double ex = Math.cos(a) * 2.4;
            double ez = Math.sin(a) * 1.1 - 0.5;
            Color leaf = new Color(i % 2 == 0 ? 0x4F7F46 : 0x6A9A55);
            stage.limb(leaf, 1, x, y, high, x + cx * mx, y + sx * mx, high + mz, 0.34);
            stage.limb(leaf, 0.9, x + cx * mx, y + sx * mx, high + mz, x + cx * ex, y + sx * ex, high + ez, 0.26);
        }
    }

    /** A willow over water. */
    static void willow(Stage stage, double x, double y, double high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        stage.limb(BARK, 0.7, x, y, 0, x + high * 0.08, y, high * 0.7, 0.5);
        double cx = Math.cos(stage.lens.yaw());
        double sx = -Math.sin(stage.lens.yaw());
        for (int i = 0; i < 120; i++) {
            double side = (random.nextDouble() - 0.5) * high * 0.95;
            double top = high * (0.98 - 0.55 * Math.pow(side / high, 2) * 2 - random.nextDouble() * 0.14);
            double hang = high * (0.16 + 0.42 * random.nextDouble());
            Color leaf = new Color(new int[] {0x4E7440, 0x6F9653, 0x8DB268}[random.nextInt(3)]);
            stage.limb(
                    leaf,
                    1,
                    x + cx * side,
                    y + sx * side,
                    top,
                    x + cx * side * 1.08,
                    y + sx * side * 1.08,
                    top - hang,
                    0.11);
        }
        for (int i = 0; i < 12; i++) {
            double side = (random.nextDouble() - 0.5) * high * 0.6;
            stage.ball(new Color(0x6F9653), 1, x + cx * side, y + sx * side, high * 0.88, high * 0.09);
        }
    }

    /** A clipped hedge from one point to another. */
    static void hedge(
            Stage stage, double x0, double y0, double x1, double y1, double high, boolean flowers, long seed) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        Solid block = new Solid(stage, x0, y0, Math.atan2(x1 - x0, y1 - y0));
        block.box(0, length, 0.9, 0, high, new Color(0x4A6F3E), new Color(0x6B9455));
        if (flowers) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] petals = {0xD8566A, 0xF0C93A, 0xE8E4EE, 0xC87BC0};
            for (double s = 0.4; s < length; s += 0.9) {
                double px = x0 + (x1 - x0) * s / length;
                double py = y0 + (y1 - y0) * s / length;
                stage.ball(new Color(petals[random.nextInt(4)]), 1, px, py, high + 0.05, 0.16);
            }
        }
    }

    /** The corners of a circle on the ground. */
    static double[] ring(double x, double y, double radius) {
        double[] xy = new double[2 * RING];
        for (int i = 0; i < RING; i++) {
            xy[2 * i] = x + radius * Math.cos(2 * Math.PI * i / RING);
            xy[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / RING);
        }
        return xy;
    }
}
