package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** People, on two wheels and on foot. */
final class Riders {
    private static final Color TYRE = new Color(0x1E1F22);
    private static final Color SKIN = new Color(0xC99A76);
    private static final Color STRAW = new Color(0xE6D3A3);
    private static final Color HEAD = new Color(0xFFF3CF);
    private static final Color TAIL = new Color(0xE0362C);
    private static final int[] SHIRT = {
        0xE9EAEC, 0x3E5C86, 0xB5483F, 0x5E7F62, 0xD9A441, 0x6F5C8A, 0x2F3A48, 0xC77C93, 0x7FA7BF, 0x8C6A4F, 0xF0E2C0,
        0x1FA36B
    };
    private static final int[] HELMET = {0x2A2D33, 0xD8DADC, 0xB2352E, 0x2F5C9A, 0x2E8A57, 0xE0A52C, 0xE58FA8};
    private static final int[] BIKE = {0x8C2A2A, 0x24324A, 0xB9BEC4, 0x2B2D30, 0x2F6B58, 0xC9A23A};
    private static final int[] TROUSERS = {0x2C3340, 0x454038, 0x5A6472, 0x1F2226, 0x7A6A55};

    private Riders() {}

    /** Mostly motorbikes, now and then a bicycle. */
    static Actor any(RandomGenerator random) {
        return random.nextInt(100) < 88 ? motorbike(random) : bicycle(random);
    }

    static Actor motorbike(RandomGenerator random) {
        Color bike = pick(random, BIKE);
        Color shirt = pick(random, SHIRT);
        Color helmet = pick(random, HELMET);
        boolean pair = random.nextInt(100) < 28;
        boolean boxed = !pair && random.nextInt(100) < 22;
        Color second = pick(random, SHIRT);
        Color secondHelmet = pick(random, HELMET);
        return (stage, x, y, z, heading, pace) -> {
            Solid at = new Solid(stage, x, y, heading);
            Vehicles.beams(stage, at, 0.9, 0.1);
            at.shadow(-0.9, 0.8, 0.3, z + 0.01);
            wheel(stage, at, -0.62, z);
            wheel(stage, at, 0.66, z);
            limb(stage, at, bike, 0.85, -0.85, 0.68, 0.35, 0.62, z, 0.34);
            limb(stage, at, bike, 1.0, 0.45, 0.5, 0.72, 1.0, z, 0.3);
            boolean away = facing(stage, at) < 0;
            if (away) {
                rider(stage, at, 0.08, shirt, helmet, z);
            }
            if (pair) {
                rider(stage, at, -0.5, second, secondHelmet, z);
            } else if (boxed) {
                at.box(-0.95, -0.45, 0.5, z + 0.75, z + 1.2, second, second);
            }
            if (!away) {
                rider(stage, at, 0.08, shirt, helmet, z);
            }
            light(stage, at, away, z);
        };
    }

    /** A motorbike on its stand. */
    static Actor parked(RandomGenerator random) {
        Color bike = pick(random, BIKE);
        return (stage, x, y, z, heading, pace) -> {
            Solid at = new Solid(stage, x, y, heading);
            at.shadow(-0.9, 0.8, 0.3, z + 0.01);
            wheel(stage, at, -0.62, z);
            wheel(stage, at, 0.66, z);
            limb(stage, at, bike, 0.85, -0.85, 0.68, 0.35, 0.62, z, 0.34);
            limb(stage, at, bike, 1.0, 0.45, 0.5, 0.72, 1.0, z, 0.3);
        };
    }

    static Actor bicycle(RandomGenerator random) {
        Color frame = pick(random, BIKE);
        Color shirt = pick(random, SHIRT);
        boolean hat = random.nextInt(100) < 45;
        boolean load = random.nextInt(100) < 40;
        Color goods = pick(random, new int[] {0xD9A441, 0xC96B7E, 0x8FB35A, 0xE5D27A});
        return (stage, x, y, z, heading, pace) -> {
            Solid at = new Solid(stage, x, y, heading);
            at.shadow(-0.8, 0.8, 0.2, z + 0.01);
            wheel(stage, at, -0.55, z);
            wheel(stage, at, 0.55, z);
            limb(stage, at, frame, 0.9, -0.5, 0.55, 0.5, 0.9, z, 0.08);
            if (load) {
                stage.ball(goods, 0.95, at.px(-0.65, 0.25), at.py(-0.65, 0.25), z + 0.75, 0.32);
                stage.ball(goods, 1.05, at.px(-0.65, -0.25), at.py(-0.65, -0.25), z + 0.8, 0.32);
            }
            double foot = 0.12 * Math.sin(pace * 2 * Math.PI);
            limb(stage, at, new Color(0x2C3340), 0.8, 0.1, 0.4 + foot, -0.1, 0.95, z, 0.2);
            limb(stage, at, shirt, 0.95, -0.15, 0.9, 0.08, 1.45, z, 0.4);
            head(stage, at.px(0.12, 0), at.py(0.12, 0), z + 1.62, hat ? null : new Color(0x2A2420));
        };
    }

    static Actor walker(RandomGenerator random) {
        Color shirt = pick(random, SHIRT);
        Color trousers = pick(random, TROUSERS);
        boolean hat = random.nextInt(100) < 22;
        boolean umbrella = random.nextInt(100) < 55;
        Color canopy = pick(random, new int[] {0xC2443A, 0x2F5C9A, 0xE0A52C, 0x2C3138, 0x7FA67C, 0xC77C93});
        double size = 0.92 + random.nextDouble() * 0.14;
        return (stage, x, y, z, heading, pace) -> {
            Solid at = new Solid(stage, x, y, heading);
            at.shadow(-0.15, 0.15, 0.3, z + 0.01);
            double step = 0.26 * Math.sin(pace * 2 * Math.PI * 1.5);
            for (int leg = -1; leg <= 1; leg += 2) {
                double to = leg * step;
                stage.limb(
                        trousers, 0.85, at.px(to, leg * 0.09), at.py(to, leg * 0.09), z, x, y, z + 0.85 * size, 0.17);
            }
            stage.limb(shirt, 0.98, x, y, z + 0.75 * size, x, y, z + 1.42 * size, 0.44 * size);
            head(stage, x, y, z + 1.6 * size, hat ? null : new Color(0x2A2420));
            if (umbrella && stage.mood.rain) {
                stage.limb(
                        canopy,
                        1,
                        at.px(0, -0.6),
                        at.py(0, -0.6),
                        z + 1.95,
                        at.px(0, 0.6),
                        at.py(0, 0.6),
                        z + 1.95,
                        0.3);
                stage.ball(canopy, 1.1, x, y, z + 2.02, 0.36);
            }
        };
    }

    private static void rider(Stage stage, Solid at, double seat, Color shirt, Color helmet, double z) {
        limb(stage, at, new Color(0x2C3340), 0.85, seat + 0.4, 0.45, seat - 0.05, 0.85, z, 0.42);
        limb(stage, at, shirt, 0.97, seat - 0.12, 0.78, seat + 0.06, 1.38, z, 0.46);
        double hx = at.px(seat + 0.08, 0);
        double hy = at.py(seat + 0.08, 0);
        stage.ball(SKIN, 0.95, hx, hy, z + 1.5, 0.12);
        stage.ball(helmet, 1.0, hx, hy, z + 1.6, 0.17);
    }

    private static void light(Stage stage, Solid at, boolean away, double z) {
        if (!stage.mood.lamps) {
            return;
        }
        double end = away ? -0.95 : 0.85;
        Color colour = away ? TAIL : HEAD;
        stage.lamp(colour, at.px(end, 0), at.py(end, 0), z + 0.8, 0.09);
        stage.glow(colour, at.px(end, 0), at.py(end, 0), z + 0.8, away ? 0.5 : 0.85, stage.mood.dark() ? 0.5 : 0.25);
    }

    /** Above 0 where the front is turned to the camera. */
    private static double facing(Stage stage, Solid at) {
        return (at.px(1, 0) - at.px(0, 0)) * (stage.lens.x() - at.px(0, 0))
                + (at.py(1, 0) - at.py(0, 0)) * (stage.lens.y() - at.py(0, 0));
    }

    private static void head(Stage stage, double x, double y, double z, @Nullable Color hair) {
        stage.ball(SKIN, 0.95, x, y, z, 0.13);
        if (hair != null) {
            stage.ball(hair, 0.9, x, y, z + 0.05, 0.13);
            return;
        }
        // a conical hat
        double rx = Math.cos(stage.lens.yaw()) * 0.32;
        double ry = -Math.sin(stage.lens.yaw()) * 0.32;
        stage.face(STRAW, 1, x - rx, y - ry, z + 0.05, x + rx, y + ry, z + 0.05, x, y, z + 0.36);
    }

    private static void wheel(Stage stage, Solid at, double ahead, double z) {
        limb(stage, at, TYRE, 0.9, ahead, 0.02, ahead, 0.56, z, 0.12);
        if (stage.scale(at.px(ahead, 0), at.py(ahead, 0), z) < 14) {
            limb(stage, at, TYRE, 0.9, ahead - 0.27, 0.29, ahead + 0.27, 0.29, z, 0.14);
            return;
        }
        double[] xyz = new double[3 * 10];
        for (int i = 0; i < 10; i++) {
            double along = ahead + 0.29 * Math.cos(2 * Math.PI * i / 10);
            xyz[3 * i] = at.px(along, 0);
            xyz[3 * i + 1] = at.py(along, 0);
            xyz[3 * i + 2] = z + 0.29 + 0.29 * Math.sin(2 * Math.PI * i / 10);
        }
        stage.face(TYRE, 0.9, xyz);
    }

    private static void limb(
            Stage stage,
            Solid at,
            Color colour,
            double bright,
            double a0,
            double z0,
            double a1,
            double z1,
            double z,
            double wide) {
        stage.limb(colour, bright, at.px(a0, 0), at.py(a0, 0), z + z0, at.px(a1, 0), at.py(a1, 0), z + z1, wide);
    }

    private static Color pick(RandomGenerator random, int[] from) {
        return new Color(from[random.nextInt(from.length)]);
    }
}
