package vn.toancanh.server.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Argon2id;
import vn.toancanh.base.HashMemory;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ApiProblem;

/**
 * Passwords as {@link Argon2id} hashes. Few hashes are computed at a time, so that a shift change neither takes the memory nor all cores, and nobody waits for his turn longer
 * than a desk waits for its answer. Any thread; blocks.
 */
final class Passwords {
    /** How long a sign-in may wait for its turn; a desk gives up a little later. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int TRY_AGAIN_S = 5;
    private static final int PART_OF_MEMORY = 4;

    private final SecureRandom random = new SecureRandom();
    private final HashMemory memory = new HashMemory();
    private final Semaphore turns;
    private final Duration patience;

    Passwords() {
        this(new Semaphore(turns(Runtime.getRuntime()), true), PATIENCE);
    }

    /** Half the cores at most, and no more than fit into a small part of the memory. */
    private static int turns(Runtime machine) {
        long fit = machine.maxMemory() / PART_OF_MEMORY / (Argon2id.MEMORY_KIB * 1024L);
        return Math.clamp(fit, 1, Math.max(2, machine.availableProcessors() / 2));
    }

    /** @param turns as many as hashes may be computed at a time */
    Passwords(Semaphore turns, Duration patience) {
        this.turns = turns;
        this.patience = patience;
    }

    String hash(Secret password) {
        turns.acquireUninterruptibly();
        try {
            return Argon2id.hash(password, random, memory);
        } finally {
            turns.release();
        }
    }

    /** A hash that no password fits, for the time it takes to check it; made without computing anything. */
    String unmatchable() {
        return Argon2id.unmatchable(random);
    }

    /**
     * True where the password is the one hashed.
     *
     * @throws ApiProblem 503 where so many sign in that its turn did not come
     */
    boolean matches(Secret password, String phc) {
        takeTurn();
        try {
            return Argon2id.matches(password, phc, memory);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw ApiProblem.passing(503, "busy", "Too many sign in at the moment", TRY_AGAIN_S);
    }
}
