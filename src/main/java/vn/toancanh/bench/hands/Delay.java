package vn.toancanh.bench.hands;

import java.time.Duration;

/**
 * How late what a camera sends comes over its path.
 *
 * @param sinceNanos from when on, {@code Clock.nanos()}: what came before is held up by nothing
 * @param full by how much in the end
 * @param grows for so long it grows to that, evenly; zero: it is all there at once
 */
record Delay(long sinceNanos, Duration full, Duration grows) {
    /** What comes goes on at once. */
    static final Delay NONE = new Delay(0, Duration.ZERO, Duration.ZERO);

    /** When what came then goes on, both {@code Clock.nanos()}; never before what came earlier. */
    long dueNanos(long came) {
        long after = came - sinceNanos;
        if (after < 0 || full.isZero()) {
            return came;
        }
        double share = grows.isZero() ? 1 : Math.min(1, (double) after / grows.toNanos());
        return came + (long) (full.toNanos() * share);
    }
}
