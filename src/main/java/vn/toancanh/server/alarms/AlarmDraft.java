package vn.toancanh.server.alarms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** An alarm as it is sent in. */
record AlarmDraft(
        @Nullable String type,
        @Nullable Integer priority,
        @Nullable List<@Nullable String> cameraIds,
        @Nullable String siteId,
        @Nullable Place place,
        @Nullable String title,
        @Nullable String procedure,
        @Nullable String raisedAt) {
    static final int HIGHEST = 100;

    private static final int MOST_CAMERAS = 32;
    private static final int MOST_PROCEDURE = 4000;

    /** The years of RFC 3339, which fit milliseconds too. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    record Place(@Nullable Double lat, @Nullable Double lon) {}

    /** The same, with everything there and in its bounds; whether cameras and site exist is not looked at. */
    record Checked(
            String type,
            int priority,
            List<String> cameraIds,
            @Nullable String siteId,
            AlarmBody.@Nullable Point place,
            String title,
            @Nullable String procedure,
            @Nullable Instant raisedAt) {}

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        text(errors, "/type", type, 64);
        text(errors, "/title", title, 200);
        if (priority == null || priority < 1 || priority > HIGHEST) {
            errors.add(FieldError.of("/priority", priority == null ? "required" : "range", "1 to " + HIGHEST));
        }
        if (procedure != null && procedure.length() > MOST_PROCEDURE) {
            errors.add(FieldError.of("/procedure", "length", "at most " + MOST_PROCEDURE + " characters"));
        }
        List<String> cameras = cameras(errors);
        if (siteId != null) {
            text(errors, "/siteId", siteId, 64);
        } else if (cameras.isEmpty() && errors.isEmpty()) {
            errors.add(FieldError.of("/cameraIds", "required", "at least a camera or a siteId"));
        }
        AlarmBody.@Nullable Point at = place(errors);
        @Nullable Instant when = time(errors, "/raisedAt", raisedAt);
        if (!errors.isEmpty() || type == null || title == null || priority == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(type, priority, cameras, siteId, at, title, procedure, when);
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
        boolean right = cameraIds.size() <= MOST_CAMERAS
                && cameraIds.stream().allMatch(id -> id != null && !id.isEmpty() && id.length() <= 64);
        if (!right || new HashSet<>(cameraIds).size() != cameraIds.size()) {
            errors.add(FieldError.of("/cameraIds", "length", "at most " + MOST_CAMERAS + " ids, each once"));
            return List.of();
        }
        return cameraIds.stream().map(Objects::requireNonNull).toList();
    }

    private AlarmBody.@Nullable Point place(List<FieldError> errors) {
        if (place == null) {
            return null;
        }
        Double lat = place.lat();
        Double lon = place.lon();
        if (lat == null || lon == null || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            errors.add(FieldError.of("/place", "range", "lat -90 to 90 and lon -180 to 180"));
            return null;
        }
        return new AlarmBody.Point(lat, lon);
    }

    /** A time that may be missing; what is none is a fault. */
    static @Nullable Instant time(List<FieldError> errors, String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException wrong) {
            // said below, as a time out of range is
        }
        errors.add(FieldError.of(pointer, "format", "a time of RFC 3339"));
        return null;
    }
}
