package vn.toancanh.base;

import java.time.Duration;
import java.time.Instant;

/** A clock turned by hand. */
public final class ManualClock implements Clock {
    private long nanos = 1_000_000_000L;
    private Instant now = Instant.parse("2026-11-21T00:00:00Z");

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Somebody sets the machine's clock; its counter runs on. */
    public void set(Instant time) {
        now = time;
    }

    public void advance(Duration by) {
        nanos += by.toNanos();
        now = now.plus(by);
    }
}
