package vn.toancanh.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import vn.toancanh.base.Secret;

/** Opaque random tokens of 256 bits; what is stored is their SHA-256. Any thread. */
public final class Tokens {
    private final SecureRandom random = new SecureRandom();

    /** A new token; the prefix tells people and scanners what it is. */
    public Secret fresh(String prefix) {
        return Secret.of(prefix + id(32));
    }

    /** A random text for ids, of {@code bytes} bytes. */
    public String id(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** What is stored of a token. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
