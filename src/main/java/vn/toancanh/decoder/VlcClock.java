package vn.toancanh.decoder;

import java.time.Instant;
import vn.toancanh.base.Clock;

/** The worker's clock as libVLC is told it: microseconds, far enough from zero that a second less is still positive. */
final class VlcClock {
    private static final long BASE = 1_000_000_000L;

    private final Clock clock;
    private final long origin;

    VlcClock(Clock clock) {
        this.clock = clock;
        this.origin = clock.nanos();
    }

    long nanos() {
        return clock.nanos();
    }

    /** Wall-clock time. */
    Instant now() {
        return clock.now();
    }

    long micros() {
        return microsOf(clock.nanos());
    }

    long microsOf(long nanos) {
        return BASE + (nanos - origin) / 1000;
    }
}
