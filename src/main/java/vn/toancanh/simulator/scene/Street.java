package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a street is made of: asphalt, markings, pavements, lamps, lights, and who uses it. */
final class Street {
    static final Color ASPHALT = new Color(0x666A70);
    static final Color PAVING = new Color(0xBDB4A6);
    static final Color KERB = new Color(0xD9D3C7);
    static final Color PAINT = new Color(0xECEBE4);
    static final Color YELLOW = new Color(0xE8C04A);
    static final Color GRASS = new Color(0x86A862);
    private static final Color WARM = new Color(0xFFD58A);
    private static final Color POLE = new Color(0x6B7278);

    private Street() {}

    /** A strip of ground {@code width} wide about a line. */
    static double[] band(double x0, double y0, double x1, double y1, double from, double to) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double rx = (y1 - y0) / length;
        double ry = -(x1 - x0) / length;
        return new double[] {
            x0 + rx * from, y0 + ry * from, x1 + rx * from, y1 + ry * from,
            x1 + rx * to, y1 + ry * to, x0 + rx * to, y0 + ry * to
        };
    }

    /** A straight road with pavements, kerbs and lane lines; {@code lanes} on each side of the middle. */
    static void road(World world, double x0, double y0, double x1, double y1, double width, int lanes, boolean median) {
        world.ground.add(stage -> {
            double half = width / 2;
            stage.ground(PAVING, band(x0, y0, x1, y1, -half - 5, half + 5));
            stage.ground(KERB, band(x0, y0, x1, y1, -half - 0.35, half + 0.35));
            stage.ground(ASPHALT, band(x0, y0, x1, y1, -half, half));
            tiles(stage, x0, y0, x1, y1, half);
            for (int side = -1; side <= 1; side += 2) {
                for (int lane = 1; lane < lanes; lane++) {
                    dashes(stage, x0, y0, x1, y1, side * half * lane / lanes, PAINT);
                }
                stage.ground(PAINT, band(x0, y0, x1, y1, side * (half - 0.5) - 0.07, side * (half - 0.5) + 0.07));
            }
            if (!median) {
                stage.ground(YELLOW, band(x0, y0, x1, y1, -0.22, -0.08));
                stage.ground(YELLOW, band(x0, y0, x1, y1, 0.08, 0.22));
            }
        });
    }

    private static void tiles(Stage stage, double x0, double y0, double x1, double y1, double half) {
        Color line = new Color(120, 112, 100, 70);
        for (double off = 1.6; off < 5; off += 1.6) {
            stage.ground(line, band(x0, y0, x1, y1, half + off - 0.03, half + off + 0.03));
            stage.ground(line, band(x0, y0, x1, y1, -half - off - 0.03, -half - off + 0.03));
        }
    }

    static void dashes(Stage stage, double x0, double y0, double x1, double y1, double side, Color colour) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        for (double s = 0; s < length; s += 7) {
            double a = s / length;
            double b = Math.min(1, (s + 3) / length);
            stage.ground(
                    colour,
                    band(
                            x0 + (x1 - x0) * a,
                            y0 + (y1 - y0) * a,
                            x0 + (x1 - x0) * b,
                            y0 + (y1 - y0) * b,
                            side - 0.08,
                            side + 0.08));
        }
    }

    /** A zebra crossing: bars along the road's direction (dx, dy), centred at (x, y), {@code width} across the road. */
    static void zebra(Stage stage, double x, double y, double dx, double dy, double width) {
        for (double off = -width / 2 + 0.4; off < width / 2; off += 1.1) {
            double cx = x + dy * off;
            double cy = y - dx * off;
            stage.ground(PAINT, band(cx - dx * 1.6, cy - dy * 1.6, cx + dx * 1.6, cy + dy * 1.6, -0.28, 0.28));
        }
    }

    /** A street lamp whose arm reaches towards (ax, ay), with its pool of light at night. */
    static void lamp(World world, double x, double y, double ax, double ay, double high, boolean passedBehind) {
        World.Part part = stage -> {
            stage.limb(POLE, 0.9, x, y, 0, x, y, high, 0.16);
            stage.limb(POLE, 0.9, x, y, high, x + ax, y + ay, high + 0.35, 0.11);
            stage.limb(
                    new Color(0xB9BEC2),
                    1,
                    x + ax * 0.75,
                    y + ay * 0.75,
                    high + 0.3,
                    x + ax * 1.2,
                    y + ay * 1.2,
                    high + 0.35,
                    0.2);
            if (stage.mood.lamps) {
                stage.lamp(new Color(0xFFF0C8), x + ax, y + ay, high + 0.22, 0.17);
                stage.glow(
                        WARM,
                        x + ax,
                        y + ay,
                        high + 0.2,
                        stage.mood.dark() ? 2.6 : 1.4,
                        stage.mood.dark() ? 0.62 : 0.4);
            }
        };
        if (passedBehind) {
            world.stand(x, y, part);
        } else {
            world.solid(x, y, part);
        }
        if (world.mood.dark()) {
            world.pools.add(stage -> stage.pool(WARM, x + ax * 1.3, y + ay * 1.3, high * 1.15, 0.50));
        }
    }

    /** A traffic light: green from {@code greenAt}, for {@code greenFor} seconds, then amber, then red. */
    static void light(World world, double x, double y, double ax, double ay, double greenAt, double greenFor) {
        double loop = world.loopSeconds;
        world.stand(x, y, stage -> {
            stage.limb(new Color(0x4A5056), 0.9, x, y, 0, x, y, 5.6, 0.2);
            stage.limb(new Color(0x4A5056), 0.9, x, y, 5.5, x + ax, y + ay, 5.7, 0.14);
            stage.limb(new Color(0x22262A), 1, x + ax, y + ay, 4.7, x + ax, y + ay, 6.3, 0.6);
        });
        world.live(x, y - 0.01, (stage, t) -> {
            double since = ((t - greenAt) % loop + loop) % loop;
            int on = since < greenFor ? 0 : since < greenFor + 1.2 ? 1 : 2;
            Color[] colours = {new Color(0x39D27A), new Color(0xF5B83D), new Color(0xF0453A)};
            for (int i = 0; i < 3; i++) {
                double z = 5.0 + 0.5 * i;
                if (i == on) {
                    stage.lamp(colours[i], x + ax, y + ay, z, 0.24);
                    stage.glow(colours[i], x + ax, y + ay, z, stage.mood.lamps ? 1.2 : 0.7, 0.5);
                } else {
                    stage.ball(new Color(0x3A3F44), 0.8, x + ax, y + ay, z, 0.2);
                }
            }
        });
    }

    /** Free traffic along a track: four-wheelers at a distance from one another. */
    static void cars(World world, SplittableRandom random, Track track, double speed, double gap) {
        List<Stream.Member> members = new ArrayList<>();
        double pattern = track.closed ? track.length() : speed * world.loopSeconds;
        int count = (int) Math.max(1, Math.floor(pattern / gap));
        double room = pattern / count;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(100) < 88) {
                double jitter = Math.max(0, room - 13) * (random.nextDouble() - 0.5);
                members.add(new Stream.Member(Vehicles.any(random), i * room + jitter, 0, 0.08));
            }
        }
        world.flows.add(new Stream(track, speed, world.loopSeconds, members));
    }

    /** Free traffic of motorbikes spread over {@code width}. */
    static void bikes(World world, SplittableRandom random, Track track, double speed, double gap, double width) {
        int files = Math.max(1, (int) Math.round(width / 1.1));
        for (int file = 0; file < files; file++) {
            List<Stream.Member> members = new ArrayList<>();
            double own = speed * (0.9 + 0.22 * random.nextDouble());
            double pattern = own * world.loopSeconds;
            double side = -width / 2 + width * (file + 0.5) / files;
            for (double s = random.nextDouble() * gap; s < pattern - 2.5; s += gap * (0.5 + random.nextDouble())) {
                members.add(new Stream.Member(Riders.any(random), s, side, 0.16));
            }
            world.flows.add(new Stream(track, own, world.loopSeconds, members));
        }
    }

    /** People walking along a track, both ways. */
    static void walkers(World world, SplittableRandom random, Track there, Track back, int count) {
        for (int i = 0; i < count; i++) {
            double speed = 1.05 + random.nextDouble() * 0.4;
            double side = (random.nextDouble() - 0.5) * 2;
            Actor walker = Riders.walker(random);
            List<Stream.Member> one =
                    List.of(new Stream.Member(walker, random.nextDouble() * speed * world.loopSeconds, side, 0.05));
            world.flows.add(new Stream(random.nextBoolean() ? there : back, speed, world.loopSeconds, one));
        }
    }

    /** A queue of motorbikes in front and cars behind at a light. */
    static void queue(
            World world, SplittableRandom random, Track track, double stop, double greenAt, double width, int rows) {
        List<Queue.Member> members = new ArrayList<>();
        double behind = 0.8;
        int bikeRows = 2 + random.nextInt(2);
        for (int row = 0; row < bikeRows; row++) {
            for (double side = -width / 2 + 0.5; side < width / 2 - 0.2; side += 1.15) {
                if (random.nextInt(100) < 78) {
                    members.add(new Queue.Member(
                            Riders.any(random), behind + random.nextDouble() * 0.7, side + random.nextDouble() * 0.3));
                }
            }
            behind += 2.6;
        }
        int lanes = Math.max(1, (int) (width / 3.1));
        for (int lane = 0; lane < lanes; lane++) {
            double side = -width / 2 + width * (lane + 0.5) / lanes;
            double place = behind + 2;
            for (int row = 0; row < rows; row++) {
                Actor actor = row == 1 && random.nextInt(3) == 0 ? Vehicles.bus(random) : Vehicles.car(random);
                place += random.nextDouble() * 1.2;
                members.add(new Queue.Member(actor, place + (row == 1 ? 3.5 : 0), side));
                place += row == 1 ? 12.5 : 6.2;
            }
        }
        world.flows.add(new Queue(track, stop, greenAt, 9.5, world.loopSeconds, members));
    }
}
