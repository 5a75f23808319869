package vn.toancanh.server.relay.beside;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import vn.toancanh.server.relay.RelayFigures;

/** What the relay was asked and has not answered yet. Any thread. */
final class Answers {
    /** No grant waits longer for a relay: its viewer would wait a moment instead. */
    private static final long MOMENT_MILLIS = 250;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<Boolean>> syncs = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<RelayFigures>> counts = new ConcurrentHashMap<>();

    long next() {
        return numbers.incrementAndGet();
    }

    /**
     * Asks and waits a moment.
     *
     * @param asking asks under that number; false where nobody hears
     */
    void await(LongPredicate asking) {
        long number = next();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        syncs.put(number, done);
        try {
            if (asking.test(number)) {
                done.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException busy) {
            // Whoever is granted something tries again where the relay does not know him yet.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            syncs.remove(number);
        }
    }

    /** Asks; cancelled where nobody hears. */
    CompletableFuture<RelayFigures> figures(LongPredicate asking) {
        long number = next();
        CompletableFuture<RelayFigures> answer = new CompletableFuture<>();
        counts.put(number, answer);
        if (!asking.test(number)) {
            counts.remove(number);
            answer.cancel(false);
        }
        return answer;
    }

    void synced(long number) {
        CompletableFuture<Boolean> waiting = syncs.remove(number);
        if (waiting != null) {
            waiting.complete(true);
        }
    }

    void counted(long number, RelayFigures figures) {
        CompletableFuture<RelayFigures> waiting = counts.remove(number);
        if (waiting != null) {
            waiting.complete(figures);
        }
    }

    /** Nothing that was asked is answered any more. */
    void lost() {
        syncs.values().forEach(each -> each.complete(false));
        counts.values().forEach(each -> each.cancel(false));
        counts.clear();
    }
}
