package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Narrow streets: the market and the alley. */
final class Lanes {
    private static final int[] CANVAS = {0xB7443C, 0x2F6DB0, 0xE0B04A, 0x3B7A5E, 0xE8E2D2, 0xC9703A, 0x7A4B9A};
    private static final int[] FRUIT = {0xE0762C, 0xC9362E, 0xE8C63A, 0x7FAF4A, 0x9A3E6A, 0xF0E6D0, 0x5E8F3A};

    private Lanes() {}

    /** A market street between shop houses, stalls along both sides. */
    static World market(SplittableRandom random, Mood mood, double loop) {
        double half = 4.2 + random.nextDouble() * 1.6;
        View view = new View(
                random.nextDouble() * 3 - 1.5,
                -9,
                5.2 + random.nextDouble() * 3,
                random.nextDouble() * 16 - 8,
                9 + random.nextDouble() * 6,
                62);
        World world = open(random, view, mood, loop);
        world.ground.add(stage -> {
            stage.ground(Street.KERB, -half - 2.6, -20, half + 2.6, -20, half + 2.6, 260, -half - 2.6, 260);
            stage.ground(new Color(0x84807A), -half, -20, half, -20, half, 260, -half, 260);
        });
        int least = 2 + random.nextInt(2);
        Houses.row(world, random, -half - 2.6, 150, -half - 2.6, -8, least, least + 3);
        Houses.row(world, random, half + 2.6, -8, half + 2.6, 150, least, least + 3);
        for (int side = -1; side <= 1; side += 2) {
            for (double y = 0; y < 80; y += 3.6 + random.nextDouble() * 2.4) {
                if (random.nextInt(100) < 78) {
                    stall(world, random, side * (half + 0.6), y, side);
                }
            }
        }
        lanterns(world, random, half);
        Street.bikes(world, random, Track.line(half * 0.45, -14, half * 0.45, 130), 5.5, 10, half * 0.7);
        Street.bikes(world, random, Track.line(-half * 0.45, 130, -half * 0.45, -14), 5, 10, half * 0.7);
        Street.walkers(
                world,
                random,
                Track.line(half * 0.75, -12, half * 0.75, 60),
                Track.line(-half * 0.75, 60, -half * 0.75, -12),
                9);
        return world;
    }

    private static World open(SplittableRandom random, View view, Mood mood, double loop) {
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> stage.ground(Street.PAVING, -300, -20, 300, -20, 300, 700, -300, 700));
        world.ground.add(stage -> Sky.skyline(stage, seed, 240, 60));
        return world;
    }

    private static void stall(World world, SplittableRandom random, double x, double y, int side) {
        Color canvas = new Color(CANVAS[random.nextInt(CANVAS.length)]);
        boolean parasol = random.nextBoolean();
        long seed = random.nextLong();
        world.stand(x, y, stage -> {
            SplittableRandom own = new SplittableRandom(seed);
            Solid table = new Solid(stage, x, y, 0);
            table.box(-1.2, 1.2, 1.3, 0, 0.75, new Color(0x7A6048), new Color(0x9A7E60));
            for (int i = 0; i < 14; i++) {
                Color fruit = new Color(FRUIT[own.nextInt(FRUIT.length)]);
                stage.ball(fruit, 1, x + (own.nextDouble() - 0.5), y + (own.nextDouble() - 0.5) * 2, 0.9, 0.17);
            }
            if (parasol) {
                stage.limb(new Color(0xD9D9D4), 1, x, y, 0.7, x, y, 2.5, 0.08);
                double[] ring = Greenery.ring(x, y, 1.7);
                for (int i = 0; i < Greenery.RING; i++) {
                    int j = (i + 1) % Greenery.RING;
                    stage.face(
                            canvas,
                            i / 6 % 2 == 0 ? 1.05 : 0.85,
                            ring[2 * i],
                            ring[2 * i + 1],
                            2.1,
                            ring[2 * j],
                            ring[2 * j + 1],
                            2.1,
                            x,
                            y,
                            2.8);
                }
            } else {
                stage.limb(new Color(0xD9D9D4), 1, x - side * 0.8, y - 1.4, 0, x - side * 0.8, y - 1.4, 2.2, 0.08);
                stage.face(
                        canvas,
                        1,
                        x - side * 1.1,
                        y - 1.6,
                        2.15,
                        x - side * 1.1,
                        y + 1.6,
                        2.15,
                        x + side * 1.2,
                        y + 1.6,
                        2.9,
                        x + side * 1.2,
                        y - 1.6,
                        2.9);
            }
            if (stage.mood.lamps) {
                stage.lamp(new Color(0xFFF0C0), x - side * 0.3, y, 2.0, 0.12);
                stage.glow(new Color(0xFFD890), x - side * 0.3, y, 2.0, 1.6, 0.5);
            }
        });
        if (world.mood.dark()) {
            world.pools.add(stage -> stage.pool(new Color(0xFFD890), x - side * 0.8, y, 3.2, 0.36));
        }
        if (random.nextInt(3) > 0) {
            Actor seller = Riders.walker(random);
            world.live(x + side * 0.9, y, (stage, t) -> seller.draw(stage, x + side * 0.9, y, 0, side * 1.5, 0));
        }
    }

    private static void lanterns(World world, SplittableRandom random, double half) {
        if (random.nextInt(3) == 0) {
            return;
        }
        Color colour = new Color(random.nextBoolean() ? 0xD8362E : 0xF0B83A);
        for (double y = 8; y < 70; y += 11) {
            double at = y;
            world.stand(0, at, stage -> {
                for (int i = -4; i < 4; i++) {
                    double a = i / 4.0;
                    double b = (i + 1) / 4.0;
                    stage.limb(
                            new Color(0x3A3A3A),
                            1,
                            a * (half + 2),
                            at,
                            5.2 + a * a,
                            b * (half + 2),
                            at,
                            5.2 + b * b,
                            0.04);
                }
                for (int i = -3; i <= 3; i++) {
                    double a = i / 4.0;
                    double z = 4.85 + a * a;
                    if (stage.mood.lamps) {
                        stage.lamp(colour, a * (half + 2), at, z, 0.3);
                        stage.glow(colour, a * (half + 2), at, z, 1.1, 0.4);
                    } else {
                        stage.ball(colour, 1, a * (half + 2), at, z, 0.3);
                    }
                }
            });
        }
    }

    /** A residential alley: walls, doors, flower pots, wires overhead. */
    static World alley(SplittableRandom random, Mood mood, double loop) {
        double half = 2.2 + random.nextDouble() * 1.1;
        View view = new View(
                (random.nextDouble() - 0.5) * half,
                -7,
                3.9 + random.nextDouble() * 1.6,
                random.nextDouble() * 12 - 6,
                8 + random.nextDouble() * 6,
                62);
        World world = open(random, view, mood, loop);
        Color floor = new Color(new int[] {0x9A948A, 0xA58F7C, 0x8C9094}[random.nextInt(3)]);
        world.ground.add(stage -> {
            stage.ground(floor, -half, -20, half, -20, half, 200, -half, 200);
            for (double y = -8; y < 60; y += 1.2) {
                stage.ground(new Color(70, 64, 58, 46), -half, y, half, y, half, y + 0.05, -half, y + 0.05);
            }
            stage.ground(
                    new Color(70, 70, 70, 120), -half + 0.2, -20, -half + 0.5, -20, -half + 0.5, 200, -half + 0.2, 200);
        });
        int least = 2 + random.nextInt(2);
        Houses.row(world, random, -half, 64, -half, -8, least, least + 3);
        Houses.row(world, random, half, -8, half, 64, least, least + 3);
        Houses.row(world, random, 14, 66, -14, 66, least, least + 2);
        for (int side = -1; side <= 1; side += 2) {
            for (double y = 0; y < 56; y += 2 + random.nextDouble() * 3) {
                furnish(world, random, side * (half - 0.45), y);
            }
        }
        for (double y = 5; y < 50; y += 9) {
            double at = y;
            world.stand(0, at, stage -> {
                for (int wire = 0; wire < 4; wire++) {
                    double z = 5 + wire * 0.25;
                    stage.limb(new Color(0x26282A), 1, -half, at + wire * 0.5, z, 0, at + 0.4, z - 0.45, 0.05);
                    stage.limb(new Color(0x26282A), 1, 0, at + 0.4, z - 0.45, half, at - wire * 0.3, z, 0.05);
                }
            });
            Street.lamp(world, (at > 20 ? 1 : -1) * (half - 0.15), at + 2, at > 20 ? -0.7 : 0.7, 0, 4.6, true);
        }
        Street.walkers(world, random, Track.line(0.5, -10, 0.5, 62), Track.line(-0.5, 62, -0.5, -10), 3);
        Street.bikes(world, random, Track.line(0.6, -10, 0.6, 62), 3.4, 24, 1);
        Street.bikes(world, random, Track.line(-0.6, 62, -0.6, -10), 3.1, 26, 1);
        return world;
    }

    private static void furnish(World world, SplittableRandom random, double x, double y) {
        int kind = random.nextInt(5);
        long seed = random.nextLong();
        if (kind < 2) {
            world.stand(x, y, stage -> {
                new Solid(stage, x, y, 0)
                        .taper(
                                -0.2,
                                0.2,
                                0.4,
                                -0.26,
                                0.26,
                                0.52,
                                0,
                                0.45,
                                new Color(0xA9583F),
                                new Color(0xA9583F),
                                new Color(0x5A4436));
                SplittableRandom own = new SplittableRandom(seed);
                for (int i = 0; i < 9; i++) {
                    stage.ball(
                            new Color(i % 3 == 0 ? 0xD8566A : i % 3 == 1 ? 0x4F7F46 : 0x6A9A55),
                            1,
                            x + (own.nextDouble() - 0.5) * 0.6,
                            y,
                            0.6 + own.nextDouble() * 0.6,
                            0.16);
                }
            });
        } else if (kind == 2) {
            Actor parked = Riders.parked(random);
            world.stand(x, y, stage -> parked.draw(stage, x * 0.9, y, 0, 0.5, 0));
        } else if (kind == 3) {
            world.stand(x, y, stage -> {
                Solid stool = new Solid(stage, x, y, 0);
                stool.box(-0.3, 0.3, 0.5, 0, 0.45, new Color(0x2F6DB0), new Color(0x4A8AD0));
                new Solid(stage, x, y + 0.8, 0).box(-0.2, 0.2, 0.35, 0, 0.3, new Color(0xB7443C), new Color(0xD0605A));
            });
        }
    }
}
