package vn.toancanh.live;

import org.jspecify.annotations.Nullable;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.StallWatch.Verdict;
import vn.toancanh.model.Effort;

/** All that is told from the pictures of one feed, and from what its decoder says of them. Lane: DESK. */
final class PictureWatch {
    private final Standstill standstill;
    private final Lateness lateness;
    private final Silence silence = new Silence();
    private final long expectedNanos;
    private StallWatch stall;
    private LatencyWatch latency = new LatencyWatch();
    private ScreenWatch screen = new ScreenWatch();
    private Effort effort = Effort.FULL;

    /** @param expectedNanos time between pictures by what is known of the stream; 0: not known */
    PictureWatch(Standstill standstill, Lateness lateness, long expectedNanos) {
        this.standstill = standstill;
        this.lateness = lateness;
        this.expectedNanos = expectedNanos;
        this.stall = new StallWatch(standstill, expectedNanos);
    }

    /** Looks at the source; {@code told} is what its decoder said last. */
    Verdict sample(long nowNanos, PictureSource pictures, @Nullable StreamStatistics told) {
        Verdict seen = stall.sample(nowNanos, pictures);
        Verdict verdict = effort == Effort.KEY_FRAMES || stall.awaitsKeyFrame() ? silence.of(seen) : seen;
        latency.sample(nowNanos, pictures, lateness.ageNanos());
        if (repeats(verdict, told, nowNanos)) {
            return Verdict.REPEATED;
        }
        Verdict onScreen = onScreen(verdict, nowNanos);
        return onScreen == verdict ? lateness.of(verdict, nowNanos) : onScreen;
    }

    /** Looks whether they come to the screen, which says that it has brought so many; before {@link #sample}. */
    void brought(long nowNanos, PictureSource pictures, long brought) {
        screen.look(nowNanos, pictures.published(), brought);
    }

    /** What comes and is not seen is no more live than what does not come. */
    private Verdict onScreen(Verdict verdict, long nowNanos) {
        long since = screen.waitsSinceNanos();
        return switch (verdict) {
            case LIVE, SLOWED, OLD, OLD_BY_CLOCK, OLD_BEFORE, LATE -> {
                if (since == 0 || nowNanos - since < StallWatch.LATE_AFTER.toNanos()) {
                    yield verdict;
                }
                boolean frozen = nowNanos - since >= StallWatch.FROZEN_AFTER.toNanos();
                yield frozen ? Verdict.FROZEN_ON_SCREEN : Verdict.LATE_ON_SCREEN;
            }
            case NONE, BLACK, UNCHANGED, REPEATED, FROZEN, LATE_ON_SCREEN, FROZEN_ON_SCREEN -> verdict;
        };
    }

    /**
     * True where one picture comes again and again: its pixels stand, and the stream's own time with them. The second sign tells it
     * from a street where nothing moves, so that the first need not last as long as for itself.
     */
    private boolean repeats(Verdict verdict, @Nullable StreamStatistics told, long nowNanos) {
        return switch (verdict) {
            case LIVE, SLOWED, UNCHANGED, OLD, OLD_BY_CLOCK, OLD_BEFORE, LATE ->
                told != null
                        && told.delivery().timeStands()
                        && nowNanos - standstill.changedAtNanos() >= StallWatch.FROZEN_AFTER.toNanos();
            case NONE, BLACK, FROZEN, REPEATED, LATE_ON_SCREEN, FROZEN_ON_SCREEN -> false;
        };
    }

    /** Its decoder has said something. */
    void told(StreamStatistics told, long nowNanos) {
        silence.told(told, nowNanos);
        lateness.told(told, stall.oldAfterNanos(), nowNanos);
    }

    /** When the newest picture came that shows what is, {@code Clock.nanos()}; 0: none yet. */
    long newestAtNanos(Verdict verdict) {
        return switch (verdict) {
            case REPEATED -> standstill.changedAtNanos();
            case OLD, OLD_BEFORE -> stall.takenAtNanos();
            case OLD_BY_CLOCK -> stall.newestAtNanos() - lateness.ageNanos();
            case LATE_ON_SCREEN, FROZEN_ON_SCREEN -> Math.min(stall.newestAtNanos(), screen.waitsSinceNanos());
            case NONE, LIVE, SLOWED, BLACK, UNCHANGED, LATE, FROZEN -> stall.newestAtNanos();
        };
    }

    /** Since when its pictures show one and the same, {@code Clock.nanos()}; 0: it had none. */
    long changedAtNanos() {
        return standstill.changedAtNanos();
    }

    /** True before its first picture. */
    boolean awaitsFirst() {
        return stall.newestAtNanos() == 0;
    }

    /** Mean time between pictures, nanoseconds; 0: not known yet. */
    double intervalNanos() {
        return stall.intervalNanos();
    }

    /** Less is made of the stream from now on, or more again. */
    void eased(Effort next) {
        effort = next;
        stall.eased(next);
        latency = new LatencyWatch();
    }

    /** True where only key frames are made, and these are too far apart for that. */
    boolean keyFramesAreRare(long nowNanos) {
        return stall.keyFramesAreRare(nowNanos);
    }

    /** No pictures are made until some are asked for. */
    void rested() {
        stall = new StallWatch(standstill, expectedNanos);
        screen = new ScreenWatch();
        eased(effort);
    }

    /** True while its pictures come later than usual. */
    boolean lags() {
        return latency.late();
    }

    /** True where that has gone on for too long, and not because less is made of the stream. */
    boolean stuck() {
        return latency.stuck() && !effort.leavesOut();
    }
}
