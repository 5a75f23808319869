package vn.toancanh.server.places;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The cameras that a piece of JSON names, at whatever depth, by {@code cameraId} or {@code cameraIds}. Any thread. */
public final class NamedCameras {
    private static final String ONE = "cameraId";
    private static final String MANY = "cameraIds";

    private NamedCameras() {}

    public static Set<String> in(@Nullable JsonNode node) {
        Set<String> ids = new TreeSet<>();
        if (node != null) {
            gather(node, ids);
        }
        return ids;
    }

    private static void gather(JsonNode node, Set<String> ids) {
        if (node.path(ONE).isString()) {
            ids.add(node.path(ONE).asString());
        }
        for (JsonNode one : node.path(MANY)) {
            if (one.isString()) {
                ids.add(one.asString());
            }
        }
        for (JsonNode below : node) {
            gather(below, ids);
        }
    }

    /** The same without some cameras: what names one in a list is left out of the list, and elsewhere the name is null. */
    public static JsonNode without(JsonNode node, Predicate<String> hidden) {
        JsonNode copy = node.deepCopy();
        strip(copy, hidden);
        return copy;
    }

    private static void strip(JsonNode node, Predicate<String> hidden) {
        if (node instanceof ObjectNode object) {
            if (names(object, hidden)) {
                object.putNull(ONE);
            }
            if (object.path(MANY) instanceof ArrayNode many) {
                many.removeIf(id -> id.isString() && hidden.test(id.asString()));
            }
        }
        if (node instanceof ArrayNode list) {
            list.removeIf(each -> names(each, hidden));
        }
        for (JsonNode below : node) {
            strip(below, hidden);
        }
    }

    private static boolean names(JsonNode node, Predicate<String> hidden) {
        return node.path(ONE).isString() && hidden.test(node.path(ONE).asString());
    }
}
