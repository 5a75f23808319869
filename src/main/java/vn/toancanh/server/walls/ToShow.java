package vn.toancanh.server.walls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    /** What a command may bring in all, characters; a layout that many screens get counts once. */
    private static final int MOST = 512 << 10;

    private static final List<String> NAMED =
            List.of("layoutId", "sceneId", "cameraId", "cameraIds", "with", "step", "text", "seconds", "desk");

    private final Scenes scenes;
    private final LayoutsToShow layouts;
    private final ObjectMapper mapper;
    private final Reach reach;
    private final Predicate<String> published;
    private final Withheld withheld;

    /**
     * What is told, and to which screens.
     *
     * @param layouts what is to stand on them, as text; empty: nothing
     */
    record Told(List<WallBody.Screen> targets, @Nullable JsonNode args, Map<String, Optional<String>> layouts) {}

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
     * @throws ApiProblem 422 where a scene, layout or camera cannot be named by that person, or what is brought is too large
     */
    Told of(Principal who, String wallId, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        return switch (draft.op()) {
            case "applyScene" -> scene(who, wallId, targets, draft);
            case "applyLayout" -> layout(who, targets, draft);
            default -> {
                // Whole layouts come by these two alone, and are judged there.
                @Nullable JsonNode args = named(draft.args());
                requireCameras(who, targets, NamedCameras.in(args));
                yield new Told(targets, args, Map.of());
            }
        };
    }

    private Told scene(Principal who, String wallId, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        SceneBody scene = scenes.find(who, wallId, draft.arg("sceneId"))
                .orElseThrow(() -> refused("argsMissing", "/args", "no such scene"));
        Map<String, SceneBody.Part> parts =
                scene.screens().stream().collect(Collectors.toMap(SceneBody.Part::screenId, part -> part));
        List<WallBody.Screen> touched = targets.stream()
                .filter(screen -> parts.containsKey(screen.id()))
                .toList();
        if (touched.isEmpty()) {
            throw refused("unknownScreen", "/target/screenIds", "none that the scene has");
        }
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        Map<String, String> kept = new HashMap<>();
        Set<String> counted = new HashSet<>();
        long room = MOST;
        for (WallBody.Screen screen : touched) {
            // One after the other: what is read of a layout takes many times its length.
            Optional<String> text = text(who, Objects.requireNonNull(parts.get(screen.id())), kept);
            room -= text.filter(counted::add).map(String::length).orElse(0);
            if (room < 0) {
                throw refused("tooLarge", "/args", "layouts of at most " + (MOST >> 10) + " KiB in all");
            }
            texts.put(screen.id(), text);
        }
        return new Told(touched, named(draft, scene.name()), texts);
    }

    private Optional<String> text(Principal who, SceneBody.Part part, Map<String, String> kept) {
        @Nullable JsonNode own = part.layout();
        @Nullable String id = part.layoutId();
        if (own != null && !own.isNull()) {
            return Optional.of(brought(who, own));
        }
        return id == null
                ? Optional.empty()
                : Optional.of(kept.computeIfAbsent(id, any -> brought(who, kept(who, any))));
    }

    /** With what that person may see of it: of what he may not see there is nothing in what he brings, and no word. */
    private String brought(Principal who, JsonNode layout) {
        return withheld.broughtBy(who, layout).toString();
    }

    private ObjectNode kept(Principal who, String id) {
        return layouts.kept(who, id).orElseThrow(() -> refused("unknownLayout", "/args", "no such layout"));
    }

    private Told layout(Principal who, List<WallBody.Screen> targets, CommandDraft.Checked draft) {
        JsonNode sent =
                draft.args() == null ? mapper.missingNode() : draft.args().path("layout");
        ObjectNode layout = sent.isObject() ? layouts.sent(sent) : kept(who, draft.arg("layoutId"));
        Optional<String> text = Optional.of(brought(who, layout));
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        targets.forEach(screen -> texts.put(screen.id(), text));
        return new Told(targets, named(draft, layout.path("name").asString("")), texts);
    }

    /** What goes with layouts: no camera, which is named in them or not at all. */
    private ObjectNode named(CommandDraft.Checked draft, String name) {
        ObjectNode args = mapper.createObjectNode();
        @Nullable JsonNode given = named(draft.args());
        if (given != null) {
            NamedCameras.without(given, camera -> true)
                    .propertyStream()
                    .filter(each -> !each.getValue().isNull())
                    .forEach(each -> args.set(each.getKey(), each.getValue()));
        }
        return args.put("name", name);
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
        JsonNode first = named.path("cameraIds").path(0);
        if (first.isString() && !named.path("cameraId").isString()) {
            // A display that knows of no turns shows this one, where it would take none for an order to empty the tile.
            named.set("cameraId", first);
        }
        return named;
    }

    /** True where whoever shows a screen may be told of it: of one that names a camera outside a layout, where he may see that. */
    boolean isFor(Principal who, CommandBody command) {
        return NamedCameras.in(command.args()).stream().allMatch(camera -> reach.sees(who, camera));
    }

    /** A layout of a command as whoever shows that screen may know it. */
    String shownBy(Principal who, CommandBody command, String screenId, String layout) {
        return withheld.shownBy(who, command.id(), screenId, layout);
    }

    /** What a screen says that it shows, as somebody may know it; see {@link Withheld#toldTo}. */
    JsonNode shown(Principal who, JsonNode shows, Map<Integer, String> meant) {
        return withheld.toldTo(who, shows, meant);
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
