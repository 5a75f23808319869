package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that the bodies of ordinary requests may take together. There are more connections than there is memory for what each may
 * send: whoever sends slowly holds what has come for as long as he likes to, and what is read of it takes many times its length until
 * the request is answered. Any thread; blocks.
 */
final class BodyRoom {
    /** Up to so many bytes a body needs no room while it comes: those of all connections that there may be fit beside the rest. */
    static final int SMALL = 16 << 10;

    /** What is read of a body, in its own length, where it consists of the smallest values that there are. */
    private static final int TIMES = 24;

    /** What one value comes to, bytes. */
    private static final int VALUE = 48;

    private static final int PART_OF_MEMORY = 8;
    private static final int KIB = 1024;
    private static final int TRY_AGAIN_S = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String COMING = BodyRoom.class.getName() + ".coming";
    private static final String READ = BodyRoom.class.getName() + ".read";

    private final Semaphore coming;
    private final Semaphore read;
    private final int most;
    private final Duration patience;

    BodyRoom() {
        this((int) (Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / KIB), PATIENCE);
    }

    /**
     * @param most for what comes, and as much again for what was read of it, KiB
     * @param patience how long a request waits for either
     */
    BodyRoom(int most, Duration patience) {
        this.coming = new Semaphore(most, true);
        this.read = new Semaphore(most, true);
        this.most = most;
        this.patience = patience;
    }

    /**
     * Takes room for a body that is about to come.
     *
     * @param length bytes; negative where it is not said
     * @param cap of this kind of body, bytes
     * @throws ApiProblem 503 where there is none in time
     */
    void comes(ServletRequest request, long length, long cap) {
        long bytes = length < 0 ? cap : length;
        if (bytes > SMALL) {
            take(request, COMING, coming, bytes);
        }
    }

    /**
     * Takes room for what is about to be read of a body that is there.
     *
     * @throws ApiProblem 503 where there is none in time
     */
    void isRead(ServletRequest request, int bytes) {
        take(request, READ, read, Math.min((long) bytes * TIMES, (long) Json.MOST_VALUES * VALUE));
    }

    private void take(ServletRequest request, String name, Semaphore from, long bytes) {
        if (request.getAttribute(name) != null) {
            return;
        }
        int weight = (int) Math.min(most, bytes / KIB + 1);
        try {
            if (from.tryAcquire(weight, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                request.setAttribute(name, (Runnable) () -> from.release(weight));
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw ApiProblem.passing(503, "busy", "Too many large requests are under way", TRY_AGAIN_S);
    }

    /** The request has been answered, or never will be. */
    static void answered(ServletRequest request) {
        for (String name : new String[] {COMING, READ}) {
            if (request.getAttribute(name) instanceof Runnable release) {
                request.removeAttribute(name);
                release.run();
            }
        }
    }
}
