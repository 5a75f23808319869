package vn.toancanh.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/**
 * Notices that the machine slept. The counter by which pictures are dated stands meanwhile (clock_gettime(2), CLOCK_MONOTONIC), so
 * that a picture of hours ago would look new; the wall clock goes on. One that is set forward looks the same, and costs an opening of
 * all streams, once in a while. Lane: DESK.
 */
final class SleepWatch {
    /** Clocks that are kept by NTP are slewed by less, but for the first time after a start. */
    static final Duration NOTICED = Duration.ofSeconds(2);

    /** A clock that is set again and again, each time by less than that, does not open streams as often. */
    static final Duration APART = Duration.ofSeconds(30);

    private @Nullable Instant wall;
    private long nanos;
    private long until;

    /** For how long, since this was asked before; zero where it did not. */
    Duration slept(Clock clock) {
        Instant before = wall;
        long passed = clock.nanos() - nanos;
        wall = clock.now();
        nanos += passed;
        if (before == null) {
            until = nanos;
            return Duration.ZERO;
        }
        Duration gap = Duration.between(before, wall).minusNanos(passed);
        if (gap.compareTo(NOTICED) <= 0 || (nanos < until && gap.compareTo(APART) < 0)) {
            return Duration.ZERO;
        }
        until = nanos + APART.toNanos();
        return gap;
    }
}
