package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Roads that pass over or under: the underpass and the flyover. */
final class Passages {
    private static final Color CONCRETE = new Color(0xB9B6AE);
    private static final Color DARK_CONCRETE = new Color(0x8D8C88);

    private Passages() {}

    /** The mouth of an underpass. */
    static World tunnel(SplittableRandom random, Mood mood, double loop) {
        double x = (random.nextDouble() - 0.5) * 8;
        View view = new View(x, -12, 7.5 + random.nextDouble() * 3, -x * 0.6, 8.5, 58);
        World world = World.city(random, view, mood, loop, Street.PAVING);
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
        World world = World.city(random, view, mood, loop, Street.PAVING);
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
        Roads.bothWays(world, random, half, 0.5, 9.5, 220);
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
}
