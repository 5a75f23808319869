package vn.toancanh.base;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that double from {@code first} to {@code longest}, each drawn between half and the whole of its step, so that a
 * wall of cameras does not come back in one burst. Not thread-safe.
 */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int attempt;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("first " + first + " longest " + longest);
        }
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** How many waits were drawn since the last {@link #reset()}. */
    public int attempt() {
        return attempt;
    }

    /** The next wait. */
    public Duration next() {
        long step = first.toNanos();
        for (int i = 0; i < attempt && step < longest.toNanos(); i++) {
            step *= 2;
        }
        step = Math.min(step, longest.toNanos());
        attempt++;
        return Duration.ofNanos(step / 2 + random.nextLong(step / 2 + 1));
    }

    /** Starts over, after things have gone well for long enough. */
    public void reset() {
        attempt = 0;
    }
}
