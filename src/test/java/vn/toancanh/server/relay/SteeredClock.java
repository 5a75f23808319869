package vn.toancanh.server.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import vn.toancanh.base.Clock;

/** The system's clock, on which more time may pass at once. Any thread. */
final class SteeredClock implements Clock {
    private final AtomicLong ahead = new AtomicLong();

    @Override
    public long nanos() {
        return Clock.SYSTEM.nanos() + ahead.get();
    }

    @Override
    public Instant now() {
        return Clock.SYSTEM.now().plusNanos(ahead.get());
    }

    void pass(Duration by) {
        ahead.addAndGet(by.toNanos());
    }
}
