package vn.toancanh.rtsp;

import java.time.Duration;
import vn.toancanh.rtsp.message.Headers;

/**
 * How long ago what comes now may have left its source, by how long answers take: what comes behind an answer over the same
 * connection left after the question was asked. So a way that was slow already when a stream was opened is told by no clock at all, where
 * RTP time alone begins with the first packet that comes (decision 0074). A relay tells the same of its own session with the source in a
 * field of its answers. One conversation, one thread.
 */
final class RoundTrips {
    /** The field in which a relay tells it, milliseconds. */
    static final String FIELD = "X-Behind";

    /** Some cameras take as long for an answer, and no picture is late for so little. */
    static final Duration QUICK = Duration.ofMillis(500);

    /** What no relay that is in its right mind tells, milliseconds. */
    private static final long LONGEST = 60_000;

    private static final long MILLI = 1_000_000;

    private boolean playing;
    private long before = Long.MAX_VALUE;
    private long bound = Long.MAX_VALUE;
    private long told;

    /**
     * A question was answered.
     *
     * @param took from the question to its answer, nanoseconds
     */
    void answered(String method, long took, Headers answer) {
        // One answer alone may take its time for a reason of its own: a camera starts its encoder.
        bound = Math.min(playing ? bound : before, took);
        before = took;
        long by = Math.clamp(answer.number(FIELD).orElse(0L), 0, LONGEST) * MILLI;
        told = playing ? Math.min(told, by) : by;
        // From there on whatever becomes slower shows in the packets.
        playing |= method.equals("PLAY");
    }

    /** So much older than it seems what comes may be; 0: it is as new as it seems. Nanoseconds. */
    long behindNanos() {
        long own = bound == Long.MAX_VALUE || bound < QUICK.toNanos() ? 0 : bound;
        return own + (told < QUICK.toNanos() ? 0 : told);
    }
}
