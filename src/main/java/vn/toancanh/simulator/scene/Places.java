package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Places of their own: level crossing, bus station, square, car park. */
final class Places {
    private Places() {}

    private static World start(SplittableRandom random, View view, Mood mood, double loop, Color earth) {
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> stage.ground(earth, -900, -30, 900, -30, 900, 1500, -900, 1500));
        world.ground.add(stage -> Sky.skyline(stage, seed, 300, 80));
        return world;
    }

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
        World world = start(random, view, mood, loop, new Color(0x9A9A7C));
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
        World world = start(random, view, mood, loop, new Color(0x8C8E90));
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

    /** A square in front of a columned hall: fountain, flower beds, people crossing. */
    static World square(SplittableRandom random, Mood mood, double loop) {
        double high = 9 + random.nextDouble() * 8;
        View view =
                new View(random.nextDouble() * 24 - 12, -24, high, random.nextDouble() * 16 - 8, 9 + high * 0.7, 60);
        World world = start(random, view, mood, loop, Street.PAVING);
        Color one = new Color(new int[] {0xC8BBA2, 0xC2C0BA, 0xBFAE9A}[random.nextInt(3)]);
        Color two = new Color(new int[] {0xA99A84, 0x9FA3A4, 0xB0876E}[random.nextInt(3)]);
        world.ground.add(stage -> {
            for (int ix = -8; ix < 8; ix++) {
                for (int iy = 0; iy < 9; iy++) {
                    double x = ix * 6;
                    double y = iy * 6 - 10;
                    stage.ground((ix + iy) % 2 == 0 ? one : two, x, y, x + 6, y, x + 6, y + 6, x, y + 6);
                }
            }
        });
        Street.road(world, -160, -14, 160, -14, 9, 1, false);
        hall(world, random, 0, 62);
        fountain(world, 0, 22);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 3; i++) {
                double x = side * 21;
                double y = 8 + i * 14;
                long seed = random.nextLong();
                world.ground.add(
                        stage -> stage.ground(Street.GRASS, x - 4, y - 5, x + 4, y - 5, x + 4, y + 5, x - 4, y + 5));
                world.stand(x, y - 5, stage -> Greenery.hedge(stage, x - 4, y - 5, x + 4, y - 5, 0.6, true, seed));
                world.stand(x, y, stage -> Greenery.palm(stage, x, y, 5.5, seed));
            }
            Houses.row(
                    world,
                    random,
                    side < 0 ? -50 : 50,
                    side < 0 ? 90 : 0,
                    side < 0 ? -50 : 50,
                    side < 0 ? 0 : 90,
                    3,
                    5);
            for (double y = 2; y < 50; y += 15) {
                Street.lamp(world, side * 13, y, -side * 0.9, 0, 5.5, true);
                double tx = side * 42;
                double ty = y;
                int kind = random.nextInt(5);
                long seed = random.nextLong();
                world.stand(tx, ty, stage -> Greenery.tree(stage, tx, ty, 8.5, kind, seed));
            }
        }
        Street.cars(world, random, Track.line(-90, -16, 90, -16), 9, 18);
        Street.bikes(world, random, Track.line(90, -12, -90, -12), 8, 9, 2.5);
        Street.walkers(world, random, Track.line(-40, 6, 40, 34), Track.line(40, 10, -40, 40), 5);
        Street.walkers(world, random, Track.line(-8, -6, -10, 52), Track.line(9, 52, 12, -6), 6);
        return world;
    }

    private static void hall(World world, SplittableRandom random, double x, double y) {
        Color wall = new Color(new int[] {0xE9D58F, 0xE6DCC6, 0xD9B98A, 0xCFD3CC}[random.nextInt(4)]);
        Color roof = new Color(new int[] {0x6E7A80, 0x9A4A38, 0x4F6A5C}[random.nextInt(3)]);
        int domes = random.nextInt(2);
        world.solid(x, y, stage -> {
            Solid body = new Solid(stage, x, y, 0);
            body.box(-8, 8, 52, 0, 12, wall, roof);
            body.taper(-8, 8, 52, -3, 3, 44, 12, 16, roof, roof, roof);
            boolean lit = stage.mood.dark();
            for (double d = -24; d < 24; d += 4) {
                body.mark(-1, -8.03, d + 0.9, d + 3, 1.6, 5, lit ? new Color(0xFFD99A) : new Color(0x5A5448), lit);
                body.mark(-1, -8.03, d + 0.9, d + 3, 7, 10.4, lit ? new Color(0xFFD99A) : new Color(0x5A5448), lit);
            }
            Solid porch = new Solid(stage, x, y - 11, 0);
            for (double d = -9; d <= 9; d += 3) {
                stage.limb(new Color(0xF4EFE2), 1, x + d, y - 13, 0, x + d, y - 13, 9, 1.0);
            }
            porch.box(-2.5, 3, 22, 9, 10.6, wall, roof);
            stage.face(wall, 0.95, x - 11, y - 13.5, 10.6, x + 11, y - 13.5, 10.6, x, y - 13.5, 14.5);
            for (int side = -1; side <= 1 && domes == 1; side += 2) {
                stage.ball(roof, 1, x + side * 19, y, 16, 4.2);
                stage.limb(roof, 1, x + side * 19, y, 19, x + side * 19, y, 23, 0.5);
            }
            stage.limb(new Color(0x9AA0A4), 1, x, y, 16, x, y, 24, 0.2);
            if (lit) {
                stage.glow(new Color(0xFFCF80), x - 14, y - 12, 3, 14, 0.25);
                stage.glow(new Color(0xFFCF80), x + 14, y - 12, 3, 14, 0.25);
            }
        });
        world.live(x, y - 0.5, (stage, t) -> {
            double wave = Math.sin(2 * Math.PI * t / world.loopSeconds * 4) * 0.35;
            stage.face(
                    new Color(0xD32F2A),
                    1.05,
                    x,
                    y,
                    21.6,
                    x + 2.4,
                    y,
                    21.5 + wave,
                    x + 4.6,
                    y,
                    21.6 - wave,
                    x + 4.6,
                    y,
                    24 - wave,
                    x + 2.4,
                    y,
                    23.9 + wave,
                    x,
                    y,
                    24);
            stage.ball(new Color(0xF5D33A), 1.1, x + 2.3, y - 0.1, 22.8 + wave * 0.6, 0.55);
        });
    }

    private static void fountain(World world, double x, double y) {
        world.stand(x, y, stage -> {
            stage.ground(new Color(0xD8D2C4), Greenery.ring(x, y, 7.2));
            stage.level(new Color(0xC9C2B2), 0.9, 0.5, Greenery.ring(x, y, 6.8));
            stage.level(new Color(0x74AABF), 1, 0.55, Greenery.ring(x, y, 6.2));
        });
        world.live(x, y - 0.1, (stage, t) -> {
            double high = 3.2 + 0.9 * Math.sin(2 * Math.PI * t / world.loopSeconds * 2);
            Color spray = new Color(235, 246, 252, 150);
            stage.limb(spray, 1.1, x, y, 0.6, x, y, high + 1.6, 0.35);
            for (int i = 0; i < 10; i++) {
                double a = i * Math.PI / 5;
                double ex = x + Math.cos(a) * 3.6;
                double ey = y + Math.sin(a) * 3.6;
                double mx = x + Math.cos(a) * 2;
                double my = y + Math.sin(a) * 2;
                stage.limb(spray, 1.1, ex, ey, 0.6, mx, my, high, 0.14);
                stage.limb(spray, 1.1, mx, my, high, x + Math.cos(a) * 0.6, y + Math.sin(a) * 0.6, 0.7, 0.1);
            }
        });
    }

    /** A car park from above: rows of cars, one looking for its place. */
    static World parking(SplittableRandom random, Mood mood, double loop) {
        double high = 13 + random.nextDouble() * 9;
        View view =
                new View(random.nextDouble() * 20 - 10, -14, high, random.nextDouble() * 60 - 30, 24 + high * 0.5, 62);
        World world = start(random, view, mood, loop, Street.GRASS);
        world.ground.add(stage -> stage.ground(Street.ASPHALT, -48, -14, 48, -14, 48, 60, -48, 60));
        List<Double> rows = new ArrayList<>(List.of(2.0, 14.0, 20.0, 33.0, 39.0, 52.0));
        for (double y : rows) {
            for (double x = -42; x < 42; x += 2.8) {
                double lx = x;
                world.ground.add(stage -> stage.ground(
                        Street.PAINT, lx - 0.05, y - 2.6, lx + 0.05, y - 2.6, lx + 0.05, y + 2.6, lx - 0.05, y + 2.6));
                if (random.nextInt(100) < 66) {
                    Actor car = random.nextInt(9) == 0
                            ? Vehicles.van(new Color(0xE6E7E6), new Color(0x8A9096))
                            : Vehicles.car(random);
                    double turn = random.nextBoolean() ? 0 : Math.PI;
                    double cy = y + random.nextDouble() * 0.6 - 0.3;
                    World.Part parked = stage -> car.draw(stage, lx + 1.4, cy, 0, turn, 0);
                    world.stand(lx + 1.4, cy, parked);
                }
            }
        }
        for (double y : new double[] {17, 36}) {
            world.ground.add(stage -> stage.ground(Street.GRASS, -44, y - 0.4, 44, y - 0.4, 44, y + 0.4, -44, y + 0.4));
            for (double x = -40; x <= 40; x += 13) {
                double tx = x;
                int kind = random.nextInt(5);
                long seed = random.nextLong();
                world.stand(tx, y, stage -> Greenery.tree(stage, tx, y, 5.2, kind, seed));
            }
            Street.lamp(world, -20, y, 0, -1.6, 9, true);
            Street.lamp(world, 22, y, 0, 1.6, 9, true);
        }
        Track round = Track.smooth(
                -60, 8, 0, -30, 8, 0, 20, 8, 0, 44, 9, 0, 46, 17, 0, 44, 26, 0, 20, 26.5, 0, -30, 26.5, 0, -60, 26.5,
                0);
        Street.cars(world, random, round, 6, 34);
        Street.cars(world, random, Track.line(-60, 45.5, 60, 45.5), 5.5, 40);
        Street.walkers(world, random, Track.line(-30, 9.5, 30, 9.5), Track.line(30, 28, -30, 28), 4);
        Street.bikes(world, random, Track.line(60, 6.5, -60, 6.5), 5, 22, 1);
        Houses.row(world, random, 80, 76, -80, 76, 3, 6);
        Houses.tower(world, 20, 104, 60, 26, 34, 0, random.nextLong());
        for (double x = -60; x < 60; x += 9) {
            double tx = x;
            long seed = random.nextLong();
            world.solid(tx, 66, stage -> Greenery.tree(stage, tx, 66, 7, 1, seed));
        }
        return world;
    }
}
