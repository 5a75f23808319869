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
        @Nullable List<@Nullable String> cameraIds,
        @Nullable Integer mostPriority,
        @Nullable Integer perMinute) {
    private static final int MOST_CAMERAS = 1000;
    private static final int USUAL_PER_MINUTE = 60;
    private static final int MOST_PER_MINUTE = 6000;

    record Checked(
            String name, @Nullable String siteId, @Nullable List<String> cameraIds, int mostPriority, int perMinute) {}

    /** @throws ApiProblem 400 */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > 100) {
            errors.add(FieldError.of("/name", name == null ? "required" : "length", "1 to 100 characters"));
        }
        if (siteId != null && (siteId.isEmpty() || siteId.length() > 64)) {
            errors.add(FieldError.of("/siteId", "length", "1 to 64 characters"));
        }
        @Nullable List<String> cameras = cameras(errors);
        int priority = within(errors, "/mostPriority", mostPriority, AlarmDraft.HIGHEST, AlarmDraft.HIGHEST);
        int rate = within(errors, "/perMinute", perMinute, USUAL_PER_MINUTE, MOST_PER_MINUTE);
        if (!errors.isEmpty() || name == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(name, siteId, cameras, priority, rate);
    }

    private @Nullable List<String> cameras(List<FieldError> errors) {
        if (cameraIds == null) {
            return null;
        }
        List<String> cameras = new ArrayList<>();
        for (int i = 0; i < cameraIds.size(); i++) {
            @Nullable String camera = cameraIds.get(i);
            if (camera == null || camera.isEmpty() || camera.length() > 64) {
                errors.add(FieldError.of("/cameraIds/" + i, "length", "1 to 64 characters"));
            } else {
                cameras.add(camera);
            }
        }
        if (cameraIds.isEmpty() || cameraIds.size() > MOST_CAMERAS) {
            errors.add(FieldError.of("/cameraIds", "length", "1 to " + MOST_CAMERAS + " cameras"));
        }
        return List.copyOf(cameras);
    }

    private static int within(List<FieldError> errors, String pointer, @Nullable Integer value, int usual, int most) {
        if (value != null && (value < 1 || value > most)) {
            errors.add(FieldError.of(pointer, "range", "1 to " + most));
        }
        return value == null ? usual : value;
    }
}
