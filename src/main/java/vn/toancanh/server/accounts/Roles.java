package vn.toancanh.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.store.Sql;

/** Roles as they are stored, and what each reaches, worked out once for every version of a role and of the tree. Any thread. */
public final class Roles {
    private static final String SELECT = "SELECT id, name, builtin, ptz_priority, published_only, second_person, hours,"
            + " lock_minutes, version, changed_revision FROM role WHERE gone = 0 ";

    private final Places places;
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();

    Roles(Places places) {
        this.places = places;
    }

    /** What a role reaches now. */
    public Reach reach(Role role) {
        SiteTree tree = places.tree();
        @Nullable Reach known = reaches.get(role.id());
        if (known != null && known.role().version() == role.version() && known.tree() == tree) {
            return known;
        }
        Reach reach = new Reach(role, tree);
        reaches.put(role.id(), reach);
        return reach;
    }

    /** What a stored version of a role reaches now; the role is read only where it is not known yet. */
    Reach reach(Sql sql, String id, long version) throws SQLException {
        @Nullable Reach known = reaches.get(id);
        if (known != null && known.role().version() == version) {
            return reach(known.role());
        }
        return reach(find(sql, id).orElseGet(() -> Role.of(id, List.of())));
    }

    public static Optional<Role> find(Sql sql, String id) throws SQLException {
        Optional<Role> bare = sql.first(SELECT + "AND id = ?", Roles::bare, id);
        return bare.isEmpty() ? bare : Optional.of(whole(sql, bare.get()));
    }

    /** All of them, by their names. */
    public static List<Role> all(Sql sql) throws SQLException {
        List<Role> roles = new ArrayList<>();
        for (Role bare : sql.list(SELECT + "ORDER BY name, id", Roles::bare)) {
            roles.add(whole(sql, bare));
        }
        return roles;
    }

    /** Stores a role, new or changed, in place of what was stored under its id. */
    public static void put(Sql sql, Role role) throws SQLException {
        sql.change(
                "INSERT INTO role (id, name, ptz_priority, published_only, second_person, hours, lock_minutes, version,"
                        + " changed_revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                        + " ptz_priority = excluded.ptz_priority, published_only = excluded.published_only,"
                        + " second_person = excluded.second_person, hours = excluded.hours,"
                        + " lock_minutes = excluded.lock_minutes, version = excluded.version,"
                        + " changed_revision = excluded.changed_revision",
                role.id(),
                role.name(),
                role.ptzPriority(),
                role.publishedOnly() ? 1 : 0,
                role.secondPerson() ? 1 : 0,
                JsonMapper.shared()
                        .writeValueAsString(
                                role.hours().stream().map(HoursBody::of).toList()),
                role.lockMinutes() == 0 ? null : role.lockMinutes(),
                role.version(),
                role.changedRevision());
        sql.change("DELETE FROM role_right WHERE role_id = ?", role.id());
        for (Right right : role.rights()) {
            sql.change(
                    "INSERT INTO role_right (role_id, level, site_id, tag, effect) VALUES (?, ?, ?, ?, ?)",
                    role.id(),
                    right.level().word(),
                    right.siteId(),
                    right.tag(),
                    right.allowed() ? "allow" : "deny");
        }
    }

    private static Role bare(ResultSet row) throws SQLException {
        List<HoursBody> hours =
                JsonMapper.shared().readValue(row.getString(7), new TypeReference<List<HoursBody>>() {});
        return new Role(
                row.getString(1),
                row.getString(2),
                row.getInt(3) == 1,
                List.of(),
                row.getInt(4),
                row.getInt(5) == 1,
                row.getInt(6) == 1,
                hours.stream().map(each -> each.read().orElseThrow()).toList(),
                row.getInt(8),
                row.getLong(9),
                row.getLong(10));
    }

    private static Role whole(Sql sql, Role bare) throws SQLException {
        List<Right> rights = sql.list(
                "SELECT level, site_id, tag, effect FROM role_right WHERE role_id = ? ORDER BY rowid",
                row -> new Right(
                        Level.of(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).equals("allow")),
                bare.id());
        return new Role(
                bare.id(),
                bare.name(),
                bare.builtin(),
                rights,
                bare.ptzPriority(),
                bare.publishedOnly(),
                bare.secondPerson(),
                bare.hours(),
                bare.lockMinutes(),
                bare.version(),
                bare.changedRevision());
    }
}
