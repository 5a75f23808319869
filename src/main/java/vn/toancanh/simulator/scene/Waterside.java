package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Places by the water: bridges over the Red River, walks round the lakes. */
final class Waterside {
    private static final Color RIVER = new Color(0x9A8B74);
    private static final Color LAKE = new Color(0x6F9C94);
    private static final Color STONE = new Color(0xC4BAA8);

    private Waterside() {}

    private static void water(
            World world, SplittableRandom random, Color colour, double x0, double y0, double x1, double y1) {
        long seed = random.nextLong();
        world.ground.add(stage -> {
            stage.ground(colour, x0, y0, x1, y0, x1, y1, x0, y1);
            SplittableRandom ripple = new SplittableRandom(seed);
            boolean dark = stage.mood.dark();
            for (int i = 0; i < 420; i++) {
                double part = ripple.nextDouble();
                double y = y0 + (y1 - y0) * part * part;
                double x = x0 + (x1 - x0) * ripple.nextDouble();
                double wide = 1.5 + ripple.nextDouble() * (3 + y * 0.06);
                Color line = i % 2 == 0 ? new Color(255, 255, 255, dark ? 16 : 34) : new Color(20, 40, 50, 26);
                stage.ground(
                        line,
                        x,
                        y,
                        x + wide,
                        y + 0.05,
                        x + wide * 0.8,
                        y + 0.12 + y * 0.004,
                        x + wide * 0.2,
                        y + 0.1 + y * 0.004);
            }
        });
        // a glitter that moves
        world.live(0, y1, (stage, t) -> {
            SplittableRandom spark = new SplittableRandom(seed + 1);
            Color light = stage.mood.dark() ? new Color(255, 214, 140, 90) : new Color(255, 255, 255, 110);
            for (int i = 0; i < 70; i++) {
                double y = y0 + 2 + (y1 - y0 - 2) * Math.pow(spark.nextDouble(), 2);
                double x = x0 + (x1 - x0) * spark.nextDouble();
                double turn = Math.sin(2 * Math.PI * (t / world.loopSeconds * (2 + i % 4) + spark.nextDouble()));
                if (turn > 0.45) {
                    double wide = (turn - 0.3) * (0.8 + y * 0.012);
                    stage.ground(light, x - wide, y, x, y - 0.06, x + wide, y, x, y + 0.06 + y * 0.002);
                }
            }
        });
    }

    /** A bridge seen from the bank: an iron truss, or stays from pylons. */
    static World bridge(SplittableRandom random, Mood mood, double loop) {
        boolean stayed = random.nextBoolean();
        double y = 62 + random.nextDouble() * 34;
        View view = new View(
                random.nextDouble() * 30 - 15,
                -8,
                7 + random.nextDouble() * 5,
                random.nextDouble() * 24 - 12,
                1.5 + random.nextDouble() * 4,
                62);
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> stage.ground(new Color(0x8AA070), -900, 240, 900, 240, 900, 1500, -900, 1500));
        world.ground.add(stage -> Sky.skyline(stage, seed, 420, 90));
        water(world, random, random.nextInt(3) == 0 ? LAKE : RIVER, -400, 2, 400, 240);
        world.ground.add(stage -> {
            stage.ground(Street.GRASS, -200, -20, 200, -20, 200, 4, -200, 6);
            stage.ground(Street.PAVING, -200, -4, 200, -4, 200, -1, -200, -1);
        });
        double deck = 9;
        Color steel = new Color(new int[] {0x7E6A58, 0x5E7480, 0x8A8F94, 0x6E5A52}[random.nextInt(4)]);
        double span = stayed ? 84 : 46;
        for (double px = -span * 3; px <= span * 3; px += span) {
            double at = px;
            world.stand(px, y + 0.5, stage -> {
                new Solid(stage, at, y, 0).taper(-3, 3, 4.5, -2.5, 2.5, 3, 0, deck - 1, STONE, STONE, STONE);
                stage.ground(
                        new Color(20, 30, 36, 60),
                        at - 2.2,
                        y - 3,
                        at + 2.2,
                        y - 3,
                        at + 1.6,
                        y - 24,
                        at - 1.6,
                        y - 24);
            });
        }
        world.stand(0, y + 6, stage -> {
            stage.wall(new Color(0x8D8C88), 0.9, -320, y - 4, 320, y - 4, deck - 1.3, deck + 0.3);
            stage.level(Street.ASPHALT, 1, deck, -320, y - 4, 320, y - 4, 320, y + 4, -320, y + 4);
        });
        if (stayed) {
            pylons(world, y, deck, span, new Color(new int[] {0xE6E3DA, 0xD9B24A, 0xC9CDD0}[random.nextInt(3)]));
        } else {
            truss(world, y, deck, span, steel);
        }
        Street.cars(world, random, Track.line(-170, y - 2, deck, 170, y - 2, deck), 12, 17);
        Street.cars(world, random, Track.line(170, y + 2.4, deck, -170, y + 2.4, deck), 12, 18);
        Street.bikes(world, random, Track.line(-170, y - 3.2, deck, 170, y - 3.2, deck), 9.5, 11, 1);
        boat(world, random, 22 + random.nextInt(14), 1);
        boat(world, random, 44 + random.nextInt(10), -1);
        for (int i = 0; i < 6; i++) {
            double tx = -50 + random.nextDouble() * 100;
            double ty = 3 + random.nextDouble() * 3;
            long own = random.nextLong();
            world.stand(tx, ty, stage -> Greenery.palm(stage, tx, ty, 1.2 + (own & 3), own));
        }
        Street.walkers(world, random, Track.line(-40, -2.2, 40, -2.2), Track.line(40, -3, -40, -3), 2);
        return world;
    }

    private static void truss(World world, double y, double deck, double span, Color steel) {
        DoubleUnaryOperator top = x -> {
            double part = Math.abs((x % span + span) % span / span - 0.5) * 2;
            return deck + 4.5 + 6.5 * (1 - part * part);
        };
        for (double side : new double[] {4.2, -4.2}) {
            World.Part frame = stage -> {
                for (double x = -span * 3; x < span * 3; x += span / 10) {
                    double next = x + span / 10;
                    stage.limb(
                            steel,
                            0.95,
                            x,
                            y + side,
                            top.applyAsDouble(x),
                            next,
                            y + side,
                            top.applyAsDouble(next),
                            0.7);
                    stage.limb(steel, 0.85, x, y + side, deck, x, y + side, top.applyAsDouble(x), 0.4);
                    stage.limb(steel, 0.8, x, y + side, deck, next, y + side, top.applyAsDouble(next), 0.3);
                    stage.limb(steel, 0.9, x, y + side, deck + 1.1, next, y + side, deck + 1.1, 0.14);
                }
                stage.limb(steel, 0.9, -span * 3, y + side, deck - 0.2, span * 3, y + side, deck - 0.2, 0.7);
            };
            world.standing.add(new World.Placed<>(world.depth(0, y + side) + (side > 0 ? 3 : -3), frame));
        }
    }

    private static void pylons(World world, double y, double deck, double span, Color colour) {
        double high = 40;
        world.standing.add(new World.Placed<>(world.depth(0, y) - 6, stage -> {
            for (double x = -span * 2; x <= span * 2; x += span) {
                stage.limb(colour, 1, x, y - 5.4, 0, x, y, high, 1.7);
                stage.limb(colour, 0.85, x, y + 5.4, 0, x, y, high, 1.7);
                stage.limb(colour, 1, x, y, high - 1, x, y, high + 5, 1.3);
                for (int i = 1; i <= 9; i++) {
                    double foot = span / 2 * i / 9.5;
                    double z = high - 9 + i;
                    Color stay = stage.mood.dark() ? new Color(0xE8C070) : new Color(0xE9E6DC);
                    stage.limb(stay, 1, x, y, z, x - foot, y - 3.6, deck + 0.4, 0.22);
                    stage.limb(stay, 1, x, y, z, x + foot, y - 3.6, deck + 0.4, 0.22);
                }
                if (stage.mood.lamps) {
                    stage.glow(new Color(0xFFC46A), x, y, high * 0.6, 16, 0.3);
                    stage.lamp(new Color(0xFF5A4A), x, y, high + 5.2, 0.3);
                }
            }
            stage.limb(new Color(0xB9BEC2), 1, -320, y - 4.2, deck + 1.1, 320, y - 4.2, deck + 1.1, 0.16);
        }));
    }

    private static void boat(World world, SplittableRandom random, double y, int way) {
        Color hull = new Color(new int[] {0x5A4636, 0x3E5C70, 0x7A3B30}[random.nextInt(3)]);
        Actor boat = (stage, x, by, z, heading, pace) -> {
            Solid at = new Solid(stage, x, by, heading);
            at.taper(-6, 6, 2.4, -6.6, 7.4, 3, 0.05, 1.1, hull, hull, new Color(0xA08A6A));
            at.box(-5, -1, 2.2, 1.1, 2.6, new Color(0xD8D2C4), new Color(0x9A4A38));
            stage.ground(
                    new Color(255, 255, 255, 46),
                    x - way * 6,
                    by - 0.2,
                    x - way * 22,
                    by - 1.6,
                    x - way * 22,
                    by + 0.6);
            if (stage.mood.lamps) {
                stage.lamp(new Color(0xFFE0A0), at.px(-3, 0), at.py(-3, 0), 3.1, 0.2);
                stage.glow(new Color(0xFFE0A0), at.px(-3, 0), at.py(-3, 0), 3.1, 1.6, 0.5);
            }
        };
        double half = y * 0.9 + 18;
        double speed = 2 * half / world.loopSeconds / 2;
        Track track = way > 0 ? Track.line(-half - 20, y, half + 20, y) : Track.line(half + 20, y, -half - 20, y);
        // one boat in sight: the pattern is as long as half the way, so its double is as far off again
        world.flows.add(new Stream(
                track, speed, world.loopSeconds, java.util.List.of(new Stream.Member(boat, speed * 3, 0, 0))));
    }

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
        water(world, random, LAKE, -300, -30, 300, 150);
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
        boat(world, random, feature == 2 ? 36 : 46, shore);
        for (double y = 2; y < 76; y += 9 + random.nextDouble() * 5) {
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
