package vn.toancanh.server.inventory;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Folding;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.store.Sql;

/** The tree cameras hang in. */
final class SiteStore {
    private SiteStore() {}

    /** All sites, parents before children. */
    static List<Site> list(Sql sql) throws SQLException {
        return sql.list("""
                WITH RECURSIVE tree (id, parent_id, name, depth) AS (
                    SELECT id, parent_id, name, 0 FROM site WHERE parent_id IS NULL
                    UNION ALL
                    SELECT s.id, s.parent_id, s.name, t.depth + 1 FROM site s JOIN tree t ON s.parent_id = t.id
                )
                SELECT id, parent_id, name FROM tree ORDER BY depth, name, id
                """, row -> {
            @Nullable String parent = row.getString(2);
            return new Site(new SiteId(row.getString(1)), parent == null ? null : new SiteId(parent), row.getString(3));
        });
    }

    static void put(Sql sql, Site site, long revision) throws SQLException {
        @Nullable SiteId parent = site.parent();
        sql.change(
                "INSERT INTO site (id, parent_id, name, folded, revision) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " parent_id = excluded.parent_id, name = excluded.name, folded = excluded.folded,"
                        + " revision = excluded.revision",
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
