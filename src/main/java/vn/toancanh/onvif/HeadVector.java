package vn.toancanh.onvif;

import java.util.Locale;

/**
 * A speed, a place or a way.
 *
 * @param pan -1 to 1, to the right
 * @param tilt -1 to 1, upwards
 * @param zoom -1 to 1, nearer
 */
public record HeadVector(double pan, double tilt, double zoom) {
    /** Everything stands. */
    public static final HeadVector ZERO = new HeadVector(0, 0, 0);

    /** @throws IllegalArgumentException outside its range */
    public HeadVector {
        if (!(Math.abs(pan) <= 1 && Math.abs(tilt) <= 1 && Math.abs(zoom) <= 1)) {
            throw new IllegalArgumentException("pan " + pan + " tilt " + tilt + " zoom " + zoom);
        }
    }

    /** With the one axis for the other. */
    HeadVector swapped() {
        return new HeadVector(tilt, pan, zoom);
    }

    /** Its elements, of the axes there are: an axis that is there and not named would go on as before. */
    String xml(HeadLimits limits) {
        return (limits.panTilt() ? "<t:PanTilt x=\"" + number(pan) + "\" y=\"" + number(tilt) + "\"/>" : "")
                + (limits.zoom() ? "<t:Zoom x=\"" + number(zoom) + "\"/>" : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value + 0.0);
    }
}
