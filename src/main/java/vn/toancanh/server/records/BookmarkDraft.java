package vn.toancanh.server.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A marked moment as it is sent. */
record BookmarkDraft(
        @Nullable String id,
        @Nullable String cameraId,
        @Nullable String at,
        @Nullable String title,
        @Nullable String note) {
    private static final int MOST_NOTE = 2000;

    record Checked(
            String id,
            String cameraId,
            Instant at,
            String title,
            @Nullable String note) {}

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (id == null || !id.matches(RecordDraft.UUID_FORM)) {
            errors.add(FieldError.of("/id", id == null ? "required" : "format", "a UUID"));
        }
        text(errors, "/cameraId", cameraId, 64);
        text(errors, "/title", title, 200);
        if (note != null && note.length() > MOST_NOTE) {
            errors.add(FieldError.of("/note", "length", "at most " + MOST_NOTE + " characters"));
        }
        @Nullable Instant when = at == null ? null : time(at);
        if (when == null) {
            errors.add(FieldError.of("/at", at == null ? "required" : "format", "a time of RFC 3339"));
        }
        if (!errors.isEmpty() || id == null || cameraId == null || title == null || when == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(id.toLowerCase(Locale.ROOT), cameraId, when, title, note);
    }

    private static void text(List<FieldError> errors, String pointer, @Nullable String value, int most) {
        if (value == null || value.isBlank() || value.length() > most) {
            errors.add(FieldError.of(pointer, value == null ? "required" : "length", "1 to " + most + " characters"));
        }
    }

    /** Null where it is no time of the years that fit milliseconds. */
    static @Nullable Instant time(String text) {
        try {
            // A plus sign left unescaped in an address arrives as a blank.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            boolean fits = !time.isBefore(RecordDraft.EARLIEST) && !time.isAfter(RecordDraft.LATEST);
            return fits ? time.truncatedTo(ChronoUnit.MILLIS) : null;
        } catch (DateTimeException wrong) {
            return null;
        }
    }
}
