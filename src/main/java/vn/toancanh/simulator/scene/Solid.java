package vn.toancanh.simulator.scene;

import java.awt.Color;

/** A block whose top may be smaller than its foot: bodies of vehicles, houses, kiosks. */
final class Solid {
    private static final int[][] SIDES = {{0, 1, 5, 4}, {2, 3, 7, 6}, {3, 0, 4, 7}, {1, 2, 6, 5}};

    private final Stage stage;
    private final double x;
    private final double y;
    private final double sin;
    private final double cos;

    /** Blocks about one place and heading (radians clockwise from y). */
    Solid(Stage stage, double x, double y, double heading) {
        this.stage = stage;
        this.x = x;
        this.y = y;
        this.sin = Math.sin(heading);
        this.cos = Math.cos(heading);
    }

    double px(double ahead, double right) {
        return x + ahead * sin + right * cos;
    }

    double py(double ahead, double right) {
        return y + ahead * cos - right * sin;
    }

    /** A straight block: from {@code back} to {@code front} along the heading, {@code width} across. */
    void box(double back, double front, double width, double low, double high, Color side, Color top) {
        taper(back, front, width, back, front, width, low, high, side, side, top);
    }

    /** A tapering block with its foot and its top given apart; {@code ends} colours front and back. */
    void taper(
            double back,
            double front,
            double width,
            double topBack,
            double topFront,
            double topWidth,
            double low,
            double high,
            Color sides,
            Color ends,
            Color top) {
        double[][] c = {
            corner(front, -width / 2, low), corner(front, width / 2, low),
            corner(back, width / 2, low), corner(back, -width / 2, low),
            corner(topFront, -topWidth / 2, high), corner(topFront, topWidth / 2, high),
            corner(topBack, topWidth / 2, high), corner(topBack, -topWidth / 2, high)
        };
        for (int i = 0; i < 4; i++) {
            int[] f = SIDES[i];
            double nx = c[f[1]][1] - c[f[0]][1];
            double ny = c[f[0]][0] - c[f[1]][0];
            double seen = nx * (stage.lens.x() - c[f[0]][0]) + ny * (stage.lens.y() - c[f[0]][1]);
            if (seen < 0) {
                double length = Math.hypot(nx, ny);
                stage.face(i < 2 ? ends : sides, sun(-nx / length, -ny / length), quad(c, f));
            }
        }
        if (stage.lens.z() > high) {
            stage.face(top, 1.04, quad(c, new int[] {4, 5, 6, 7}));
        }
    }

    /** A rectangle on the front ({@code end} 1) or back (-1) face at {@code ahead}, shown only from that side. */
    void mark(
            int end, double ahead, double left, double right, double low, double high, Color colour, boolean shining) {
        double cx = px(ahead, 0);
        double cy = py(ahead, 0);
        double seen = end * (sin * (stage.lens.x() - cx) + cos * (stage.lens.y() - cy));
        if (seen <= 0) {
            return;
        }
        double[] xyz = {
            px(ahead, left), py(ahead, left), low, px(ahead, right), py(ahead, right), low,
            px(ahead, right), py(ahead, right), high, px(ahead, left), py(ahead, left), high
        };
        if (shining) {
            stage.shine(colour, xyz);
        } else {
            stage.face(colour, 0.9, xyz);
        }
    }

    /** A rectangle on both long sides, {@code width} apart, shown only on the side turned to the camera. */
    void stripe(double back, double front, double width, double low, double high, Color colour, boolean shining) {
        for (int hand = -1; hand <= 1; hand += 2) {
            double side = hand * width / 2;
            double seen = hand * (cos * (stage.lens.x() - px(0, side)) - sin * (stage.lens.y() - py(0, side)));
            if (seen > 0) {
                double[] xyz = {
                    px(back, side), py(back, side), low, px(front, side), py(front, side), low,
                    px(front, side), py(front, side), high, px(back, side), py(back, side), high
                };
                if (shining) {
                    stage.shine(colour, xyz);
                } else {
                    stage.face(colour, 0.85, xyz);
                }
            }
        }
    }

    /** A soft shadow under the block. */
    void shadow(double back, double front, double width, double z) {
        int alpha = (int) (255 * stage.mood.shadow);
        double d = 0.35;
        stage.face(
                new Color(12, 14, 20, alpha),
                1,
                px(back - d, -width / 2 - d),
                py(back - d, -width / 2 - d),
                z,
                px(front + d, -width / 2 - d),
                py(front + d, -width / 2 - d),
                z,
                px(front + d, width / 2 + d),
                py(front + d, width / 2 + d),
                z,
                px(back - d, width / 2 + d),
                py(back - d, width / 2 + d),
                z);
    }

    /** How bright the sun makes an upright face with that outward normal: it stands in the south-west. */
    static double sun(double nx, double ny) {
        return 0.78 + 0.20 * (-0.55 * nx - 0.83 * ny);
    }

    private double[] corner(double ahead, double right, double z) {
        return new double[] {px(ahead, right), py(ahead, right), z};
    }

    private static double[] quad(double[][] c, int[] f) {
        double[] xyz = new double[12];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(c[f[i]], 0, xyz, 3 * i, 3);
        }
        return xyz;
    }
}
