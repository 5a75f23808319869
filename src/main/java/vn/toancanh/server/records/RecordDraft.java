package vn.toancanh.server.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A record as it is sent, with the times of the desk, which may have been away for hours. */
record RecordDraft(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String siteId,
        @Nullable List<@Nullable String> cameraIds,
        @Nullable String beganAt,
        @Nullable String endedAt,
        @Nullable String signedAt,
        @Nullable JsonNode content) {
    static final Set<String> KINDS = Set.of("patrol", "handover");

    private static final int MOST_CAMERAS = 1000;
    private static final int MOST_CONTENT = 256 << 10;
    static final String UUID_FORM = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /** The years of RFC 3339, which fit milliseconds too. */
    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** The same, with everything there and in its bounds. */
    record Checked(
            String id,
            String kind,
            String title,
            String siteId,
            List<String> cameraIds,
            Instant beganAt,
            Instant endedAt,
            Instant signedAt,
            JsonNode content) {}

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (id == null || !id.matches(UUID_FORM)) {
            errors.add(FieldError.of("/id", id == null ? "required" : "format", "a UUID"));
        }
        if (kind == null || !KINDS.contains(kind)) {
            errors.add(FieldError.of("/kind", kind == null ? "required" : "format", "patrol or handover"));
        }
        text(errors, "/title", title, 200);
        text(errors, "/siteId", siteId, 64);
        List<String> cameras = cameras(errors);
        @Nullable Instant began = time(errors, "/beganAt", beganAt);
        @Nullable Instant ended = time(errors, "/endedAt", endedAt);
        @Nullable Instant signed = time(errors, "/signedAt", signedAt);
        if (began != null && ended != null && ended.isBefore(began)) {
            errors.add(FieldError.of("/endedAt", "range", "not before beganAt"));
        }
        if (content == null || !content.isObject() || content.toString().length() > MOST_CONTENT) {
            errors.add(
                    FieldError.of("/content", content == null ? "required" : "type", "an object of at most 256 KiB"));
        }
        if (!errors.isEmpty()
                || id == null
                || kind == null
                || title == null
                || siteId == null
                || began == null
                || ended == null
                || signed == null
                || content == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(id.toLowerCase(Locale.ROOT), kind, title, siteId, cameras, began, ended, signed, content);
    }

    private static void text(List<FieldError> errors, String pointer, @Nullable String value, int most) {
        if (value == null || value.isBlank() || value.length() > most) {
            errors.add(FieldError.of(pointer, value == null ? "required" : "length", "1 to " + most + " characters"));
        }
    }

    private List<String> cameras(List<FieldError> errors) {
        if (cameraIds == null) {
            return List.of();
        }
        if (cameraIds.size() > MOST_CAMERAS
                || cameraIds.stream().anyMatch(one -> one == null || one.isEmpty() || one.length() > 64)) {
            errors.add(FieldError.of("/cameraIds", "length", "at most " + MOST_CAMERAS + " ids"));
            return List.of();
        }
        return cameraIds.stream().map(Objects::requireNonNull).distinct().toList();
    }

    private static @Nullable Instant time(List<FieldError> errors, String pointer, @Nullable String text) {
        try {
            if (text != null) {
                Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
                if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                    return time;
                }
            }
        } catch (DateTimeException wrong) {
            // said below, as a time out of range is
        }
        errors.add(FieldError.of(pointer, text == null ? "required" : "format", "a time of RFC 3339"));
        return null;
    }
}
