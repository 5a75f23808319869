package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Walks round the lakes. */
final class Lakes {
    private static final Color STONE = new Color(0xC4BAA8);

    private Lakes() {}

    /** A walk along a lake, with the tower on its island. */
    static World lakeside(SplittableRandom random, Mood mood, double loop) {
        int shore = random.nextBoolean() ? 1 : -1;
        View view = new View(
                -shore * 4,
                -9,
                5 + random.nextDouble() * 4,
                shore * (8 + random.nextDouble() * 14),
                5 + random.nextDouble() * 5,
                64);
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> Sky.skyline(stage, seed, 330, 80));
        Water.water(world, random, Water.LAKE, -300, -30, 300, 150);
        world.ground.add(stage -> {
            stage.ground(new Color(0x6E8A52), -400, 150, 400, 150, 400, 400, -400, 400);
            double s = -shore;
            stage.ground(STONE, 0, -20, s * 2, 30, s * 9, 80, s * 26, 150, s * 200, 150, s * 200, -20);
            stage.ground(
                    Street.PAVING, s * 0.8, -20, s * 2.8, 30, s * 9.8, 80, s * 26.8, 150, s * 200, 150, s * 200, -20);
            stage.ground(Street.GRASS, s * 7.5, -20, s * 9.5, 30, s * 17, 80, s * 35, 150, s * 200, 150, s * 200, -20);
            for (double y = -12; y < 90; y += 3) {
                double x = edge(y) * s;
                stage.ground(
                        new Color(110, 100, 86, 60),
                        x + s * 0.8,
                        y,
                        x + s * 7,
                        y,
                        x + s * 7,
                        y + 0.08,
                        x + s * 0.8,
                        y + 0.08);
            }
        });
        for (int i = 0; i < 34; i++) {
            double x = -150 + random.nextDouble() * 300;
            double y = 152 + random.nextDouble() * 20;
            int kind = random.nextInt(6) == 0 ? 3 : random.nextInt(3);
            long own = random.nextLong();
            double high = 9 + random.nextDouble() * 7;
            world.solid(x, y, stage -> Greenery.tree(stage, x, y, high, kind, own));
        }
        int feature = random.nextInt(3);
        double ix = shore * (22 + random.nextDouble() * 16);
        double iy = 74;
        if (feature == 0) {
            world.solid(ix, iy, stage -> tower(stage, ix, iy));
        } else if (feature == 1) {
            world.solid(ix, iy, stage -> pavilion(stage, ix, iy));
        }
        Water.boat(world, random, feature == 2 ? 36 : 46, shore);
        for (double y = 13; y < 80; y += 10 + random.nextDouble() * 5) {
            double ty = y;
            double tx = -shore * (edge(y) + 1.4);
            long own = random.nextLong();
            boolean willow = random.nextInt(3) > 0;
            double high = 6 + random.nextDouble() * 2;
            int kind = random.nextInt(5);
            world.stand(tx, ty, stage -> {
                if (willow) {
                    Greenery.willow(stage, tx, ty, high, own);
                } else {
                    Greenery.tree(stage, tx, ty, high + 1, kind, own);
                }
            });
            double bx = -shore * (edge(y) + 8.5);
            world.stand(bx, ty + 3, stage -> bench(stage, bx, ty + 3));
            if (random.nextBoolean()) {
                Street.lamp(world, -shore * (edge(y) + 7.6), ty + 5, shore * 1.2, 0, 5, true);
            }
            int far = random.nextInt(5);
            world.stand(bx - shore * 6, ty, stage -> Greenery.tree(stage, bx - shore * 6, ty, high + 3, far, own + 1));
        }
        double s = -shore;
        Track there = Track.smooth(s * 3, -20, 0, s * 5, 30, 0, s * 12, 80, 0, s * 24, 130, 0);
        Track back = Track.smooth(s * 26, 130, 0, s * 14, 80, 0, s * 7, 30, 0, s * 5, -20, 0);
        Street.walkers(world, random, there, back, 5);
        Street.bikes(world, random, back, 4, 22, 1);
        return world;
    }

    private static double edge(double y) {
        return y < 30 ? 0.5 + (y + 20) / 50 * 2 : y < 80 ? 2.5 + (y - 30) / 50 * 7 : 9.5 + (y - 80) / 70 * 17;
    }

    private static void tower(Stage stage, double x, double y) {
        stage.ground(new Color(0x7C8F5A), Greenery.ring(x, y, 8));
        Color wall = stage.mood.dark() ? new Color(0xFFF0C0) : new Color(0xD8CDB0);
        for (int tier = 0; tier < 3; tier++) {
            double half = 3.2 - tier * 0.9;
            double low = 0.4 + tier * 3.4;
            new Solid(stage, x, y, 0.3).box(-half, half, half * 2, low, low + 3, wall, wall);
            Solid roof = new Solid(stage, x, y, 0.3);
            roof.taper(
                    -half - 0.4,
                    half + 0.4,
                    half * 2 + 0.8,
                    -half + 0.5,
                    half - 0.5,
                    half * 2 - 1,
                    low + 3,
                    low + 3.5,
                    new Color(0x8A5A42),
                    new Color(0x8A5A42),
                    new Color(0x9A6A50));
            for (double d = -half + 0.8; d < half - 0.2; d += 1.6) {
                roof.mark(-1, -half - 0.02, d, d + 0.8, low + 0.4, low + 2.1, new Color(0x4A4438), false);
            }
        }
        if (stage.mood.lamps) {
            stage.glow(new Color(0xFFD27A), x, y, 5, 11, 0.4);
        }
        stage.ground(new Color(230, 220, 190, 60), x - 2.5, y - 8, x + 2.5, y - 8, x + 1.4, y - 32, x - 1.4, y - 32);
    }

    private static void pavilion(Stage stage, double x, double y) {
        Color red = new Color(0xA23B30);
        for (int i = -1; i <= 1; i++) {
            stage.limb(red, 1, x + i * 3.4, y, 0, x + i * 3.4, y, 3.4, 0.4);
        }
        stage.wall(new Color(0x9A4A36), 1, x - 6, y, x + 6, y, 3.3, 4);
        stage.face(new Color(0xA9583F), 1, x - 6.5, y, 4, x + 6.5, y, 4, x + 3.5, y, 6, x - 3.5, y, 6);
        stage.limb(red, 1, x - 60, y + 4, 2.2, x - 4, y + 1, 1.2, 0.6);
        for (double px = -56; px < -4; px += 4) {
            stage.limb(red, 0.8, x + px, y + 3, 0, x + px, y + 3, 2, 0.3);
        }
        stage.ground(new Color(0x7C8F5A), Greenery.ring(x, y + 2, 9));
        if (stage.mood.lamps) {
            stage.glow(new Color(0xFFB45A), x, y, 3, 8, 0.5);
        }
    }

    private static void bench(Stage stage, double x, double y) {
        Solid bench = new Solid(stage, x, y, 0);
        bench.box(-0.9, 0.9, 0.5, 0.35, 0.5, new Color(0x7A6048), new Color(0x93755A));
    }
}
