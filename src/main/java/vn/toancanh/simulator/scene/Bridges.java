package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Bridges over the Red River, seen from the bank. */
final class Bridges {
    private static final Color RIVER = new Color(0x95977C);
    private static final Color STONE = new Color(0xC4BAA8);

    private Bridges() {}

    /** A bridge seen from the bank: an iron truss, or stays from pylons. */
    static World bridge(SplittableRandom random, Mood mood, double loop) {
        boolean stayed = random.nextBoolean();
        double y = 50 + random.nextDouble() * 26;
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
        Water.water(world, random, random.nextInt(3) == 0 ? Water.LAKE : RIVER, -400, 2, 400, 240);
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
        Water.boat(world, random, 22 + random.nextInt(14), 1);
        Water.boat(world, random, 44 + random.nextInt(10), -1);
        world.stand(0, 1, stage -> {
            for (double x = -60; x < 60; x += 2) {
                stage.limb(STONE, 0.9, x, 1.4, 0, x, 1.4, 1.1, 0.22);
            }
            stage.limb(STONE, 1, -70, 1.4, 1.1, 70, 1.4, 1.1, 0.2);
        });
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
}
