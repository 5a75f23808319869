package vn.toancanh.rtsp;

/**
 * The quickest way that a stream has come by since its time began, as the offset from its time to ours, in nanoseconds. Whatever
 * comes later than by that was held back on its way, and shows what was so much longer ago. It forgets nothing for having
 * become usual: over a link narrower than its stream every unit is later than the one before, at a pace of its own. It gives
 * way for two reasons alone: clocks drift, and some sources stand still with their time. One stream, one thread.
 */
final class QuickestWay {
    /** A source's clock may be so much slower than ours, parts in a million: 29.97 pictures a second labelled as 30 are too. */
    static final long DRIFT = 2000;

    /** What is later by more was held back; no clock drifts so far between two quick units. */
    static final long HELD_BACK_NANOS = 250_000_000;

    /** A source's clock that moves by more against its own stream was set, or the stream's time stood. */
    private static final long SET_NANOS = 250_000_000;

    private static final long MILLION = 1_000_000;

    private long offset;
    private long gained;
    private long newest;
    private long before;
    private long beforeThat;
    private long arrival;
    private long begunAt;
    private boolean told;
    private long mostAhead;

    /**
     * The stream's time begins, or begins anew.
     *
     * @param now the unit's offset: its arrival less its own time
     * @param held by how much it was held back, as far as known, 0 or more
     */
    void begin(long now, long held, long arrivalNanos) {
        offset = now - held;
        newest = now;
        before = now;
        beforeThat = now;
        arrival = arrivalNanos;
        begunAt = arrivalNanos;
        told = false;
    }

    /** Another unit came. Three in a row tell of a quicker way, so that one with a wrong time tells of none. */
    void unit(long now, long arrivalNanos) {
        beforeThat = before;
        before = newest;
        newest = now;
        long passed = Math.max(0, arrivalNanos - arrival);
        arrival = arrivalNanos;
        long quickest = Math.max(now, Math.max(before, beforeThat));
        if (quickest < offset) {
            gained += offset - quickest;
            offset = quickest;
        } else if (now > offset && now - offset < HELD_BACK_NANOS) {
            offset += Math.min(now - offset, passed / MILLION * DRIFT);
        }
    }

    /**
     * The source told its own clock, right or wrong. Where that passes and the stream's time stands, or is slower, units come later
     * without being older: a queue on the way changes nothing between the two.
     *
     * @param ahead the source's clock less the stream's time
     */
    void report(long ahead, long arrivalNanos) {
        if (arrivalNanos - begunAt <= 0) {
            return;
        }
        long more = ahead - mostAhead;
        if (!told || more < -SET_NANOS) {
            told = true;
            mostAhead = ahead;
        } else if (more > 0) {
            mostAhead = ahead;
            // A clock that went on by more than anything is late by was set.
            if (more <= heldBackNanos() + SET_NANOS) {
                offset += Math.min(more, heldBackNanos());
            }
        }
    }

    /**
     * By how much quicker ways have been found in all, nanoseconds, never less than before. What was taken for punctual before one was
     * found had been held back by as much.
     */
    long gainedNanos() {
        return gained;
    }

    /** By how much the newest unit came later than by the quickest way; 0 or more. */
    long heldBackNanos() {
        return Math.max(0, newest - offset);
    }
}
