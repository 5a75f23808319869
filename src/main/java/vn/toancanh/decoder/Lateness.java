package vn.toancanh.decoder;

/**
 * Dates pictures that are to be shown at once as due a little before, so that libVLC never waits with one, but not always:
 * libavcodec's module takes a stream whose pictures were all late for five seconds for one it cannot keep up with, and then
 * throws away as many units as were late. One punctual picture every two seconds keeps it from that.
 * Units on one thread, drawn pictures on another.
 */
final class Lateness {
    private static final long LEAD = 30_000;

    /** A punctual picture is due so long after its pull, and twice the shortest way a picture lately took. */
    private static final long PUNCTUAL = 40_000;

    /** Pictures over which the shortest way is taken. */
    private static final int RECENT = 16;

    private static final long MOST = 1_000_000;
    private static final long PERIOD = 2_000_000;

    private long punctualAt = Long.MIN_VALUE / 2;
    private volatile long shortest;
    private long shortestNow = MOST;
    private int drawn;

    /** A picture was drawn so long after it was sent, microseconds. On libVLC's output thread. */
    void drawn(long age) {
        shortestNow = Math.clamp(age, 0, shortestNow);
        if (++drawn % RECENT == 0) {
            shortest = shortestNow;
            shortestNow = MOST;
        }
    }

    /**
     * When to tell libVLC that a picture is due; all in microseconds of one clock.
     *
     * @param due when it is to be seen; held back if that is after {@code sent}
     * @param sent when it was sent
     */
    long due(long due, long sent, long now) {
        long punctual = Math.min(PUNCTUAL + 2 * shortest, MOST);
        if (due > sent) {
            if (due > now + punctual) {
                punctualAt = now;
            }
            return due;
        }
        if (now - punctualAt >= PERIOD) {
            punctualAt = now;
            return now + punctual;
        }
        return due - LEAD;
    }
}
