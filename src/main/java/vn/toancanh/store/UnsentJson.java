package vn.toancanh.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.Unsent;

/** Layouts that the server does not have yet, as kept on this machine; grows as {@link LayoutJson} does. */
final class UnsentJson {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final LayoutJson layouts = new LayoutJson();

    String write(Unsent unsent) {
        ObjectNode root = mapper.createObjectNode();
        root.put("save", unsent.save().toString());
        root.set("layout", node(unsent.layout()));
        ArrayNode before = root.putArray("before");
        unsent.before().forEach(layout -> before.add(node(layout)));
        root.put("at", unsent.at().toString());
        root.put("state", unsent.state().name());
        LayoutArchive.Version theirs = unsent.theirs();
        if (theirs != null) {
            ObjectNode other = root.putObject("theirs");
            other.set("layout", node(theirs.layout()));
            other.put("by", theirs.savedBy());
            Instant at = theirs.savedAt();
            if (at != null) {
                other.put("at", at.toString());
            }
        }
        root.put("why", unsent.why());
        return mapper.writeValueAsString(root);
    }

    private JsonNode node(Layout layout) {
        return mapper.readTree(layouts.write(layout));
    }

    /**
     * What was written. In a state that this version does not know it asks, so that nothing is sent that nobody meant to send.
     *
     * @throws RuntimeException where it is none
     */
    Unsent read(String text) {
        JsonNode root = mapper.readTree(text);
        List<Layout> before = new ArrayList<>();
        root.path("before").forEach(each -> before.add(layout(each)));
        JsonNode other = root.path("theirs");
        LayoutArchive.@Nullable Version theirs = other.isObject()
                ? new LayoutArchive.Version(
                        layout(other.path("layout")), other.path("by").asString(""), instant(other.path("at")))
                : null;
        return new Unsent(
                UUID.fromString(root.path("save").asString()),
                layout(root.path("layout")),
                before,
                Instant.parse(root.path("at").asString()),
                LayoutJson.word(Unsent.State.class, root.path("state").asString(""), Unsent.State.REFUSED),
                theirs,
                root.path("why").asString(""));
    }

    private Layout layout(JsonNode node) {
        return layouts.read(mapper.writeValueAsString(node));
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isString() ? Instant.parse(node.asString()) : null;
    }
}
