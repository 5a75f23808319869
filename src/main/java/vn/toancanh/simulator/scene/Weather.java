package vn.toancanh.simulator.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.SplittableRandom;

/** Falling rain in front of everything; whole falls a loop. */
final class Weather {
    private static final int DROPS = 150;

    private final Mood mood;
    private final double loopSeconds;
    private final int width;
    private final int height;

    Weather(Mood mood, double loopSeconds, int width, int height) {
        this.mood = mood;
        this.loopSeconds = loopSeconds;
        this.width = width;
        this.height = height;
    }

    void paint(Graphics2D g, double t) {
        if (!mood.rain) {
            return;
        }
        SplittableRandom random = new SplittableRandom(11);
        g.setColor(new Color(220, 228, 236, mood.dark() ? 40 : 64));
        g.setStroke(new BasicStroke(height / 420f));
        for (int i = 0; i < DROPS; i++) {
            double x = random.nextDouble() * width * 1.1;
            double start = random.nextDouble();
            int falls = 11 + random.nextInt(8);
            double way = (start + t / loopSeconds * falls) % 1;
            double length = height * (0.035 + random.nextDouble() * 0.03);
            double y = way * (height + length) - length;
            g.draw(new Line2D.Double(x - way * height * 0.06, y, x - way * height * 0.06 - length * 0.06, y + length));
        }
    }
}
