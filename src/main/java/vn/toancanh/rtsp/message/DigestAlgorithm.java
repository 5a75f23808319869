package vn.toancanh.rtsp.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Hashes of digest authentication, RFC 7616 section 3.3. */
public enum DigestAlgorithm {
    MD5("MD5", "MD5", false, 1),
    MD5_SESS("MD5-sess", "MD5", true, 2),
    SHA_256("SHA-256", "SHA-256", false, 3),
    SHA_256_SESS("SHA-256-sess", "SHA-256", true, 4),
    SHA_512_256("SHA-512-256", "SHA-512/256", false, 5);

    private final String token;
    private final String hash;
    private final boolean session;
    private final int strength;

    DigestAlgorithm(String token, String hash, boolean session, int strength) {
        this.token = token;
        this.hash = hash;
        this.session = session;
        this.strength = strength;
    }

    /** As it stands in headers. */
    public String token() {
        return token;
    }

    /** True where the first part is hashed once more with the nonces. */
    boolean session() {
        return session;
    }

    /** Greater is stronger, from 1. */
    int strength() {
        return strength;
    }

    static Optional<DigestAlgorithm> of(String token) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    String hex(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + hash, impossible);
        }
    }
}
