package vn.toancanh.simulator.head;

/** What of the world a head sees: how its own ranges lie in degrees. */
public final class HeadOptics {
    /** Seen from left to right with the lens at its widest, degrees. */
    public static final double WIDEST = 62;

    /** Seen with the lens at its nearest, degrees. */
    public static final double NARROWEST = 5;

    /** From the middle of its range of pan to an end, degrees. */
    public static final double PAN = 180;

    /** From the middle of its range of tilt to an end, degrees. */
    public static final double TILT = 32;

    private static final double ASPECT = 16 / 9.0;

    private HeadOptics() {}

    /** How much is seen from left to right, degrees. */
    public static double fov(double zoom) {
        return WIDEST * Math.pow(NARROWEST / WIDEST, zoom);
    }

    /**
     * Where a head looks that turns to what stands at a place of its picture.
     *
     * @param x -1 at the left edge to 1 at the right
     * @param y -1 at the lower edge to 1 at the upper
     * @param nearer how many times as near; within what the lens can
     */
    static HeadPosition look(HeadPosition from, double x, double y, double nearer) {
        double half = fov(from.zoom()) / 2;
        double zoom = from.zoom() + Math.log(nearer) / Math.log(WIDEST / NARROWEST);
        return new HeadPosition(from.pan() + x * half / PAN, from.tilt() + y * half / ASPECT / TILT, zoom);
    }
}
