package vn.toancanh.ptz.stick;

import java.util.Locale;
import vn.toancanh.ptz.Deflection;

/**
 * Which axis of a stick steers something, and how its deflection becomes a speed.
 *
 * @param index of the stick's axes, from 0; {@link #ABSENT} where nothing steers it
 * @param inverted true where the stick counts the other way round
 * @param centre where it rests, at most {@link #MOST_DEAD} from 0
 * @param dead within so much of its way from the centre nothing moves, 0 to {@link #MOST_DEAD}
 * @param curve 1 to 3: 1 is as fast as it is deflected, the more the slower at first
 */
public record StickAxis(int index, boolean inverted, double centre, double dead, double curve) {
    /** The index of an axis that there is not. */
    public static final int ABSENT = -1;

    /** The widest dead zone, and the farthest from 0 that an axis may rest. */
    public static final double MOST_DEAD = 0.30;

    /** No axis steers it. */
    public static final StickAxis NONE = new StickAxis(ABSENT, false, 0, 0, 1);

    /** The curve that is slowest at first. */
    public static final double MOST_CURVE = 3;

    private static final int MOST_AXES = 32;

    /** @throws IllegalArgumentException where a number is out of its range */
    public StickAxis {
        if (index < ABSENT
                || index >= MOST_AXES
                || !(Math.abs(centre) <= MOST_DEAD)
                || !(dead >= 0 && dead <= MOST_DEAD)
                || !(curve >= 1 && curve <= MOST_CURVE)) {
            throw new IllegalArgumentException(
                    "no axis: " + index + ", centre " + centre + ", dead " + dead + ", curve " + curve);
        }
    }

    /**
     * The speed where the axis stands there, -1 to 1; 0 in the dead zone. What the stick cannot reach on the shorter side of an
     * uneven centre is made good: either end is the fastest.
     *
     * @param raw -1 to 1 as the stick tells it; what is no number is its centre
     */
    public double speed(double raw) {
        double way = raw - centre;
        double share = Math.abs(way) / (1 - Math.signum(way) * centre);
        if (index == ABSENT || !(share > dead)) {
            return 0;
        }
        double beyond = Math.min(1, (share - dead) / (1 - dead));
        double speed = Deflection.LEAST + (1 - Deflection.LEAST) * Math.pow(beyond, curve);
        return (way < 0) == inverted ? speed : -speed;
    }

    /** The same for another axis of the stick, which rests at 0 as far as is known. */
    public StickAxis withIndex(int other) {
        return new StickAxis(other, inverted, 0, dead, curve);
    }

    /** The same where the stick counts that way. */
    public StickAxis withInverted(boolean is) {
        return new StickAxis(index, is, centre, dead, curve);
    }

    /** The same with another dead zone, 0 to {@link #MOST_DEAD}. */
    public StickAxis withDead(double width) {
        return new StickAxis(index, inverted, centre, width, curve);
    }

    /** The same with another curve, 1 to {@link #MOST_CURVE}. */
    public StickAxis withCurve(double other) {
        return new StickAxis(index, inverted, centre, dead, other);
    }

    /** As {@link #read} has it: {@code 1/-/0.10/2.0/0.00}, for index, sign, dead zone, curve and centre. */
    String write() {
        return index == ABSENT
                ? "none"
                : String.format(Locale.ROOT, "%d/%s/%.3f/%.2f/%.3f", index, inverted ? "-" : "+", dead, curve, centre);
    }

    /** @throws IllegalArgumentException where it is not written so */
    static StickAxis read(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        String[] parts = text.split("/", -1);
        if (parts.length != 5 || !(parts[1].equals("+") || parts[1].equals("-")) || parts[0].startsWith("-")) {
            throw new IllegalArgumentException("no axis: " + text);
        }
        return new StickAxis(
                Integer.parseInt(parts[0]),
                parts[1].equals("-"),
                Double.parseDouble(parts[4]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]));
    }
}
