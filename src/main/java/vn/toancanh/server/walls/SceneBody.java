package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A scene: what is to stand on some or all screens of a wall, under one name. */
record SceneBody(
        String id,
        String wallId,
        String name,
        List<Part> screens,
        long version,
        String modifiedBy,
        Instant modifiedAt,
        boolean own) {
    /**
     * A layout on a screen: one that is kept, by its id, or one of the scene's own; blank where there is neither.
     *
     * @param layout name, grid and cells
     */
    record Part(
            String screenId,
            @Nullable String layoutId,
            @Nullable JsonNode layout) {
        /** Without the cells, for lists. */
        Part brief() {
            if (!(layout instanceof ObjectNode whole)) {
                return this;
            }
            ObjectNode named = whole.deepCopy();
            named.remove("cells");
            return new Part(screenId, layoutId, named);
        }
    }

    SceneBody brief() {
        return new SceneBody(
                id, wallId, name, screens.stream().map(Part::brief).toList(), version, modifiedBy, modifiedAt, own);
    }

    record All(List<SceneBody> items) {}
}
