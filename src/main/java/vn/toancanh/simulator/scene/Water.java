package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.SplittableRandom;

/** Water, and what floats on it. */
final class Water {
    static final Color LAKE = new Color(0x5C9086);

    private Water() {}

    static void water(World world, SplittableRandom random, Color colour, double x0, double y0, double x1, double y1) {
        long seed = random.nextLong();
        world.ground.add(stage -> {
            Color sky = stage.mood.skyLow;
            for (int band = 0; band < 24; band++) {
                double a = y0 + (y1 - y0) * Math.pow(band / 24.0, 2);
                double b = y0 + (y1 - y0) * Math.pow((band + 1) / 24.0, 2) + 0.1;
                stage.ground(colour, x0, a, x1, a, x1, b, x0, b);
                // the farther, the flatter one looks over it, and the more of the sky it shows
                Color mirror = new Color(sky.getRed(), sky.getGreen(), sky.getBlue(), 12 + band * 4);
                stage.shine(mirror, x0, a, 0, x1, a, 0, x1, b, 0, x0, b, 0);
            }
            SplittableRandom ripple = new SplittableRandom(seed);
            boolean dark = stage.mood.dark();
            for (int i = 0; i < 420; i++) {
                double part = ripple.nextDouble();
                double y = y0 + (y1 - y0) * part * part;
                double x = x0 + (x1 - x0) * ripple.nextDouble();
                double wide = 1.5 + ripple.nextDouble() * (3 + y * 0.06);
                Color line = i % 2 == 0 ? new Color(255, 255, 255, dark ? 16 : 34) : new Color(20, 40, 50, 26);
                stage.ground(
                        line,
                        x,
                        y,
                        x + wide,
                        y + 0.05,
                        x + wide * 0.8,
                        y + 0.12 + y * 0.004,
                        x + wide * 0.2,
                        y + 0.1 + y * 0.004);
            }
        });
        // a glitter that moves
        world.live(0, y1, (stage, t) -> {
            SplittableRandom spark = new SplittableRandom(seed + 1);
            Color light = stage.mood.dark() ? new Color(255, 214, 140, 90) : new Color(255, 255, 255, 110);
            for (int i = 0; i < 70; i++) {
                double y = y0 + 2 + (y1 - y0 - 2) * Math.pow(spark.nextDouble(), 2);
                double x = x0 + (x1 - x0) * spark.nextDouble();
                double turn = Math.sin(2 * Math.PI * (t / world.loopSeconds * (2 + i % 4) + spark.nextDouble()));
                if (turn > 0.45) {
                    double wide = (turn - 0.3) * (0.8 + y * 0.012);
                    stage.ground(light, x - wide, y, x, y - 0.06, x + wide, y, x, y + 0.06 + y * 0.002);
                }
            }
        });
    }

    static void boat(World world, SplittableRandom random, double y, int way) {
        Color hull = new Color(new int[] {0x5A4636, 0x3E5C70, 0x7A3B30}[random.nextInt(3)]);
        Actor boat = (stage, x, by, z, heading, pace) -> {
            Solid at = new Solid(stage, x, by, heading);
            at.taper(-6, 6, 2.4, -6.6, 7.4, 3, 0.05, 1.1, hull, hull, new Color(0xA08A6A));
            at.box(-5, -1, 2.2, 1.1, 2.6, new Color(0xD8D2C4), new Color(0x9A4A38));
            stage.ground(
                    new Color(255, 255, 255, 46),
                    x - way * 6,
                    by - 0.2,
                    x - way * 22,
                    by - 1.6,
                    x - way * 22,
                    by + 0.6);
            if (stage.mood.lamps) {
                stage.lamp(new Color(0xFFE0A0), at.px(-3, 0), at.py(-3, 0), 3.1, 0.2);
                stage.glow(new Color(0xFFE0A0), at.px(-3, 0), at.py(-3, 0), 3.1, 1.6, 0.5);
            }
        };
        double half = y * 0.9 + 18;
        double speed = 2 * half / world.loopSeconds / 2;
        Track track = way > 0 ? Track.line(-half - 20, y, half + 20, y) : Track.line(half + 20, y, -half - 20, y);
        // one boat in sight: the pattern is as long as half the way, so its double is as far off again
        world.flows.add(new Stream(
                track, speed, world.loopSeconds, java.util.List.of(new Stream.Member(boat, speed * 3, 0, 0))));
    }
}
