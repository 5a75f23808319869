package vn.toancanh.access;

import java.time.Duration;
import java.time.Instant;
import vn.toancanh.base.Clock;

/**
 * The time by a server's clock, also while it cannot be asked. It never goes back: where this machine's clock is set back, time
 * goes on from the latest that was seen, as fast as the machine's own counter runs; where it is set forward, it goes with it.
 * Only the server's own word may set it right. DESK.
 */
public final class ServerTime {
    /**
     * What is kept of it while the program does not run.
     *
     * @param latest seen so far, by the server's clock
     * @param ahead how far that clock is ahead of this machine's; negative where it is behind
     */
    public record Mark(Instant latest, Duration ahead) {}

    private final Clock clock;
    private Duration ahead = Duration.ZERO;
    private Instant latest;
    private long latestNanos;

    public ServerTime(Clock clock) {
        this.clock = clock;
        this.latest = clock.now();
        this.latestNanos = clock.nanos();
    }

    /** The server has told its time. */
    public void told(Instant serverTime) {
        ahead = Duration.between(clock.now(), serverTime);
        see(serverTime);
    }

    /** Goes on from what was kept: no earlier than that, whatever this machine's clock says. */
    public void resume(Mark kept) {
        ahead = kept.ahead();
        see(kept.latest());
        now();
    }

    /** The time now, never before any it told since the server's last word. */
    public Instant now() {
        Instant byCounter = latest.plusNanos(clock.nanos() - latestNanos);
        Instant byClock = clock.now().plus(ahead);
        see(byClock.isAfter(byCounter) ? byClock : byCounter);
        return latest;
    }

    /** What this machine's clock is thought to say when the server's says that. */
    Instant here(Instant there) {
        return there.minus(ahead);
    }

    /** What is to be kept now. */
    public Mark mark() {
        return new Mark(now(), ahead);
    }

    private void see(Instant time) {
        latest = time;
        latestNanos = clock.nanos();
    }
}
