package vn.toancanh.server.walls;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

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

    List<WallBody> list(Principal who) {
        return database.read(store::list).stream()
                .map(WallStore.Row::wall)
                .filter(wall -> WallRights.sees(who, wall))
                .toList();
    }

    /** @throws ApiProblem 404 */
    WallBody get(Principal who, String id) {
        return database.read(sql -> store.visible(sql, who, id)).wall();
    }

    /** Makes a wall of an id that nobody chose. */
    WallBody create(Principal who, String freshId, WallDraft.Checked draft) {
        return database.write(sql -> {
            WallRights.requirePlace(who, draft.siteId(), store.siteThere(sql, draft.siteId()));
            return described(sql, who, new WallBody(freshId, draft.name(), draft.siteId(), draft.screens(), 1));
        });
    }

    /**
     * Describes a wall anew, or makes one of an id that they chose, which is for who may configure the whole city: whether an id
     * is taken would tell what exists elsewhere.
     *
     * @param seen the version they saw; 0 for one that is not there yet
     * @throws ApiProblem 404; 403 where they see it and may not; 400 where the site cannot be named; 412 where somebody was faster
     */
    WallBody put(Principal who, String id, long seen, WallDraft.Checked draft) {
        if (!id.matches(WallStore.ID)) {
            throw ApiProblem.badField("id", "format", "letters, digits, dot, dash and underscore");
        }
        return database.write(sql -> {
            Optional<WallBody> before = store.find(sql, id).map(WallStore.Row::wall);
            if (before.isPresent()) {
                WallRights.require(who, Level.CONFIGURE, before.get());
            } else if (!who.reach().whole(Level.CONFIGURE, null)) {
                throw ApiProblem.notFound();
            }
            long now = before.map(WallBody::version).orElse(0L);
            if (now != seen) {
                throw Conditional.stale();
            }
            if (before.isEmpty() || !Objects.equals(before.get().siteId(), draft.siteId())) {
                WallRights.requirePlace(who, draft.siteId(), store.siteThere(sql, draft.siteId()));
            }
            WallBody wall = new WallBody(id, draft.name(), draft.siteId(), draft.screens(), now + 1);
            before.ifPresent(was -> sql.afterCommit(() -> events.publish(WallEvents.gone(was, wall))));
            return described(sql, who, wall);
        });
    }

    private WallBody described(Sql sql, Principal who, WallBody wall) throws SQLException {
        store.put(sql, wall);
        @Nullable String site = wall.siteId();
        audit.note(
                sql,
                who,
                "wall.described",
                "wall/" + wall.id(),
                Map.of("version", wall.version(), "site", site == null ? "" : site));
        long state = store.advance(sql, wall.id());
        sql.afterCommit(() -> events.publish(WallEvents.changed(wall, state)));
        return wall;
    }

    /** @throws ApiProblem 404, 403, or 412 where somebody was faster */
    void delete(Principal who, String id, long seen) {
        database.write(sql -> {
            WallBody wall = store.visible(sql, who, id).wall();
            WallRights.require(who, Level.CONFIGURE, wall);
            if (wall.version() != seen) {
                throw Conditional.stale();
            }
            audit.note(sql, who, "wall.deleted", "wall/" + id, Map.of());
            sql.afterCommit(() -> events.publish(WallEvents.gone(wall, null)));
            return sql.change("DELETE FROM wall WHERE id = ?", id);
        });
    }
}
