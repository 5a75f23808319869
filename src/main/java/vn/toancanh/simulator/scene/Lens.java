package vn.toancanh.simulator.scene;

/**
 * A pinhole camera over a flat world in metres: x to the right (east), y ahead (north), z up.
 *
 * @param x where it stands
 * @param y where it stands
 * @param z its height
 * @param yaw radians clockwise from y
 * @param pitch radians downward
 * @param focal focal length in pixels
 * @param width picture width in pixels
 * @param height picture height in pixels
 */
record Lens(double x, double y, double z, double yaw, double pitch, double focal, int width, int height) {
    /** Nothing nearer than this is drawn, metres. */
    static final double NEAR = 1.2;

    static Lens of(View view, int width, int height) {
        double focal = width / 2.0 / Math.tan(Math.toRadians(view.fovDeg()) / 2);
        return new Lens(
                view.x(),
                view.y(),
                view.z(),
                Math.toRadians(view.yawDeg()),
                Math.toRadians(view.pitchDeg()),
                focal,
                width,
                height);
    }

    /** Turns a world point into camera space: right, up, ahead. */
    void toCamera(double wx, double wy, double wz, double[] out, int at) {
        double dx = wx - x;
        double dy = wy - y;
        double dz = wz - z;
        double sinYaw = Math.sin(yaw);
        double cosYaw = Math.cos(yaw);
        double along = dx * sinYaw + dy * cosYaw;
        double sinPitch = Math.sin(pitch);
        double cosPitch = Math.cos(pitch);
        out[at] = dx * cosYaw - dy * sinYaw;
        out[at + 1] = along * sinPitch + dz * cosPitch;
        out[at + 2] = along * cosPitch - dz * sinPitch;
    }

    /** How far ahead of the camera a ground point lies; the order of painting. */
    double depth(double wx, double wy) {
        return (wx - x) * Math.sin(yaw) + (wy - y) * Math.cos(yaw);
    }

    double u(double right, double ahead) {
        return width / 2.0 + focal * right / ahead;
    }

    double v(double up, double ahead) {
        return height / 2.0 - focal * up / ahead;
    }

    /** The row of the horizon; may lie outside the picture. */
    double horizon() {
        return height / 2.0 - focal * Math.tan(pitch);
    }
}
