package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Roads seen along their length: avenue and expressway. */
final class Roads {
    private static final Color CONCRETE = new Color(0xB9B6AE);
    private static final Color DARK_CONCRETE = new Color(0x8D8C88);

    private Roads() {}

    static void bothWays(World world, SplittableRandom random, double half, double inner, double speed, double length) {
        double lane = (half - inner) / 2;
        for (int hand = -1; hand <= 1; hand += 2) {
            double y0 = hand > 0 ? -20 : length;
            double y1 = hand > 0 ? length : -20;
            Street.cars(
                    world,
                    random,
                    Track.line(hand * (inner + lane * 0.55), y0, hand * (inner + lane * 0.55), y1),
                    speed,
                    22);
            Street.bikes(
                    world,
                    random,
                    Track.line(hand * (inner + lane * 1.45), y0, hand * (inner + lane * 1.45), y1),
                    speed * 0.82,
                    10,
                    lane * 0.9);
        }
    }

    /** A tree-lined avenue in perspective. */
    static World avenue(SplittableRandom random, Mood mood, double loop) {
        double half = 7.5 + random.nextInt(4);
        double x = (random.nextDouble() - 0.5) * half * 1.6;
        View view = new View(
                x,
                -16,
                6.5 + random.nextDouble() * 4,
                random.nextDouble() * 14 - 7 - x,
                8 + random.nextDouble() * 6,
                58);
        World world = World.city(random, view, mood, loop, Street.PAVING);
        Street.road(world, 0, -30, 0, 420, half * 2, 2, true);
        boolean hedge = random.nextBoolean();
        int kind = random.nextInt(5);
        world.ground.add(stage -> stage.ground(Street.KERB, Street.band(0, -30, 0, 420, -1.1, 1.1)));
        for (double y = -10; y < 200; y += 10) {
            double at = y;
            long seed = random.nextLong();
            world.stand(0, at, stage -> Greenery.hedge(stage, 0, at, 0, at + (hedge ? 9.9 : 6), 0.7, !hedge, seed));
        }
        int least = 2 + random.nextInt(3);
        Houses.row(world, random, -half - 6, 260, -half - 6, -4, least, least + 3);
        Houses.row(world, random, half + 6, -4, half + 6, 260, least, least + 3);
        for (int side = -1; side <= 1; side += 2) {
            double tx = side * (half + 2.8);
            for (double y = 4; y < 190; y += 11 + random.nextDouble() * 4) {
                double ty = y;
                long seed = random.nextLong();
                double high = 7 + random.nextDouble() * 3.5;
                int own = random.nextInt(4) == 0 ? random.nextInt(5) : kind;
                world.stand(tx, ty, stage -> Greenery.tree(stage, tx, ty, high, own, seed));
            }
            for (double y = 12; y < 160; y += 26) {
                Street.lamp(world, side * (half + 1), y, -side * 2.6, 0, 9, true);
            }
            Street.walkers(
                    world,
                    random,
                    Track.line(side * (half + 2), -10, side * (half + 2), 80),
                    Track.line(side * (half + 3.5), 80, side * (half + 3.5), -10),
                    2);
        }
        bothWays(world, random, half, 1.2, 11, 240);
        return world;
    }

    /** A wide ring road with a bend in it. */
    static World expressway(SplittableRandom random, Mood mood, double loop) {
        double bend = (random.nextBoolean() ? 1 : -1) * (18 + random.nextDouble() * 26);
        View view = new View(0, -14, 10 + random.nextDouble() * 5, bend * 0.18, 11, 60);
        World world = World.city(random, view, mood, loop, Street.GRASS);
        double[] middle = {
            0, -40, 0, 0, 20, 0, bend * 0.12, 70, 0, bend * 0.55, 140, 0, bend * 1.5, 240, 0, bend * 3.2, 380, 0
        };
        world.ground.add(stage -> ribbon(stage, middle, -15.5, 15.5, CONCRETE));
        world.ground.add(stage -> ribbon(stage, middle, -14.6, 14.6, Street.ASPHALT));
        for (double side : new double[] {-13.9, -0.9, 0.9, 13.9}) {
            world.ground.add(stage -> ribbon(stage, middle, side - 0.09, side + 0.09, Street.PAINT));
        }
        for (double side : new double[] {-9.6, -5.3, 5.3, 9.6}) {
            world.ground.add(stage -> dashes(stage, middle, side));
        }
        Track track = Track.smooth(middle);
        barrier(world, track, 0, 0.9, DARK_CONCRETE);
        barrier(world, track, -15, 1.1, CONCRETE);
        barrier(world, track, 15, 1.1, CONCRETE);
        double[] at = new double[4];
        for (double s = 40; s < 300; s += 34) {
            track.at(s, 0, at);
            double px = at[0];
            double py = at[1];
            Street.lamp(world, px, py, 3.2, 0, 11, true);
            Street.lamp(world, px, py, -3.2, 0, 11, true);
        }
        for (int i = 0; i < 26; i++) {
            track.at(
                    40 + random.nextDouble() * 260,
                    (random.nextBoolean() ? 1 : -1) * (20 + random.nextDouble() * 30),
                    at);
            double px = at[0];
            double py = at[1];
            long seed = random.nextLong();
            int kind = random.nextInt(3);
            world.solid(px, py, stage -> Greenery.tree(stage, px, py, 7 + kind, kind, seed));
        }
        for (int i = 0; i < 5; i++) {
            Houses.tower(
                    world,
                    (i - 2) * 55 + random.nextInt(20) + bend,
                    190 + random.nextInt(90),
                    22,
                    20,
                    40 + random.nextInt(50),
                    0.3 * i,
                    random.nextLong());
        }
        double[] back = reversed(middle);
        for (double lane : new double[] {3.2, 7.4, 11.6}) {
            Street.cars(world, random, Track.smooth(shifted(middle, lane)), 15 - lane * 0.4, 24);
            Street.cars(world, random, Track.smooth(shifted(back, lane)), 15 - lane * 0.4, 26);
        }
        return world;
    }

    private static void ribbon(Stage stage, double[] middle, double from, double to, Color colour) {
        Track track = Track.smooth(middle);
        double[] a = new double[4];
        double[] b = new double[4];
        double[] c = new double[4];
        double[] d = new double[4];
        for (double s = 0; s + 6 <= track.length(); s += 6) {
            double until = Math.min(track.length(), s + 6.1);
            track.at(s, from, a);
            track.at(until, from, b);
            track.at(until, to, c);
            track.at(s, to, d);
            stage.ground(colour, a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]);
        }
    }

    private static void dashes(Stage stage, double[] middle, double side) {
        Track track = Track.smooth(middle);
        double[] a = new double[4];
        double[] b = new double[4];
        for (double s = 0; s + 4 < track.length(); s += 10) {
            track.at(s, side, a);
            track.at(s + 4, side, b);
            stage.ground(Street.PAINT, Street.band(a[0], a[1], b[0], b[1], -0.09, 0.09));
        }
    }

    private static void barrier(World world, Track track, double side, double high, Color colour) {
        double[] a = new double[4];
        for (double s = 8; s + 6 < track.length(); s += 6) {
            track.at(s, side, a);
            double x0 = a[0];
            double y0 = a[1];
            track.at(s + 6.1, side, a);
            double x1 = a[0];
            double y1 = a[1];
            world.stand((x0 + x1) / 2, (y0 + y1) / 2, stage -> {
                Solid wall = new Solid(stage, x0, y0, Math.atan2(x1 - x0, y1 - y0));
                wall.box(0, Math.hypot(x1 - x0, y1 - y0), 0.4, 0, high, colour, CONCRETE);
            });
        }
    }

    private static double[] reversed(double[] xyz) {
        double[] out = new double[xyz.length];
        for (int i = 0; i < xyz.length; i += 3) {
            System.arraycopy(xyz, xyz.length - 3 - i, out, i, 3);
        }
        return out;
    }

    private static double[] shifted(double[] xyz, double side) {
        Track track = Track.smooth(xyz);
        double[] out = new double[3 * 24];
        double[] at = new double[4];
        for (int i = 0; i < 24; i++) {
            track.at(track.length() * i / 23.001, side, at);
            System.arraycopy(at, 0, out, 3 * i, 3);
        }
        return out;
    }
}
