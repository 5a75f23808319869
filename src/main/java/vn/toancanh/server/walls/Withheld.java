package vn.toancanh.server.walls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;

/**
 * Layouts on walls as somebody may know them. In place of a camera that he may not see stands the content {@code withheld}, which says
 * neither which it is nor whether there is such a one; cameras that take turns do so without it. What is withheld from a screen bears
 * the place where it stood in the command, for whoever may see it. Any thread; blocks.
 */
final class Withheld {
    private static final String TYPE = "withheld";
    private static final String FROM = "from";
    private static final Pattern PLACE = Pattern.compile("(m-[0-9a-f-]{36})/([^/]{1,64})/([0-9]{1,4})");

    private final ObjectMapper mapper;
    private final Reach reach;

    Withheld(ObjectMapper mapper, Reach reach) {
        this.mapper = mapper;
        this.reach = reach;
    }

    /** A layout as somebody may bring it to a screen: with what he may see of it. */
    JsonNode broughtBy(Principal who, JsonNode layout) {
        return seenBy(who, layout, null);
    }

    /** A layout of a command as whoever shows a screen may know it; as text, for one may take many times its length. */
    String shownBy(Principal who, String commandId, String screenId, String layout) {
        return who.reach().scope().everything()
                ? layout
                : seenBy(who, mapper.readTree(layout), commandId + '/' + screenId + '/')
                        .toString();
    }

    private JsonNode seenBy(Principal who, JsonNode layout, @Nullable String place) {
        Predicate<String> hidden = hidden(who, layout);
        JsonNode seen = layout.deepCopy();
        JsonNode cells = seen.path("cells");
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof ObjectNode cell && cell.path("content").isObject()) {
                cell.set("content", content(cell.path("content"), hidden, place == null ? null : place + i));
            }
        }
        return seen;
    }

    private Predicate<String> hidden(Principal who, JsonNode named) {
        Set<String> told = Set.copyOf(reach.told(who, List.copyOf(NamedCameras.in(named))));
        return camera -> !told.contains(camera);
    }

    private JsonNode content(JsonNode content, Predicate<String> hidden, @Nullable String place) {
        if (isWithheld(content)) {
            return withheld(null);
        }
        if (NamedCameras.in(content).stream().noneMatch(hidden)) {
            return content;
        }
        JsonNode left = NamedCameras.without(content, hidden);
        boolean itself = content.hasNonNull("cameraId") && !left.hasNonNull("cameraId");
        return itself || NamedCameras.in(left).isEmpty() ? withheld(place) : left;
    }

    private static boolean isWithheld(JsonNode content) {
        return content.path("type").asString("").equals(TYPE);
    }

    private JsonNode withheld(@Nullable String place) {
        ObjectNode content = mapper.createObjectNode().put("type", TYPE);
        return place == null ? content : content.put(FROM, place);
    }

    /** A layout of a command, by the screen that it is for. */
    record Layout(String commandId, String screenId) {}

    /** Where there stands what is withheld from a screen that shows this: by layout the cells of it, by those of the screen. */
    static Map<Layout, Map<Integer, Integer>> places(JsonNode shows) {
        Map<Layout, Map<Integer, Integer>> places = new LinkedHashMap<>();
        JsonNode cells = shows.path("cells");
        for (int i = 0; i < cells.size(); i++) {
            JsonNode content = cells.get(i).path("content");
            Matcher place = PLACE.matcher(content.path(FROM).asString(""));
            if (isWithheld(content) && place.matches()) {
                places.computeIfAbsent(new Layout(place.group(1), place.group(2)), any -> new LinkedHashMap<>())
                        .put(i, Integer.parseInt(place.group(3)));
            }
        }
        return places;
    }

    /**
     * What a screen says that it shows, as somebody may know it: what is withheld from the screen is there for him where he may see it.
     *
     * @param shows is changed to that
     * @param meant what is withheld, by cell
     */
    JsonNode toldTo(Principal who, JsonNode shows, Map<Integer, String> meant) {
        JsonNode cells = shows.path("cells");
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof ObjectNode cell && isWithheld(cell.path("content"))) {
                cell.set(
                        "content",
                        Optional.ofNullable(meant.get(i))
                                .map(mapper::readTree)
                                .map(content -> content(content, hidden(who, content), null))
                                .orElseGet(() -> withheld(null)));
            }
        }
        return shows;
    }
}
