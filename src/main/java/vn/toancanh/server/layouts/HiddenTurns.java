package vn.toancanh.server.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.server.places.NamedCameras;

/**
 * Cells of which somebody was shown a part, such as turns without the cameras that he may not see: what he saves of them gets the rest
 * again. Any thread.
 */
final class HiddenTurns {
    private static final String ITEMS = "items";

    private final LayoutSight sight;
    private final JsonNode before;
    private final Set<String> hidden;

    /** @param before the cells that stood there, in full */
    HiddenTurns(LayoutSight sight, JsonNode before, Set<String> hidden) {
        this.sight = sight;
        this.before = before;
        this.hidden = hidden;
    }

    /**
     * Gives the rest back: to what stands as it was shown, at its place first, and to turns that were changed at their place.
     *
     * @param contents of these cells, in their order; changed here
     */
    void into(List<LayoutBody.Cell> cells, List<JsonNode> contents) {
        boolean[] whole = new boolean[cells.size()];
        List<JsonNode> rest = new ArrayList<>();
        for (JsonNode old : before) {
            JsonNode shown = sight.shown(old.path("content"), hidden, "");
            if (shown.equals(old.path("content")) || LayoutSight.isWithheld(shown)) {
                continue;
            }
            int at = at(cells, old);
            if (at >= 0 && contents.get(at).equals(shown)) {
                contents.set(at, old.path("content"));
                whole[at] = true;
            } else {
                rest.add(old);
            }
        }
        for (JsonNode old : rest) {
            moved(cells, contents, whole, old);
        }
    }

    private void moved(List<LayoutBody.Cell> cells, List<JsonNode> contents, boolean[] whole, JsonNode old) {
        JsonNode shown = sight.shown(old.path("content"), hidden, "");
        for (int i = 0; i < whole.length; i++) {
            if (!whole[i] && contents.get(i).equals(shown)) {
                contents.set(i, old.path("content"));
                whole[i] = true;
                return;
            }
        }
        int at = at(cells, old);
        if (at >= 0 && !whole[at] && areTurns(old.path("content")) && areTurns(contents.get(at))) {
            JsonNode merged = merged(contents.get(at), old.path("content"));
            if (ContentCheck.holds(merged, false)) {
                contents.set(at, merged);
                whole[at] = true;
            }
        }
    }

    private static int at(List<LayoutBody.Cell> cells, JsonNode old) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isAt(old)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean areTurns(JsonNode content) {
        return content.path("type").asString("").equals("playlist")
                && content.path(ITEMS).isArray();
    }

    /** The turns as they are now, each that was not shown behind the one that it stood behind. */
    private JsonNode merged(JsonNode now, JsonNode old) {
        List<JsonNode> turns = new ArrayList<>();
        now.path(ITEMS).forEach(turns::add);
        int next = 0;
        for (JsonNode item : old.path(ITEMS)) {
            if (NamedCameras.in(item).stream().anyMatch(hidden::contains)) {
                turns.add(next++, item);
            } else {
                int stands = stands(turns, item.path("cameraId"), next);
                next = stands < 0 ? next : stands + 1;
            }
        }
        ObjectNode merged = (ObjectNode) now.deepCopy();
        ArrayNode items = merged.putArray(ITEMS);
        turns.forEach(items::add);
        return merged;
    }

    /** The first turn of that camera from there on, else anywhere; -1: it has none any more. */
    private static int stands(List<JsonNode> turns, JsonNode camera, int from) {
        for (int i = 0; i < turns.size(); i++) {
            int at = (from + i) % turns.size();
            if (turns.get(at).path("cameraId").equals(camera)) {
                return at;
            }
        }
        return -1;
    }
}
