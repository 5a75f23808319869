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

    private static final List<String> NAMED =
            List.of("layoutId", "sceneId", "cameraId", "cameraIds", "with", "step", "text", "seconds", "desk");

    private final Scenes scenes;
    private final LayoutsToShow layouts;
    private final ObjectMapper mapper;
    private final Reach reach;
    private final Predicate<String> published;
    private final Withheld withheld;

    /** What is told, and to which screens. */
    record Told(List<WallBody.Screen> targets, @Nullable JsonNode args) {}

    /** @param published whether a camera may be shown where visitors look */
    ToShow(Scenes scenes, LayoutsToShow layouts, ObjectMapper mapper, Reach reach, Predicate<String> published) {
        this.scenes = scenes;
        this.layouts = layouts;
        this.mapper = mapper;
        this.reach = reach;
        this.published = published;
        this.withheld = new Withheld(mapper, reach);
    }

    /**
     * Looks up what is named.
     *
     * @throws ApiProblem 422 where a scene, layout or camera cannot be named by that person
     */
    Told of(Principal who, String wallId, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        return switch (draft.op()) {
            case "applyScene" -> scene(who, wallId, targets, draft);
            case "applyLayout" -> layout(who, targets, draft);
            default -> {
                // Whole layouts come by these two alone, and are judged there.
                @Nullable JsonNode args = named(draft.args());
                requireCameras(who, targets, NamedCameras.in(args));
                yield new Told(targets, args);
            }
        };
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
        return told(who, touched, draft, scene.name(), parts);
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
                who,
                targets,
                draft,
                layout.path("name").asString(""),
                targets.stream().collect(Collectors.toMap(WallBody.Screen::id, screen -> layout)));
    }

    /** With the layouts as that person may see them: of what he may not see there is nothing in what he brings, and no word. */
    private Told told(
            Principal who,
            List<WallBody.Screen> targets,
            CommandDraft.Checked draft,
            String name,
            Map<String, ? extends JsonNode> parts) {
        ObjectNode args = mapper.createObjectNode();
        @Nullable JsonNode given = named(draft.args());
        if (given != null) {
            // A camera is named in a layout or not at all.
            NamedCameras.without(given, camera -> true)
                    .propertyStream()
                    .filter(each -> !each.getValue().isNull())
                    .forEach(each -> args.set(each.getKey(), each.getValue()));
        }
        args.put("name", name);
        ObjectNode bodies = args.putObject(LAYOUTS);
        targets.forEach(screen -> bodies.set(screen.id(), body(who, parts.get(screen.id()))));
        return new Told(targets, args);
    }

    /** What the contract names, but for layouts: anything else would lie in events and orders for nobody. */
    private @Nullable JsonNode named(@Nullable JsonNode args) {
        if (args == null) {
            return null;
        }
        ObjectNode named = mapper.createObjectNode();
        for (String name : NAMED) {
            JsonNode value = args.path(name);
            if (!value.isMissingNode()) {
                named.set(name, value);
            }
        }
        return named;
    }

    private JsonNode body(Principal who, @Nullable JsonNode layout) {
        return layout == null ? mapper.nullNode() : withheld.broughtBy(who, layout);
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

    /** A command as whoever shows a screen may know it; one that names a camera which he may not see, and no whole layout, is not for him. */
    Optional<CommandBody> seenBy(Principal who, CommandBody command) {
        @Nullable JsonNode args = command.args();
        if (!NamedCameras.in(brief(args)).stream().allMatch(camera -> reach.sees(who, camera))) {
            return Optional.empty();
        }
        if (!(args instanceof ObjectNode whole) || !whole.has(LAYOUTS)) {
            return Optional.of(command);
        }
        ObjectNode seen = whole.deepCopy();
        ObjectNode bodies = seen.putObject(LAYOUTS);
        whole.path(LAYOUTS)
                .propertyStream()
                .forEach(each ->
                        bodies.set(each.getKey(), withheld.shownBy(who, command, each.getKey(), each.getValue())));
        return Optional.of(command.with(seen));
    }

    /** What a screen says that it shows, as somebody may know it; see {@link Withheld#toldTo}. */
    JsonNode shown(Principal who, JsonNode shows, Map<String, CommandBody> commands) {
        return withheld.toldTo(who, shows, commands);
    }

    /** Whoever tells a wall of a camera may see it; to a screen for visitors, one that is published. */
    private void requireCameras(Principal who, List<WallBody.Screen> targets, Set<String> cameras) {
        boolean visitors = targets.stream().anyMatch(WallBody.Screen::publishedOnly);
        for (String camera : cameras) {
            if (!reach.camera(who, Level.VIEW, camera)) {
                throw refused("unknownCamera", "/args", "no such camera");
            }
            if (visitors && !published.test(camera)) {
                throw ApiProblem.refused(
                        "notPublished", "A screen shows published cameras only", "/target/screenIds", "not published");
            }
        }
    }

    private static ApiProblem refused(String code, String pointer, String detail) {
        return ApiProblem.refused(code, "What the command names cannot be named", pointer, detail);
    }
}
