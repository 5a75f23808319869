package vn.toancanh.central;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Threads;

/** Runs what waits for the network on threads of its own and brings the outcome back to DESK. Any thread. */
final class Net {
    private static final Logger LOG = LoggerFactory.getLogger(Net.class);

    private final Lane desk;
    private final AtomicLong count = new AtomicLong();

    Net(Lane desk) {
        this.desk = desk;
    }

    Lane desk() {
        return desk;
    }

    /** Starts {@code work} on a thread of its own. */
    Thread start(String what, Runnable work) {
        Thread thread = Threads.virtual("NET-" + what + "-" + count.incrementAndGet(), () -> {
            try {
                work.run();
            } catch (RuntimeException | Error fault) {
                LOG.error("fault in {}", what, fault);
            }
        });
        thread.start();
        return thread;
    }

    /** Does the work away from DESK and answers there, once, whatever happens. */
    <T> void ask(String what, Supplier<T> work, Consumer<Outcome<T>> answer) {
        start(what, () -> {
            Outcome<T> outcome = attempt(what, work);
            desk.execute(() -> answer.accept(outcome));
        });
    }

    /** Does the work on this thread, and says what came of it. */
    static <T> Outcome<T> attempt(String what, Supplier<T> work) {
        try {
            return Outcome.done(work.get());
        } catch (FailureException known) {
            LOG.info("{} failed: {}", what, known.getMessage());
            return Outcome.failed(known.failure());
        } catch (RuntimeException fault) {
            LOG.error("fault in {}", what, fault);
            return Outcome.failed(
                    Failure.of(Kind.INTERNAL, what + ": " + fault.getClass().getSimpleName(), fault));
        }
    }
}
