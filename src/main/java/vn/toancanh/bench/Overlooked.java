package vn.toancanh.bench;

import java.time.Duration;

/**
 * How many pictures whoever watches a screen may have overlooked. A picture stands there until the next one is painted, which
 * takes one pulse of the wall at least; where nobody looked for longer than that, one may have come and gone. One thread.
 */
final class Overlooked {
    /** The shortest time for which a picture stands on a wall. */
    static final Duration SHORTEST = Duration.ofMillis(32);

    private int most;

    /** The next look came so long after the one before, nanoseconds. */
    void looked(long sinceLastNanos) {
        most += (int) (sinceLastNanos / SHORTEST.toNanos());
    }

    /** A new picture was seen, and so many others were not since the last one: how many of them may have stood there. */
    int of(int missing) {
        int overlooked = Math.min(missing, most);
        most = 0;
        return overlooked;
    }
}
