package vn.toancanh.live;

import java.time.Duration;

/**
 * Lets tiles whose latency has stuck be opened anew one at a time, and none while many lag at once: then the machine has too
 * much to do, and openings would only add to it. Lane: DESK, one for all walls.
 */
final class Laggards {
    static final Duration APART = Duration.ofSeconds(10);

    /** More than this share of the tiles is the machine's doing; so few are nobody's but their own. */
    private static final int MANY_SHARE = 4;

    private static final int FEW = 2;

    private boolean begun;
    private long lastAt;

    /**
     * True where one may be opened anew now, which is then counted.
     *
     * @param late tiles of its wall whose pictures are later than usual
     * @param playing tiles of its wall that should show video
     */
    boolean mayReopen(long late, long playing, long nowNanos) {
        if (late > Math.max(FEW, playing / MANY_SHARE) || (begun && nowNanos - lastAt < APART.toNanos())) {
            return false;
        }
        begun = true;
        lastAt = nowNanos;
        return true;
    }
}
