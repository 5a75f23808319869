package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Open places: the square and the car park. */
final class Places {
    private Places() {}

    /** A square in front of a columned hall: fountain, flower beds, people crossing. */
    static World square(SplittableRandom random, Mood mood, double loop) {
        double high = 9 + random.nextDouble() * 8;
        View view =
                new View(random.nextDouble() * 24 - 12, -24, high, random.nextDouble() * 16 - 8, 9 + high * 0.7, 60);
        World world = World.city(random, view, mood, loop, Street.PAVING);
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
        Street.walkers(world, random, Track.line(-40, 5, 40, 12), Track.line(40, 33, -40, 42), 5);
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
        World world = World.city(random, view, mood, loop, Street.GRASS);
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
