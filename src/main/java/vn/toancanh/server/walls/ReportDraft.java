package vn.toancanh.server.walls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** What a program says of the screen that it shows. */
record ReportDraft(
        @Nullable String clientId,
        @Nullable JsonNode shows,
        @Nullable HealthDraft health,
        @Nullable List<@Nullable ResultDraft> results) {
    /** Holds a screen of 2304 tiles, and what a layout comes to in which every camera is withheld. */
    static final int MOST_SHOWN = 256 << 10;

    /** A tile's state may be a word of the contract to come; no longer one. */
    private static final int LONGEST_STATE = 32;

    private static final int MOST_RESULTS = 64;
    private static final int MOST_TILES = 2304;

    /** How many tiles show a camera, and how many of them are live. */
    record HealthDraft(@Nullable Integer tiles, @Nullable Integer live) {}

    record ResultDraft(
            @Nullable String commandId,
            @Nullable String outcome,
            @Nullable String detail) {}

    record Result(String commandId, CommandBody.Answer answer) {}

    record Checked(
            String clientId, @Nullable JsonNode shows, WallState.@Nullable Health health, List<Result> results) {}

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (clientId == null || clientId.isBlank() || clientId.length() > 100) {
            errors.add(FieldError.of("/clientId", clientId == null ? "required" : "length", "1 to 100 characters"));
        }
        @Nullable JsonNode now = shows == null || shows.isNull() ? null : shows;
        if (now != null && (!now.isObject() || now.toString().length() > MOST_SHOWN)) {
            errors.add(FieldError.of("/shows", "type", "an object of at most " + (MOST_SHOWN >> 10) + " KiB"));
        } else if (now != null) {
            checkCells(now.path("cells"), errors);
        }
        WallState.@Nullable Health well = well(errors);
        List<Result> checked = new ArrayList<>();
        List<@Nullable ResultDraft> given = results == null ? List.of() : results;
        if (given.size() > MOST_RESULTS) {
            errors.add(FieldError.of("/results", "length", "at most " + MOST_RESULTS));
        }
        for (int i = 0; i < given.size() && errors.isEmpty(); i++) {
            @Nullable Result result = result(given.get(i));
            if (result == null) {
                errors.add(FieldError.of("/results/" + i, "format", "commandId, and outcome done or failed"));
            } else {
                checked.add(result);
            }
        }
        if (!errors.isEmpty() || clientId == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(clientId, now, well, checked);
    }

    private WallState.@Nullable Health well(List<FieldError> errors) {
        if (health == null) {
            return null;
        }
        Integer tiles = health.tiles();
        Integer live = health.live();
        if (tiles == null || live == null || tiles < 0 || live < 0 || live > tiles || tiles > MOST_TILES) {
            errors.add(FieldError.of("/health", "range", "tiles, and at most as many live"));
            return null;
        }
        return new WallState.Health(tiles, live);
    }

    private static void checkCells(JsonNode cells, List<FieldError> errors) {
        if (!cells.isMissingNode() && !cells.isArray()) {
            errors.add(FieldError.of("/shows/cells", "type", "a list"));
            return;
        }
        if (cells.size() > MOST_TILES) {
            errors.add(FieldError.of("/shows/cells", "length", "at most " + MOST_TILES));
        }
        for (int i = 0; i < cells.size() && errors.isEmpty(); i++) {
            JsonNode cell = cells.get(i);
            JsonNode camera = cell.path("cameraId");
            JsonNode state = cell.path("state");
            if (!cell.isObject()) {
                errors.add(FieldError.of("/shows/cells/" + i, "type", "an object"));
            } else if (!camera.isMissingNode() && !camera.isNull() && !isId(camera)) {
                errors.add(FieldError.of("/shows/cells/" + i + "/cameraId", "format", "at most 64 characters"));
            } else if (!state.isMissingNode() && !isWord(state)) {
                errors.add(FieldError.of("/shows/cells/" + i + "/state", "format", "1 to 32 characters"));
            }
        }
    }

    private static boolean isId(JsonNode id) {
        return id.isString() && id.asString().length() <= 64;
    }

    private static boolean isWord(JsonNode state) {
        return state.isString()
                && !state.asString().isBlank()
                && state.asString().length() <= LONGEST_STATE;
    }

    private static @Nullable Result result(@Nullable ResultDraft draft) {
        if (draft == null) {
            return null;
        }
        String id = draft.commandId();
        String outcome = draft.outcome();
        @Nullable String detail = draft.detail();
        boolean right = id != null
                && !id.isEmpty()
                && id.length() <= 64
                && ("done".equals(outcome) || "failed".equals(outcome))
                && (detail == null || detail.length() <= 500);
        return right && id != null && outcome != null ? new Result(id, new CommandBody.Answer(outcome, detail)) : null;
    }
}
