package vn.toancanh.central;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.SiteId;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.Control;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallOrder;
import vn.toancanh.wall.remote.WallStanding;

/** Walls of the wire as those of the house and back. What cannot be used is left out, never the whole wall for its sake. */
final class WallTranslation {
    private static final Logger LOG = LoggerFactory.getLogger(WallTranslation.class);
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_MESSAGE = 500;

    private final JsonMapper json;
    private final LayoutTranslation layouts;

    WallTranslation(JsonMapper json) {
        this.json = json;
        this.layouts = new LayoutTranslation(json);
    }

    /** Empty where it has no usable id. */
    Optional<CityWall> wall(WallDto.Wall wall) {
        String id = wall.id();
        if (id == null || !CameraTranslation.isId(id)) {
            return Optional.empty();
        }
        String site = wall.siteId();
        List<CityWall.Screen> screens = new ArrayList<>();
        for (WallDto.Screen screen : Objects.requireNonNullElse(wall.screens(), List.<WallDto.Screen>of())) {
            screen(screen).ifPresent(screens::add);
        }
        return Optional.of(new CityWall(
                id,
                Objects.requireNonNullElse(wall.name(), id),
                site != null && CameraTranslation.isId(site) ? new SiteId(site) : null,
                screens,
                Objects.requireNonNullElse(wall.version(), 0L)));
    }

    private static Optional<CityWall.Screen> screen(WallDto.Screen screen) {
        String id = screen.id();
        Integer number = screen.number();
        Integer x = screen.x();
        Integer y = screen.y();
        Integer w = screen.w();
        Integer h = screen.h();
        if (id == null || number == null || x == null || y == null || w == null || h == null || w < 1 || h < 1) {
            return Optional.empty();
        }
        return Optional.of(new CityWall.Screen(
                id, number, x, y, w, h, Boolean.TRUE.equals(screen.publishedOnly()), screen.username()));
    }

    Map<String, Object> draft(CityWall wall) {
        Map<String, Object> draft = new LinkedHashMap<>();
        SiteId site = wall.site();
        if (site != null) {
            draft.put("siteId", site.value());
        }
        draft.put("name", wall.name());
        draft.put(
                "screens",
                wall.screens().stream()
                        .map(each -> new WallDto.Screen(
                                each.id(),
                                each.number(),
                                each.x(),
                                each.y(),
                                each.width(),
                                each.height(),
                                each.visitors(),
                                each.user()))
                        .toList());
        return draft;
    }

    WallStanding standing(WallDto.State state) {
        List<WallStanding.ScreenStanding> screens = new ArrayList<>();
        for (WallDto.ScreenState screen : Objects.requireNonNullElse(state.screens(), List.<WallDto.ScreenState>of())) {
            String id = screen.id();
            if (id != null) {
                screens.add(new WallStanding.ScreenStanding(
                        id, Boolean.TRUE.equals(screen.online()), health(screen.health()), layout(screen.shows())));
            }
        }
        return new WallStanding(
                Objects.requireNonNullElse(state.stateVersion(), 0L), control(state.controlledBy()), screens);
    }

    private static Optional<ScreenHealth> health(WallDto.@Nullable Health health) {
        Integer tiles = health == null ? null : health.tiles();
        Integer live = health == null ? null : health.live();
        return tiles == null || live == null ? Optional.empty() : Optional.of(new ScreenHealth(tiles, live));
    }

    private static Optional<Control> control(WallDto.@Nullable Control control) {
        if (control == null) {
            return Optional.empty();
        }
        return Optional.of(new Control(
                Objects.requireNonNullElse(control.name(), ""),
                Objects.requireNonNullElse(control.since(), Instant.EPOCH)));
    }

    /** @param now by the server's clock; null where it does not tell, all is then taken for new */
    Registered registered(WallDto.Registered answer, @Nullable Instant now) {
        List<WallOrder> orders = new ArrayList<>();
        for (WallDto.Command command : Objects.requireNonNullElse(answer.pending(), List.<WallDto.Command>of())) {
            order(command, now).ifPresent(orders::add);
        }
        return new Registered(
                Boolean.TRUE.equals(answer.publishedOnly()),
                Objects.requireNonNullElse(answer.stateVersion(), 0L),
                Duration.ofSeconds(Math.clamp(Objects.requireNonNullElse(answer.heartbeatS(), 5), 1, 60)),
                control(answer.controlledBy()),
                orders);
    }

    private Optional<WallOrder> order(WallDto.Command command, @Nullable Instant now) {
        String id = command.id();
        if (id == null) {
            return Optional.empty();
        }
        JsonNode args = command.args() == null ? json.missingNode() : command.args();
        Instant expires = command.expiresAt();
        return Optional.of(new WallOrder(
                id,
                Objects.requireNonNullElse(command.op(), ""),
                Objects.requireNonNullElse(command.screenIds(), List.<String>of()),
                word(command.by()),
                word(args.path("desk").asString("")),
                word(args.path("name").asString("")),
                bodies(args.path("layouts")),
                details(command.cell(), args),
                Objects.requireNonNullElse(command.stateVersion(), 0L),
                expires == null || now == null ? Duration.ofSeconds(1) : Duration.between(now, expires)));
    }

    private static WallOrder.Details details(@Nullable Integer cell, JsonNode args) {
        return new WallOrder.Details(
                Objects.requireNonNullElse(cell, WallOrder.Details.NO_TILE),
                cameras(args),
                args.path("with").asInt(WallOrder.Details.NO_TILE),
                Integer.signum(args.path("step").asInt(0)),
                line(args.path("text").asString(""), LONGEST_MESSAGE),
                Duration.ofSeconds(Math.clamp(
                        args.path("seconds").asInt((int) WallOrder.Details.USUAL_TIME.toSeconds()), 5, 3600)));
    }

    private static List<CameraId> cameras(JsonNode args) {
        JsonNode turns = args.path("cameraIds");
        Stream<JsonNode> named = turns.isEmpty() ? Stream.of(args.path("cameraId")) : turns.valueStream();
        return named.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(CameraTranslation::isId)
                .limit(CellContent.Carousel.MOST)
                .map(CameraId::new)
                .toList();
    }

    private static String word(@Nullable String text) {
        return line(text, LONGEST_WORD);
    }

    private static String line(@Nullable String text, int longest) {
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }

    private Map<String, Optional<Layout>> bodies(JsonNode bodies) {
        Map<String, Optional<Layout>> all = new HashMap<>();
        bodies.propertyStream().forEach(each -> {
            Optional<Layout> layout = layout(each.getValue());
            // One that cannot be made sense of is not a blank one.
            if (layout.isPresent() || each.getValue().isNull()) {
                all.put(each.getKey(), layout);
            }
        });
        return all;
    }

    private Optional<Layout> layout(@Nullable JsonNode node) {
        if (node == null || !node.path("grid").isObject()) {
            return Optional.empty();
        }
        try {
            Dto.Layout body = json.treeToValue(node, Dto.Layout.class);
            Layout read = layouts.layout(body);
            return Optional.of(new Layout(
                    LayoutTranslation.id(node.path("layoutId").asString("")).orElse(null),
                    read.name(),
                    Layout.Scope.PRIVATE,
                    read.grid(),
                    read.cells(),
                    read.version()));
        } catch (JacksonException | FailureException strange) {
            LOG.warn(
                    "what a screen shows cannot be read: {}", strange.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** As a screen says it, and as a scene has it: without whose it is. */
    Map<String, Object> body(Layout layout, String otherwise) {
        Dto.LayoutDraft draft = layouts.draft(layout);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", layout.name().isBlank() ? otherwise : layout.name());
        body.put("grid", draft.grid());
        body.put("cells", draft.cells());
        return body;
    }

    Optional<Scene> scene(WallDto.Scene scene) {
        String id = scene.id();
        if (id == null || !CameraTranslation.isId(id)) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (WallDto.Part part : Objects.requireNonNullElse(scene.screens(), List.<WallDto.Part>of())) {
            String screen = part.screenId();
            if (screen != null) {
                JsonNode layout = part.layout();
                names.put(screen, layout == null ? "" : word(layout.path("name").asString("")));
            }
        }
        return Optional.of(new Scene(
                id,
                word(scene.name()),
                names,
                Objects.requireNonNullElse(scene.version(), 0L),
                word(scene.modifiedBy()),
                Boolean.TRUE.equals(scene.own())));
    }
}
