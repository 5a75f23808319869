package vn.toancanh.app.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import vn.toancanh.base.Threads;

/** JavaFX, which takes a good part of a start to come up and can do so while the arguments are read. Any thread. */
public final class Toolkit {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Boolean> up = new CompletableFuture<>();

    /** Begins to start it, on a thread of its own; doing it again does nothing. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            Threads.daemon("javafx-start", this::start).start();
        }
    }

    private void start() {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(() -> {});
            up.complete(true);
        } catch (RuntimeException | Error fault) {
            up.completeExceptionally(fault);
        }
    }

    /** Ends it, where it came up. */
    void end() {
        if (up.isDone() && !up.isCompletedExceptionally()) {
            Platform.exit();
        }
    }

    /**
     * Waits until it is up.
     *
     * @throws UnsupportedOperationException where there is no display
     * @throws RuntimeException where there are no graphics
     */
    void await() {
        begin();
        try {
            up.join();
        } catch (CompletionException fault) {
            if (fault.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (fault.getCause() instanceof Error cause) {
                throw cause;
            }
            throw fault;
        }
    }
}
