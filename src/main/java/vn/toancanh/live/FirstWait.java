package vn.toancanh.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;

/** What an attempt waits for until its first picture is there, and when that has taken too long. Lane: DESK, one for each. */
final class FirstWait {
    static final Duration GRANT_LIMIT = Duration.ofSeconds(30);
    static final Duration PICTURE_LIMIT = Duration.ofSeconds(12);

    /** Some cameras send a key frame once a minute, and none to whoever comes. */
    static final Duration KEY_FRAME_LIMIT = Duration.ofSeconds(90);

    private final long begunAt;
    private boolean granted;
    private boolean open;
    private long openedAt;
    private long keyAwaitedAt;

    FirstWait(long nowNanos) {
        begunAt = nowNanos;
    }

    /** It may open, as soon as its turn comes. */
    void granted() {
        granted = true;
    }

    /** Its player was opened, or begins anew. */
    void opened(long nowNanos) {
        open = true;
        openedAt = nowNanos;
        keyAwaitedAt = nowNanos;
    }

    private static boolean awaitsKey(@Nullable StreamStatistics told) {
        return told != null && told.delivery().awaitsKey() && told.delivery().receivedFps() > 0;
    }

    /** Looks again; what it comes to where it has waited for too long, null where it has not. */
    Verdicts.@Nullable Verdict over(@Nullable StreamStatistics told, long nowNanos) {
        if (!open) {
            return nowNanos - begunAt <= GRANT_LIMIT.toNanos()
                    ? null
                    : Verdicts.ofGrant(Failure.of(Failure.Kind.TIMEOUT, "no grant within " + GRANT_LIMIT));
        }
        if (awaitsKey(told) && nowNanos - openedAt <= KEY_FRAME_LIMIT.toNanos()) {
            // What follows a key frame has as long as if it had been the first thing that came.
            keyAwaitedAt = nowNanos;
        }
        return nowNanos - keyAwaitedAt <= PICTURE_LIMIT.toNanos() ? null : Verdicts.ofNoPicture(missing(told));
    }

    /** What keeps its first picture back: where video comes, it is neither the camera's silence nor the network's. */
    private static Cause missing(@Nullable StreamStatistics told) {
        if (told == null || told.delivery().receivedFps() <= 0) {
            return Cause.NO_VIDEO;
        }
        return told.delivery().awaitsKey() ? Cause.AWAITS_KEY_FRAME : Cause.NOT_DECODED;
    }

    /** Why there is none, where that takes longer than an operator waits without asking; null while it does not. */
    @Nullable
    Cause cause(@Nullable StreamStatistics told, long nowNanos) {
        if (!open || nowNanos - openedAt < Verdicts.NO_VIDEO_AFTER.toNanos()) {
            return null;
        }
        return missing(told);
    }

    /** What it waits for now, in words. */
    Reason reason(@Nullable StreamStatistics told) {
        if (!open) {
            return Reason.of(granted ? "why.awaitsTurn" : "why.awaitsGrant");
        }
        if (told == null || told.framesReceived() == 0) {
            return Reason.of("why.awaitsVideo");
        }
        return Reason.of(awaitsKey(told) ? "why.awaitsKeyFrame" : "why.awaitsDecoder");
    }
}
