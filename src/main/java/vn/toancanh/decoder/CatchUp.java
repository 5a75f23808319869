package vn.toancanh.decoder;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds back the pictures of an opening burst: a player that begins amid a stream decodes all since the newest key frame, up
 * to seconds, and what came while libVLC started, and only the last of that is what happens now. Ends with the picture of
 * the newest unit, or where the decoder keeps some back, a moment after it has caught up as far as it does. One thread feeds,
 * one displays.
 */
final class CatchUp {
    /** By then the pictures of all units of the burst have been drawn that will be, microseconds. */
    private static final long SETTLED = 250_000;

    /** A decoder that came no nearer to the newest unit for so long has caught up as far as it does, microseconds. */
    private static final long NEARER_WITHIN = 125_000;

    /** A decoder that takes longer shows what it has: an old picture that moves is better than none, microseconds. */
    private static final long LONGEST = 1_500_000;

    /** So long it may take where another player shows newer ones meanwhile: that is better than an old one, microseconds. */
    private static final long BESIDE = 5_000_000;

    /** Units that may be on their way through the decoder. */
    private static final int UNDER_WAY = 1;

    private final int burst;
    private final AtomicInteger fed = new AtomicInteger();
    private volatile long burstFedAt;
    private int drawn;
    private long last;
    private long begunAt;
    private int least = Integer.MAX_VALUE;
    private long nearerAt;
    private volatile boolean over;

    /** @param burst units that are fed at once when it begins; up to 1: there is nothing to catch up with */
    CatchUp(int burst) {
        this.burst = burst;
        this.over = burst <= 1;
    }

    /** A unit went in. */
    void fed(long nowMicros) {
        if (over) {
            return;
        }
        if (fed.getAndIncrement() < burst) {
            burstFedAt = nowMicros;
        }
    }

    /** True once nothing is held back any more. */
    boolean over() {
        return over;
    }

    /** Units of which no picture has been drawn yet, as far as pictures can be told apart; by the thread that displays. */
    int waiting() {
        return fed.get() - drawn;
    }

    /**
     * A picture was drawn.
     *
     * @param likeness of its pixels: libVLC draws a picture again for want of a new one, and that is not the next
     */
    void drew(long likeness, long nowMicros) {
        if (drawn == 0) {
            begunAt = nowMicros;
        }
        if (drawn == 0 || likeness != last) {
            drawn++;
            last = likeness;
        }
        if (waiting() < least) {
            least = waiting();
            nearerAt = nowMicros;
        }
    }

    /**
     * True where the picture just drawn is held back.
     *
     * @param beaten another player shows newer ones in its place
     */
    boolean holds(boolean beaten, long nowMicros) {
        over = over || caughtUp() || isOver(beaten, nowMicros);
        return !over;
    }

    private boolean caughtUp() {
        return drawn >= burst && waiting() <= UNDER_WAY;
    }

    private boolean isOver(boolean beaten, long nowMicros) {
        long took = nowMicros - begunAt;
        return beaten ? took > BESIDE : settled(nowMicros) || took > LONGEST;
    }

    private boolean settled(long nowMicros) {
        return fed.get() >= burst && nowMicros - burstFedAt > SETTLED && nowMicros - nearerAt > NEARER_WITHIN;
    }
}
