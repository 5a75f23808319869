package vn.toancanh.server.inventory;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamTransport;
import vn.toancanh.server.accounts.CameraScope;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Places;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Reach;
import vn.toancanh.server.accounts.Spot;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/**
 * The catalogue of sites and cameras. Every change takes the next revision; who knows a revision can ask what changed
 * since. Any thread; blocks.
 */
public final class Inventory {
    /**
     * What a merge did.
     *
     * @param forgotten streams whose credentials were forgotten, for they are elsewhere now and none were named
     * @param named the first of the sites and cameras that it added or changed, as {@code site/ID} and {@code camera/ID}
     */
    public record Merged(
            int sites, int added, int changed, int unchanged, int forgotten, long revision, List<String> named) {}

    /**
     * Where a stream is, with the camera's own credentials and the certificates that are accepted of it: for grants only.
     *
     * @param transport what is tried first; null: nothing is said of it
     */
    public record Source(
            String uri,
            @Nullable String username,
            @Nullable Secret password,
            List<String> tlsPins,
            @Nullable StreamTransport transport) {}

    /** What a grant needs to know of a camera: {@code cameraThere}, and the source where that stream is offered. */
    public record Found(boolean cameraThere, @Nullable Source source) {}

    /** A stream that somebody asks for. */
    public record Wanted(String cameraId, StreamRole role) {}

    /** What a camera is called by programs and by people. */
    public record Key(CameraId id, @Nullable Integer number) {}

    /** What is written about a change together with it. */
    @FunctionalInterface
    interface Note<T> {
        void take(Sql sql, T done) throws SQLException;
    }

    private final Database database;
    private final Vault vault;
    private final EventRing events;
    private final Clock clock;
    private final Places places;
    private final SourceReader streams;
    private final AtomicLong revision = new AtomicLong();

    public Inventory(Database database, Vault vault, EventRing events, Clock clock, Places places) {
        this.places = places;
        this.streams = new SourceReader(vault);
        this.database = database;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
        this.revision.set(database.read(Inventory::storedRevision));
    }

    static long storedRevision(Sql sql) throws SQLException {
        return sql.number("SELECT coalesce(max(revision), 0) FROM revision");
    }

    /** The catalogue's revision; 0 where nothing was ever entered. */
    public long revision() {
        return revision.get();
    }

    /**
     * Adds and changes sites and cameras by their ids, all or nothing; those not named stay. A stream without a user name
     * keeps the credentials stored for it as long as it stays at its {@link Home}, one of whose certificates nothing is said those
     * that are accepted.
     *
     * @throws FailureException BAD_INPUT where they contradict each other or what is there; the detail names each fault
     */
    public Merged merge(List<Site> sites, List<CameraEntry> entries) {
        try {
            return merge(sites, entries.stream().map(ImportLine::of).toList(), false, null, (sql, merged) -> {});
        } catch (ApiProblem refused) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, refused.title() + ": " + refused.errors()));
        }
    }

    /**
     * Adds and changes what somebody imports.
     *
     * @param who null where the server itself merges
     * @param note is taken where anything was changed, within the transaction that changed it
     */
    Merged merge(List<Site> sites, List<ImportLine> lines, boolean dryRun, @Nullable Principal who, Note<Merged> note) {
        @Nullable Reach reach = who == null ? null : who.reach();
        if (dryRun) {
            return database.read(
                    sql -> new Merge(sql, vault, 0, reach).check(sites, lines).merged(revision()));
        }
        return database.write(sql -> {
            long next = storedRevision(sql) + 1;
            Merge merge = new Merge(sql, vault, next, reach).check(sites, lines);
            if (!merge.changesAnything()) {
                return merge.merged(next - 1);
            }
            merge.store();
            advance(sql, next, merge.changesSites() ? everybody -> true : Audience.ofCameras(sql, next));
            Merged merged = merge.merged(next);
            note.take(sql, merged);
            return merged;
        });
    }

    /**
     * Takes the next revision for a change in who sees what; tells it.
     *
     * @param concerned who sees something else now
     */
    public long advance(Sql sql, Predicate<Principal> concerned) throws SQLException {
        long next = storedRevision(sql) + 1;
        advance(sql, next, concerned);
        return next;
    }

    void advance(Sql sql, long next, Predicate<Principal> concerned) throws SQLException {
        places.changes(sql);
        sql.change(
                "INSERT INTO revision (revision, made_at) VALUES (?, ?)",
                next,
                clock.now().toEpochMilli());
        sql.afterCommit(() -> {
            revision.set(next);
            events.publish(Event.catalogueChanged(next, concerned));
        });
    }

    /** Takes a camera out; false where it was not there. */
    public boolean remove(CameraId id) {
        return database.write(sql -> remove(sql, id, (same, gone) -> {}));
    }

    /** @param note is taken where the camera was there */
    private boolean remove(Sql sql, CameraId id, Note<CameraId> note) throws SQLException {
        long next = storedRevision(sql) + 1;
        int gone = sql.change(
                "UPDATE camera SET gone = 1, number = NULL, revision = ? WHERE id = ? AND gone = 0", next, id.value());
        if (gone == 1) {
            sql.change("DELETE FROM stream WHERE camera_id = ?", id.value());
            advance(sql, next, Audience.ofCameras(sql, next));
            note.take(sql, id);
        }
        return gone == 1;
    }

    /**
     * Publishes a camera for visitors, or withdraws it; nothing happens where it stands so already.
     *
     * @param note is taken where that changed anything, within the transaction that changed it
     * @throws ApiProblem 404 or 403
     */
    void publish(Principal who, String id, boolean published, Note<CameraId> note) {
        database.write(sql -> {
            requireConfigured(sql, who, id);
            long next = storedRevision(sql) + 1;
            sql.change(
                    "INSERT INTO camera_before (camera_id, until_revision, site_id, tags, published)"
                            + " SELECT id, ?, site_id, tags, published FROM camera WHERE id = ? AND published <> ?",
                    next,
                    id,
                    published ? 1 : 0);
            int changed = sql.change(
                    "UPDATE camera SET published = ?, revision = ? WHERE id = ? AND published <> ?",
                    published ? 1 : 0,
                    next,
                    id,
                    published ? 1 : 0);
            if (changed == 1) {
                advance(sql, next, Audience.ofCameras(sql, next));
                note.take(sql, new CameraId(id));
            }
            return changed;
        });
    }

    /** Takes a camera out for somebody, judged where it is done; 404 where he does not see it, 403 where he may not. */
    void remove(Principal who, String id, Note<CameraId> note) {
        database.write(sql -> {
            requireConfigured(sql, who, id);
            return remove(sql, new CameraId(id), note);
        });
    }

    /** @throws ApiProblem 404 where he does not see it, 403 where he may not configure it */
    static void requireConfigured(Sql sql, Principal who, String id) throws SQLException {
        Spot spot = Places.spot(sql, id)
                .filter(there -> who.reach().may(Level.VIEW, there))
                .orElseThrow(ApiProblem::notFound);
        if (!who.reach().may(Level.CONFIGURE, spot)) {
            throw ApiProblem.forbidden();
        }
    }

    CameraBody.Page page(CameraQuery query, Principal who) {
        return database.read(sql -> CameraReader.page(sql, query, storedRevision(sql), who));
    }

    Optional<CameraBody> camera(String id, Principal who) {
        return database.read(sql -> CameraReader.one(sql, id, who));
    }

    /** How many cameras there are in each state, whoever may see them. */
    public Map<String, Long> countByState() {
        return countByState("1", List.of());
    }

    /** True where a camera is published for visitors. */
    public boolean isPublished(String cameraId) {
        return database.read(
                sql -> sql.number("SELECT published FROM camera WHERE id = ? AND gone = 0", cameraId) == 1);
    }

    /** How many cameras that somebody may see there are in each state. */
    public Map<String, Long> countByState(Principal who) {
        CameraScope scope = who.reach().scope();
        return countByState(scope.sql("c"), scope.values());
    }

    private Map<String, Long> countByState(String which, List<? extends @Nullable Object> values) {
        return database.read(sql -> {
            Map<String, Long> counts = new HashMap<>();
            sql.list(
                    "SELECT c.state, count(*) FROM camera c WHERE c.gone = 0 AND " + which + " GROUP BY c.state",
                    row -> {
                        counts.put(row.getString(1), row.getLong(2));
                        return 0;
                    },
                    values.toArray());
            return counts;
        });
    }

    /** All cameras there are, by what they are called. */
    public List<Key> keys() {
        return database.read(sql -> sql.list(
                "SELECT id, number FROM camera WHERE gone = 0",
                row -> new Key(new CameraId(row.getString(1)), (Integer) row.getObject(2))));
    }

    /** Where that stream is. */
    public Found source(String cameraId, StreamRole role) {
        return sources(List.of(new Wanted(cameraId, role))).getFirst();
    }

    /** Where a camera's head is said to be steered; empty where nothing is said of it, or there is no such camera. */
    public Optional<String> headAddress(String cameraId) {
        return database.read(sql -> sql.first(
                "SELECT onvif_url FROM camera WHERE id = ? AND gone = 0 AND onvif_url IS NOT NULL",
                row -> row.getString(1),
                cameraId));
    }

    /** The same of many streams, in their order, as they stand at one moment. */
    public List<Found> sources(List<Wanted> wanted) {
        return database.read(sql -> streams.found(sql, wanted));
    }
}
