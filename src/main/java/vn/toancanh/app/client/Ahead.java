package vn.toancanh.app.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Scratch;
import vn.toancanh.base.Threads;
import vn.toancanh.catalogue.NameOrder;
import vn.toancanh.store.ClientDatabase;

/**
 * What a start takes long over whatever its arguments say, begun beside JavaFX while they are read: a place to unpack to, SQLite's
 * library, and the order of Vietnamese names. It opens nothing of the user's and asks nobody. Where an argument turns out to be wrong the
 * place to unpack to was made for nothing; it goes at the end, or, where the end comes while something is unpacked, with the next start. Any
 * thread.
 */
public final class Ahead {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Boolean> place = new CompletableFuture<>();

    /** Begins, on threads of its own; doing it again does nothing. */
    public void begin(Folders folders) {
        if (begun.compareAndSet(false, true)) {
            Threads.daemon("store-ahead", () -> {
                        if (prepare(folders)) {
                            ClientDatabase.ahead();
                        }
                    })
                    .start();
            Threads.daemon("names-ahead", NameOrder::new).start();
        }
    }

    private boolean prepare(Folders folders) {
        try {
            Scratch.prepare(folders.cache());
            return place.complete(true);
        } catch (RuntimeException | Error fault) {
            place.completeExceptionally(fault);
            return false;
        }
    }

    /** Waits until it is known where libraries are unpacked, having begun; throws what that threw. Not on DESK. */
    void await(Folders folders) {
        begin(folders);
        try {
            place.join();
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
