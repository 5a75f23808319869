package vn.toancanh.server.inventory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * The tree of sites as somebody sees it and may change it: beneath where he may configure. A site that is not seen is
 * answered as one that is not there. Any thread; blocks.
 */
final class SiteChanges {
    /** A site as it is asked for. */
    record Draft(@Nullable String id, @Nullable String parentId, String name) {}

    private final Database database;
    private final Inventory inventory;
    private final Sessions sessions;
    private final AuditTrail audit;

    SiteChanges(Database database, Inventory inventory, Sessions sessions, AuditTrail audit) {
        this.database = database;
        this.inventory = inventory;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Parents before children; one whose parent is not seen stands as a root. */
    List<Site> list(Principal who) {
        return database.read(sql -> {
            List<Site> all = SiteStore.list(sql);
            if (who.reach().scope().everything()) {
                return all;
            }
            Set<String> seen = SiteStore.seen(sql, who);
            List<Site> sites = new ArrayList<>();
            for (Site site : all) {
                if (seen.contains(site.id().value())) {
                    sites.add(asSeen(site, seen));
                }
            }
            return sites;
        });
    }

    private static Site asSeen(Site site, Set<String> seen) {
        @Nullable SiteId parent = site.parent();
        return parent == null || seen.contains(parent.value()) ? site : new Site(site.id(), null, site.name());
    }

    SiteStore.Stored find(Principal who, String id) {
        return database.read(sql -> {
            SiteStore.Stored stored = visible(sql, who, id);
            return who.reach().scope().everything()
                    ? stored
                    : new SiteStore.Stored(asSeen(stored.site(), SiteStore.seen(sql, who)), stored.revision());
        });
    }

    private static SiteStore.Stored visible(Sql sql, Principal who, String id) throws SQLException {
        if (!SiteStore.sees(sql, who, id)) {
            throw ApiProblem.notFound();
        }
        return SiteStore.find(sql, id).orElseThrow(ApiProblem::notFound);
    }

    SiteStore.Stored create(Principal caller, Draft draft, String freshId) {
        return database.write(sql -> {
            Principal who = now(sql, caller);
            @Nullable String chosen = draft.id();
            if (chosen != null && !who.reach().whole(Level.CONFIGURE, null)) {
                // Whether an id is taken would tell what exists elsewhere.
                throw ApiProblem.forbidden();
            }
            String id = chosen == null ? freshId : chosen;
            if (SiteStore.find(sql, id).isPresent()) {
                throw ApiProblem.conflict("taken", "There is a site of this id");
            }
            requirePlace(sql, who, draft.parentId());
            return store(sql, who, "site.created", site(id, draft));
        });
    }

    SiteStore.Stored change(Principal caller, String id, long seen, Draft draft) {
        return database.write(sql -> {
            Principal who = now(sql, caller);
            SiteStore.Stored before = configurable(sql, who, id, seen);
            @Nullable SiteId was = before.site().parent();
            @Nullable String parent = draft.parentId();
            boolean moves =
                    !Objects.equals(was == null ? null : was.value(), parent) && !staysUnseen(sql, who, was, parent);
            if (!moves) {
                return store(sql, who, "site.changed", new Site(new SiteId(id), was, draft.name()));
            }
            if (!who.reach().whole(Level.CONFIGURE, id)) {
                // What is denied to him would move along.
                throw ApiProblem.forbidden();
            }
            requireAt(who, was == null ? null : was.value());
            requirePlace(sql, who, parent);
            Site moved = site(id, draft);
            requireNoCycle(sql, moved);
            return store(sql, who, "site.moved", moved);
        });
    }

    /** Who does not see the parent sends none, and means that it stays. */
    private static boolean staysUnseen(Sql sql, Principal who, @Nullable SiteId was, @Nullable String parent)
            throws SQLException {
        return parent == null && was != null && !SiteStore.sees(sql, who, was.value());
    }

    void delete(Principal caller, String id, long seen) {
        database.write(sql -> {
            Principal who = now(sql, caller);
            configurable(sql, who, id, seen);
            long inUse = sql.number(
                    "SELECT (SELECT count(*) FROM site WHERE parent_id = ?1 AND gone = 0)"
                            + " + (SELECT count(*) FROM camera WHERE site_id = ?1 AND gone = 0)"
                            + " + (SELECT count(*) FROM wall WHERE site_id = ?1)"
                            + " + (SELECT count(*) FROM role_right r JOIN role o ON o.id = r.role_id AND o.gone = 0"
                            + " WHERE r.site_id = ?1)",
                    id);
            if (inUse > 0) {
                throw ApiProblem.conflict("siteInUse", "Sites, cameras, walls or roles hang on it");
            }
            long next = Inventory.storedRevision(sql) + 1;
            sql.change("UPDATE site SET gone = 1, revision = ? WHERE id = ?", next, id);
            inventory.advance(sql, next, everybody -> true);
            audit.note(sql, who, "site.removed", "site/" + id, Map.of());
            return next;
        });
    }

    /** The caller as his rights stand in this transaction. */
    private Principal now(Sql sql, Principal caller) throws SQLException {
        return sessions.current(sql, caller.sessionId()).orElseThrow(ApiProblem::unauthenticated);
    }

    private static SiteStore.Stored configurable(Sql sql, Principal who, String id, long seen) throws SQLException {
        SiteStore.Stored stored = visible(sql, who, id);
        requireAt(who, id);
        if (stored.revision() != seen) {
            throw Conditional.stale();
        }
        return stored;
    }

    private static void requireAt(Principal who, @Nullable String site) {
        if (!who.reach().at(Level.CONFIGURE, site)) {
            throw ApiProblem.forbidden();
        }
    }

    private static void requirePlace(Sql sql, Principal who, @Nullable String parent) throws SQLException {
        if (parent != null && (SiteStore.find(sql, parent).isEmpty() || !SiteStore.sees(sql, who, parent))) {
            throw ApiProblem.badField("/parentId", "unknownSite", "no such site");
        }
        requireAt(who, parent);
    }

    private static void requireNoCycle(Sql sql, Site moved) throws SQLException {
        Map<String, Site> tree = new LinkedHashMap<>();
        SiteStore.list(sql).forEach(site -> tree.put(site.id().value(), site));
        tree.put(moved.id().value(), moved);
        if (SiteStore.cycle(tree) != null) {
            throw ApiProblem.badField("/parentId", "cycle", "it would be above itself");
        }
    }

    private static Site site(String id, Draft draft) {
        @Nullable String parent = draft.parentId();
        return new Site(new SiteId(id), parent == null ? null : new SiteId(parent), draft.name());
    }

    private SiteStore.Stored store(Sql sql, Principal who, String action, Site site) throws SQLException {
        long next = Inventory.storedRevision(sql) + 1;
        SiteStore.put(sql, site, next);
        inventory.advance(sql, next, everybody -> true);
        audit.note(sql, who, action, "site/" + site.id().value(), Map.of("name", site.name()));
        return new SiteStore.Stored(site, next);
    }
}
