package vn.toancanh.server.http;

import io.javalin.http.Context;
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

    /** Where the same key came with something else. */
    public static ApiProblem reused() {
        return ApiProblem.of(409, "keyReused", "This Idempotency-Key was used for something else");
    }
}
