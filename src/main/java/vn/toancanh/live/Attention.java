package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.model.Effort;

/**
 * How much is made of a tile's stream: as much as the machine can, and nothing once nobody has been able to see it for a while
 * or where there is no memory for it.
 */
final class Attention {
    /** Whoever enlarges a tile and comes back sooner finds all others as they were. */
    static final Duration UNSEEN = Duration.ofSeconds(10);

    private Effort effort = Effort.FULL;
    private Thrift thrift = Thrift.NONE;
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
        return back();
    }

    /**
     * How little memory may be spent on it.
     *
     * @return true where it rested and is to make pictures again
     */
    boolean spend(Thrift next) {
        thrift = next;
        return back();
    }

    private boolean back() {
        boolean back = resting && seen && thrift != Thrift.RESTS;
        resting &= !back;
        return back;
    }

    /** True once, when it is time to rest. */
    boolean restNow(long nowNanos) {
        long patience = thrift == Thrift.NONE ? UNSEEN.toNanos() : 0;
        boolean unseen = !seen && nowNanos - unseenSince >= patience;
        boolean now = !resting && (unseen || thrift == Thrift.RESTS);
        resting |= now;
        return now;
    }

    boolean resting() {
        return resting;
    }

    boolean seen() {
        return seen;
    }

    /** What a tile is that rests. */
    TileState rest() {
        return seen && thrift == Thrift.RESTS
                ? TileState.of(TileState.Phase.PAUSED, Cause.MEMORY_SHORT)
                : TileState.of(TileState.Phase.PAUSED);
    }

    /** Another stream plays, which makes pictures. */
    void playsAnew(long nowNanos) {
        resting = false;
        unseenSince = nowNanos;
    }
}
