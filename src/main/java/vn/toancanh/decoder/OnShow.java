package vn.toancanh.decoder;

import java.time.Duration;

/**
 * When the newest picture that a stream's players have put on show was taken, so that one that comes in the place of another
 * does not turn the time back. Any thread.
 */
final class OnShow {
    /** What came longer ago stands, and is not better than an older one that moves. */
    private static final long MOVES = Duration.ofSeconds(1).toNanos();

    /** Two players come to a picture at different times, and reckon a little otherwise. */
    private static final long AS_NEW = Duration.ofMillis(300).toNanos();

    private long takenNanos;
    private long publishedNanos;

    /**
     * A picture is on show now.
     *
     * @param taken when it was taken, {@code Clock.nanos()}; 0: not known
     */
    synchronized void published(long taken, long nowNanos) {
        takenNanos = taken;
        publishedNanos = nowNanos;
    }

    /** True where a picture that is clearly newer than one taken then has come to the screen a moment ago. */
    synchronized boolean beats(long taken, long nowNanos) {
        return takenNanos != 0 && nowNanos - publishedNanos < MOVES && takenNanos - taken > AS_NEW;
    }
}
