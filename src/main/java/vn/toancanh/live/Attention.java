package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.model.Effort;

/** How much is made of a tile's stream: as much as the machine can, and nothing once nobody has been able to see it for a while. */
final class Attention {
    /** Whoever enlarges a tile and comes back sooner finds all others as they were. */
    static final Duration UNSEEN = Duration.ofSeconds(10);

    private Effort effort = Effort.FULL;
    private boolean seen = true;
    private boolean resting;
    private long unseenSince;

    Effort effort() {
        return effort;
    }

    /** True where that is another effort than before. */
    boolean ease(Effort next) {
        boolean other = next != effort;
        effort = next;
        return other;
    }

    /**
     * Whether the tile can be seen.
     *
     * @return true where it rested and is to make pictures again
     */
    boolean see(boolean now, long nowNanos) {
        if (seen && !now) {
            unseenSince = nowNanos;
        }
        seen = now;
        boolean back = resting && now;
        resting &= !now;
        return back;
    }

    /** True once, when it is time to rest. */
    boolean restNow(long nowNanos) {
        if (seen || resting || nowNanos - unseenSince < UNSEEN.toNanos()) {
            return false;
        }
        resting = true;
        return true;
    }

    boolean resting() {
        return resting;
    }

    /** Another stream plays, which makes pictures. */
    void playsAnew(long nowNanos) {
        resting = false;
        unseenSince = nowNanos;
    }
}
