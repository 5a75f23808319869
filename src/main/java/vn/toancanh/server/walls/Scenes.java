package vn.toancanh.server.walls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Scenes of walls; changed by who made them, or who manages. Any thread; blocks. */
final class Scenes {
    private static final int MOST_PER_WALL = 500;

    private static final String SELECT =
            "SELECT id, wall_id, name, screens, version, modified_by, modified_at, owner_id FROM scene ";

    private final Database database;
    private final WallStore walls;
    private final ObjectMapper mapper;
    private final EventRing events;
    private final AuditTrail audit;
    private final Clock clock;

    Scenes(Database database, WallStore walls, ObjectMapper mapper, EventRing events, AuditTrail audit, Clock clock) {
        this.database = database;
        this.walls = walls;
        this.mapper = mapper;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    List<SceneBody> list(Principal who, String wallId) {
        return database.read(sql -> {
            walls.visible(sql, who, wallId);
            return sql.list(
                    SELECT + "WHERE wall_id = ? ORDER BY name, id",
                    row -> body(row, who).brief(),
                    wallId);
        });
    }

    /** @throws ApiProblem 404; 403 where they may only look; 409 where there are too many */
    SceneBody create(Principal who, String wallId, SceneDraft.Checked draft) {
        return database.write(sql -> {
            requireScreens(commandable(sql, who, wallId), draft);
            if (sql.number("SELECT count(*) FROM scene WHERE wall_id = ?", wallId) >= MOST_PER_WALL) {
                throw ApiProblem.of(409, "tooManyScenes", "The wall bears no more scenes");
            }
            String id = UUID.randomUUID().toString();
            sql.change(
                    "INSERT INTO scene (id, wall_id, owner_id, name, screens, version, modified_by, modified_at)"
                            + " VALUES (?, ?, ?, ?, ?, 1, ?, ?)",
                    id,
                    wallId,
                    who.accountId(),
                    draft.name(),
                    mapper.writeValueAsString(draft.screens()),
                    who.displayName(),
                    now().toEpochMilli());
            return noted(sql, who, wallId, id, "scene.made");
        });
    }

    /** @throws ApiProblem 404, 403, or 412 where somebody was faster */
    SceneBody replace(Principal who, String wallId, String id, long seen, SceneDraft.Checked draft) {
        return database.write(sql -> {
            requireScreens(requireChangeable(sql, who, wallId, id, seen), draft);
            sql.change(
                    "UPDATE scene SET name = ?, screens = ?, version = version + 1, modified_by = ?, modified_at = ? WHERE id = ?",
                    draft.name(),
                    mapper.writeValueAsString(draft.screens()),
                    who.displayName(),
                    now().toEpochMilli(),
                    id);
            return noted(sql, who, wallId, id, "scene.changed");
        });
    }

    /** @throws ApiProblem 404, 403, or 412 where somebody was faster */
    void delete(Principal who, String wallId, String id, long seen) {
        database.write(sql -> {
            requireChangeable(sql, who, wallId, id, seen);
            noted(sql, who, wallId, id, "scene.deleted");
            return sql.change("DELETE FROM scene WHERE id = ?", id);
        });
    }

    private WallBody commandable(Sql sql, Principal who, String wallId) throws SQLException {
        WallBody wall = walls.visible(sql, who, wallId).wall();
        WallRights.require(who, Level.OPERATE, wall);
        return wall;
    }

    private static void requireScreens(WallBody wall, SceneDraft.Checked draft) {
        List<String> there = wall.screens().stream().map(WallBody.Screen::id).toList();
        if (!draft.screens().stream().allMatch(part -> there.contains(part.screenId()))) {
            throw ApiProblem.refused("unknownScreen", "A screen cannot be named", "/screens", "no such screen");
        }
    }

    private WallBody requireChangeable(Sql sql, Principal who, String wallId, String id, long seen)
            throws SQLException {
        WallBody wall = commandable(sql, who, wallId);
        SceneBody scene = find(sql, who, wallId, id);
        if (!scene.own() && !WallRights.may(who, Level.MANAGE, wall)) {
            throw ApiProblem.forbidden();
        }
        if (scene.version() != seen) {
            throw Conditional.stale();
        }
        return wall;
    }

    private SceneBody noted(Sql sql, Principal who, String wallId, String id, String action) throws SQLException {
        SceneBody scene = find(sql, who, wallId, id);
        audit.note(sql, who, action, "wall/" + wallId + "/scene/" + id, Map.of("name", scene.name()));
        WallStore.Row row = walls.find(sql, wallId).orElseThrow(ApiProblem::notFound);
        sql.afterCommit(() -> events.publish(WallEvents.changed(row.wall(), row.stateVersion())));
        return scene;
    }

    /** One of that wall's. */
    Optional<SceneBody> find(Principal who, String wallId, String id) {
        return database.read(
                sql -> sql.first(SELECT + "WHERE id = ? AND wall_id = ?", row -> body(row, who), id, wallId));
    }

    private SceneBody find(Sql sql, Principal who, String wallId, String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ? AND wall_id = ?", row -> body(row, who), id, wallId)
                .orElseThrow(ApiProblem::notFound);
    }

    private SceneBody body(ResultSet row, Principal who) throws SQLException {
        return new SceneBody(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                mapper.readerForListOf(SceneBody.Part.class).readValue(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8).equals(who.accountId()));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
