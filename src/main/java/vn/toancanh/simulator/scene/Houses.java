package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Houses: the narrow tall ones of Hanoi's streets, offices, and blocks of flats. */
final class Houses {
    private static final int[] WALLS = {
        0xE8C57C, 0xF0E3C4, 0xBCCDB0, 0xB9CBD8, 0xE2C0B0, 0xF1EFE8, 0xC98E6A, 0xD9CBB2, 0xE6D59A, 0xAFC2B8, 0xDDB3A0
    };
    private static final int[] SIGNS = {0xC23B36, 0x2F6DB0, 0xE0A227, 0x2E8B62, 0xF0F0EC, 0x7A4B9A, 0xE5702E, 0x1F8A9A};
    private static final int[] AWNINGS = {0xB7443C, 0x3B7A5E, 0x3A68A0, 0xE0B04A, 0xD9D6CC, 0x8A5A3C};
    private static final Color GLASS = new Color(0x46545F);
    private static final Color WARM = new Color(0xFFDFA0);
    private static final Color SHADE = new Color(0x3B3A3A);

    private Houses() {}

    /** A house in a row: its front runs from (x, y) in direction (dx, dy), the street lies to the left of that. */
    record Plot(double x, double y, double dx, double dy, double width, double deep) {
        double px(double a, double out) {
            return x + dx * a - dy * out;
        }

        double py(double a, double out) {
            return y + dy * a + dx * out;
        }
    }

    /** Puts a row of houses along a line, the street on its left hand. */
    static void row(
            World world, SplittableRandom random, double x0, double y0, double x1, double y1, int least, int most) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double dx = (x1 - x0) / length;
        double dy = (y1 - y0) / length;
        double at = 0;
        while (at < length - 2) {
            double width = 3.6 + random.nextDouble() * 3;
            if (random.nextInt(7) == 0) {
                width *= 2.1;
            }
            width = Math.min(width, length - at);
            Plot plot = new Plot(x0 + dx * at, y0 + dy * at, dx, dy, width, 11 + random.nextDouble() * 4);
            int floors = least + random.nextInt(most - least + 1);
            long seed = random.nextLong();
            world.solid(plot.px(width / 2, -4), plot.py(width / 2, -4), stage -> house(stage, plot, floors, seed));
            at += width;
        }
    }

    /** One house: shop on the ground, flats over it. */
    static void house(Stage stage, Plot plot, int floors, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Color wall = new Color(WALLS[random.nextInt(WALLS.length)]);
        double ground = 3.7;
        double storey = 3.1 + random.nextDouble() * 0.5;
        double high = ground + storey * (floors - 1);
        block(stage, plot, high, wall, random.nextInt(4) == 0);
        if (!fronts(stage, plot)) {
            return;
        }
        shop(stage, plot, ground, random);
        int windows = Math.max(1, (int) Math.round(plot.width / 2.6));
        int style = random.nextInt(3);
        for (int floor = 1; floor < floors; floor++) {
            double low = ground + storey * (floor - 1);
            for (int w = 0; w < windows; w++) {
                double a = plot.width * (w + 0.5) / windows;
                window(stage, plot, a, low, storey, style, random);
            }
            if (style == 1) {
                panel(
                        stage,
                        new Color(0xEDEAE2),
                        plot,
                        0.2,
                        plot.width - 0.2,
                        low + 0.1,
                        low + 0.9,
                        0.6,
                        random.nextInt(3) == 0);
            }
            panel(stage, darker(wall), plot, 0, plot.width, low - 0.1, low + 0.12, 0.08, false);
        }
    }

    /** An office block or block of flats with even rows of windows on all sides. */
    static void tower(
            World world, double x, double y, double width, double deep, double high, double heading, long seed) {
        world.solid(x, y, stage -> {
            SplittableRandom random = new SplittableRandom(seed);
            Color wall = new Color(new int[] {0xC9CCCB, 0xB8C4CC, 0xD8CFBF, 0xA9B4BA, 0xCBB9A4}[random.nextInt(5)]);
            Color pane = new Color(new int[] {0x5C7688, 0x4D5F6C, 0x6E8A98}[random.nextInt(3)]);
            Solid block = new Solid(stage, x, y, heading);
            block.box(-deep / 2, deep / 2, width, 0, high, wall, darker(wall));
            boolean lit = stage.mood.dark();
            for (double z = 4; z < high - 2; z += 3.6) {
                for (double s = -deep / 2 + 0.8; s < deep / 2 - 1.6; s += 2.7) {
                    boolean on = lit && random.nextInt(100) < 45;
                    block.stripe(s, s + 1.8, width + 0.05, z, z + 2.1, on ? WARM : pane, on);
                }
                for (double s = -width / 2 + 0.8; s < width / 2 - 1.6; s += 2.7) {
                    boolean on = lit && random.nextInt(100) < 45;
                    block.mark(1, deep / 2 + 0.03, s, s + 1.8, z, z + 2.1, on ? WARM : pane, on);
                    block.mark(-1, -deep / 2 - 0.03, s, s + 1.8, z, z + 2.1, on ? WARM : pane, on);
                }
            }
        });
    }

    private static void block(Stage stage, Plot p, double high, Color wall, boolean tiled) {
        double[][] c = {
            {p.px(0, 0), p.py(0, 0)}, {p.px(p.width, 0), p.py(p.width, 0)},
            {p.px(p.width, -p.deep), p.py(p.width, -p.deep)}, {p.px(0, -p.deep), p.py(0, -p.deep)}
        };
        for (int i = 3; i >= 0; i--) {
            double[] a = c[i];
            double[] b = c[(i + 1) % 4];
            double nx = -(b[1] - a[1]);
            double ny = b[0] - a[0];
            boolean seen = nx * (stage.lens.x() - a[0]) + ny * (stage.lens.y() - a[1]) > 0;
            if (seen) {
                double length = Math.hypot(nx, ny);
                stage.wall(
                        wall,
                        Solid.sun(nx / length, ny / length) * (i == 0 ? 1.04 : 0.86),
                        a[0],
                        a[1],
                        b[0],
                        b[1],
                        0,
                        high);
            }
        }
        if (stage.lens.z() > high) {
            Color roof = tiled ? new Color(0xA9583F) : new Color(0xB6B1A8);
            stage.level(roof, 1, high, c[0][0], c[0][1], c[1][0], c[1][1], c[2][0], c[2][1], c[3][0], c[3][1]);
            new Solid(stage, p.px(p.width / 2, -p.deep / 2), p.py(p.width / 2, -p.deep / 2), 0)
                    .box(-0.7, 0.7, 1.3, high, high + 1.4, new Color(0xC8CED2), new Color(0xDDE2E5));
        } else if (tiled) {
            panel(stage, new Color(0xA9583F), p, -0.2, p.width + 0.2, high, high + 1.1, 0.4, false);
        }
    }

    private static void shop(Stage stage, Plot p, double ground, SplittableRandom random) {
        boolean open = random.nextInt(100) < 75;
        boolean lit = stage.mood.lamps && open;
        Color inside = open ? new Color(0x5A4E44) : new Color(0x8C9499);
        panel(stage, lit ? new Color(0xF2CF93) : inside, p, 0.3, p.width - 0.3, 0, ground - 0.9, 0.02, lit);
        if (open) {
            for (double a = 0.5; a < p.width - 0.8; a += 0.8) {
                int goods = SIGNS[random.nextInt(SIGNS.length)];
                panel(stage, new Color(goods), p, a, a + 0.55, 0, 0.5 + random.nextDouble() * 0.8, 0.35, false);
            }
        }
        Color sign = new Color(SIGNS[random.nextInt(SIGNS.length)]);
        boolean shining = stage.mood.dark() && open;
        panel(stage, sign, p, 0.1, p.width - 0.1, ground - 0.95, ground - 0.05, 0.25, shining);
        // strokes that read as lettering without being any
        Color letters = sign.getRed() > 220 && sign.getGreen() > 220 ? new Color(0x3A4A6A) : new Color(0xF7F3E6);
        for (double a = 0.5; a < p.width - 0.9; ) {
            double word = 0.3 + random.nextDouble() * 0.7;
            panel(stage, letters, p, a, Math.min(a + word, p.width - 0.4), ground - 0.65, ground - 0.35, 0.28, shining);
            a += word + 0.25;
        }
        if (random.nextInt(100) < 60) {
            Color awning = new Color(AWNINGS[random.nextInt(AWNINGS.length)]);
            stage.face(
                    awning,
                    1.0,
                    p.px(0.1, 0.1),
                    p.py(0.1, 0.1),
                    ground - 0.95,
                    p.px(p.width - 0.1, 0.1),
                    p.py(p.width - 0.1, 0.1),
                    ground - 0.95,
                    p.px(p.width - 0.1, 1.7),
                    p.py(p.width - 0.1, 1.7),
                    ground - 1.55,
                    p.px(0.1, 1.7),
                    p.py(0.1, 1.7),
                    ground - 1.55);
        }
    }

    private static void window(
            Stage stage, Plot p, double a, double low, double storey, int style, SplittableRandom random) {
        boolean on = stage.mood.dark() ? random.nextInt(100) < 42 : stage.mood.lamps && random.nextInt(100) < 18;
        double half = style == 2 ? 0.95 : 0.62;
        Color frame = new Color(0xF2EEE4);
        panel(stage, frame, p, a - half - 0.1, a + half + 0.1, low + 0.75, low + storey - 0.35, 0.02, false);
        panel(stage, on ? WARM : GLASS, p, a - half, a + half, low + 0.85, low + storey - 0.45, 0.04, on);
        if (style == 0) {
            Color shutter = new Color(0x4F7A62);
            panel(stage, shutter, p, a - half - 0.5, a - half, low + 0.8, low + storey - 0.4, 0.06, false);
            panel(stage, shutter, p, a + half, a + half + 0.5, low + 0.8, low + storey - 0.4, 0.06, false);
        }
        if (random.nextInt(100) < 25) {
            panel(stage, new Color(0xDFE2E2), p, a + half - 0.5, a + half + 0.4, low + 0.15, low + 0.7, 0.3, false);
        }
        if (random.nextInt(100) < 14) {
            panel(stage, SHADE, p, a - half, a + half, low + 0.85, low + storey - 0.45, 0.05, false);
        }
    }

    private static boolean fronts(Stage stage, Plot p) {
        return -p.dy * (stage.lens.x() - p.x) + p.dx * (stage.lens.y() - p.y) > 0;
    }

    private static void panel(
            Stage stage,
            Color colour,
            Plot p,
            double a0,
            double a1,
            double low,
            double high,
            double out,
            boolean shining) {
        double[] xyz = {
            p.px(a0, out), p.py(a0, out), low, p.px(a1, out), p.py(a1, out), low,
            p.px(a1, out), p.py(a1, out), high, p.px(a0, out), p.py(a0, out), high
        };
        if (shining) {
            stage.shine(colour, xyz);
        } else {
            stage.face(colour, Solid.sun(-p.dy, p.dx) * 1.02, xyz);
        }
    }

    private static Color darker(Color c) {
        return new Color((int) (c.getRed() * 0.86), (int) (c.getGreen() * 0.86), (int) (c.getBlue() * 0.86));
    }
}
