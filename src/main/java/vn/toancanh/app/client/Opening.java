package vn.toancanh.app.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/** Something that is opened on a thread of its own while others go on. Any thread. */
final class Opening<T extends Handle> implements Handle {
    private final CompletableFuture<T> opened = new CompletableFuture<>();

    private Opening() {}

    /** Begins. */
    static <T extends Handle> Opening<T> begin(String thread, Supplier<T> opener) {
        Opening<T> opening = new Opening<>();
        Threads.daemon(thread, () -> {
                    try {
                        opening.opened.complete(opener.get());
                    } catch (RuntimeException | Error fault) {
                        opening.opened.completeExceptionally(fault);
                    }
                })
                .start();
        return opening;
    }

    /** Waits for it; throws what the opener threw. */
    T await() {
        try {
            return opened.join();
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

    /** Closes it, as soon as it is open; waits for that. */
    @Override
    public void close() {
        opened.handle((open, fault) -> open)
                .thenAccept(open -> {
                    if (open != null) {
                        open.close();
                    }
                })
                .join();
    }
}
