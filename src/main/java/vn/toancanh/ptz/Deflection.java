package vn.toancanh.ptz;

/** How fast a head turns where somebody presses in its picture: the farther from the middle the faster, and slowly at first. */
public final class Deflection {
    /** Within so much of the way from the middle to an edge nothing moves: the middle sixth. */
    public static final double DEAD = 1 / 6.0;

    /** The slowest that heads move at all. */
    public static final double LEAST = 0.05;

    private Deflection() {}

    /**
     * The speed at a place of the picture.
     *
     * @param x -1 at the left edge to 1 at the right
     * @param y -1 at the upper edge to 1 at the lower
     */
    public static HeadSpeed at(double x, double y) {
        double way = Math.hypot(x, y);
        if (!(way > DEAD)) {
            return HeadSpeed.ZERO;
        }
        double share = Math.min(1, (way - DEAD) / (1 - DEAD));
        double speed = LEAST + (1 - LEAST) * share * share;
        return new HeadSpeed(speed * x / way, -speed * y / way, 0);
    }
}
