package vn.toancanh.server.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/**
 * What somebody wants changed at an alarm.
 *
 * @param assigneeId an account's id; null in JSON takes the alarm off whoever has it, missing leaves it
 * @param outcome what came of it; as a rule said when it is closed
 * @param doneAt when it was done, where that was before it could be told; for the audit trail
 */
record AlarmChange(
        @Nullable String state,
        @Nullable JsonNode assigneeId,
        @Nullable String comment,
        @Nullable String outcome,
        @Nullable String doneAt) {
    private static final Set<String> OUTCOMES = Set.of("handled", "falseAlarm", "noAction");

    private static final int MOST_COMMENT = 2000;

    /**
     * The same, in its bounds.
     *
     * @param assigns whether {@code assigneeId} was there at all
     */
    record Checked(
            @Nullable AlarmState state,
            boolean assigns,
            @Nullable String assigneeId,
            @Nullable String comment,
            @Nullable String outcome,
            @Nullable Instant doneAt) {}

    /** @throws ApiProblem 400 */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        @Nullable AlarmState next = state == null ? null : AlarmState.of(state).orElse(null);
        if (state != null && next == null) {
            errors.add(FieldError.of("/state", "format", "new, acknowledged, inProgress or closed"));
        }
        @Nullable String assignee = null;
        if (assigneeId != null && !assigneeId.isNull()) {
            assignee = assigneeId.isString() ? assigneeId.asString() : "";
            if (assignee.isEmpty() || assignee.length() > 64) {
                errors.add(FieldError.of("/assigneeId", "type", "an id, or null"));
            }
        }
        if (comment != null && (comment.isBlank() || comment.length() > MOST_COMMENT)) {
            errors.add(FieldError.of("/comment", "length", "1 to " + MOST_COMMENT + " characters"));
        }
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            errors.add(FieldError.of("/outcome", "format", "handled, falseAlarm or noAction"));
        }
        @Nullable Instant done = AlarmDraft.time(errors, "/doneAt", doneAt);
        if (!errors.isEmpty()) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(next, assigneeId != null, assignee, comment, outcome, done);
    }
}
