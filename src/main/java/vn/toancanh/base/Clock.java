package vn.toancanh.base;

import java.time.Instant;

/** The only source of time, so that tests can turn it by hand. Any thread. */
public interface Clock {
    /** Nanoseconds of a monotonic clock with an arbitrary origin; the same origin in all processes of one machine. */
    long nanos();

    /** Wall-clock time; may jump when the machine's clock is set. */
    Instant now();

    /** The machine's own clocks. */
    Clock SYSTEM = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    };
}
