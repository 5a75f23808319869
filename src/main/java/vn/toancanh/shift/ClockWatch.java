package vn.toancanh.shift;

import java.time.Duration;
import java.time.Instant;
import vn.toancanh.base.Clock;

/** Notices that the machine's clock was set, by its counter, which nobody sets. Lane: DESK. */
final class ClockWatch {
    private final Clock clock;
    private final Duration least;
    private Instant at;
    private long nanos;

    /** @param least what is less than this is drift */
    ClockWatch(Clock clock, Duration least) {
        this.clock = clock;
        this.least = least;
        this.at = clock.now();
        this.nanos = clock.nanos();
    }

    /** What was before is of no interest. */
    void begin() {
        at = clock.now();
        nanos = clock.nanos();
    }

    /** By how many seconds it was set since one looked last, back where negative; 0: not at all. A machine that slept was set forward. */
    long jump() {
        Duration counted = Duration.ofNanos(clock.nanos() - nanos);
        Duration shown = Duration.between(at, clock.now());
        begin();
        Duration jump = shown.minus(counted);
        return jump.abs().compareTo(least) < 0 ? 0 : jump.toSeconds();
    }
}
