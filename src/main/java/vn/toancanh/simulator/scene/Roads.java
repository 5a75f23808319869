package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Roads seen along their length: avenue, expressway, tunnel mouth, flyover, level crossing. */
final class Roads {
    private static final Color CONCRETE = new Color(0xB9B6AE);
    private static final Color DARK_CONCRETE = new Color(0x8D8C88);

    private Roads() {}

    private static World start(SplittableRandom random, View view, Mood mood, double loop, Color earth) {
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        double far = 340 + random.nextDouble() * 160;
        double tall = 70 + random.nextDouble() * 110;
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> stage.ground(earth, -900, -10, 900, -10, 900, 1500, -900, 1500));
        world.ground.add(stage -> Sky.skyline(stage, seed, far, tall));
        return world;
    }

    private static void bothWays(
            World world, SplittableRandom random, double half, double inner, double speed, double length) {
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
        World world = start(random, view, mood, loop, Street.PAVING);
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
        World world = start(random, view, mood, loop, Street.GRASS);
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

    /** The mouth of an underpass. */
    static World tunnel(SplittableRandom random, Mood mood, double loop) {
        double x = (random.nextDouble() - 0.5) * 8;
        View view = new View(x, -12, 7.5 + random.nextDouble() * 3, -x * 0.6, 8.5, 58);
        World world = start(random, view, mood, loop, Street.PAVING);
        double mouth = 44;
        double half = 8.5;
        Street.road(world, -200, mouth + 26, 200, mouth + 26, 16, 2, false);
        world.ground.add(stage -> {
            stage.ground(Street.ASPHALT, -half, -20, half, -20, half, mouth, -half, mouth);
            for (double lane : new double[] {-4.25, 4.25}) {
                Street.dashes(stage, 0, -20, 0, mouth, lane, Street.PAINT);
            }
            stage.ground(Street.YELLOW, -0.2, -20, 0.2, -20, 0.2, mouth, -0.2, mouth);
        });
        Color tile = new Color(new int[] {0xC8BFA8, 0xA9B7BD, 0xBFA58E}[random.nextInt(3)]);
        Color band = new Color(new int[] {0x2F6DB0, 0xB0483A, 0x2E8B62}[random.nextInt(3)]);
        flank(world, -1, mouth, half, tile, band);
        flank(world, 1, mouth, half, tile, band);
        world.ground.add(stage -> stage.wall(new Color(0x16181C), 1, -half, mouth + 8, half, mouth + 8, 0, 6));
        for (double lamp = -6; lamp <= 6; lamp += 3) {
            double lx = lamp;
            world.ground.add(stage -> stage.lamp(new Color(0xFFD58A), lx, mouth + 7.5, 4.6, 0.14));
        }
        world.stand(0, mouth, stage -> portal(stage, mouth, half, tile, band));
        Street.cars(world, random, Track.line(2.2, -20, 2.2, mouth + 7), 10, 20);
        Street.cars(world, random, Track.line(-2.2, mouth + 7, -2.2, -20), 10, 21);
        Street.bikes(world, random, Track.line(6.2, -20, 6.2, mouth + 7), 8.5, 9, 3);
        Street.bikes(world, random, Track.line(-6.2, mouth + 7, -6.2, -20), 8.5, 9, 3);
        int least = 3 + random.nextInt(3);
        Houses.row(world, random, 90, mouth + 40, -90, mouth + 40, least, least + 3);
        Houses.row(world, random, -22, mouth + 14, -22, -6, 2, 5);
        Houses.row(world, random, 22, -6, 22, mouth + 14, 2, 5);
        return world;
    }

    /** The wall and bank on one side of the way down. */
    private static void flank(World world, int side, double mouth, double half, Color tile, Color band) {
        double w = side * (half + 0.4);
        world.ground.add(stage -> {
            stage.face(tile, Solid.sun(-side, 0), w, -20, 0, w, mouth, 0, w, mouth, 6.2, w, -20, 1.2);
            stage.face(
                    band,
                    Solid.sun(-side, 0),
                    w - side * 0.02,
                    -20,
                    0.7,
                    w - side * 0.02,
                    mouth,
                    2.6,
                    w - side * 0.02,
                    mouth,
                    3.3,
                    w - side * 0.02,
                    -20,
                    0.9);
            stage.face(Street.GRASS, 1, w, -20, 1.2, w, mouth, 6.2, w + side * 9, mouth, 6.2, w + side * 9, -20, 1.2);
        });
        for (double y = 4; y < mouth; y += 11) {
            double ty = y;
            double tz = 1.2 + (y + 20) / 64 * 5;
            world.solid(w + side * 4, ty, stage -> {
                stage.ball(new Color(0x4F7F46), 0.9, w + side * 4, ty, tz + 0.9, 1.3);
                stage.ball(new Color(0x6A9A55), 1, w + side * 3.8, ty, tz + 1.4, 0.9);
            });
        }
    }

    private static void portal(Stage stage, double mouth, double half, Color tile, Color band) {
        double top = 8.4;
        stage.wall(tile, 0.95, -half - 12, mouth, -half, mouth, 0, top);
        stage.wall(tile, 0.95, half, mouth, half + 12, mouth, 0, top);
        stage.wall(tile, 0.95, -half, mouth, half, mouth, 5.4, top);
        stage.wall(band, 1, -half - 12, mouth - 0.02, half + 12, mouth - 0.02, 7.5, 8.0);
        stage.level(
                new Color(0xA9A69E),
                1,
                top,
                -half - 12,
                mouth,
                half + 12,
                mouth,
                half + 12,
                mouth + 14,
                -half - 12,
                mouth + 14);
        stage.wall(new Color(0x3A3E44), 1, -half - 12, mouth + 0.1, half + 12, mouth + 0.1, top, top + 0.9);
        for (int side = -1; side <= 1; side += 2) {
            stage.ball(new Color(0xB0352E), 1, side * 4.3, mouth - 0.1, 6.4, 0.62);
            stage.ball(new Color(0xF2F2EE), 1, side * 4.3, mouth - 0.12, 6.4, 0.46);
        }
        stage.wall(new Color(0x1F5FA8), 1, -1.9, mouth - 0.1, 1.9, mouth - 0.1, 5.8, 7.1);
        stage.wall(Street.PAINT, 1, -1.4, mouth - 0.12, 1.2, mouth - 0.12, 6.5, 6.8);
        stage.wall(Street.PAINT, 1, -1.4, mouth - 0.12, 0.5, mouth - 0.12, 6.05, 6.3);
    }

    /** A flyover across an avenue. */
    static World flyover(SplittableRandom random, Mood mood, double loop) {
        double half = 9;
        View view = new View(
                (random.nextDouble() - 0.5) * 14,
                -20,
                7 + random.nextDouble() * 5,
                random.nextDouble() * 20 - 10,
                3.5 + random.nextDouble() * 4,
                64);
        World world = start(random, view, mood, loop, Street.PAVING);
        Street.road(world, 0, -40, 0, 400, half * 2, 2, false);
        double tilt = random.nextDouble() * 24 - 12;
        double y = 26 + random.nextDouble() * 10;
        double deck = 6.6;
        double x0 = -160;
        double x1 = 160;
        double y0 = y - tilt;
        double y1 = y + tilt;
        double w = 5.5;
        for (double px : new double[] {-64, -38, -13, 13, 38, 64}) {
            double py = y0 + (y1 - y0) * (px - x0) / (x1 - x0);
            world.stand(px, py, stage -> {
                Solid pillar = new Solid(stage, px, py, 0);
                pillar.taper(-0.9, 0.9, 1.8, -3, 3, 3.4, 0, deck - 1, DARK_CONCRETE, DARK_CONCRETE, CONCRETE);
            });
        }
        Color rail = new Color(new int[] {0x2F6D8A, 0x8A8F94, 0xB0563A, 0x3E7A5A}[random.nextInt(4)]);
        World.Part face = stage -> {
            stage.face(
                    DARK_CONCRETE,
                    0.7,
                    x0,
                    y0 - w,
                    deck - 1.3,
                    x1,
                    y1 - w,
                    deck - 1.3,
                    x1,
                    y1 + w,
                    deck - 1.3,
                    x0,
                    y0 + w,
                    deck - 1.3);
            stage.face(
                    CONCRETE,
                    0.95,
                    x0,
                    y0 - w,
                    deck - 1.3,
                    x1,
                    y1 - w,
                    deck - 1.3,
                    x1,
                    y1 - w,
                    deck + 0.5,
                    x0,
                    y0 - w,
                    deck + 0.5);
            stage.face(
                    rail,
                    1,
                    x0,
                    y0 - w,
                    deck + 0.85,
                    x1,
                    y1 - w,
                    deck + 0.85,
                    x1,
                    y1 - w,
                    deck + 1.05,
                    x0,
                    y0 - w,
                    deck + 1.05);
        };
        world.stand(
                0,
                y + w + 1,
                stage -> stage.face(
                        Street.ASPHALT, 1, x0, y0 - w, deck, x1, y1 - w, deck, x1, y1 + w, deck, x0, y0 + w, deck));
        world.standing.add(new World.Placed<>(world.depth(0, y) - w - 3, face));
        Street.cars(
                world, random, Track.line(x0 / 2, y - tilt / 2 - 1.5, deck, x1 / 2, y + tilt / 2 - 1.5, deck), 11, 24);
        Street.cars(
                world, random, Track.line(x1 / 2, y + tilt / 2 + 2.5, deck, x0 / 2, y - tilt / 2 + 2.5, deck), 11, 24);
        bothWays(world, random, half, 0.5, 9.5, 220);
        int least = 3 + random.nextInt(3);
        Houses.row(world, random, -half - 7, 260, -half - 7, y + 14, least, least + 3);
        Houses.row(world, random, half + 7, y + 14, half + 7, 260, least, least + 3);
        Houses.tower(world, -52, 120, 26, 22, 60 + random.nextInt(40), 0.2, random.nextLong());
        Houses.tower(world, 58, 150, 24, 26, 70 + random.nextInt(40), -0.1, random.nextLong());
        for (int side = -1; side <= 1; side += 2) {
            for (double s = -4; s < 22; s += 12) {
                double tx = side * (half + 3);
                double ty = s;
                long seed = random.nextLong();
                int kind = random.nextInt(5);
                world.stand(tx, ty, stage -> Greenery.tree(stage, tx, ty, 5.5, kind, seed));
            }
            Street.lamp(world, side * (half + 1), 14, -side * 2.5, 0, 9, true);
            Street.lamp(world, side * (half + 1), 60, -side * 2.5, 0, 9, true);
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
