package vn.toancanh.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a tile is opened anew because its latency has stuck. Lane: DESK, one for each tile. */
final class LagCure {
    /** One that was cured in vain is left alone for a while, and each time for twice as long. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(60);

    /** So long at the most: some cameras take a second to code what they see, which nothing cures. */
    static final Duration AT_MOST = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(LagCure.class);

    private final LiveWall wall;
    private long waitNanos;
    private long triedAt;

    LagCure(LiveWall wall) {
        this.wall = wall;
    }

    /** True where what is on show is to be opened anew now, which is then counted. */
    boolean begins(Feed shown, long nowNanos) {
        if (!shown.watch().stuck() || nowNanos - triedAt < waitNanos || !wall.mayReopen()) {
            return false;
        }
        boolean inVain = waitNanos > 0 && nowNanos - triedAt < 2 * waitNanos;
        waitNanos = inVain ? Math.min(2 * waitNanos, AT_MOST.toNanos()) : AGAIN_AFTER.toNanos();
        triedAt = nowNanos;
        LOG.info(
                "{} is opened anew: its pictures were later than usual for {}", shown.wish(), LatencyWatch.STUCK_AFTER);
        return true;
    }
}
