package vn.toancanh.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Threads;

/**
 * How long a command runs: until it is told to end, its time is over, or a signal comes. After a signal the process lives on
 * until {@link #ended()}, so that things are put away in the same order as at any other end.
 */
public final class Lifetime {
    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final CountDownLatch done = new CountDownLatch(1);

    /** Begins to listen for signals. */
    public static Lifetime begin() {
        Lifetime lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(Threads.daemon("ending", lifetime::signalled));
        return lifetime;
    }

    private void signalled() {
        end.complete(true);
        try {
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("not everything was put away within {}", PATIENCE);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it. Any thread. */
    public void end() {
        end.complete(true);
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

    /** Everything is put away: the process may go. */
    public void ended() {
        done.countDown();
    }
}
