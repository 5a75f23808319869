package vn.toancanh.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as hashes: Argon2id (RFC 9106) with 19 MiB, two passes, one lane, as the PHC string that names its own parameters.
 * One takes some 50 ms of a core and the memory it names. Any thread; never where it paints.
 */
public final class Argon2id {
    /** What one hash takes while it is computed, KiB. */
    public static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;

    /** More than these are not computed for a string that somebody may have changed. */
    private static final int MOST_MEMORY_KIB = 262_144;

    private static final int MOST_PASSES = 16;

    private Argon2id() {}

    /** A fresh hash, with a salt of its own. */
    public static String hash(Secret password, SecureRandom random) {
        return hash(password, random, new HashMemory());
    }

    /** The same, computed in that memory. */
    public static String hash(Secret password, SecureRandom random, HashMemory memory) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return phc(salt, compute(password, salt, MEMORY_KIB, PASSES, LANES, memory));
    }

    /** A hash that no password fits, for the time it takes to check it; made without computing anything. */
    public static String unmatchable(SecureRandom random) {
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

    /** True where the password is the one hashed; false also where the string is no such hash. */
    public static boolean matches(Secret password, String phc) {
        return matches(password, phc, new HashMemory());
    }

    /** The same, computed in that memory. */
    public static boolean matches(Secret password, String phc, HashMemory memory) {
        String[] parts = phc.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id")) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts[4]);
            byte[] expected = Base64.getDecoder().decode(parts[5]);
            int size = number(parts[3], "m=");
            int passes = number(parts[3], "t=");
            if (size > MOST_MEMORY_KIB || passes > MOST_PASSES || expected.length != HASH) {
                return false;
            }
            return MessageDigest.isEqual(
                    expected, compute(password, salt, size, passes, number(parts[3], "p="), memory));
        } catch (IllegalArgumentException | IllegalStateException broken) {
            return false;
        }
    }

    private static int number(String parameters, String name) {
        for (String one : parameters.split(",", 8)) {
            if (one.startsWith(name)) {
                return Integer.parseInt(one.substring(name.length()));
            }
        }
        throw new IllegalArgumentException("no " + name + " in a stored hash");
    }

    private static byte[] compute(
            Secret password, byte[] salt, int memoryKib, int passes, int lanes, HashMemory memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(memory.blocks())
                .build());
        byte[] hash = new byte[HASH];
        // The same password typed on another keyboard layout may come decomposed.
        String text = Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC);
        generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
