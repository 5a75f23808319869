package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The memory that large answers may take together, from when they are made until they are sent: requests run as many as come, and
 * whoever asks for large things and reads slowly would fill it. Those who wait for their turn hold nothing. Any thread; blocks.
 */
final class AnswerRoom {
    private static final int TURNS = 8;
    private static final int PART_OF_MEMORY = 8;
    private static final int KIB = 1024;
    private static final int TRY_AGAIN_S = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HELD = AnswerRoom.class.getName();

    private final Semaphore turns;
    private final Semaphore room;
    private final int most;
    private final Duration patience;

    AnswerRoom() {
        this(TURNS, (int) (Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / KIB), PATIENCE);
    }

    /**
     * @param turns answers that are made at a time
     * @param most room for what is made and not yet sent, KiB
     * @param patience how long a request waits for either
     */
    AnswerRoom(int turns, int most, Duration patience) {
        this.turns = new Semaphore(turns, true);
        this.room = new Semaphore(most, true);
        this.most = most;
        this.patience = patience;
    }

    /**
     * Makes an answer, which is held to lie in memory until {@link #sent} is called for its request.
     *
     * @throws ApiProblem 503 where there is no turn or no room in time
     */
    byte[] make(ServletRequest request, Supplier<byte[]> work) {
        take(turns, 1);
        try {
            byte[] made = work.get();
            int weight = Math.min(most, made.length / KIB + 1);
            take(room, weight);
            request.setAttribute(HELD, (Runnable) () -> room.release(weight));
            return made;
        } finally {
            turns.release();
        }
    }

    /** The request has been answered, or never will be. */
    static void sent(ServletRequest request) {
        if (request.getAttribute(HELD) instanceof Runnable release) {
            request.removeAttribute(HELD);
            release.run();
        }
    }

    private void take(Semaphore from, int permits) {
        try {
            if (from.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw ApiProblem.passing(503, "busy", "Too many large answers are under way", TRY_AGAIN_S);
    }
}
