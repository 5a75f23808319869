package vn.toancanh.decoder;

/**
 * Dates pictures that are to be shown at once as due a little before, so that libVLC never waits with one, but not always:
 * libavcodec's module takes a stream whose pictures were all late for five seconds for one it cannot keep up with, and then
 * throws away as many units as were late, the next key frame among them. One punctual picture every two seconds keeps it from
 * that, unless none comes for so long; then only another player helps. One thread, but for {@link #spoilt}.
 */
final class Lateness {
    private static final long LEAD = 30_000;

    /** A punctual picture is due so long after its pull, and the longer the busier the machine is. */
    private static final long PUNCTUAL = 40_000;

    /** Threads a unit passes on its way, each of which waits for a processor as the one that pulls does. */
    private static final int HANDS = 3;

    private static final long MOST = 1_000_000;
    private static final long PERIOD = 2_000_000;
    private static final int FADING = 8;

    /** A little less than five seconds. */
    private static final long LONGEST_SERIES = 4_500_000;

    private long punctualAt = Long.MIN_VALUE / 2;
    private long worstWait;
    private volatile long lateSince;

    /**
     * When to tell libVLC that a picture is due; all in microseconds of one clock.
     *
     * @param due when it is to be seen; held back if that is after {@code sent}
     * @param sent when it was sent
     * @param queued since when its unit could have been pulled
     */
    long due(long due, long sent, long queued, long now) {
        worstWait = Math.max(worstWait - worstWait / FADING, now - queued);
        long punctual = now + Math.min(PUNCTUAL + HANDS * worstWait, MOST);
        if (due >= punctual || now - punctualAt >= PERIOD) {
            punctualAt = now;
            lateSince = 0;
            return Math.max(due, punctual);
        }
        lateSince = lateSince == 0 ? now : lateSince;
        return due > sent ? due : due - LEAD;
    }

    /** True where libavcodec's module would throw away what comes now, since none has come for so long. Any thread. */
    boolean spoilt(long now) {
        long since = lateSince;
        return since != 0 && now - since > LONGEST_SERIES;
    }
}
