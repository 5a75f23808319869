package vn.toancanh.server.walls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Sql;

/** Rows of walls and of what their screens show. Belongs to whoever runs the transaction. */
final class WallStore {
    /** What ids of walls and screens look like; they are typed by people. */
    static final String ID = "[\\p{L}\\p{N}._-]{1,64}";

    /** A wall with its state; {@code controlledBy} is null where nobody does. */
    record Row(
            WallBody wall,
            long stateVersion,
            @Nullable String controlledBy,
            @Nullable Instant controlledSince) {}

    private static final String SELECT =
            "SELECT id, name, screens, version, state_version, controlled_by, controlled_since, site_id FROM wall ";

    private final ObjectMapper mapper;

    WallStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    List<Row> list(Sql sql) throws SQLException {
        return sql.list(SELECT + "ORDER BY name, id", this::row);
    }

    Optional<Row> find(Sql sql, String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", this::row, id);
    }

    /** The wall, for whoever sees it. */
    Row visible(Sql sql, Principal who, String id) throws SQLException {
        return find(sql, id).filter(row -> WallRights.sees(who, row.wall())).orElseThrow(ApiProblem::notFound);
    }

    boolean siteThere(Sql sql, @Nullable String site) throws SQLException {
        return site != null && sql.number("SELECT count(*) FROM site WHERE id = ? AND gone = 0", site) > 0;
    }

    void put(Sql sql, WallBody wall) throws SQLException {
        sql.change(
                "INSERT INTO wall (id, name, site_id, screens, version) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " name = excluded.name, site_id = excluded.site_id, screens = excluded.screens,"
                        + " version = excluded.version",
                wall.id(),
                wall.name(),
                wall.siteId(),
                mapper.writeValueAsString(wall.screens()),
                wall.version());
    }

    /** The next state version of a wall. */
    long advance(Sql sql, String id) throws SQLException {
        sql.change("UPDATE wall SET state_version = state_version + 1 WHERE id = ?", id);
        return sql.number("SELECT state_version FROM wall WHERE id = ?", id);
    }

    void control(Sql sql, String id, @Nullable String by, @Nullable Instant since) throws SQLException {
        sql.change(
                "UPDATE wall SET controlled_by = ?, controlled_since = ? WHERE id = ?",
                by,
                since == null ? null : since.toEpochMilli(),
                id);
    }

    /** What one screen showed last, as it said it: text, of which one at a time is made sense of. */
    Optional<String> shown(Sql sql, String id, String screen) throws SQLException {
        return sql.first(
                "SELECT shows FROM wall_shown WHERE wall_id = ? AND screen_id = ?",
                row -> row.getString(1),
                id,
                screen);
    }

    void show(Sql sql, String id, String screen, JsonNode shows, Instant at) throws SQLException {
        sql.change(
                "INSERT INTO wall_shown (wall_id, screen_id, shows, changed_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (wall_id, screen_id) DO UPDATE SET shows = excluded.shows,"
                        + " changed_at = excluded.changed_at",
                id,
                screen,
                shows.toString(),
                at.toEpochMilli());
    }

    private Row row(ResultSet row) throws SQLException {
        long since = row.getLong(7);
        return new Row(
                new WallBody(
                        row.getString(1),
                        row.getString(2),
                        row.getString(8),
                        mapper.readerForListOf(WallBody.Screen.class).readValue(row.getString(3)),
                        row.getLong(4)),
                row.getLong(5),
                row.getString(6),
                since == 0 ? null : Instant.ofEpochMilli(since));
    }
}
