package vn.toancanh.server.alarms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A token as it is asked for. */
record WebhookDraft(
        @Nullable String name,
        @Nullable String siteId,
        @Nullable Integer mostPriority,
        @Nullable Integer perMinute) {
    private static final int USUAL_PER_MINUTE = 60;
    private static final int MOST_PER_MINUTE = 6000;

    record Checked(String name, @Nullable String siteId, int mostPriority, int perMinute) {}

    /** @throws ApiProblem 400 */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > 100) {
            errors.add(FieldError.of("/name", name == null ? "required" : "length", "1 to 100 characters"));
        }
        if (siteId != null && (siteId.isEmpty() || siteId.length() > 64)) {
            errors.add(FieldError.of("/siteId", "length", "1 to 64 characters"));
        }
        int priority = within(errors, "/mostPriority", mostPriority, AlarmDraft.HIGHEST, AlarmDraft.HIGHEST);
        int rate = within(errors, "/perMinute", perMinute, USUAL_PER_MINUTE, MOST_PER_MINUTE);
        if (!errors.isEmpty() || name == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(name, siteId, priority, rate);
    }

    private static int within(List<FieldError> errors, String pointer, @Nullable Integer value, int usual, int most) {
        if (value != null && (value < 1 || value > most)) {
            errors.add(FieldError.of(pointer, "range", "1 to " + most));
        }
        return value == null ? usual : value;
    }
}
