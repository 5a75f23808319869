package vn.toancanh.server.layouts;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;

/** Layouts that somebody brings to a screen: a name, a grid and cells, whoever may read where they came from. Any thread; blocks. */
public final class LayoutsToShow {
    /** The most that one may be, characters of JSON. */
    public static final int MOST = 64 << 10;

    private final LayoutStore layouts;
    private final ObjectMapper mapper;

    public LayoutsToShow(Database database, EventRing events, ObjectMapper mapper, Clock clock, AuditTrail audit) {
        this.layouts = new LayoutStore(database, events, mapper, clock, audit);
        this.mapper = mapper;
    }

    /** One that is kept, as it is now; empty where that person has no such layout. */
    public Optional<ObjectNode> kept(Principal who, String id) {
        return layouts.get(who, id)
                .map(layout -> of(layout.name(), layout.grid(), mapper.readTree(layout.cells()))
                        .put("layoutId", id)
                        .put("version", layout.version()));
    }

    /**
     * One that is sent, without what nobody needs to show it.
     *
     * @throws ApiProblem 400 where it is none
     */
    public ObjectNode sent(JsonNode layout) {
        if (layout.toString().length() > MOST) {
            throw ApiProblem.badField("/layout", "length", "at most " + (MOST >> 10) + " KiB");
        }
        try {
            LayoutDraft.Checked checked =
                    mapper.treeToValue(layout, LayoutDraft.class).check();
            return of(
                    checked.name(),
                    new LayoutBody.Raster(checked.columns(), checked.rows()),
                    mapper.valueToTree(checked.cells()));
        } catch (JacksonException wrong) {
            throw ApiProblem.badField("/layout", "type", "name, grid and cells as a layout has them");
        }
    }

    private ObjectNode of(String name, LayoutBody.Raster grid, JsonNode cells) {
        ObjectNode layout = mapper.createObjectNode().put("name", name);
        layout.set("grid", mapper.valueToTree(grid));
        layout.set("cells", cells);
        return layout;
    }
}
