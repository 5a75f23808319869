package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/** Where trains and buses pass: the level crossing and the bus station. */
final class Stations {
    private Stations() {}

    /** A level crossing: the train passes in the second half of the loop, behind closed barriers. */
    static World railway(SplittableRandom random, Mood mood, double loop) {
        double half = 6.5;
        View view = new View(
                random.nextDouble() * 12 - 6,
                -13,
                6.5 + random.nextDouble() * 4,
                random.nextDouble() * 24 - 12,
                8 + random.nextDouble() * 5,
                60);
        World world = World.city(random, view, mood, loop, new Color(0x9A9A7C));
        Street.road(world, 0, -40, 0, 300, half * 2, 1, false);
        double y = 22 + random.nextDouble() * 6;
        world.ground.add(stage -> {
            stage.ground(new Color(0x8B8378), -200, y - 2.6, 200, y - 2.6, 200, y + 2.6, -200, y + 2.6);
            for (double x = -70; x < 70; x += 0.9) {
                if (Math.abs(x) > half) {
                    stage.ground(new Color(0x5E564C), x, y - 1.6, x + 0.35, y - 1.6, x + 0.35, y + 1.6, x, y + 1.6);
                }
            }
            stage.ground(new Color(0x5A5D60), -half, y - 2.4, half, y - 2.4, half, y + 2.4, -half, y + 2.4);
            for (double rail : new double[] {-0.85, 0.75}) {
                stage.ground(
                        new Color(0xC9CCCE),
                        -200,
                        y + rail,
                        200,
                        y + rail,
                        200,
                        y + rail + 0.13,
                        -200,
                        y + rail + 0.13);
            }
            stage.ground(Street.PAINT, 0.3, y - 5.4, half - 0.3, y - 5.4, half - 0.3, y - 5, 0.3, y - 5);
            stage.ground(Street.PAINT, -half + 0.3, y + 5, -0.3, y + 5, -0.3, y + 5.4, -half + 0.3, y + 5.4);
        });
        double green = 0.3;
        Street.queue(world, random, Track.line(half / 2, -60, half / 2, 170), 60 + y - 6, green, half - 1.4, 1);
        Street.queue(world, random, Track.line(-half / 2, 170, -half / 2, -40), 170 - y - 6, green, half - 1.4, 2);
        barriers(world, half, y);
        train(world, random, y);
        int least = 2 + random.nextInt(2);
        Houses.row(world, random, -half - 6, 150, -half - 6, y + 8, least, least + 3);
        Houses.row(world, random, half + 6, y + 8, half + 6, 150, least, least + 3);
        Houses.row(world, random, -half - 7, y + 7, -half - 70, y + 7, least, least + 2);
        Houses.row(world, random, half + 70, y + 7, half + 7, y + 7, least, least + 2);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 4; i++) {
                double tx = side * (half + 6 + random.nextDouble() * 18);
                double ty = y - 6 - random.nextDouble() * 9;
                int kind = random.nextInt(5);
                long seed = random.nextLong();
                world.stand(tx, ty, stage -> Greenery.tree(stage, tx, ty, 5 + random(seed), kind, seed));
            }
            Street.lamp(world, side * (half + 1), y + 9, -side * 2, 0, 8, true);
        }
        return world;
    }

    private static double random(long seed) {
        return Math.floorMod(seed, 300) / 100.0;
    }

    private static void barriers(World world, double half, double y) {
        double loop = world.loopSeconds;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (half + 0.6);
            double by = y - side * 3.4;
            double reach = side;
            world.stand(
                    x,
                    by,
                    stage -> new Solid(stage, x, by, 0)
                            .box(-0.3, 0.3, 0.6, 0, 1.5, new Color(0xE8E4DA), new Color(0xC9362E)));
            world.live(x, by - 0.1, (stage, t) -> {
                double shut = t < 3.6 ? 0 : t < 5 ? (t - 3.6) / 1.4 : t < loop - 1.2 ? 1 : (loop - t) / 1.2;
                double angle = Math.PI / 2 * (1 - shut) * 0.94;
                for (int i = 0; i < 8; i++) {
                    double a = i * half * 0.26;
                    double b = (i + 1) * half * 0.26;
                    stage.limb(
                            new Color(i % 2 == 0 ? 0xD2352C : 0xF2EFE6),
                            1,
                            x - reach * Math.cos(angle) * a,
                            by,
                            1.15 + Math.sin(angle) * a,
                            x - reach * Math.cos(angle) * b,
                            by,
                            1.15 + Math.sin(angle) * b,
                            0.2);
                }
                boolean warn = shut > 0;
                boolean left = Math.floorMod((int) Math.floor(t * 2), 2) == 0;
                stage.limb(new Color(0x3A3F44), 1, x, by, 1.2, x, by, 3.3, 0.14);
                for (int lamp = -1; lamp <= 1; lamp += 2) {
                    if (warn && left == lamp < 0) {
                        stage.lamp(new Color(0xFF4A3A), x + lamp * 0.4, by, 3.2, 0.24);
                        stage.glow(new Color(0xFF4A3A), x + lamp * 0.4, by, 3.2, 1.2, 0.6);
                    } else {
                        stage.ball(new Color(0x4A2A28), 1, x + lamp * 0.4, by, 3.2, 0.22);
                    }
                }
            });
        }
    }

    private static void train(World world, SplittableRandom random, double y) {
        Color paint = new Color(new int[] {0xB5332C, 0x2C5F9A, 0x2E7D4F}[random.nextInt(3)]);
        Color band = new Color(0xF0EBDC);
        int way = random.nextBoolean() ? 1 : -1;
        world.live(0, y, (stage, t) -> {
            double head = -95 + (t - 5) * 30;
            if (t < 5) {
                return;
            }
            for (int car = 0; car < 6; car++) {
                double back = head - car * 15.2 - 14.5;
                boolean engine = car == 0;
                if (back > 120 || back + 14.5 < -120) {
                    continue;
                }
                Solid body = new Solid(stage, 0, y, way * Math.PI / 2);
                body.box(back + 0.6, back + 14, 2.4, 0.3, 1.1, new Color(0x2A2B2E), new Color(0x2A2B2E));
                body.box(back, back + 14.5, 2.9, 1, 4.1, engine ? new Color(0xC9A23A) : paint, new Color(0xA9ADB0));
                body.stripe(back, back + 14.5, 2.92, 1.3, 1.7, band, false);
                for (double w = 1; w < 13; w += 2) {
                    body.stripe(
                            back + w,
                            back + w + 1.3,
                            2.93,
                            2.3,
                            3.3,
                            stage.mood.lamps ? new Color(0xFFE3A6) : new Color(0x35424C),
                            stage.mood.lamps);
                }
            }
        });
    }

    /** A bus station: bays under canopies, one bus that comes and goes. */
    static World buses(SplittableRandom random, Mood mood, double loop) {
        double high = 10 + random.nextDouble() * 5;
        View view =
                new View(random.nextDouble() * 16 - 8, -16, high, random.nextDouble() * 40 - 20, 17 + high * 0.35, 62);
        World world = World.city(random, view, mood, loop, new Color(0x8C8E90));
        world.ground.add(stage -> stage.ground(new Color(0x74777B), -80, -20, 80, -20, 80, 64, -80, 64));
        int bays = 9;
        double lean = 0.5 * (random.nextBoolean() ? 1 : -1);
        for (int i = 0; i < bays; i++) {
            double x = (i - bays / 2) * 6.4;
            double y = 22;
            world.ground.add(stage -> {
                stage.ground(
                        Street.PAINT, Street.band(x - 3.2 - lean * 6, y - 6, x - 3.2 + lean * 6, y + 6, -0.1, 0.1));
                stage.ground(
                        Street.YELLOW, Street.band(x - 2 + lean * 6, y + 6.4, x + 2 + lean * 6, y + 6.4, -0.15, 0.15));
            });
            if (random.nextInt(100) < 68) {
                Actor bus = Vehicles.bus(random);
                world.stand(x, y, stage -> bus.draw(stage, x, y, 0, Math.atan(lean), 0));
            }
        }
        canopy(world, 0, 33, 62, new Color(new int[] {0x2F6D8A, 0xB0563A, 0x3E7A5A, 0x5A6470}[random.nextInt(4)]));
        canopy(world, 0, 51, 62, new Color(0xC9CDD0));
        Street.cars(world, random, Track.line(-90, 9, 90, 9), 9, 36);
        List<Stream.Member> one = List.of(new Stream.Member(Vehicles.bus(random), 20, 0, 0));
        world.flows.add(new Stream(Track.line(90, 43, -90, 43), 7.5, loop, one));
        world.flows.add(new Stream(
                Track.line(90, 13, -90, 13), 9, loop, List.of(new Stream.Member(Vehicles.bus(random), 5, 0, 0))));
        Street.bikes(world, random, Track.line(-90, 3, 90, 3), 8, 13, 2);
        Street.walkers(world, random, Track.line(-30, 31.5, 30, 31.5), Track.line(30, 34, -30, 34), 8);
        Street.walkers(world, random, Track.line(8, -6, 8, 32), Track.line(-9, 32, -9, -6), 3);
        world.ground.add(stage -> Street.zebra(stage, 8, 10, 1, 0, 16));
        Houses.row(world, random, 90, 72, -90, 72, 3, 6);
        Houses.tower(world, -30, 110, 34, 24, 46, 0, random.nextLong());
        for (double x = -56; x <= 56; x += 28) {
            Street.lamp(world, x, 64, 0, -2.4, 10, true);
            Street.lamp(world, x + 10, 17.5, 0, -2, 9, true);
        }
        return world;
    }

    private static void canopy(World world, double x, double y, double wide, Color colour) {
        world.ground.add(stage -> stage.ground(
                Street.PAVING,
                x - wide / 2,
                y - 3.2,
                x + wide / 2,
                y - 3.2,
                x + wide / 2,
                y + 3.2,
                x - wide / 2,
                y + 3.2));
        world.stand(x, y - 1, stage -> {
            for (double px = -wide / 2 + 3; px < wide / 2; px += 9) {
                stage.limb(new Color(0x6B7278), 1, x + px, y, 0, x + px, y, 3.8, 0.3);
                if (stage.mood.lamps) {
                    stage.glow(new Color(0xFFE9C0), x + px, y - 1, 3.4, 2.4, 0.45);
                }
            }
            stage.level(
                    colour,
                    1,
                    3.9,
                    x - wide / 2,
                    y - 2.6,
                    x + wide / 2,
                    y - 2.6,
                    x + wide / 2,
                    y + 2.6,
                    x - wide / 2,
                    y + 2.6);
            stage.wall(Street.PAINT, 0.95, x - wide / 2, y - 2.6, x + wide / 2, y - 2.6, 3.4, 3.95);
            stage.wall(colour, 0.9, x - wide / 2 + 2, y - 2.62, x + wide / 2 - 2, y - 2.62, 3.55, 3.8);
        });
    }
}
