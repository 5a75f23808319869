package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.frames.PictureSource;

/**
 * Tells whether one player's pictures have stuck behind: later than is usual for it, for long. Measured from their arrival
 * here to their publishing, so that no camera's clock can mislead it (decision 0019), and by that clock where it is believed and
 * says that they are older than any tile's may be for long. Sampled from DESK, several times a second.
 */
final class LatencyWatch {
    /** So much above what is usual is late. */
    static final Duration LATE_BY = Duration.ofMillis(150);

    /** Nothing later is usual: where a tile begins a second behind, that is what it is to be cured of. */
    static final Duration MOST_USUAL = Duration.ofMillis(800);

    /** Later than usual for longer than that has stuck. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    /** A stream that has just begun may still catch up, and nobody knows yet what is usual. */
    static final Duration LEARNING = Duration.ofSeconds(10);

    /** Without a picture for so long, what was before says nothing of what comes. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Weights of the newest sample: in what it is now, a second's worth. */
    private static final double NOW = 0.25;

    /** In what is usual, downwards: three seconds' worth. */
    private static final double BETTER = 1 / 12.0;

    /** Upwards five minutes' worth, so that what creeps up is late in the end. */
    private static final double WORSE = 1 / 1200.0;

    private long published;
    private long begunAt;
    private long sampledAt;
    private double level;
    private double usual;
    private long lateSince;
    private boolean late;

    /**
     * Looks at the newest picture, if there is one that it has not seen.
     *
     * @param byClockNanos how old it is by the clock of its camera, where that can be believed; else 0
     */
    void sample(long nowNanos, PictureSource pictures, long byClockNanos) {
        long count = pictures.published();
        if (count <= published || pictures.delayNanos() < 0) {
            return;
        }
        long delay = byClockNanos > MOST_USUAL.toNanos()
                ? Math.max(pictures.delayNanos(), byClockNanos)
                : pictures.delayNanos();
        if (published == 0) {
            begunAt = nowNanos;
            level = delay;
            usual = delay;
        }
        if (nowNanos - sampledAt > PAUSE.toNanos()) {
            late = false;
            level = delay;
        }
        published = count;
        sampledAt = nowNanos;
        level += NOW * (delay - level);
        boolean learning = nowNanos - begunAt < LEARNING.toNanos();
        if (!learning && level - Math.min(usual, (double) MOST_USUAL.toNanos()) > LATE_BY.toNanos()) {
            lateSince = late ? lateSince : nowNanos;
            late = true;
        } else {
            late = false;
            usual += (level < usual || learning ? BETTER : WORSE) * (level - usual);
        }
    }

    /** True while its pictures are later than usual. */
    boolean late() {
        return late;
    }

    /** True once they have been so for too long. */
    boolean stuck() {
        return late && sampledAt - lateSince > STUCK_AFTER.toNanos();
    }
}
