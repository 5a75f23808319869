package vn.toancanh.simulator.head;

/**
 * Where a head looks.
 *
 * @param pan -1 to 1, to the right
 * @param tilt -1 to 1, upwards
 * @param zoom 0 to 1, nearer
 */
public record HeadPosition(double pan, double tilt, double zoom) {
    /** Straight ahead, widest. */
    public static final HeadPosition AHEAD = new HeadPosition(0, 0, 0);
}
