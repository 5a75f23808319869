package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws flat faces, balls and glows of the world into one picture, through a lens and in a light. */
final class Stage {
    final Graphics2D g;
    final Lens lens;
    final Mood mood;
    private final double[] camera = new double[3 * 64];
    private final double[] clipped = new double[3 * 96];
    private final double[] point = new double[3];
    private final Halos halos = new Halos();

    Stage(Graphics2D g, Lens lens, Mood mood) {
        this.g = g;
        this.lens = lens;
        this.mood = mood;
    }

    /** Pixels a metre at a world point; 0 behind the camera. */
    double scale(double x, double y, double z) {
        lens.toCamera(x, y, z, point, 0);
        return point[2] < Lens.NEAR ? 0 : lens.focal() / point[2];
    }

    /** Where a world point appears; false behind the camera. */
    boolean at(double x, double y, double z, double[] uv) {
        lens.toCamera(x, y, z, point, 0);
        if (point[2] < Lens.NEAR) {
            return false;
        }
        uv[0] = lens.u(point[0], point[2]);
        uv[1] = lens.v(point[1], point[2]);
        return true;
    }

    /** A lit flat face with corners x, y, z, x, y, z … */
    void face(Color surface, double bright, double... xyz) {
        double depth = outline(xyz);
        if (depth > 0) {
            g.setColor(mood.lit(surface, bright, depth));
            g.fill(path);
        }
    }

    /** A face that shines by itself. */
    void shine(Color light, double... xyz) {
        double depth = outline(xyz);
        if (depth > 0) {
            g.setColor(mood.shining(light, depth));
            g.fill(path);
        }
    }

    /** A face on the ground, corners x, y, x, y … */
    void ground(Color surface, double... xy) {
        face(surface, 1, flat(xy, 0));
    }

    /** A level face at height {@code z}. */
    void level(Color surface, double bright, double z, double... xy) {
        face(surface, bright, flat(xy, z));
    }

    /** An upright rectangle from (x0, y0) to (x1, y1) between two heights. */
    void wall(Color surface, double bright, double x0, double y0, double x1, double y1, double low, double high) {
        face(surface, bright, x0, y0, low, x1, y1, low, x1, y1, high, x0, y0, high);
    }

    /** A stroke between two points of the world, {@code metres} wide wherever it is. */
    void limb(
            Color surface,
            double bright,
            double x0,
            double y0,
            double z0,
            double x1,
            double y1,
            double z1,
            double metres) {
        double[] a = new double[2];
        double[] b = new double[2];
        double sa = scale(x0, y0, z0);
        double sb = scale(x1, y1, z1);
        if (sa == 0 || sb == 0 || !at(x0, y0, z0, a) || !at(x1, y1, z1, b)) {
            return;
        }
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double length = Math.hypot(dx, dy);
        double half = metres / 2;
        double nx = length < 1e-6 ? 1 : -dy / length;
        double ny = length < 1e-6 ? 0 : dx / length;
        // a stroke seen end on keeps its width as a small square
        double stretch = length < metres * sa ? metres * sa / 2 : 0;
        double ex = length < 1e-6 ? 0 : dx / length * stretch / 2;
        double ey = length < 1e-6 ? stretch / 2 : dy / length * stretch / 2;
        path.reset();
        path.moveTo(a[0] + nx * half * sa - ex, a[1] + ny * half * sa - ey);
        path.lineTo(b[0] + nx * half * sb + ex, b[1] + ny * half * sb + ey);
        path.lineTo(b[0] - nx * half * sb + ex, b[1] - ny * half * sb + ey);
        path.lineTo(a[0] - nx * half * sa - ex, a[1] - ny * half * sa - ey);
        path.closePath();
        g.setColor(mood.lit(surface, bright, lens.focal() / sa));
        g.fill(path);
    }

    /** A ball of {@code radius} metres. */
    void ball(Color surface, double bright, double x, double y, double z, double radius) {
        disc(surface, bright, x, y, z, radius, false);
    }

    /** A ball that shines by itself. */
    void lamp(Color light, double x, double y, double z, double radius) {
        disc(light, 1, x, y, z, radius, true);
    }

    private void disc(Color colour, double bright, double x, double y, double z, double radius, boolean shining) {
        double[] uv = new double[2];
        double scale = scale(x, y, z);
        if (scale == 0 || !at(x, y, z, uv)) {
            return;
        }
        double r = Math.max(0.45, radius * scale);
        double depth = lens.focal() / scale;
        g.setColor(shining ? mood.shining(colour, depth) : mood.lit(colour, bright, depth));
        if (r < 5) {
            // small discs as polygons: curves cost several times as much to fill
            int corners = r < 2 ? 6 : 10;
            path.reset();
            for (int i = 0; i < corners; i++) {
                double a = 2 * Math.PI * i / corners;
                double px = uv[0] + r * 1.04 * Math.cos(a);
                double py = uv[1] + r * 1.04 * Math.sin(a);
                if (i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            path.closePath();
            g.fill(path);
        } else {
            g.fill(new Ellipse2D.Double(uv[0] - r, uv[1] - r, 2 * r, 2 * r));
        }
    }

    /** A soft halo of {@code radius} metres round a lamp, {@code strength} 0 to 1. */
    void glow(Color light, double x, double y, double z, double radius, double strength) {
        double[] uv = new double[2];
        double scale = scale(x, y, z);
        if (scale > 0 && at(x, y, z, uv)) {
            halo(light, uv[0], uv[1], radius * scale, radius * scale, strength);
        }
    }

    /** A soft pool of light on the ground. */
    void pool(Color light, double x, double y, double radius, double strength) {
        double[] uv = new double[2];
        double[] near = new double[2];
        double scale = scale(x, y, 0);
        double fx = Math.sin(lens.yaw()) * radius;
        double fy = Math.cos(lens.yaw()) * radius;
        if (scale == 0 || !at(x, y, 0, uv) || !at(x - fx, y - fy, 0, near)) {
            return;
        }
        halo(light, uv[0], uv[1], radius * scale, Math.abs(near[1] - uv[1]), strength);
    }

    private void halo(Color light, double u, double v, double rx, double ry, double strength) {
        if (rx < 0.8 || ry < 0.4 || rx > 4000) {
            return;
        }
        if (rx > Halos.LARGEST || ry > Halos.LARGEST) {
            Halos.paint(g, light, u, v, rx, ry, strength);
            return;
        }
        BufferedImage halo = halos.of(light, (int) Math.ceil(rx), (int) Math.ceil(ry), strength);
        g.drawImage(
                halo, (int) Math.round(u - halo.getWidth() / 2.0), (int) Math.round(v - halo.getHeight() / 2.0), null);
    }

    private final Path2D.Double path = new Path2D.Double();

    /** Makes the path of a face, cut at the near plane; answers its mean depth, 0 where nothing is left. */
    private double outline(double[] xyz) {
        int n = xyz.length / 3;
        for (int i = 0; i < n; i++) {
            lens.toCamera(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2], camera, 3 * i);
        }
        int m = 0;
        for (int i = 0; i < n; i++) {
            int a = 3 * i;
            int b = 3 * ((i + 1) % n);
            boolean aIn = camera[a + 2] >= Lens.NEAR;
            boolean bIn = camera[b + 2] >= Lens.NEAR;
            if (aIn) {
                System.arraycopy(camera, a, clipped, 3 * m++, 3);
            }
            if (aIn != bIn) {
                double part = (Lens.NEAR - camera[a + 2]) / (camera[b + 2] - camera[a + 2]);
                clipped[3 * m] = camera[a] + (camera[b] - camera[a]) * part;
                clipped[3 * m + 1] = camera[a + 1] + (camera[b + 1] - camera[a + 1]) * part;
                clipped[3 * m + 2] = Lens.NEAR;
                m++;
            }
        }
        if (m < 3) {
            return 0;
        }
        double depth = 0;
        path.reset();
        for (int i = 0; i < m; i++) {
            double u = Math.clamp(lens.u(clipped[3 * i], clipped[3 * i + 2]), -20_000, 20_000);
            double v = Math.clamp(lens.v(clipped[3 * i + 1], clipped[3 * i + 2]), -20_000, 20_000);
            depth += clipped[3 * i + 2] / m;
            if (i == 0) {
                path.moveTo(u, v);
            } else {
                path.lineTo(u, v);
            }
        }
        path.closePath();
        return depth;
    }

    private static double[] flat(double[] xy, double z) {
        double[] xyz = new double[xy.length / 2 * 3];
        for (int i = 0; i < xy.length / 2; i++) {
            xyz[3 * i] = xy[2 * i];
            xyz[3 * i + 1] = xy[2 * i + 1];
            xyz[3 * i + 2] = z;
        }
        return xyz;
    }
}
