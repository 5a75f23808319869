package vn.toancanh.decoder;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds back the pictures of an opening burst: a player that begins amid a stream decodes all since the newest key frame, up
 * to seconds, and what came while libVLC started, and only the last of that is what happens now. Ends with the picture of
 * the newest unit, or where the decoder keeps some back, a moment after the burst went in. One thread feeds, one displays.
 */
final class CatchUp {
    /** By then the pictures of all units of the burst have been drawn that will be, microseconds. */
    private static final long SETTLED = 250_000;

    /** A decoder that takes longer shows what it has: an old picture that moves is better than none, microseconds. */
    private static final long LONGEST = 1_500_000;

    /** Units that may be on their way through the decoder. */
    private static final int UNDER_WAY = 1;

    private final int burst;
    private final AtomicInteger fed = new AtomicInteger();
    private volatile long burstFedAt;
    private int drawn;
    private long last;
    private long begunAt;
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

    /**
     * A picture was drawn; true where it is held back.
     *
     * @param likeness of its pixels: libVLC draws a picture again for want of a new one, and that is not the next
     */
    boolean holds(long likeness, long nowMicros) {
        if (over) {
            return false;
        }
        if (drawn == 0) {
            begunAt = nowMicros;
        }
        if (drawn == 0 || likeness != last) {
            drawn++;
            last = likeness;
        }
        over = (drawn >= burst && fed.get() - drawn <= UNDER_WAY)
                || (fed.get() >= burst && nowMicros - burstFedAt > SETTLED)
                || nowMicros - begunAt > LONGEST;
        return !over;
    }
}
