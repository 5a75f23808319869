package vn.toancanh.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Handle;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/** When a tile that lost its pictures tries again, and with which stream. Lane: DESK, one for each tile. */
final class Reconnection {
    /** The longest wait for what a person has to put in order somewhere. */
    static final Duration RARE_TRY = Duration.ofSeconds(60);

    /** It is shorter by up to so much, so that those who were refused together do not try together. */
    static final Duration RARE_SPREAD = Duration.ofSeconds(15);

    /** A worker's fall is hardly ever the fault of all its streams: so many times in a row there is no wait. */
    static final int AT_ONCE = 2;

    /** A worker that falls again and again says little against one camera; whether it does, the pool finds out. */
    private static final Duration AFTER_FALLS = Duration.ofMillis(400);

    /** Within so long those ask for new grants whose old ones are refused, so that a server that has begun anew is asked in turn. */
    private static final Duration ANEW_SPREAD = Duration.ofMillis(500);

    /** Video that came for so long makes the next failure a first one. */
    static final Duration HEALTHY_AFTER = Duration.ofSeconds(30);

    private final LiveParts parts;
    private final Runnable attemptNow;
    private final Backoff backoff;
    private Handle retry = Handle.NONE;
    private Handle sooner = Handle.NONE;
    private @Nullable StreamRole failed;
    private int falls;
    private int stale;
    private int attempt;
    private long playsSince;

    Reconnection(LiveParts parts, Runnable attemptNow) {
        this.parts = parts;
        this.attemptNow = attemptNow;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), parts.random());
    }

    /**
     * Plans the next attempt after one has ended.
     *
     * @param hasOther the camera has another stream that may be taken
     * @return the state until then
     */
    TileState plan(Feed ended, Verdicts.Verdict verdict, boolean hasOther) {
        cancel();
        StreamProfile profile = ended.choice.profile();
        boolean other = hasOther && turnsToOther(ended, verdict);
        failed = other && profile != null ? profile.role() : null;
        if (other || verdict.way() == Verdicts.Way.RECONNECT) {
            return again(ended, verdict);
        }
        if (verdict.way() == Verdicts.Way.RARELY) {
            long early = parts.random().nextLong(RARE_SPREAD.toNanos());
            retry = parts.desk().after(RARE_TRY.minusNanos(early), attemptNow);
        }
        return TileState.of(verdict.phase(), verdict.cause());
    }

    /** Silence alone may be the network's, so it must have come twice. One that stood in for another gives the turn back. */
    private boolean turnsToOther(Feed ended, Verdicts.Verdict verdict) {
        return verdict.ofStream()
                && ended.choice.ground() != StreamChooser.Ground.OTHER_FAILED
                && (verdict.cause() != Cause.NO_VIDEO || attempt > 0);
    }

    private TileState again(Feed ended, Verdicts.Verdict verdict) {
        Duration wait = next(verdict);
        retry = parts.desk().after(wait, attemptNow);
        if (verdict.ofNetwork()) {
            String host = verdict.ofServer() ? Comeback.SERVER : ended.host();
            sooner = parts.commons().comeback().waitFor(host, attemptNow);
        }
        return TileState.reconnecting(attempt, parts.clock().nanos() + wait.toNanos(), verdict.cause());
    }

    private Duration next(Verdicts.Verdict verdict) {
        Cause cause = verdict.cause();
        attempt++;
        // Its server is back, whatever was waited for before: a new grant may be all that is needed.
        boolean asksAnew = verdict.equals(Verdicts.STALE_GRANT) || verdict.equals(Verdicts.STALE_CERTIFICATE);
        if (asksAnew && stale < AT_ONCE) {
            stale++;
            return Duration.ofNanos(parts.random().nextLong(ANEW_SPREAD.toNanos()));
        }
        if (cause == Cause.WORKER_RESTARTED && falls < AT_ONCE) {
            falls++;
            return Duration.ZERO;
        }
        Duration wait = backoff.next();
        boolean tooLong = cause == Cause.WORKER_RESTARTED && wait.compareTo(AFTER_FALLS) > 0;
        return tooLong ? AFTER_FALLS : wait;
    }

    /** The stream that failed where another is to be taken now; asked once for each attempt. */
    @Nullable
    StreamRole takeFailed() {
        StreamRole role = failed;
        failed = null;
        return role;
    }

    /** What it waits for may have been put in order: the next attempt is due at once, in turn with those of others. */
    void soon() {
        retry.close();
        retry = parts.desk().after(Comeback.turn(parts.random()), attemptNow);
    }

    /** No attempt is waited for any more. */
    void cancel() {
        retry.close();
        sooner.close();
    }

    /**
     * Pictures of an attempt were looked at: starts over once they have come for long enough, though black or of a scene that
     * stands still, and tells those who wait for the same network when the first are there.
     *
     * @param host where the stream is served
     */
    void seen(TileState.Phase before, TileState.Phase now, String host) {
        long nanos = parts.clock().nanos();
        if (!comes(before)) {
            playsSince = nanos;
        }
        // Whoever was playing, though black or still, brings no news of its network.
        if (!before.playing() && before != TileState.Phase.PAUSED) {
            parts.commons().comeback().answers(host);
        }
        if (comes(now) && nanos - playsSince > HEALTHY_AFTER.toNanos()) {
            reset();
        }
    }

    private static boolean comes(TileState.Phase phase) {
        return phase.playing() && phase != TileState.Phase.FROZEN;
    }

    /** The tile shows something else from now on. */
    void forget() {
        cancel();
        failed = null;
        reset();
    }

    /** Starts over, after video has come for long enough. */
    void reset() {
        backoff.reset();
        falls = 0;
        stale = 0;
        attempt = 0;
    }
}
