package vn.toancanh.server.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Folding;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.accounts.CameraScope;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Sql;

/** The tree cameras hang in. */
final class SiteStore {
    private SiteStore() {}

    /** A site with the revision at which it changed last. */
    record Stored(Site site, long revision) {}

    static Optional<Stored> find(Sql sql, String id) throws SQLException {
        return sql.first(
                "SELECT id, parent_id, name, revision FROM site WHERE id = ? AND gone = 0",
                row -> new Stored(site(row), row.getLong(4)),
                id);
    }

    /** The ids of the sites that somebody may see. */
    static Set<String> seen(Sql sql, Principal who) throws SQLException {
        CameraScope scope = who.reach().scope();
        List<String> withCameras = scope.byCameras()
                ? sql.list(
                        "SELECT DISTINCT c.site_id FROM camera c WHERE c.gone = 0 AND " + scope.sql("c"),
                        row -> row.getString(1),
                        scope.values().toArray())
                : List.of();
        return new HashSet<>(who.reach().sites(withCameras));
    }

    static boolean sees(Sql sql, Principal who, String id) throws SQLException {
        return who.reach().scope().everything() || seen(sql, who).contains(id);
    }

    private static Site site(ResultSet row) throws SQLException {
        @Nullable String parent = row.getString(2);
        return new Site(new SiteId(row.getString(1)), parent == null ? null : new SiteId(parent), row.getString(3));
    }

    /** All sites, parents before children. */
    static List<Site> list(Sql sql) throws SQLException {
        return sql.list("""
                WITH RECURSIVE tree (id, parent_id, name, depth) AS (
                    SELECT id, parent_id, name, 0 FROM site WHERE parent_id IS NULL AND gone = 0
                    UNION ALL
                    SELECT s.id, s.parent_id, s.name, t.depth + 1 FROM site s JOIN tree t ON s.parent_id = t.id AND s.gone = 0
                )
                SELECT id, parent_id, name FROM tree ORDER BY depth, name, id
                """, SiteStore::site);
    }

    static void put(Sql sql, Site site, long revision) throws SQLException {
        @Nullable SiteId parent = site.parent();
        sql.change(
                "INSERT INTO site (id, parent_id, name, folded, revision) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " moved_revision = iif(parent_id IS excluded.parent_id AND gone = 0, moved_revision, excluded.revision),"
                        + " parent_id = excluded.parent_id, name = excluded.name, folded = excluded.folded,"
                        + " revision = excluded.revision, gone = 0",
                site.id().value(),
                parent == null ? null : parent.value(),
                site.name(),
                Folding.fold(site.name()),
                revision);
    }

    /** A site that is its own ancestor, if the tree would have one; null where all is well. */
    static @Nullable String cycle(Map<String, Site> sites) {
        Map<String, Boolean> sound = new HashMap<>();
        for (String start : sites.keySet()) {
            Set<String> path = new HashSet<>();
            @Nullable String at = start;
            while (at != null && !sound.containsKey(at)) {
                if (!path.add(at)) {
                    return at;
                }
                @Nullable Site site = sites.get(at);
                @Nullable SiteId parent = site == null ? null : site.parent();
                at = parent == null ? null : parent.value();
            }
            path.forEach(id -> sound.put(id, true));
        }
        return null;
    }
}
