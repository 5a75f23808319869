package vn.toancanh.app.client;

import java.time.Duration;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Beats on DESK and notes how long beats were held up, because whatever holds them up holds up the operator's hands and
 * the painting too. What is told is the gap between two beats beyond the period: a shorter stall than the period may be
 * told short by as much. Lane: DESK.
 */
final class Heartbeat implements Handle {
    static final Duration PERIOD = Duration.ofMillis(50);

    /** A stall is told for at least this long, so that whoever asks more often misses none. */
    static final Duration TOLD_FOR = Duration.ofSeconds(2);

    private final Clock clock;
    private final Handle ticking;
    private long beatAt;
    private long turnedAt;
    private long longestNow;
    private long longestBefore;
    private long longestSinceReset;

    Heartbeat(Lane desk, Clock clock) {
        this.clock = clock;
        this.beatAt = clock.nanos();
        this.turnedAt = beatAt;
        this.ticking = desk.every(PERIOD, this::beat);
    }

    private void beat() {
        long now = clock.nanos();
        long stall = stall(now);
        beatAt = now;
        if (now - turnedAt >= TOLD_FOR.toNanos()) {
            longestBefore = longestNow;
            longestNow = 0;
            turnedAt = now;
        }
        longestNow = Math.max(longestNow, stall);
        longestSinceReset = Math.max(longestSinceReset, stall);
    }

    private long stall(long now) {
        return Math.max(0, now - beatAt - PERIOD.toNanos());
    }

    /** Forgets what held it up so far, for {@link #longest()}. */
    void reset() {
        beatAt = clock.nanos();
        longestSinceReset = 0;
    }

    /** The longest stall of the last two to four seconds, one that lasts still counted; milliseconds. */
    long recentMillis() {
        long running = stall(clock.nanos());
        return Math.max(running, Math.max(longestNow, longestBefore)) / 1_000_000;
    }

    /** The longest stall since the beginning or the last reset, milliseconds. */
    long longest() {
        return Math.max(stall(clock.nanos()), longestSinceReset) / 1_000_000;
    }

    @Override
    public void close() {
        ticking.close();
    }
}
