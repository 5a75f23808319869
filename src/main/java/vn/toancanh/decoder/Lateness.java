package vn.toancanh.decoder;

/**
 * Dates pictures that are to be shown at once as due a little before, so that libVLC never waits with one, but not always:
 * libavcodec's module takes a stream whose pictures were all late for five seconds for one it cannot keep up with, and then
 * throws away as many units as were late. One punctual picture every two seconds keeps it from that. One thread.
 */
final class Lateness {
    private static final long LEAD = 30_000;

    /** Longer than a unit takes from its pull to its decoding on a busy machine. */
    private static final long PUNCTUAL = 40_000;

    private static final long PERIOD = 2_000_000;

    private long punctualAt = Long.MIN_VALUE / 2;

    /**
     * When to tell libVLC that a picture is due; all in microseconds of one clock.
     *
     * @param due when it is to be seen; held back if that is after {@code sent}
     * @param sent when it was sent
     */
    long due(long due, long sent, long now) {
        if (due > sent) {
            if (due > now + PUNCTUAL) {
                punctualAt = now;
            }
            return due;
        }
        if (now - punctualAt >= PERIOD) {
            punctualAt = now;
            return now + PUNCTUAL;
        }
        return due - LEAD;
    }
}
