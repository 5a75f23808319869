package vn.toancanh.simulator.scene;

import java.util.ArrayList;
import java.util.List;

/** A line through the world along which things move: points, how far along each lies, and which way it leads. */
final class Track {
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] along;
    final boolean closed;

    private Track(List<double[]> points, boolean closed) {
        int n = points.size();
        x = new double[n];
        y = new double[n];
        z = new double[n];
        along = new double[n];
        this.closed = closed;
        for (int i = 0; i < n; i++) {
            x[i] = points.get(i)[0];
            y[i] = points.get(i)[1];
            z[i] = points.get(i)[2];
            along[i] = i == 0 ? 0 : along[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
    }

    static Track line(double x0, double y0, double x1, double y1) {
        return new Track(List.of(new double[] {x0, y0, 0}, new double[] {x1, y1, 0}), false);
    }

    static Track line(double x0, double y0, double z0, double x1, double y1, double z1) {
        return new Track(List.of(new double[] {x0, y0, z0}, new double[] {x1, y1, z1}), false);
    }

    /** A circle, clockwise seen from above where {@code turn} is -1, else counter-clockwise. */
    static Track ring(double cx, double cy, double radius, int turn) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= 72; i++) {
            double a = turn * 2 * Math.PI * i / 72;
            points.add(new double[] {cx + radius * Math.cos(a), cy + radius * Math.sin(a), 0});
        }
        return new Track(points, true);
    }

    /** A smooth line through points x, y, z, x, y, z … */
    static Track smooth(double... xyz) {
        int n = xyz.length / 3;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < n - 1; i++) {
            for (int step = 0; step < 10; step++) {
                points.add(between(xyz, n, i, step / 10.0));
            }
        }
        points.add(new double[] {xyz[3 * n - 3], xyz[3 * n - 2], xyz[3 * n - 1]});
        return new Track(points, false);
    }

    private static double[] between(double[] xyz, int n, int i, double t) {
        double[] out = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double a = xyz[3 * Math.max(0, i - 1) + axis];
            double b = xyz[3 * i + axis];
            double c = xyz[3 * (i + 1) + axis];
            double d = xyz[3 * Math.min(n - 1, i + 2) + axis];
            out[axis] = 0.5
                    * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
        }
        return out;
    }

    double length() {
        return along[along.length - 1];
    }

    /** Writes x, y, z and heading (radians clockwise from y) of the point {@code s} metres along, {@code side} to the right. */
    void at(double s, double side, double[] out) {
        int i = 0;
        while (i < along.length - 2 && along[i + 1] <= s) {
            i++;
        }
        double part = (s - along[i]) / (along[i + 1] - along[i]);
        double dx = x[i + 1] - x[i];
        double dy = y[i + 1] - y[i];
        double length = Math.hypot(dx, dy);
        out[0] = x[i] + dx * part + side * dy / length;
        out[1] = y[i] + dy * part - side * dx / length;
        out[2] = z[i] + (z[i + 1] - z[i]) * part;
        out[3] = Math.atan2(dx, dy);
    }
}
