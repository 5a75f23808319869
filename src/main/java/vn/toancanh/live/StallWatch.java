package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.model.Effort;

/**
 * Tells from one player's pictures alone whether it is live. Sampled from DESK, several times a second; a picture that is
 * published again is not a new one, and one that was taken long before it is published is an old one.
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
        /** Pictures come, and have each been as old as {@link #LATE} when they were published, for {@link #OLD_AFTER}. */
        OLD,
        /** Pictures come, and are as old as that by the clock of their camera, where that can be believed. */
        OLD_BY_CLOCK,
        /** Pictures come, and are not known to be new: those of before this opening were old. */
        OLD_BEFORE,
        /** None has come for longer than {@link #LATE_AFTER} and than three frame intervals. */
        LATE,
        /** The newest is older than {@link #FROZEN_AFTER}. */
        FROZEN,
        /** Pictures come, and none has come to the screen for {@link #LATE_AFTER}. */
        LATE_ON_SCREEN,
        /** Pictures come, and none has come to the screen for {@link #FROZEN_AFTER}. */
        FROZEN_ON_SCREEN;

        /** True where pictures come, and come too slowly. */
        boolean slow() {
            return switch (this) {
                case SLOWED, OLD, OLD_BY_CLOCK, LATE, LATE_ON_SCREEN -> true;
                case NONE, LIVE, BLACK, UNCHANGED, REPEATED, OLD_BEFORE, FROZEN, FROZEN_ON_SCREEN -> false;
            };
        }
    }

    static final Duration LATE_AFTER = Duration.ofSeconds(1);
    static final Duration FROZEN_AFTER = Duration.ofSeconds(3);
    /** A machine that is held up for a moment has old pictures for as long. */
    static final Duration OLD_AFTER = Duration.ofMillis(500);
    /** Seeing, sampling and drawing take their time: ten seconds after the last change it stands on the screen. */
    static final Duration UNCHANGED_AFTER = Duration.ofMillis(8800);

    static final Duration BLACK_AFTER = Duration.ofMillis(1500);

    /** Another player may come to a picture or two more of a stream that is silent, and reckon a little otherwise. */
    private static final Duration SAME_MOMENT = Duration.ofMillis(300);

    /** Pictures so much older than those before are of another player that has not caught up; what is less may be held up. */
    private static final Duration TURNED_BACK = Duration.ofSeconds(2);

    /** A stream whose key frames are further apart than that is not shown by them alone. */
    static final Duration RARE_KEY_FRAMES = Duration.ofSeconds(5);

    /** So long the next key frame may take before that is a stop, while nobody knows how far apart they are. */
    static final Duration KEY_FRAME_AFTER = RARE_KEY_FRAMES.plusSeconds(1);

    /** Key frames come evenly: one that takes half as long again as those before is late. */
    private static final double LATE_KEY_INTERVALS = 1.5;

    /** The order to make less takes its time; pictures that come so soon after it may be of before. */
    private static final Duration EASING = Duration.ofSeconds(1);

    /**
     * Fewer than a third of the pictures that came at best count as slowed, where that is less than five a second: a camera that
     * opens its shutter for longer at night goes to six or more.
     */
    static final int SLOWED_TIMES = 3;

    static final Duration SLOWED_INTERVAL = Duration.ofMillis(200);

    /** So long after the first picture their pace is not judged: the next ones of a machine that opens a whole wall take their time. */
    static final Duration PACE_KNOWN_AFTER = Duration.ofSeconds(2);
    /** Pictures after which the interval is known well enough to be anybody's best. */
    private static final int SETTLED_PICTURES = 20;

    private static final int LATE_INTERVALS = 3;
    /** Weight of the newest sample in the mean frame interval. */
    private static final double FRESH = 0.2;

    private final Standstill standstill;
    private final long expectedNanos;
    private final PictureGaps gaps = new PictureGaps();
    private long firstAt;
    private long published;
    private long seen;
    private long newestAt;
    private long delayNanos;
    private long oldSince;
    private double intervalNanos;
    private double bestNanos;
    /** When the newest was taken is known and not when it came, so that what is between it and the next is no interval. */
    private boolean begunOld;

    /** {@link PictureSource#begunAtNanos()} of the newest that counted. */
    private long begunWith;

    private boolean keyFramesOnly;
    private boolean awaitsKeyFrame;
    private long easedAt;

    /**
     * Has seen nothing yet.
     *
     * @param expectedNanos time between pictures by what is known of the stream, so that one which is slow when it is opened is told
     *     too; 0: not known
     */
    StallWatch(Standstill standstill, long expectedNanos) {
        this.standstill = standstill;
        this.expectedNanos = expectedNanos;
        this.bestNanos = expectedNanos;
    }

    /** Pictures come at another pace from now on, by the effort that is made of the stream. */
    void eased(Effort effort) {
        boolean only = effort == Effort.KEY_FRAMES;
        // What follows a key frame that was left out rests on it, so that all wait for the next one.
        awaitsKeyFrame = keyFramesOnly && !only;
        keyFramesOnly = only;
        easedAt = newestAt;
        intervalNanos = 0;
        gaps.forget();
        bestNanos = effort.leavesOut() ? 0 : expectedNanos;
    }

    /** How long none may come before that is a stop: of key frames alone, three times as long as they have taken. */
    private long frozenAfterNanos() {
        boolean unknown = keyFramesOnly ? intervalNanos == 0 : awaitsKeyFrame;
        return unknown
                ? KEY_FRAME_AFTER.toNanos()
                : Math.max(FROZEN_AFTER.toNanos(), keyFramesOnly ? LATE_INTERVALS * (long) intervalNanos : 0);
    }

    /** True where more is made again, which begins with the next key frame. */
    boolean awaitsKeyFrame() {
        return awaitsKeyFrame;
    }

    /** True where only key frames are made, and these are too far apart for that. */
    boolean keyFramesAreRare(long nowNanos) {
        long rare = RARE_KEY_FRAMES.toNanos();
        return keyFramesOnly && newestAt > 0 && (nowNanos - newestAt > rare || intervalNanos > rare);
    }

    /** Looks at the source. */
    Verdict sample(long nowNanos, PictureSource pictures) {
        long count = pictures.published();
        long at = pictures.publishedAtNanos();
        // A time that lies ahead, or none, would make an old picture look new for ever.
        long seenAt = at > 0 && at <= nowNanos ? at : nowNanos;
        long delay = Math.max(0, pictures.delayNanos());
        boolean old = count > published && delay > oldAfterNanos();
        // One that is only shown again makes what was shown before no younger, however often.
        boolean again = old && shownAgain(seenAt, delay, pictures.begunAtNanos());
        begunWith = again ? begunWith : pictures.begunAtNanos();
        if (!again && old && (published == 0 || seenAt - seen > oldAfterNanos())) {
            began(seenAt - delay, count, nowNanos);
        } else if (!again && count > published) {
            boolean ofBefore = keyFramesOnly && newestAt < easedAt + EASING.toNanos();
            // Whatever held it up for that long has been told; the pace begins anew.
            boolean afterStop = !keyFramesOnly && seenAt - newestAt >= FROZEN_AFTER.toNanos();
            if (published > 0 && seenAt > newestAt && !ofBefore && !afterStop && !begunOld) {
                double mean = (double) (seenAt - newestAt) / (count - published);
                gaps.came((long) mean);
                intervalNanos = intervalNanos == 0 ? mean : intervalNanos + FRESH * (mean - intervalNanos);
            }
            if (old && takenAtNanos() - (seenAt - delay) > TURNED_BACK.toNanos()) {
                oldSince = nowNanos - OLD_AFTER.toNanos();
            }
            firstAt = published == 0 ? seenAt : firstAt;
            published = count;
            newestAt = seenAt;
            begunOld = false;
            awaitsKeyFrame = false;
            delayNanos = delay;
            if (published > SETTLED_PICTURES && intervalNanos > 0) {
                bestNanos = bestNanos == 0 ? intervalNanos : Math.min(bestNanos, intervalNanos);
            }
        }
        seen = published == 0 ? 0 : seenAt;
        standstill.look(nowNanos, pictures);
        if (published == 0) {
            return Verdict.NONE;
        }
        long age = nowNanos - newestAt;
        if (age >= frozenAfterNanos()) {
            return Verdict.FROZEN;
        }
        boolean punctual = delayNanos <= oldAfterNanos() && age + delayNanos <= lateAfterNanos();
        oldSince = punctual ? 0 : oldSince == 0 ? nowNanos : oldSince;
        boolean late = age > lateAfterNanos();
        // While none comes, or seldom one by design, only those that came can tell.
        Verdict pixels = ofPixels(late || keyFramesOnly ? newestAt : nowNanos);
        if (pixels != Verdict.LIVE) {
            return pixels;
        }
        return late ? Verdict.LATE : ofTimes(nowNanos);
    }

    /** After none came for a while an old one: as old as it was taken, and no moment live, until there is one that is not. */
    private void began(long takenAt, long count, long nowNanos) {
        newestAt = published == 0 ? takenAt : Math.max(newestAt, takenAt);
        firstAt = published == 0 ? newestAt : firstAt;
        published = count;
        begunOld = true;
        delayNanos = 0;
        awaitsKeyFrame = false;
        oldSince = nowNanos - OLD_AFTER.toNanos();
    }

    /**
     * True of a picture that another player makes of what stood there already: a tile that got another size after its stream
     * went silent. Of a stream that goes on it is told by the first that was clearly taken later.
     */
    private boolean shownAgain(long seenAt, long delay, long begunAt) {
        long later = seenAt - delay - takenAtNanos();
        long same = SAME_MOMENT.toNanos();
        boolean after = seenAt - newestAt > oldAfterNanos();
        return published > 0 && later < same && (after || (begunAt != begunWith && later > -same));
    }

    /** Where none has come for longer, the next is late; while nobody knows how long it takes, that is a second. */
    private long lateAfterNanos() {
        double intervals = keyFramesOnly
                ? LATE_KEY_INTERVALS * intervalNanos
                : (double) LATE_INTERVALS * gaps.usual((long) bestNanos);
        return Math.max(LATE_AFTER.toNanos(), (long) intervals);
    }

    /** A picture that was older when it came is old: three intervals of those that come quickest, for held up they all are old. */
    long oldAfterNanos() {
        return keyFramesOnly ? lateAfterNanos() : Math.max(LATE_AFTER.toNanos(), LATE_INTERVALS * gaps.shortest());
    }

    /** What they show, however late they are: what has stood or been black is not live because the next one takes its time. */
    private Verdict ofPixels(long untilNanos) {
        if (longSince(standstill.blackSinceNanos(), BLACK_AFTER, untilNanos)) {
            return Verdict.BLACK;
        }
        return longSince(standstill.changedAtNanos(), UNCHANGED_AFTER, untilNanos) ? Verdict.UNCHANGED : Verdict.LIVE;
    }

    /** Pictures come; what their age and pace say. */
    private Verdict ofTimes(long nowNanos) {
        if (longSince(oldSince, OLD_AFTER, nowNanos)) {
            return Verdict.OLD;
        }
        return !keyFramesOnly
                        && bestNanos > 0
                        && nowNanos - firstAt >= PACE_KNOWN_AFTER.toNanos()
                        && intervalNanos > Math.max(SLOWED_TIMES * bestNanos, (double) SLOWED_INTERVAL.toNanos())
                ? Verdict.SLOWED
                : Verdict.LIVE;
    }

    private static boolean longSince(long atNanos, Duration time, long nowNanos) {
        return atNanos != 0 && nowNanos - atNanos >= time.toNanos();
    }

    /** When the newest picture was published, {@code Clock.nanos()}; 0: none yet. */
    long newestAtNanos() {
        return newestAt;
    }

    /** When the newest picture was taken, as far as that can be told here, {@code Clock.nanos()}; 0: none yet. */
    long takenAtNanos() {
        return newestAt == 0 ? 0 : newestAt - delayNanos;
    }

    /** Mean time between pictures, nanoseconds; 0: not known yet. */
    double intervalNanos() {
        return intervalNanos;
    }
}
