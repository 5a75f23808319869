package vn.toancanh.server.walls;

import java.util.List;
import java.util.Map;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.store.Database;

/** Walls as they are described: who may configure says which screens there are. Any thread; blocks. */
final class Walls {
    private final Database database;
    private final WallStore store;
    private final EventRing events;
    private final AuditTrail audit;

    Walls(Database database, WallStore store, EventRing events, AuditTrail audit) {
        this.database = database;
        this.store = store;
        this.events = events;
        this.audit = audit;
    }

    List<WallBody> list() {
        return database.read(store::list).stream().map(WallStore.Row::wall).toList();
    }

    WallStore.Row get(String id) {
        return database.read(sql -> store.find(sql, id)).orElseThrow(ApiProblem::notFound);
    }

    /**
     * Makes a wall or describes it anew.
     *
     * @param seen the version they saw; 0 for one that is not there yet
     * @throws ApiProblem 412 where somebody was faster
     */
    WallBody put(Principal who, String id, long seen, WallDraft.Checked draft) {
        if (!id.matches(WallStore.ID)) {
            throw ApiProblem.badField("id", "format", "letters, digits, dot, dash and underscore");
        }
        return database.write(sql -> {
            long now = store.find(sql, id).map(row -> row.wall().version()).orElse(0L);
            if (now != seen) {
                throw Conditional.stale();
            }
            WallBody wall = new WallBody(id, draft.name(), draft.screens(), now + 1);
            store.put(sql, wall);
            audit.note(sql, who, "wall.described", "wall/" + id, Map.of("version", wall.version()));
            long state = store.advance(sql, id);
            sql.afterCommit(() -> events.publish(WallEvents.changed(id, state)));
            return wall;
        });
    }

    /** @throws ApiProblem 404, or 412 where somebody was faster */
    void delete(Principal who, String id, long seen) {
        database.write(sql -> {
            WallStore.Row row = store.find(sql, id).orElseThrow(ApiProblem::notFound);
            if (row.wall().version() != seen) {
                throw Conditional.stale();
            }
            audit.note(sql, who, "wall.deleted", "wall/" + id, Map.of());
            sql.afterCommit(() -> events.publish(new Event("wall", "wall.deleted", Map.of("wallId", id), all -> true)));
            return sql.change("DELETE FROM wall WHERE id = ?", id);
        });
    }
}
