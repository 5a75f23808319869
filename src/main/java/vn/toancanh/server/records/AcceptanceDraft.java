package vn.toancanh.server.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A signature as it is sent: of whoever takes over, by his own name and password. */
record AcceptanceDraft(
        @Nullable String username,
        @Nullable String password,
        @Nullable String signedAt,
        @Nullable String comment) {
    static final int MOST_COMMENT = 2000;

    /** The same, with everything there and in its bounds. */
    record Checked(
            String username,
            Secret password,
            Instant signedAt,
            @Nullable String comment) {}

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        text(errors, "/username", username, 64);
        text(errors, "/password", password, 256);
        @Nullable Instant when = signedAt == null ? null : BookmarkDraft.time(signedAt);
        if (when == null) {
            errors.add(FieldError.of("/signedAt", signedAt == null ? "required" : "format", "a time of RFC 3339"));
        }
        if (comment != null && comment.length() > MOST_COMMENT) {
            errors.add(FieldError.of("/comment", "length", "at most " + MOST_COMMENT + " characters"));
        }
        if (!errors.isEmpty() || username == null || password == null || when == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(username, Secret.of(password), when, comment);
    }

    private static void text(List<FieldError> errors, String pointer, @Nullable String value, int most) {
        if (value == null || value.isEmpty() || value.length() > most) {
            errors.add(FieldError.of(pointer, value == null ? "required" : "length", "1 to " + most + " characters"));
        }
    }
}
