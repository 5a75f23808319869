package vn.toancanh.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

    /** True of one that comes in place of another of the same stream. */
    private static boolean is(Feed coming, @Nullable Feed shown) {
        return shown != null && coming.wish().equals(shown.wish());
    }

    /** What is said while one is on its way; null where none is. */
    static @Nullable Reason why(@Nullable Feed coming, @Nullable Feed shown) {
        return coming == null ? null : Reason.of(is(coming, shown) ? "why.reopening" : "why.switching");
    }

    /** One on its way did not come; false where it was no cure. Some cameras play to one at a time: then the old one goes. */
    static boolean failed(Feed coming, @Nullable Feed shown) {
        if (shown == null || !is(coming, shown)) {
            return false;
        }
        if (shown.watch().stuck()) {
            shown.giveUpLate();
        }
        return true;
    }

    /** One has come: the old one goes, and is received on only where it was another stream. */
    static void replaced(Feed shown, Feed coming) {
        if (is(coming, shown)) {
            shown.close();
        } else {
            shown.letGo();
        }
    }
}
