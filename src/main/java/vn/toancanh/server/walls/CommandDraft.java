package vn.toancanh.server.walls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A command to a wall as it is sent. */
record CommandDraft(
        @Nullable String op,
        @Nullable Target target,
        @Nullable JsonNode args,
        @Nullable Long expectedStateVersion,
        @Nullable Integer ttlS) {
    /** What can be told to a wall; {@code release} ends the control over it. */
    static final Set<String> OPS = Set.of(
            "applyLayout",
            "applyScene",
            "setCell",
            "swapCells",
            "fullscreen",
            "playlistStep",
            "clear",
            "blank",
            "identify",
            "message",
            "release");

    /** Those that change nothing of what stands on the wall. */
    private static final Set<String> PASSING = Set.of("identify", "message", "playlistStep");

    private static final Set<String> BRINGING = Set.of("applyLayout", "applyScene");

    /** Those after which nothing of what stood on a screen is there. */
    private static final Set<String> REPLACING = Set.of("applyLayout", "applyScene", "clear", "blank");

    private static final int USUAL_TTL_S = 10;
    private static final int MOST_TTL_S = 3600;
    private static final int MOST_CELL = 2303;
    private static final int MOST_TURNS = 100;
    private static final int MOST_DESK = 200;
    private static final int LEAST_SHOWN_S = 5;
    private static final int MOST_SHOWN_S = 3600;
    private static final int MOST_ARGS = 96 << 10;

    /** @param screenIds all of the wall where missing */
    record Target(
            @Nullable List<@Nullable String> screenIds,
            @Nullable Integer cell) {}

    /** The same, in its bounds; whether the screens exist is not looked at. */
    record Checked(
            String op,
            List<String> screenIds,
            @Nullable Integer cell,
            @Nullable JsonNode args,
            @Nullable Long expectedStateVersion,
            Duration ttl) {
        /** True for what changes nothing that stands on the wall: nobody controls it by that, and nobody's view of it is old then. */
        boolean passes() {
            return CommandDraft.passes(op);
        }

        /** True where whole layouts go with it. */
        boolean brings() {
            return CommandDraft.brings(op);
        }

        /** True where nothing of what was to stand on its screens before will stand there. */
        boolean replaces() {
            return REPLACING.contains(op);
        }

        /** True where that argument is a number. */
        boolean counts(String name) {
            return args != null && args.path(name).isInt();
        }

        /** True where that argument is an object. */
        boolean has(String name) {
            return args != null && args.path(name).isObject();
        }

        /** The text of one argument; empty where there is none. */
        String arg(String name) {
            return args == null ? "" : args.path(name).asString("");
        }
    }

    /** True of what changes nothing that stands on a wall. */
    static boolean passes(String op) {
        return PASSING.contains(op);
    }

    /** True of what whole layouts go with. */
    static boolean brings(String op) {
        return BRINGING.contains(op);
    }

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (op == null || !OPS.contains(op)) {
            errors.add(FieldError.of("/op", op == null ? "required" : "format", "an op of the contract"));
        }
        List<String> screens = screens(errors);
        @Nullable Integer cell = target == null ? null : target.cell();
        if (cell != null && (cell < 0 || cell > MOST_CELL)) {
            errors.add(FieldError.of("/target/cell", "range", "0 to " + MOST_CELL));
        }
        args(errors);
        if (expectedStateVersion != null && expectedStateVersion < 0) {
            errors.add(FieldError.of("/expectedStateVersion", "range", "0 or more"));
        }
        if (ttlS != null && (ttlS < 1 || ttlS > MOST_TTL_S)) {
            errors.add(FieldError.of("/ttlS", "range", "1 to " + MOST_TTL_S));
        }
        if (!errors.isEmpty() || op == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(
                op,
                screens,
                cell,
                args == null || args.isNull() ? null : args,
                expectedStateVersion,
                Duration.ofSeconds(ttlS == null ? USUAL_TTL_S : ttlS));
    }

    /** What the contract names is as it says; the rest is the display's affair. */
    private void args(List<FieldError> errors) {
        if (args == null || args.isNull()) {
            return;
        }
        if (!args.isObject() || args.toString().length() > MOST_ARGS) {
            errors.add(FieldError.of("/args", "type", "an object of at most 96 KiB"));
            return;
        }
        JsonNode layout = args.path("layout");
        if (!missing(layout) && !layout.isObject()) {
            errors.add(FieldError.of("/args/layout", "type", "a layout: name, grid and cells"));
        }
        for (String name : List.of("layoutId", "sceneId", "cameraId", "text", "desk")) {
            JsonNode value = args.path(name);
            int most = name.equals("text") ? 500 : name.equals("desk") ? MOST_DESK : 64;
            if (!missing(value) && !(value.isString() && value.asString().length() <= most)) {
                errors.add(FieldError.of("/args/" + name, "type", "a text of at most " + most + " characters"));
            }
        }
        JsonNode cameras = args.path("cameraIds");
        if (!missing(cameras) && !cameraIds(cameras)) {
            errors.add(FieldError.of("/args/cameraIds", "type", "1 to " + MOST_TURNS + " ids"));
        }
        integer(errors, "with", 0, MOST_CELL);
        integer(errors, "step", -1, 1);
        integer(errors, "seconds", LEAST_SHOWN_S, MOST_SHOWN_S);
    }

    private static boolean cameraIds(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && value.size() <= MOST_TURNS
                && value.valueStream()
                        .allMatch(each -> each.isString() && each.asString().length() <= 64);
    }

    private void integer(List<FieldError> errors, String name, int least, int most) {
        JsonNode value = args == null ? null : args.path(name);
        if (value != null && !missing(value) && !(value.isInt() && value.asInt() >= least && value.asInt() <= most)) {
            errors.add(FieldError.of("/args/" + name, "range", least + " to " + most));
        }
    }

    private static boolean missing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private List<String> screens(List<FieldError> errors) {
        if (target == null) {
            errors.add(FieldError.of("/target", "required", "an object; empty for all screens"));
            return List.of();
        }
        List<@Nullable String> ids = target.screenIds();
        if (ids == null) {
            return List.of();
        }
        if (ids.isEmpty() || ids.size() > 64 || ids.stream().anyMatch(id -> id == null || id.length() > 64)) {
            errors.add(FieldError.of("/target/screenIds", "length", "1 to 64 ids"));
            return List.of();
        }
        return ids.stream().map(Objects::requireNonNull).distinct().toList();
    }
}
