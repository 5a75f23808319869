package vn.toancanh.server.walls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A scene as it is sent to be kept. */
record SceneDraft(@Nullable String name, @Nullable List<@Nullable PartDraft> screens) {
    private static final int MOST_SCREENS = 64;

    record PartDraft(
            @Nullable String screenId,
            @Nullable String layoutId,
            @Nullable JsonNode layout) {}

    record Checked(String name, List<SceneBody.Part> screens) {}

    /**
     * @param layouts looks at a layout of the scene's own
     * @throws ApiProblem 400 naming each fault
     */
    Checked check(UnaryOperator<JsonNode> layouts) {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > 100) {
            errors.add(FieldError.of("/name", name == null ? "required" : "length", "1 to 100 characters"));
        }
        List<SceneBody.Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (screens == null || screens.isEmpty() || screens.size() > MOST_SCREENS) {
            errors.add(FieldError.of("/screens", screens == null ? "required" : "length", "1 to " + MOST_SCREENS));
        } else {
            for (int i = 0; i < screens.size(); i++) {
                @Nullable PartDraft part = screens.get(i);
                @Nullable String screen = part == null ? null : part.screenId();
                @Nullable String layout = part == null ? null : part.layoutId();
                boolean right = screen != null
                        && !screen.isEmpty()
                        && screen.length() <= 64
                        && (layout == null || (!layout.isEmpty() && layout.length() <= 64))
                        && seen.add(screen);
                @Nullable
                JsonNode own =
                        part == null || part.layout() == null || part.layout().isNull() ? null : part.layout();
                if (right && screen != null && (own == null || own.isObject())) {
                    parts.add(new SceneBody.Part(
                            screen, own == null ? layout : null, own == null ? null : layouts.apply(own)));
                } else {
                    errors.add(FieldError.of(
                            "/screens/" + i, "format", "a screenId, each once, and a layout, a layoutId or neither"));
                }
            }
        }
        if (!errors.isEmpty() || name == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(name, parts);
    }
}
