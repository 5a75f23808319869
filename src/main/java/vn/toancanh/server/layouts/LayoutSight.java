package vn.toancanh.server.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.places.NamedCameras;

/**
 * A layout as somebody may know it: cells whose cameras he may not see are empty, and those that take turns do so without them.
 * What he saves leaves in place what he was not shown. Any thread; blocks.
 */
final class LayoutSight {
    private final ObjectMapper mapper;
    private final CameraRights rights;

    LayoutSight(ObjectMapper mapper, CameraRights rights) {
        this.mapper = mapper;
        this.rights = rights;
    }

    /** A layout as it is shown, and the tag of that. */
    record Shown(LayoutBody layout, String tag) {}

    Shown of(Principal who, LayoutBody layout) {
        String plain = Conditional.tag(layout.version());
        if (who.reach().scope().everything()) {
            return new Shown(layout, plain);
        }
        JsonNode cells = mapper.readTree(layout.cells());
        Set<String> hidden = hidden(who, cells);
        if (hidden.isEmpty() || !(cells instanceof ArrayNode list)) {
            return new Shown(layout, plain);
        }
        for (JsonNode cell : list) {
            if (cell instanceof ObjectNode object) {
                object.set("content", shown(object.path("content"), hidden));
            }
        }
        // Whoever is shown more later must not take what he had for that, nor write it back.
        return new Shown(layout.told(list.toString()), Conditional.tag(layout.version(), hidden.hashCode()));
    }

    /** What is to be saved where that layout stood: a cell that comes back as it was shown stays as it was. */
    LayoutDraft.Checked keeping(Principal who, LayoutBody stood, LayoutDraft.Checked draft) {
        if (who.reach().scope().everything()) {
            return draft;
        }
        JsonNode before = mapper.readTree(stood.cells());
        Set<String> hidden = hidden(who, before);
        if (hidden.isEmpty()) {
            return draft;
        }
        List<LayoutBody.Cell> cells = new ArrayList<>();
        for (LayoutBody.Cell cell : draft.cells()) {
            JsonNode content = cell.content();
            for (JsonNode old : before) {
                if (samePlace(old, cell) && shown(old.path("content"), hidden).equals(content)) {
                    content = old.path("content");
                }
            }
            cells.add(new LayoutBody.Cell(cell.x(), cell.y(), cell.w(), cell.h(), content));
        }
        return new LayoutDraft.Checked(draft.name(), draft.scope(), draft.columns(), draft.rows(), cells);
    }

    private Set<String> hidden(Principal who, JsonNode cells) {
        Set<String> named = NamedCameras.in(cells);
        rights.expect(named);
        return named.stream()
                .filter(camera -> !rights.may(who, Level.VIEW, camera))
                .collect(Collectors.toSet());
    }

    private JsonNode shown(JsonNode content, Set<String> hidden) {
        JsonNode left = NamedCameras.without(content, hidden::contains);
        boolean nothing = (content.hasNonNull("cameraId") && !left.hasNonNull("cameraId"))
                || (!content.path("items").isEmpty() && left.path("items").isEmpty())
                || (!content.path("cameraIds").isEmpty()
                        && left.path("cameraIds").isEmpty());
        return nothing ? mapper.createObjectNode().put("type", "empty") : left;
    }

    private static boolean samePlace(JsonNode old, LayoutBody.Cell cell) {
        return old.path("x").asInt(-1) == cell.x()
                && old.path("y").asInt(-1) == cell.y()
                && old.path("w").asInt(-1) == cell.w()
                && old.path("h").asInt(-1) == cell.h();
    }
}
