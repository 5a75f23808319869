package vn.toancanh.server.administration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.accounts.Validity;
import vn.toancanh.server.http.ApiProblem;

/** An account as its administrators see it. */
record UserBody(
        String id,
        String username,
        String displayName,
        String roleId,
        boolean enabled,
        @Nullable String validFrom,
        @Nullable String validUntil,
        Instant createdAt,
        long version) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    Validity validity() {
        return new Validity(
                validFrom == null ? null : LocalDate.parse(validFrom),
                validUntil == null ? null : LocalDate.parse(validUntil));
    }

    record Page(List<UserBody> items, @Nullable String nextCursor) {}

    /** A new one. */
    record Draft(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String roleId,
            @Nullable String password,
            @Nullable JsonNode validFrom,
            @Nullable JsonNode validUntil) {
        /** Never the password, wherever it is printed. */
        @Override
        public String toString() {
            return "Draft[" + username + "]";
        }
    }

    /** What may be changed of one; its name stays. */
    record Change(
            @Nullable String displayName,
            @Nullable String roleId,
            @Nullable Boolean enabled,
            @Nullable JsonNode validFrom,
            @Nullable JsonNode validUntil) {}

    /** The days that are asked for: null takes a limit away, and what is not sent at all stays as it was. */
    static Validity days(@Nullable JsonNode from, @Nullable JsonNode until, Validity before) {
        return new Validity(day("/validFrom", from, before.from()), day("/validUntil", until, before.until()));
    }

    private static @Nullable LocalDate day(String pointer, @Nullable JsonNode sent, @Nullable LocalDate before) {
        if (sent == null || sent.isMissingNode()) {
            return before;
        }
        if (sent.isNull()) {
            return null;
        }
        try {
            if (sent.isString() && DAY.matcher(sent.asString()).matches()) {
                return LocalDate.parse(sent.asString());
            }
        } catch (DateTimeException noSuchDay) {
            // Answered below, as everything that is no day.
        }
        throw ApiProblem.badField(pointer, "format", "a day as YYYY-MM-DD");
    }

    record Password(@Nullable String password) {
        @Override
        public String toString() {
            return "Password[***]";
        }
    }
}
