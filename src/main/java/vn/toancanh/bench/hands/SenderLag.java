package vn.toancanh.bench.hands;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;

/**
 * How far what sends the cameras' pictures is behind, on a machine that has too much to do: for so long each of them is older than its
 * number tells a client, which cannot know. It is asked something again and again, and answers when its thread comes to that. Asked on
 * MAIN; any thread may read.
 */
final class SenderLag {
    /** What it held up comes to the screen for so long. */
    private static final long REMEMBERED = 5_000_000_000L;

    private final Supplier<? extends CompletableFuture<?>> question;
    private final Clock clock;
    private long askedAt;
    private boolean waiting;
    private long lag;
    private long seenAt;
    private long most;

    /** @param question is answered by the thread that sends */
    SenderLag(Supplier<? extends CompletableFuture<?>> question, Clock clock) {
        this.question = question;
        this.clock = clock;
    }

    /** Asks, unless an answer is still to come. */
    void ask() {
        synchronized (this) {
            if (waiting) {
                return;
            }
            waiting = true;
            askedAt = clock.nanos();
        }
        var _ = question.get().whenComplete((answer, failed) -> answered());
    }

    private synchronized void answered() {
        waiting = false;
        note(clock.nanos());
    }

    private void note(long now) {
        long took = now - askedAt;
        if (took >= lag || now - seenAt > REMEMBERED) {
            lag = took;
            seenAt = now;
        }
        most = Math.max(most, took);
    }

    /** By how much it was behind at most of late, nanoseconds; of an answer that is still to come what has gone by counts. */
    synchronized long nanos() {
        long now = clock.nanos();
        if (waiting) {
            note(now);
        }
        return now - seenAt > REMEMBERED ? 0 : lag;
    }

    /** The most there ever was, milliseconds. */
    synchronized long mostMillis() {
        return most / 1_000_000;
    }
}
