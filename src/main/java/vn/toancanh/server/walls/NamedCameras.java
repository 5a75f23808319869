package vn.toancanh.server.walls;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cameras that a piece of JSON names, at whatever depth, by {@code cameraId} or {@code cameraIds}. */
final class NamedCameras {
    private NamedCameras() {}

    static Set<String> in(@Nullable JsonNode node) {
        Set<String> ids = new TreeSet<>();
        if (node != null) {
            gather(node, ids);
        }
        return ids;
    }

    private static void gather(JsonNode node, Set<String> ids) {
        if (node.path("cameraId").isString()) {
            ids.add(node.path("cameraId").asString());
        }
        for (JsonNode one : node.path("cameraIds")) {
            if (one.isString()) {
                ids.add(one.asString());
            }
        }
        for (JsonNode below : node) {
            gather(below, ids);
        }
    }
}
