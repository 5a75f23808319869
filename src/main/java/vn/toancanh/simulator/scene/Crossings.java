package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Junctions: two roads crossing under lights, and a roundabout. */
final class Crossings {
    private Crossings() {}

    /** A crossroads seen from a high pole at one corner. */
    static World crossroads(SplittableRandom random, Mood mood, double loop) {
        double high = 9 + random.nextDouble() * 7;
        double wide = 13 + 2 * random.nextInt(4);
        double half = wide / 2;
        double yaw = (random.nextBoolean() ? 1 : -1) * (14 + random.nextDouble() * 26);
        double away = 21 + high * 0.9;
        double rad = Math.toRadians(yaw);
        View view = new View(-Math.sin(rad) * away, -Math.cos(rad) * away, high, yaw, 15 + high * 0.75, 62);
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> Sky.skyline(stage, seed, 380, 120));
        world.ground.add(stage -> stage.ground(Street.PAVING, -130, -60, 130, -60, 130, 150, -130, 150));
        Street.road(world, -130, 0, 130, 0, wide, 2, false);
        Street.road(world, 0, -70, 0, 150, wide, 2, false);
        world.ground.add(stage -> heart(stage, half));
        corners(world, random, half);
        double lane = half / 2;
        double way = 75;
        double nsGreen = 0.6;
        double ewGreen = 6.6;
        Street.queue(world, random, Track.line(lane, -way, lane, way + 60), way - half - 5, nsGreen, half - 1, 1);
        Street.queue(world, random, Track.line(-lane, way, -lane, -way), way - half - 5, nsGreen, half - 1, 2);
        Street.queue(world, random, Track.line(-way, -lane, way, -lane), way - half - 5, ewGreen, half - 1, 2);
        Street.queue(world, random, Track.line(way, lane, -way, lane), way - half - 5, ewGreen, half - 1, 2);
        lights(world, half, nsGreen, ewGreen);
        double c = half + 3;
        Street.walkers(world, random, Track.line(-half - 2, c, half + 2, c), Track.line(half + 2, c, -half - 2, c), 5);
        Street.walkers(
                world, random, Track.line(-c, -half - 2, -c, half + 2), Track.line(c, half + 2, c, -half - 2), 4);
        return world;
    }

    private static void heart(Stage stage, double half) {
        stage.ground(Street.ASPHALT, -half - 5, -half, half + 5, -half, half + 5, half, -half - 5, half);
        stage.ground(Street.ASPHALT, -half, -half - 5, half, -half - 5, half, half + 5, -half, half + 5);
        for (int sx = -1; sx <= 1; sx += 2) {
            for (int sy = -1; sy <= 1; sy += 2) {
                double[] fan = new double[18];
                fan[0] = sx * half;
                fan[1] = sy * half;
                for (int i = 0; i < 8; i++) {
                    double a = Math.PI / 2 * i / 7;
                    fan[2 + 2 * i] = sx * (half + 5 - 5 * Math.sin(a));
                    fan[3 + 2 * i] = sy * (half + 5 - 5 * Math.cos(a));
                }
                stage.ground(Street.ASPHALT, fan);
            }
        }
        double c = half + 3;
        Street.zebra(stage, 0, c, 0, 1, half * 2 - 1);
        Street.zebra(stage, 0, -c, 0, 1, half * 2 - 1);
        Street.zebra(stage, c, 0, 1, 0, half * 2 - 1);
        Street.zebra(stage, -c, 0, 1, 0, half * 2 - 1);
        stage.ground(Street.PAINT, 0.3, -c - 2.3, half - 0.4, -c - 2.3, half - 0.4, -c - 1.9, 0.3, -c - 1.9);
        stage.ground(Street.PAINT, -0.3, c + 2.3, -half + 0.4, c + 2.3, -half + 0.4, c + 1.9, -0.3, c + 1.9);
        stage.ground(Street.PAINT, -c - 2.3, -0.3, -c - 2.3, -half + 0.4, -c - 1.9, -half + 0.4, -c - 1.9, -0.3);
        stage.ground(Street.PAINT, c + 2.3, 0.3, c + 2.3, half - 0.4, c + 1.9, half - 0.4, c + 1.9, 0.3);
    }

    private static void corners(World world, SplittableRandom random, double half) {
        double e = half + 6;
        int least = 2 + random.nextInt(2);
        int most = least + 2 + random.nextInt(2);
        Houses.row(world, random, -e, e + 1, -e - 75, e + 1, least, most);
        Houses.row(world, random, -e, e + 75, -e, e + 14, least, most);
        Houses.row(world, random, e, e + 14, e, e + 75, least, most);
        boolean park = random.nextInt(3) == 0;
        if (park) {
            world.ground.add(stage -> stage.ground(Street.GRASS, e, e, e + 70, e, e + 70, e + 60, e, e + 60));
            for (int i = 0; i < 9; i++) {
                double x = e + 3 + random.nextDouble() * 45;
                double y = e + 3 + random.nextDouble() * 30;
                int kind = random.nextInt(5);
                long seed = random.nextLong();
                double high = 7 + random.nextDouble() * 4;
                world.solid(x, y, stage -> Greenery.tree(stage, x, y, high, kind, seed));
            }
        } else {
            Houses.row(world, random, e + 75, e + 1, e, e + 1, least, most + 1);
        }
        if (random.nextBoolean()) {
            Houses.tower(world, -e - 40, e + 60, 26, 24, 38 + random.nextInt(30), 0, random.nextLong());
        }
        for (int side = -1; side <= 1; side += 2) {
            for (double s = half + 9; s < 70; s += 13 + random.nextDouble() * 6) {
                double x = side * (half + 2.6);
                double y = s;
                int kind = random.nextInt(5);
                long seed = random.nextLong();
                double high = 6 + random.nextDouble() * 2.5;
                world.stand(x, y, stage -> Greenery.tree(stage, x, y, high, kind, seed));
            }
            Street.lamp(world, side * (half + 1.2), half + 8, -side * 2.4, 0, 8.5, true);
            Street.lamp(world, side * (half + 8), -half - 1.2, 0, 2.4, 8.5, true);
        }
    }

    private static void lights(World world, double half, double nsGreen, double ewGreen) {
        double c = half + 1.3;
        Street.light(world, c, c, -3, 0, nsGreen, 4.4);
        Street.light(world, -c, -c, 3, 0, nsGreen, 4.4);
        Street.light(world, -c, c, 0, -3, ewGreen, 4.4);
        Street.light(world, c, -c, 0, 3, ewGreen, 4.4);
    }

    /** A roundabout about an island, seen from a roof. */
    static World roundabout(SplittableRandom random, Mood mood, double loop) {
        double high = 15 + random.nextDouble() * 9;
        double inner = 8 + random.nextDouble() * 3;
        double outer = inner + 11;
        double away = outer + 16 + high * 0.35;
        double yaw = random.nextDouble() * 40 - 20;
        double rad = Math.toRadians(yaw);
        View view = new View(-Math.sin(rad) * away, -Math.cos(rad) * away, high, yaw, 17 + high * 0.65, 64);
        World world = new World(view, mood, loop);
        long seed = random.nextLong();
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> Sky.skyline(stage, seed, 420, 110));
        world.ground.add(stage -> stage.ground(Street.PAVING, -150, -60, 150, -60, 150, 170, -150, 170));
        Street.road(world, -150, 0, 150, 0, 14, 2, false);
        Street.road(world, 0, -70, 0, 170, 14, 2, false);
        world.ground.add(stage -> {
            stage.ground(Street.KERB, Greenery.ring(0, 0, outer + 0.4));
            stage.ground(Street.ASPHALT, Greenery.ring(0, 0, outer));
            for (int i = 0; i < 40; i += 2) {
                double a = 2 * Math.PI * i / 40;
                double b = 2 * Math.PI * (i + 0.8) / 40;
                double r = (inner + outer) / 2;
                stage.ground(
                        Street.PAINT,
                        r * Math.cos(a),
                        r * Math.sin(a),
                        r * Math.cos(b),
                        r * Math.sin(b),
                        (r + 0.16) * Math.cos(b),
                        (r + 0.16) * Math.sin(b),
                        (r + 0.16) * Math.cos(a),
                        (r + 0.16) * Math.sin(a));
            }
            stage.ground(Street.KERB, Greenery.ring(0, 0, inner));
            stage.ground(Street.GRASS, Greenery.ring(0, 0, inner - 0.5));
        });
        island(world, random, inner);
        Street.cars(world, random, Track.ring(0, 0, inner + 2.6, 1), 6.5, 12);
        Street.cars(world, random, Track.ring(0, 0, outer - 2.4, 1), 7.5, 15);
        for (double r = inner + 1.2; r < outer; r += 3.9) {
            Street.bikes(world, random, Track.ring(0, 0, r, 1), 7, 8, 1);
        }
        for (int side = -1; side <= 1; side += 2) {
            double s = side;
            Street.bikes(
                    world,
                    random,
                    Track.smooth(
                            s * 120,
                            s * 3.5,
                            0,
                            s * 40,
                            s * 3.5,
                            0,
                            s * (outer + 3),
                            s * 4.5,
                            0,
                            s * outer * 0.72,
                            s * outer * 0.62,
                            0,
                            s * 4.2,
                            s * (outer + 2),
                            0,
                            s * 3.5,
                            s * 45,
                            0,
                            s * 3.5,
                            s * 120,
                            0),
                    8,
                    12,
                    3);
        }
        around(world, random, outer + 8);
        return world;
    }

    private static void island(World world, SplittableRandom random, double inner) {
        long seed = random.nextLong();
        int kind = random.nextInt(3);
        world.ground.add(stage -> {
            stage.ground(new Color(0xC8688A), Greenery.ring(0, 0, inner * 0.72));
            stage.ground(new Color(0xE9C64F), Greenery.ring(0, 0, inner * 0.60));
            stage.ground(Street.GRASS, Greenery.ring(0, 0, inner * 0.5));
        });
        world.stand(0, 0, stage -> {
            if (kind == 0) {
                Solid plinth = new Solid(stage, 0, 0, 0.4);
                plinth.box(-2, 2, 4, 0, 1.2, new Color(0xC9C2B4), new Color(0xDAD4C8));
                plinth.taper(
                        -1,
                        1,
                        2,
                        -0.4,
                        0.4,
                        0.8,
                        1.2,
                        9.5,
                        new Color(0xB8AFA0),
                        new Color(0xB8AFA0),
                        new Color(0xD0C8BA));
            } else if (kind == 1) {
                stage.level(new Color(0xD0CCC2), 1, 0.6, Greenery.ring(0, 0, 4.4));
                stage.level(new Color(0x7FB3C6), 1, 0.65, Greenery.ring(0, 0, 4));
                for (int i = 0; i < 12; i++) {
                    double a = i * Math.PI / 6;
                    stage.limb(
                            new Color(225, 240, 248, 120),
                            1,
                            0,
                            0,
                            3.6,
                            Math.cos(a) * 2.6,
                            Math.sin(a) * 2.6,
                            0.8,
                            0.14);
                }
                stage.limb(new Color(235, 245, 250, 150), 1, 0, 0, 0.6, 0, 0, 4.6, 0.4);
            } else {
                Greenery.tree(stage, 0, 0, 9.5, 1, seed);
            }
        });
        for (int i = 0; i < 6; i++) {
            double a = i * Math.PI / 3 + 0.3;
            double x = Math.cos(a) * inner * 0.82;
            double y = Math.sin(a) * inner * 0.82;
            long own = random.nextLong();
            world.stand(x, y, stage -> Greenery.palm(stage, x, y, 4.4, own));
        }
    }

    private static void around(World world, SplittableRandom random, double e) {
        int least = 2 + random.nextInt(3);
        double d = e * 0.75;
        Houses.row(world, random, -12, e + 24, -12 - 1, e + 23, least, least + 2);
        Houses.row(world, random, -12, e + 60, -12, e + 6, least, least + 3);
        Houses.row(world, random, -12, e + 2, -d - 16, 14 + d * 0.4, least, least + 3);
        Houses.row(world, random, -d - 16, 13, -d - 70, 13, least, least + 3);
        Houses.row(world, random, 12, e + 6, 12, e + 60, least, least + 3);
        Houses.row(world, random, d + 16, 14 + d * 0.4, 12, e + 2, least, least + 3);
        Houses.row(world, random, d + 70, 13, d + 16, 13, least, least + 3);
        if (random.nextBoolean()) {
            Houses.tower(world, -58, e + 50, 30, 26, 50, 0.2, random.nextLong());
        }
        for (int i = 0; i < 8; i++) {
            double a = Math.PI * (0.08 + 0.84 * i / 7);
            if (Math.abs(Math.cos(a)) < 0.42) {
                continue;
            }
            double x = Math.cos(a) * (e - 5);
            double y = Math.sin(a) * (e - 5);
            int kind = random.nextInt(5);
            long seed = random.nextLong();
            world.stand(x, y, stage -> Greenery.tree(stage, x, y, 6.5, kind, seed));
            Street.lamp(
                    world,
                    Math.cos(a + 0.12) * (e - 7),
                    Math.sin(a + 0.12) * (e - 7),
                    -Math.cos(a) * 2,
                    -Math.sin(a) * 2,
                    9,
                    true);
        }
    }
}
