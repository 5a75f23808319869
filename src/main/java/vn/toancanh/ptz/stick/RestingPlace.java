package vn.toancanh.ptz.stick;

import java.time.Duration;

/**
 * Where an axis stands that does not come back to its centre, as worn sticks do. It is learned by standing still: soon while the stick
 * is new, late afterwards, when a hand may hold it. Within the dead zone of that place nothing moves, and a head that crept comes to
 * stand. Away from it the deflection is measured from the centre, so that what was learned of a hand by mistake moves nothing either
 * when the hand lets go.
 */
final class RestingPlace {
    /** An axis that moves by no more stands still: three of the 256 steps that the coarsest sticks have. */
    static final double STILL = 0.03;

    /** So long a new stick stands still where it rests. */
    static final Duration SETTLED = Duration.ofSeconds(1);

    /** So long no hand holds a stick still. */
    static final Duration STUCK = Duration.ofSeconds(20);

    private boolean begun;
    private double least;
    private double most;
    private long sinceNanos;
    private double place = Double.NaN;

    /** @param seenAtRest whether this axis has been at rest since the stick came */
    void look(StickAxis axis, double raw, long nanos, boolean seenAtRest) {
        if (!begun || raw < most - STILL || raw > least + STILL) {
            begun = true;
            least = raw;
            most = raw;
            sinceNanos = nanos;
        }
        least = Math.min(least, raw);
        most = Math.max(most, raw);
        long still = nanos - sinceNanos;
        if (axis.speed(raw) == 0) {
            if (still >= SETTLED.toNanos()) {
                place = Double.NaN;
            }
        } else if (still >= (seenAtRest ? STUCK : SETTLED).toNanos()
                && Math.abs(raw - axis.centre()) <= StickAxis.MOST_DEAD) {
            place = raw;
        }
    }

    /** The axis' speed there: zero within the dead zone of where it rests. */
    double speed(StickAxis axis, double raw) {
        return Math.abs(raw - place) <= axis.dead() ? 0 : axis.speed(raw);
    }
}
