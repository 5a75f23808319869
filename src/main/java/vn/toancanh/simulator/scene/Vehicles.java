package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Cars, buses, lorries: everything with four wheels or more. */
final class Vehicles {
    private static final Color GLASS = new Color(0x2B3640);
    private static final Color TYRE = new Color(0x1C1D20);
    private static final Color HEAD = new Color(0xFFF3CF);
    private static final Color TAIL = new Color(0xD8322A);
    private static final Color DULL_TAIL = new Color(0x9A2A26);
    private static final Color DULL_HEAD = new Color(0xE4E6E6);
    private static final int[] PAINT = {
        0xF2F3F3, 0xE9EBEC, 0xC9CDD1, 0x8E959C, 0x3A3F46, 0x24272C, 0xA12B2B, 0x27456F, 0x6B4A36, 0xD9D2C0, 0x4E6B5A
    };
    private static final int[] TAXI = {0x1FA36B, 0xF0F1F1, 0xF2C230, 0x1FA36B};
    private static final int[] BUS = {0xD9482B, 0xF0C419, 0x2E7D4F, 0x2D6DB5, 0xE46A1F};

    private Vehicles() {}

    /** Any four-wheeler of city traffic; mostly cars. */
    static Actor any(RandomGenerator random) {
        int draw = random.nextInt(100);
        if (draw < 62) {
            return car(new Color(PAINT[random.nextInt(PAINT.length)]));
        } else if (draw < 78) {
            return car(new Color(TAXI[random.nextInt(TAXI.length)]));
        } else if (draw < 88) {
            return van(new Color(PAINT[random.nextInt(4)]), new Color(PAINT[random.nextInt(PAINT.length)]));
        }
        return draw < 95 ? bus(random) : lorry(random);
    }

    /** Half the length of the longest vehicle that {@link #any} makes, metres. */
    static final double LONGEST_HALF = 5.8;

    static Actor car(RandomGenerator random) {
        return car(new Color(PAINT[random.nextInt(PAINT.length)]));
    }

    static Actor car(Color paint) {
        return (stage, x, y, z, heading, pace) -> {
            Solid body = new Solid(stage, x, y, heading);
            boolean fine = stage.scale(x, y, z) * 1.8 > 9;
            beams(stage, body, 2.1, 0.62);
            body.shadow(-2.1, 2.1, 1.75, z + 0.01);
            body.box(-1.9, 1.9, 1.6, z + 0.05, z + 0.4, TYRE, TYRE);
            body.box(-2.1, 2.1, 1.76, z + 0.28, z + 0.86, paint, paint);
            body.taper(-1.85, 1.0, 1.66, -1.35, 0.35, 1.3, z + 0.86, z + 1.42, GLASS, GLASS, paint);
            lights(stage, body, 2.11, -2.11, 0.85, z + 0.52, z + 0.76, fine);
        };
    }

    static Actor van(Color paint, Color stripe) {
        return (stage, x, y, z, heading, pace) -> {
            Solid body = new Solid(stage, x, y, heading);
            beams(stage, body, 2.6, 0.7);
            body.shadow(-2.6, 2.6, 1.95, z + 0.01);
            body.box(-2.4, 2.4, 1.8, z + 0.05, z + 0.45, TYRE, TYRE);
            body.taper(-2.6, 2.6, 1.95, -2.55, 2.0, 1.85, z + 0.3, z + 2.15, paint, paint, paint);
            body.stripe(-2.3, 1.8, 1.97, z + 1.3, z + 1.85, GLASS, false);
            body.stripe(-2.5, 2.4, 1.98, z + 0.75, z + 0.95, stripe, false);
            body.mark(1, 2.4, -0.85, 0.85, z + 1.2, z + 1.9, GLASS, false);
            lights(stage, body, 2.62, -2.62, 0.9, z + 0.6, z + 0.85, true);
        };
    }

    static Actor bus(RandomGenerator random) {
        return bus(new Color(BUS[random.nextInt(BUS.length)]));
    }

    static Actor bus(Color paint) {
        Color roof = new Color(0xE8EAEA);
        return (stage, x, y, z, heading, pace) -> {
            Solid body = new Solid(stage, x, y, heading);
            boolean lit = stage.mood.dark();
            Color window = lit ? new Color(0xF4E6B8) : GLASS;
            beams(stage, body, 5.4, 0.9);
            body.shadow(-5.5, 5.5, 2.5, z + 0.01);
            body.box(-5.2, 5.2, 2.3, z + 0.05, z + 0.5, TYRE, TYRE);
            body.box(-5.5, 5.5, 2.5, z + 0.35, z + 3.0, paint, roof);
            body.stripe(-5.2, 5.0, 2.52, z + 1.35, z + 2.4, window, lit);
            for (double pillar = -4; pillar < 5; pillar += 1.8) {
                body.stripe(pillar - 0.07, pillar + 0.07, 2.54, z + 1.35, z + 2.4, paint, false);
            }
            body.stripe(-5.5, 5.5, 2.53, z + 0.75, z + 1.0, roof, false);
            body.mark(1, 5.51, -1.1, 1.1, z + 1.2, z + 2.5, window, lit);
            body.mark(1, 5.52, -0.8, 0.8, z + 2.55, z + 2.85, new Color(0xFFB13B), true);
            body.mark(-1, -5.51, -1.0, 1.0, z + 1.5, z + 2.5, GLASS, false);
            lights(stage, body, 5.53, -5.53, 1.1, z + 0.6, z + 0.9, true);
        };
    }

    static Actor lorry(RandomGenerator random) {
        Color cab = new Color(BUS[random.nextInt(BUS.length)]);
        Color load = new Color(new int[] {0xC9CFD3, 0x5F7F96, 0xD8D3C4, 0x7A8A5C}[random.nextInt(4)]);
        return (stage, x, y, z, heading, pace) -> {
            Solid body = new Solid(stage, x, y, heading);
            beams(stage, body, 3.6, 0.8);
            body.shadow(-3.7, 3.6, 2.2, z + 0.01);
            body.box(-3.5, 3.4, 1.9, z + 0.05, z + 0.75, TYRE, TYRE);
            boolean fromAhead = Math.sin(heading) * (stage.lens.x() - x) + Math.cos(heading) * (stage.lens.y() - y) > 0;
            if (!fromAhead) {
                cab(body, cab, z);
            }
            body.box(-3.7, 1.7, 2.2, z + 0.7, z + 2.9, load, load);
            if (fromAhead) {
                cab(body, cab, z);
            }
            lights(stage, body, 3.62, -3.72, 0.95, z + 0.6, z + 0.85, true);
        };
    }

    private static void cab(Solid body, Color paint, double z) {
        body.taper(1.9, 3.6, 2.05, 1.9, 3.3, 1.95, z + 0.5, z + 2.35, paint, paint, paint);
        body.mark(1, 3.5, -0.85, 0.85, z + 1.4, z + 2.15, GLASS, false);
        body.stripe(2.3, 3.2, 2.07, z + 1.4, z + 2.1, GLASS, false);
    }

    private static void lights(
            Stage stage, Solid body, double front, double back, double half, double low, double high, boolean fine) {
        boolean on = stage.mood.lamps;
        if (!on && !fine) {
            return;
        }
        double inner = half - 0.38;
        for (int hand = -1; hand <= 1; hand += 2) {
            double left = hand < 0 ? -half : inner;
            double right = hand < 0 ? -inner : half;
            body.mark(1, front, left, right, low, high, on ? HEAD : DULL_HEAD, on);
            body.mark(-1, back, left, right, low, high, on ? TAIL : DULL_TAIL, on);
        }
        if (on) {
            double mid = (low + high) / 2;
            double towards = body.px(1, 0) - body.px(0, 0);
            double ahead = body.py(1, 0) - body.py(0, 0);
            boolean seenFront =
                    towards * (stage.lens.x() - body.px(0, 0)) + ahead * (stage.lens.y() - body.py(0, 0)) > 0;
            double end = seenFront ? front : back;
            double strength = stage.mood.dark() ? 0.55 : 0.3;
            for (int hand = -1; hand <= 1; hand += 2) {
                double side = hand * (half - 0.2);
                stage.glow(
                        seenFront ? HEAD : TAIL,
                        body.px(end, side),
                        body.py(end, side),
                        mid,
                        seenFront ? 0.95 : 0.6,
                        strength);
            }
        }
    }

    /** The light that head lamps throw on the road. */
    static void beams(Stage stage, Solid body, double front, double half) {
        if (stage.mood.dark()) {
            double reach = 2.2 + half;
            stage.pool(HEAD, body.px(front + reach, 0), body.py(front + reach, 0), reach + 0.9, 0.26);
        }
    }
}
