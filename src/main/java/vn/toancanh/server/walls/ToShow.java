package vn.toancanh.server.walls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.layouts.LayoutsToShow;
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;

/**
 * What a command brings to each screen, looked up once when the command is made: what is changed or deleted later changes nothing of
 * it, and whoever shows the screen needs no right to where it came from. Any thread; blocks.
 */
final class ToShow {
    /** Where the layouts of screens stand among a command's arguments. */
    static final String LAYOUTS = "layouts";

    private final Scenes scenes;
    private final LayoutsToShow layouts;
    private final ObjectMapper mapper;
    private final Reach reach;
    private final Predicate<String> published;

    /** What is told, and to which screens. */
    record Told(List<WallBody.Screen> targets, @Nullable JsonNode args, Set<String> cameras) {}

    /** @param published whether a camera may be shown where visitors look */
    ToShow(Scenes scenes, LayoutsToShow layouts, ObjectMapper mapper, Reach reach, Predicate<String> published) {
        this.scenes = scenes;
        this.layouts = layouts;
        this.mapper = mapper;
        this.reach = reach;
        this.published = published;
    }

    /**
     * Looks up what is named.
     *
     * @throws ApiProblem 422 where a scene, layout or camera cannot be named by that person
     */
    Told of(Principal who, String wallId, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        Told told = switch (draft.op()) {
            case "applyScene" -> scene(who, wallId, targets, draft);
            case "applyLayout" -> layout(who, targets, draft);
            default -> new Told(targets, draft.args(), NamedCameras.in(draft.args()));
        };
        boolean whole = told.args() != null && told.args().has(LAYOUTS);
        requireCameras(who, told, whole);
        return told;
    }

    private Told scene(Principal who, String wallId, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        SceneBody scene = scenes.find(who, wallId, draft.arg("sceneId"))
                .orElseThrow(() -> refused("argsMissing", "/args", "no such scene"));
        Map<String, JsonNode> parts = new TreeMap<>();
        for (SceneBody.Part part : scene.screens()) {
            parts.put(part.screenId(), part(who, part));
        }
        List<WallBody.Screen> touched = targets.stream()
                .filter(screen -> parts.containsKey(screen.id()))
                .toList();
        if (touched.isEmpty()) {
            throw refused("unknownScreen", "/target/screenIds", "none that the scene has");
        }
        return told(touched, draft, scene.name(), parts);
    }

    private JsonNode part(Principal who, SceneBody.Part part) {
        @Nullable JsonNode own = part.layout();
        @Nullable String id = part.layoutId();
        if (own != null) {
            return own;
        }
        return id == null ? mapper.nullNode() : kept(who, id);
    }

    private ObjectNode kept(Principal who, String id) {
        return layouts.kept(who, id).orElseThrow(() -> refused("unknownLayout", "/args", "no such layout"));
    }

    private Told layout(Principal who, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        JsonNode sent =
                draft.args() == null ? mapper.missingNode() : draft.args().path("layout");
        ObjectNode layout = sent.isObject() ? layouts.sent(sent) : kept(who, draft.arg("layoutId"));
        return told(
                targets,
                draft,
                layout.path("name").asString(""),
                targets.stream().collect(Collectors.toMap(WallBody.Screen::id, screen -> layout)));
    }

    private Told told(
            List<WallBody.Screen> targets,
            CommandDraft.Checked draft,
            String name,
            Map<String, ? extends JsonNode> parts) {
        ObjectNode args = mapper.createObjectNode();
        JsonNode given = draft.args();
        if (given != null) {
            given.propertyStream().forEach(each -> args.set(each.getKey(), each.getValue()));
        }
        args.remove("layout");
        args.put("name", name);
        ObjectNode bodies = args.putObject(LAYOUTS);
        targets.forEach(screen -> bodies.set(screen.id(), parts.get(screen.id())));
        return new Told(targets, args, NamedCameras.in(bodies));
    }

    /** Without the layouts: what happened, for those who need not show it. */
    static @Nullable JsonNode brief(@Nullable JsonNode args) {
        if (!(args instanceof ObjectNode whole) || !args.has(LAYOUTS)) {
            return args;
        }
        ObjectNode rest = whole.deepCopy();
        rest.remove(LAYOUTS);
        return rest;
    }

    /**
     * A command as whoever shows a screen may know it: of a camera in a whole layout that he may not see, what people call it is said in its
     * cell, which is withheld; any other command that names such a camera is not for him.
     */
    Optional<CommandBody> seenBy(Principal who, CommandBody command) {
        JsonNode args = command.args();
        if (!(args instanceof ObjectNode whole) || !args.has(LAYOUTS)) {
            return Optional.of(command)
                    .filter(any -> NamedCameras.in(args).stream().allMatch(camera -> reach.sees(who, camera)));
        }
        ObjectNode seen = whole.deepCopy();
        seen.path(LAYOUTS)
                .valueStream()
                .flatMap(layout -> layout.path("cells").valueStream())
                .forEach(cell -> {
                    if (cell instanceof ObjectNode object) {
                        object.set("content", seenBy(who, object.path("content")));
                    }
                });
        return Optional.of(command.with(seen));
    }

    private JsonNode seenBy(Principal who, JsonNode content) {
        Optional<String> hidden = NamedCameras.in(content).stream()
                .filter(camera -> !reach.sees(who, camera))
                .findFirst();
        if (hidden.isEmpty()) {
            return content;
        }
        JsonNode turns = content.path("items");
        JsonNode left = NamedCameras.without(content, camera -> !reach.sees(who, camera));
        if (!turns.isEmpty() && !left.path("items").isEmpty()) {
            return left;
        }
        ObjectNode withheld = mapper.createObjectNode().put("type", "withheld");
        reach.number(hidden.get()).ifPresent(number -> withheld.put("number", number));
        return withheld;
    }

    /**
     * Whoever tells a wall something may see what it names. In a whole layout a camera that is gone keeps its tile, and one that is not for
     * visitors too: the screen says so there.
     */
    private void requireCameras(Principal who, Told told, boolean whole) {
        boolean visitors = told.targets().stream().anyMatch(WallBody.Screen::publishedOnly);
        for (String camera : told.cameras()) {
            boolean gone = whole && !reach.there(camera);
            if (!gone && !reach.camera(who, Level.VIEW, camera)) {
                throw refused("unknownCamera", "/args", "no such camera");
            }
            if (!whole && visitors && !published.test(camera)) {
                throw ApiProblem.refused(
                        "notPublished", "A screen shows published cameras only", "/target/screenIds", "not published");
            }
        }
    }

    private static ApiProblem refused(String code, String pointer, String detail) {
        return ApiProblem.refused(code, "What the command names cannot be named", pointer, detail);
    }
}
