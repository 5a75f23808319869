package vn.toancanh.server.layouts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.places.NamedCameras;

/**
 * Puts back what was withheld from somebody in what he saves: a cell that is still withheld gets what it stands for, wherever he has put
 * it, and the place that it says is read by his own rights. What is saved over a layout keeps all that was withheld from him there.
 * Any thread; blocks.
 */
final class PutBack {
    private static final Pattern PLACE = Pattern.compile("([^/]{1,64})/([0-9]{1,18})/([0-9]{1,4})");

    /** So many versions of layouts may what is saved at one time come from. */
    private static final int MOST_SOURCES = 64;

    private final ObjectMapper mapper;
    private final LayoutSight sight;
    private final LayoutStore layouts;

    PutBack(ObjectMapper mapper, LayoutSight sight, LayoutStore layouts) {
        this.mapper = mapper;
        this.sight = sight;
        this.layouts = layouts;
    }

    /**
     * What is to be kept of a new layout.
     *
     * @param most characters of JSON that may be put back
     * @throws ApiProblem 422 where a cell is withheld of which nobody can tell what stood there
     */
    LayoutDraft.Checked into(Principal who, LayoutDraft.Checked draft, int most) {
        return new Work(who, null, draft, most).done();
    }

    /**
     * The same of what is saved over another version.
     *
     * @param stood what whoever saves has seen
     * @throws ApiProblem 422 also where something would be lost that he was not shown
     */
    LayoutDraft.Checked over(Principal who, LayoutBody stood, LayoutDraft.Checked draft, int most) {
        return new Work(who, stood, draft, most).done();
    }

    /** One save. */
    private final class Work {
        private final Principal who;
        private final @Nullable LayoutBody stood;
        private final LayoutDraft.Checked draft;
        private final Map<String, JsonNode> sources = new HashMap<>();
        private final JsonNode before;
        private final Set<String> hidden;
        private int left;

        Work(Principal who, @Nullable LayoutBody stood, LayoutDraft.Checked draft, int most) {
            this.who = who;
            this.stood = stood;
            this.draft = draft;
            this.left = most;
            this.before = stood == null ? mapper.createArrayNode() : mapper.readTree(stood.cells());
            this.hidden = who.reach().scope().everything() ? Set.of() : sight.hidden(who, before);
        }

        LayoutDraft.Checked done() {
            boolean asked = draft.cells().stream().anyMatch(cell -> LayoutSight.isWithheld(cell.content()));
            if (hidden.isEmpty() && !asked) {
                return draft;
            }
            List<JsonNode> contents = new ArrayList<>();
            for (int i = 0; i < draft.cells().size(); i++) {
                LayoutBody.Cell cell = draft.cells().get(i);
                contents.add(LayoutSight.isWithheld(cell.content()) ? whole(i, cell) : cell.content());
            }
            if (!hidden.isEmpty()) {
                new HiddenTurns(sight, before, hidden).into(draft.cells(), contents);
                requireAll(contents);
            }
            List<LayoutBody.Cell> cells = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                LayoutBody.Cell cell = draft.cells().get(i);
                cells.add(new LayoutBody.Cell(cell.x(), cell.y(), cell.w(), cell.h(), contents.get(i)));
            }
            return new LayoutDraft.Checked(draft.name(), draft.scope(), draft.columns(), draft.rows(), cells);
        }

        private JsonNode whole(int index, LayoutBody.Cell cell) {
            JsonNode meant = meant(cell)
                    .orElseThrow(() -> ApiProblem.refused(
                            "withheldUnknown",
                            "What was withheld there cannot be told",
                            "/cells/" + index + "/content",
                            "nothing that is still kept was withheld at that place"));
            left -= meant.toString().length();
            if (left < 0) {
                throw ApiProblem.badField("/cells", "length", "too much with what was withheld");
            }
            return meant;
        }

        private Optional<JsonNode> meant(LayoutBody.Cell cell) {
            for (JsonNode old : before) {
                if (old.path("content").equals(cell.content())) {
                    // It was kept as withheld, from what no layout had.
                    return Optional.of(cell.content());
                }
            }
            JsonNode from = cell.content().path(LayoutSight.FROM);
            Matcher place = PLACE.matcher(from.asString(""));
            if (place.matches()) {
                Optional<JsonNode> there = there(place);
                boolean here = stood != null && stood.id().equals(place.group(1));
                return there.isPresent() || !here ? there : atItsPlace(cell);
            }
            return from.isMissingNode() ? atItsPlace(cell) : Optional.empty();
        }

        private Optional<JsonNode> there(Matcher place) {
            JsonNode cells = cells(place.group(1), Long.parseLong(place.group(2)));
            JsonNode content = cells.path(Integer.parseInt(place.group(3))).path("content");
            return Optional.of(content).filter(Work::isSomething);
        }

        /** Where nobody could be refused it, nothing is withheld. */
        private static boolean isSomething(JsonNode content) {
            return content.isObject()
                    && !LayoutSight.isWithheld(content)
                    && !NamedCameras.in(content).isEmpty();
        }

        private JsonNode cells(String id, long version) {
            if (stood != null && stood.id().equals(id) && stood.version() == version) {
                return before;
            }
            String key = id + '/' + version;
            @Nullable JsonNode known = sources.get(key);
            if (known == null) {
                known = sources.size() < MOST_SOURCES
                        ? layouts.version(who, id, version)
                                .map(layout -> mapper.readTree(layout.cells()))
                                .orElseGet(mapper::createArrayNode)
                        : mapper.createArrayNode();
                sources.put(key, known);
            }
            return known;
        }

        /** What was withheld at that very place, where it does not say which it is or that is no longer kept. */
        private Optional<JsonNode> atItsPlace(LayoutBody.Cell cell) {
            for (JsonNode old : before) {
                JsonNode content = old.path("content");
                if (cell.isAt(old) && LayoutSight.isWithheld(sight.shown(content, hidden, ""))) {
                    return Optional.of(content).filter(Work::isSomething);
                }
            }
            return Optional.empty();
        }

        private void requireAll(List<JsonNode> contents) {
            Map<String, Integer> missing = new HashMap<>();
            for (JsonNode old : before) {
                count(old.path("content"), missing, 1);
            }
            for (JsonNode content : contents) {
                count(content, missing, -1);
            }
            if (missing.values().stream().anyMatch(count -> count > 0)) {
                throw ApiProblem.refused(
                        "withheldLost",
                        "Something would be lost that is withheld",
                        "/cells",
                        "a tile has gone, or holds something else, in which there is what whoever saves may not see");
            }
        }

        private void count(JsonNode content, Map<String, Integer> counts, int by) {
            for (String camera : NamedCameras.in(content)) {
                if (hidden.contains(camera)) {
                    counts.merge(camera, by, Integer::sum);
                }
            }
        }
    }
}
