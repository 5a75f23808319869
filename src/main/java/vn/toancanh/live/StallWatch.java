package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.model.Effort;

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
        /** Pictures come, but far fewer than this player brought before. */
        SLOWED,
        /** Pictures come, and have been black for {@link #BLACK_AFTER}. */
        BLACK,
        /** Pictures come, but their pixels have been the same for {@link #UNCHANGED_AFTER}. */
        UNCHANGED,
        /** Pictures come, all the same for {@link #FROZEN_AFTER}, and another sign tells that they are one sent again. */
        REPEATED,
        /** The newest is older than {@link #LATE_AFTER} and than three frame intervals. */
        LATE,
        /** The newest is older than {@link #FROZEN_AFTER}. */
        FROZEN
    }

    static final Duration LATE_AFTER = Duration.ofSeconds(1);
    static final Duration FROZEN_AFTER = Duration.ofSeconds(3);
    /** Seeing, sampling and drawing take their time: ten seconds after the last change it stands on the screen. */
    static final Duration UNCHANGED_AFTER = Duration.ofMillis(8800);

    static final Duration BLACK_AFTER = Duration.ofMillis(1500);

    /** Key frames are seldom further apart than half of that. */
    static final Duration KEY_FRAMES_AFTER = Duration.ofSeconds(20);

    /** Fewer than a quarter of the pictures that came at best count as slowed, where that is less than three a second. */
    static final int SLOWED_TIMES = 4;

    static final Duration SLOWED_INTERVAL = Duration.ofMillis(300);
    /** Pictures after which the interval is known well enough to be anybody's best. */
    private static final int SETTLED_PICTURES = 20;

    private static final int LATE_INTERVALS = 3;
    /** Weight of the newest sample in the mean frame interval. */
    private static final double FRESH = 0.2;

    private long published;
    private long newestAt;
    private double intervalNanos;
    private double bestNanos;
    private boolean keyFramesOnly;

    /** Pictures come at another pace from now on, by the effort that is made of the stream. */
    void eased(Effort effort) {
        keyFramesOnly = effort == Effort.KEY_FRAMES;
        intervalNanos = 0;
        bestNanos = 0;
    }

    /** How long none may come: of key frames alone, three times as long as they have taken, once that is known. */
    private long patience(Duration usual) {
        if (!keyFramesOnly) {
            return usual.toNanos();
        }
        return intervalNanos == 0
                ? KEY_FRAMES_AFTER.toNanos()
                : Math.max(usual.toNanos(), LATE_INTERVALS * (long) intervalNanos);
    }

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
            if (published > SETTLED_PICTURES && intervalNanos > 0) {
                bestNanos = bestNanos == 0 ? intervalNanos : Math.min(bestNanos, intervalNanos);
            }
        }
        if (published == 0) {
            return Verdict.NONE;
        }
        long age = nowNanos - newestAt;
        if (age >= patience(FROZEN_AFTER)) {
            return Verdict.FROZEN;
        }
        if (age > Math.max(patience(LATE_AFTER), LATE_INTERVALS * (long) intervalNanos)) {
            return Verdict.LATE;
        }
        return ofPixels(nowNanos, pictures);
    }

    /** Pictures come; what they and their pace say. */
    private Verdict ofPixels(long nowNanos, PictureSource pictures) {
        if (longSince(pictures.blackSinceNanos(), BLACK_AFTER, nowNanos)) {
            return Verdict.BLACK;
        }
        if (longSince(pictures.changedAtNanos(), UNCHANGED_AFTER, nowNanos)) {
            return Verdict.UNCHANGED;
        }
        return !keyFramesOnly
                        && bestNanos > 0
                        && intervalNanos > Math.max(SLOWED_TIMES * bestNanos, (double) SLOWED_INTERVAL.toNanos())
                ? Verdict.SLOWED
                : Verdict.LIVE;
    }

    private static boolean longSince(long atNanos, Duration time, long nowNanos) {
        return atNanos > 0 && nowNanos - atNanos >= time.toNanos();
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
