package vn.toancanh.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Threads;

/**
 * How long a command runs: until it is told to end, its time is over, or a signal comes. After a signal the process lives on
 * until {@link #ended()}, so that things are put away in the same order as at any other end; a second signal, or
 * {@value #PATIENCE_SECONDS} s, end it at once.
 */
public final class Lifetime {
    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
    private static final int PATIENCE_SECONDS = 10;
    /** A shell's status of a process that a signal ended is this and the signal's number. */
    private static final int SIGNALLED = 128;

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger signal = new AtomicInteger();

    /** Begins to listen for signals. */
    public static Lifetime begin() {
        Lifetime lifetime = new Lifetime();
        if (!Signals.hear(lifetime::signalled)) {
            Runtime.getRuntime().addShutdownHook(Threads.daemon("ending", lifetime::hook));
        }
        return lifetime;
    }

    private void signalled(int number) {
        if (!signal.compareAndSet(0, number)) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
        Threads.daemon("ending", () -> {
                    if (!putAway()) {
                        Runtime.getRuntime().halt(SIGNALLED + number);
                    }
                })
                .start();
        end.complete(true);
    }

    private void hook() {
        end.complete(true);
        putAway();
    }

    private boolean putAway() {
        try {
            boolean away = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!away) {
                LOG.warn("not everything was put away within {} s", PATIENCE_SECONDS);
            }
            return away;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends it. Any thread. */
    public void end() {
        end.complete(true);
    }

    /** True where its end has come. */
    public boolean isOver() {
        return end.isDone();
    }

    /** Waits for the end. */
    public void await() {
        over(Duration.ofDays(3650));
    }

    /** Waits so long at most; true where the end has come. */
    public boolean over(Duration longest) {
        try {
            end.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everything is put away: the process may go, and does so at once where a signal ended it. */
    public void ended() {
        done.countDown();
        if (signal.get() != 0) {
            System.exit(SIGNALLED + signal.get());
        }
    }
}
