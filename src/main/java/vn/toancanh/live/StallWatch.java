package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.frames.PictureSource;

/**
 * Tells from one player's pictures alone whether it is live. Sampled from DESK, several times a second; a picture that is
 * published again is not a new one.
 */
final class StallWatch {
    /** How the pictures come. */
    enum Verdict {
        /** None yet. */
        NONE,
        LIVE,
        /** Pictures come, but their pixels have been the same for {@link #UNCHANGED_AFTER}. */
        UNCHANGED,
        /** The newest is older than {@link #LATE_AFTER} and than three frame intervals. */
        LATE,
        /** The newest is older than {@link #FROZEN_AFTER}. */
        FROZEN
    }

    static final Duration LATE_AFTER = Duration.ofSeconds(1);
    static final Duration FROZEN_AFTER = Duration.ofSeconds(3);
    static final Duration UNCHANGED_AFTER = Duration.ofSeconds(10);
    private static final int LATE_INTERVALS = 3;
    /** Weight of the newest sample in the mean frame interval. */
    private static final double FRESH = 0.2;

    private long published;
    private long newestAt;
    private double intervalNanos;

    /** Looks at the source. */
    Verdict sample(long nowNanos, PictureSource pictures) {
        long count = pictures.published();
        if (count > published) {
            long at = pictures.publishedAtNanos();
            // A time that lies ahead, or none, would make an old picture look new for ever.
            long seenAt = at > 0 && at <= nowNanos ? at : nowNanos;
            if (published > 0 && seenAt > newestAt) {
                double mean = (double) (seenAt - newestAt) / (count - published);
                intervalNanos = intervalNanos == 0 ? mean : intervalNanos + FRESH * (mean - intervalNanos);
            }
            published = count;
            newestAt = seenAt;
        }
        if (published == 0) {
            return Verdict.NONE;
        }
        long age = nowNanos - newestAt;
        if (age >= FROZEN_AFTER.toNanos()) {
            return Verdict.FROZEN;
        }
        if (age > Math.max(LATE_AFTER.toNanos(), LATE_INTERVALS * (long) intervalNanos)) {
            return Verdict.LATE;
        }
        long changedAt = pictures.changedAtNanos();
        return changedAt > 0 && nowNanos - changedAt >= UNCHANGED_AFTER.toNanos() ? Verdict.UNCHANGED : Verdict.LIVE;
    }

    /** When the newest picture was published, {@code Clock.nanos()}; 0: none yet. */
    long newestAtNanos() {
        return newestAt;
    }

    /** Mean time between pictures, nanoseconds; 0: not known yet. */
    double intervalNanos() {
        return intervalNanos;
    }
}
