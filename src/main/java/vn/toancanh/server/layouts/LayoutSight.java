package vn.toancanh.server.layouts;

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
 * A layout as somebody may know it. In place of what he may not see of it stands the content {@code withheld}, which says where it stood
 * and nothing of what it is; cameras that take turns do so without those. Any thread; blocks.
 */
final class LayoutSight {
    static final String WITHHELD = "withheld";
    static final String FROM = "from";

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
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode object) {
                object.set("content", shown(object.path("content"), hidden, place(layout, i)));
            }
        }
        // Whoever is shown more later must not take what he had for that, nor write it back.
        return new Shown(layout.told(list.toString()), Conditional.tag(layout.version(), tag(hidden)));
    }

    /** Other than when the same was shown as empty tiles: who has those still is to ask again. */
    private static int tag(Set<String> hidden) {
        return 31 * hidden.hashCode() + WITHHELD.hashCode();
    }

    static String place(LayoutBody layout, int cell) {
        return layout.id() + '/' + layout.version() + '/' + cell;
    }

    /** The cameras named there that this person may not see. */
    Set<String> hidden(Principal who, JsonNode cells) {
        Set<String> named = NamedCameras.in(cells);
        rights.expect(named);
        return named.stream()
                .filter(camera -> !rights.may(who, Level.VIEW, camera))
                .collect(Collectors.toSet());
    }

    /**
     * What stands in a cell, without some cameras.
     *
     * @param place of the cell, for what is withheld whole
     */
    JsonNode shown(JsonNode content, Set<String> hidden, String place) {
        JsonNode left = NamedCameras.without(content, hidden::contains);
        boolean nothing = (content.hasNonNull("cameraId") && !left.hasNonNull("cameraId"))
                || (!content.path("items").isEmpty() && left.path("items").isEmpty())
                || (!content.path("cameraIds").isEmpty()
                        && left.path("cameraIds").isEmpty());
        return nothing ? mapper.createObjectNode().put("type", WITHHELD).put(FROM, place) : left;
    }

    static boolean isWithheld(JsonNode content) {
        return content.path("type").asString("").equals(WITHHELD);
    }
}
