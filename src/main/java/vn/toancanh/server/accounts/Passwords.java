package vn.toancanh.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ApiProblem;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane, as the PHC string that names its own parameters. Few hashes are
 * computed at a time, so that a shift change neither takes the memory nor all cores, and nobody waits for his turn longer
 * than a desk waits for its answer. Any thread; blocks.
 */
final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;

    /** How long a sign-in may wait for its turn; a desk gives up a little later. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int TRY_AGAIN_S = 5;
    private static final int PART_OF_MEMORY = 4;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;
    private final Duration patience;

    Passwords() {
        this(new Semaphore(turns(Runtime.getRuntime()), true), PATIENCE);
    }

    /** Half the cores at most, and no more than fit into a small part of the memory. */
    private static int turns(Runtime machine) {
        long fit = machine.maxMemory() / PART_OF_MEMORY / (MEMORY_KIB * 1024L);
        return Math.clamp(fit, 1, Math.max(2, machine.availableProcessors() / 2));
    }

    /** @param turns as many as hashes may be computed at a time */
    Passwords(Semaphore turns, Duration patience) {
        this.turns = turns;
        this.patience = patience;
    }

    String hash(Secret password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        turns.acquireUninterruptibly();
        try {
            return phc(salt, compute(password, salt, MEMORY_KIB, PASSES, LANES));
        } finally {
            turns.release();
        }
    }

    /** A hash that no password fits, for the time it takes to check it; made without computing anything. */
    String unmatchable() {
        byte[] salt = new byte[SALT];
        byte[] hash = new byte[HASH];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return phc(salt, hash);
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /**
     * True where the password is the one hashed.
     *
     * @throws ApiProblem 503 where so many sign in that its turn did not come
     */
    boolean matches(Secret password, String phc) {
        String[] parts = phc.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id")) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        takeTurn();
        try {
            byte[] found =
                    compute(password, salt, number(parts[3], "m="), number(parts[3], "t="), number(parts[3], "p="));
            return MessageDigest.isEqual(expected, found);
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

    private static int number(String parameters, String name) {
        for (String one : parameters.split(",", 8)) {
            if (one.startsWith(name)) {
                return Integer.parseInt(one.substring(name.length()));
            }
        }
        throw new IllegalStateException("no " + name + " in a stored hash");
    }

    private static byte[] compute(Secret password, byte[] salt, int memoryKib, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH];
        // The same password typed on another keyboard layout may come decomposed.
        String text = Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC);
        generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
