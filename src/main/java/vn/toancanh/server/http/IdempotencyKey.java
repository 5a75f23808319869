package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The sender's own name for a request, by which its repeats are known. */
public final class IdempotencyKey {
    private IdempotencyKey() {}

    /**
     * The key of a request.
     *
     * @throws ApiProblem 400 where there is none of 8 to 100 visible characters
     */
    public static String of(Context context) {
        @Nullable String key = context.header("Idempotency-Key");
        if (key == null || !key.matches("[\\x21-\\x7e]{8,100}")) {
            throw ApiProblem.badField(
                    "Idempotency-Key", key == null ? "required" : "format", "8 to 100 visible ASCII characters");
        }
        return key;
    }

    /** Tells what a key came with from anything else: SHA-256 in hexadecimal. */
    public static String digest(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    /** Where the same key came with something else. */
    public static ApiProblem reused() {
        return ApiProblem.of(409, "keyReused", "This Idempotency-Key was used for something else");
    }
}
