package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Where sites and cameras hang, in memory, as of the catalogue's last change: a right at a camera is told without asking
 * the database twice. Any thread; the first question about a camera after a change reads the database.
 */
public final class Places implements CameraRights {
    /** No tree of sites is as deep; one that is bent into a ring ends here. */
    private static final int DEEPEST = 64;

    private static final int MOST_KNOWN = 10_000;

    /** Of whom something is asked at a site; a {@link Reach} is made anew for every version of a role. */
    private record AtSite(Reach reach, Level level, String siteId) {}

    private final Database database;
    private volatile SiteTree tree;
    private volatile Map<String, Spot> cameras = new ConcurrentHashMap<>();
    /** Ids of cameras; empty where there is none. */
    private volatile Map<AtSite, String> firsts = new ConcurrentHashMap<>();

    private final Runnable onChange;

    /** @param onChange is run after every change, when it is known here and others may write again */
    public Places(Database database, Runnable onChange) {
        this.database = database;
        this.onChange = onChange;
        this.tree = database.read(SiteTree::load);
    }

    SiteTree tree() {
        return tree;
    }

    /** The catalogue changes in this transaction: what is known is forgotten when it stands. */
    public void changes(Sql sql) throws SQLException {
        SiteTree next = SiteTree.load(sql);
        sql.afterCommit(() -> {
            tree = next;
            cameras = new ConcurrentHashMap<>();
            firsts = new ConcurrentHashMap<>();
        });
        sql.afterwards(onChange);
    }

    /** What decides about a camera; empty where there is none. */
    public Optional<Spot> camera(String id) {
        // Taken once: what is read before a change must not end up among what is known after it.
        Map<String, Spot> known = cameras;
        @Nullable Spot spot = known.get(id);
        if (spot != null) {
            return Optional.of(spot);
        }
        Optional<Spot> read = database.read(sql -> spot(sql, id));
        read.ifPresent(found -> known.put(id, found));
        return read;
    }

    /** A camera's site and all above it, the nearest first; nothing where there is no such camera. */
    public List<String> sitesAbove(String cameraId) {
        SiteTree now = tree;
        List<String> sites = new ArrayList<>();
        @Nullable String site = camera(cameraId).map(Spot::siteId).orElse(null);
        while (site != null && sites.size() < DEEPEST) {
            sites.add(site);
            site = now.parent(site);
        }
        return sites;
    }

    @Override
    public void expect(Collection<String> cameraIds) {
        Map<String, Spot> known = cameras;
        List<String> unknown = cameraIds.stream()
                .distinct()
                .filter(id -> !known.containsKey(id))
                .toList();
        if (unknown.size() > 1) {
            database.read(sql -> sql.list(
                    "SELECT id, site_id, tags, published FROM camera WHERE id IN (SELECT value FROM json_each(?)) AND gone = 0",
                    row -> {
                        Spot spot = Spot.of(row.getString(2), row.getString(3), row.getInt(4) == 1);
                        known.put(row.getString(1), spot);
                        return spot;
                    },
                    JsonMapper.shared().writeValueAsString(unknown)));
        }
    }

    /** The same, as a transaction sees it. */
    public static Optional<Spot> spot(Sql sql, String id) throws SQLException {
        return sql.first(
                "SELECT site_id, tags, published FROM camera WHERE id = ? AND gone = 0",
                row -> Spot.of(row.getString(1), row.getString(2), row.getInt(3) == 1),
                id);
    }

    @Override
    public boolean may(Principal who, Level level, String cameraId) {
        return camera(cameraId).filter(spot -> who.reach().may(level, spot)).isPresent();
    }

    /** Asked of the database once after every change: what happens at a site concerns people of few roles, and is told to many. */
    @Override
    public Optional<String> firstBelow(Principal who, Level level, String siteId, Supplier<List<String>> cameras) {
        Map<AtSite, String> known = firsts;
        AtSite asked = new AtSite(who.reach(), level, siteId);
        @Nullable String first = known.get(asked);
        if (first == null) {
            first = database.read(sql -> first(sql, asked)).orElse("");
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(asked, first);
        }
        return Optional.of(first).filter(id -> !id.isEmpty());
    }

    private static Optional<String> first(Sql sql, AtSite asked) throws SQLException {
        SiteTree of = asked.reach().tree();
        CameraScope scope = CameraScope.of(asked.reach().role(), of, asked.level());
        List<Object> values = new ArrayList<>();
        values.add(JsonMapper.shared().writeValueAsString(of.ids(of.below(asked.siteId()))));
        values.addAll(scope.values());
        return sql.first(
                "SELECT c.id FROM camera c WHERE c.gone = 0 AND c.site_id IN (SELECT value FROM json_each(?)) AND ("
                        + scope.sql("c") + ") ORDER BY c.id LIMIT 1",
                row -> row.getString(1),
                values.toArray());
    }
}
