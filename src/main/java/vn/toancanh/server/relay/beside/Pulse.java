package vn.toancanh.server.relay.beside;

import java.time.Duration;
import vn.toancanh.base.Clock;

/**
 * Whether a relay still answers. What counts is how many questions in a row it has left unanswered, not for how long nothing
 * was heard: a server that was paused itself has heard nobody. Any thread.
 */
final class Pulse {
    /** How often to look, and so to ask. */
    static final Duration EVERY = Duration.ofSeconds(3);

    /** Two questions are at least so far apart: a server that was paused looks many times at once when it goes on. */
    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(2);

    private static final int MOST_UNANSWERED = 5;

    /** What is to be done now. */
    enum Next {
        WAIT,
        ASK,
        /** It has not answered for too often; the count begins anew. */
        LOST
    }

    private final Clock clock;
    private long askedNanos;
    private int unanswered;

    Pulse(Clock clock) {
        this.clock = clock;
        this.askedNanos = clock.nanos();
    }

    /** It has said something, or is another one now. */
    synchronized void heard() {
        unanswered = 0;
    }

    /** To be done now; a question counts as asked. */
    synchronized Next next() {
        long now = clock.nanos();
        if (now - askedNanos < LEAST_BETWEEN.toNanos()) {
            return Next.WAIT;
        }
        askedNanos = now;
        if (unanswered >= MOST_UNANSWERED) {
            unanswered = 0;
            return Next.LOST;
        }
        unanswered++;
        return Next.ASK;
    }
}
