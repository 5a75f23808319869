package vn.toancanh.decoder;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many units wait before the decoder of a player that has just begun: all since the newest key frame go in at once, and libVLC's
 * count comes too seldom to tell what has become of them. Told by the pictures drawn, which libVLC leaves none of out, and by that
 * count, whichever is further. It ends when the decoder is level with what it is fed, and {@link DecoderCount} tells. One thread
 * feeds, one displays, any asks. Times are microseconds of one clock.
 */
final class Arrears {
    /** What a decoder may keep of what it took, and what is under way. */
    private static final int KEPT = 4;

    /** A decoder that is not level by then loses units, or its scene stands and it does not count. */
    private static final long LONGEST = 10_000_000;

    private final AtomicInteger fed = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile int drawn;
    private volatile boolean level;
    private long last;
    private long begunAt;

    /** A unit went in. */
    void fed() {
        fed.incrementAndGet();
    }

    /** Of the unit that went in last no picture can come, which is not waited for. By the thread that feeds. */
    void makesNone() {
        lost.incrementAndGet();
    }

    /** Units that went in. */
    int fedUnits() {
        return fed.get();
    }

    /** Units that are done with, as far as pictures can be told apart. */
    int done() {
        return drawn + lost.get();
    }

    /** Units of which a picture may still be drawn. */
    int undrawn() {
        return fed.get() - done();
    }

    /**
     * A picture was drawn.
     *
     * @param likeness of its pixels: libVLC draws a picture again for want of a new one, and that is not the next
     */
    void drew(long likeness, long nowMicros) {
        int before = drawn;
        begunAt = before == 0 ? nowMicros : begunAt;
        if (before == 0 || likeness != last) {
            drawn = before + 1;
            last = likeness;
        }
        level = level || undrawn() <= KEPT || nowMicros - begunAt > LONGEST;
    }

    /** True once it is level. */
    boolean level() {
        return level;
    }

    /**
     * Units that wait before the decoder; of one that keeps some, a few too many.
     *
     * @param counted what {@link DecoderCount} tells
     */
    long waiting(DecoderCount counted) {
        if (level) {
            return counted.backlog();
        }
        // Each unit counts once when it is taken and once when it is a picture.
        int never = lost.get();
        int made = (counted.made() - never + 1) / 2;
        int waits = Math.max(0, fed.get() - never - Math.max(drawn, made) - KEPT);
        level = level || (made > 0 && waits == 0 && drawn > 0);
        return waits;
    }
}
