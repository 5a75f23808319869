package vn.toancanh.ptz;

/**
 * How fast a head's axes move, as shares of the fastest; what is beyond is cut, what is no number is 0.
 *
 * @param pan -1 to 1, to the right
 * @param tilt -1 to 1, upwards
 * @param zoom -1 to 1, nearer
 * @param focus -1 to 1, farther; a head that is told to turn or zoom does that alone
 */
public record HeadSpeed(double pan, double tilt, double zoom, double focus) {
    /** Stands. */
    public static final HeadSpeed ZERO = new HeadSpeed(0, 0, 0);

    /** With a focus that stands. */
    public HeadSpeed(double pan, double tilt, double zoom) {
        this(pan, tilt, zoom, 0);
    }

    /** The focus alone. */
    public static HeadSpeed ofFocus(double focus) {
        return new HeadSpeed(0, 0, 0, focus);
    }

    public HeadSpeed {
        pan = cut(pan);
        tilt = cut(tilt);
        zoom = cut(zoom);
        focus = cut(focus);
    }

    /**
     * What the head must do so that this is what is seen.
     *
     * @param quarters by which its picture is turned to the right where it is seen, 0 to 3
     */
    public HeadSpeed seenTurned(int quarters) {
        HeadSpeed head = this;
        for (int i = 0; i < quarters; i++) {
            // What is at the right of such a picture is at the upper edge of the camera's own.
            head = new HeadSpeed(-head.tilt, head.pan, zoom, focus);
        }
        return head;
    }

    /** True where no axis moves. */
    public boolean isZero() {
        return isFocus() && focus == 0;
    }

    /** True where no axis of the head moves, and the focus may. */
    public boolean isFocus() {
        return pan == 0 && tilt == 0 && zoom == 0;
    }

    private static double cut(double share) {
        // There is no negative zero among speeds.
        return Double.isNaN(share) ? 0 : Math.clamp(share, -1.0, 1.0) + 0.0;
    }
}
