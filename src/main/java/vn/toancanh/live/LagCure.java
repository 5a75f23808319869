package vn.toancanh.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a tile is opened anew because its latency has stuck. Lane: DESK, one for each tile. */
final class LagCure {
    /** One that was cured in vain is left alone for a while. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(LagCure.class);

    private final LiveWall wall;
    private boolean tried;
    private long triedAt;

    LagCure(LiveWall wall) {
        this.wall = wall;
    }

    /** True where what is on show is to be opened anew now, which is then counted. */
    boolean begins(Feed shown, long nowNanos) {
        if (!shown.watch().stuck() || (tried && nowNanos - triedAt < AGAIN_AFTER.toNanos()) || !wall.mayReopen()) {
            return false;
        }
        tried = true;
        triedAt = nowNanos;
        LOG.info(
                "{} is opened anew: its pictures were later than usual for {}", shown.wish(), LatencyWatch.STUCK_AFTER);
        return true;
    }
}
