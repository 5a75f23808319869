package vn.toancanh.server.layouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Bound;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.http.PageRoom;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Layouts and every version of them. Who may not see one is answered as if it were not there. Any thread; blocks.
 */
final class LayoutStore {
    private static final int HISTORY = 100;

    private static final String SELECT =
            "SELECT l.id, l.owner_id, l.role_id, l.scope, l.version, l.locked_by, l.locked_name, l.locked_at, v.version,"
                    + " v.name, v.scope, v.columns, v.rows, v.cells, v.modified_by, v.modified_at FROM layout l JOIN layout_version v ON v.layout_id = l.id ";
    private static final String NEWEST = "AND v.version = l.version ";
    private static final String VISIBLE = LayoutHead.VISIBLE;

    private static final String FIRST = "SELECT l.owner_id, v.name, v.scope, v.columns, v.rows, v.cells FROM layout l"
            + " LEFT JOIN layout_version v ON v.layout_id = l.id AND v.version = 1 WHERE l.id = ?";

    private static final String SEEN_AT_THE_TIME =
            "AND (l.owner_id = ? OR v.scope = 'global' OR (v.scope = 'role' AND l.role_id = ?)) ";

    /**
     * A layout that was to be made.
     *
     * @param now false where the same request had made it before
     */
    record Made(LayoutBody layout, boolean now) {}

    /** The first version of a layout; without a name where so many followed that it is no longer kept. */
    private record First(
            String ownerId,
            @Nullable String name,
            @Nullable String scope,
            int columns,
            int rows,
            @Nullable String cells) {
        static First of(ResultSet row) throws SQLException {
            return new First(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getString(6));
        }

        boolean is(LayoutDraft.Checked draft, ObjectMapper mapper) {
            return name == null
                    || (name.equals(draft.name())
                            && draft.scope().equals(scope)
                            && columns == draft.columns()
                            && rows == draft.rows()
                            && mapper.writeValueAsString(draft.cells()).equals(cells));
        }
    }

    /** Of an account whose people only look: those are many, and some are visitors. */
    static final int MOST = 500;

    private static final String OWN = "SELECT count(*) FROM layout WHERE owner_id = ? AND gone = 0";

    private final Database database;
    private final EventRing events;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final AuditTrail audit;

    LayoutStore(Database database, EventRing events, ObjectMapper mapper, Clock clock, AuditTrail audit) {
        this.database = database;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
        this.audit = audit;
    }

    LayoutBody.Page list(Principal principal, @Nullable String after, int limit) {
        PageRoom room = new PageRoom();
        List<LayoutBody> read = database.read(sql -> sql.listWhile(
                layout -> room.take(layout.cells().length()),
                SELECT + "WHERE " + VISIBLE + NEWEST + "AND l.id > ? ORDER BY l.id LIMIT ?",
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                after == null ? "" : after,
                limit + 1));
        return page(read, room, limit, LayoutBody::id);
    }

    /** Of the layouts read those that fit, and the place after them where one is left over. */
    private static LayoutBody.Page page(
            List<LayoutBody> read, PageRoom room, int limit, Function<LayoutBody, String> place) {
        if (read.size() <= limit && !room.isOver()) {
            return new LayoutBody.Page(read, null);
        }
        List<LayoutBody> page = read.subList(0, read.size() - 1);
        return new LayoutBody.Page(page, Query.toCursor(place.apply(page.getLast())));
    }

    Optional<LayoutBody> get(Principal principal, String id) {
        return database.read(sql -> find(sql, principal, id));
    }

    private static Optional<LayoutBody> find(Sql sql, Principal principal, String id) throws SQLException {
        return sql.first(
                SELECT + "WHERE " + VISIBLE + NEWEST + "AND l.id = ?",
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                id);
    }

    /** One of the versions that this person may see of it. */
    Optional<LayoutBody> version(Principal principal, String id, long version) {
        return database.read(sql -> sql.first(
                SELECT + "WHERE " + VISIBLE + SEEN_AT_THE_TIME + "AND l.id = ? AND v.version = ?",
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                principal.accountId(),
                principal.roleId(),
                id,
                version));
    }

    /**
     * The versions, newest first; those from before it was shared are its owner's alone.
     *
     * @param before the version that the page before ended with; null: the newest first
     */
    LayoutBody.Page history(Principal principal, String id, @Nullable Long before) {
        PageRoom room = new PageRoom();
        List<LayoutBody> read = database.read(sql -> sql.listWhile(
                layout -> room.take(layout.cells().length()),
                SELECT + "WHERE " + VISIBLE + SEEN_AT_THE_TIME
                        + "AND l.id = ? AND v.version < ? ORDER BY v.version DESC LIMIT ?",
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                principal.accountId(),
                principal.roleId(),
                id,
                before == null ? Long.MAX_VALUE : before,
                HISTORY + 1));
        return page(read, room, HISTORY, layout -> String.valueOf(layout.version()));
    }

    /**
     * Makes a layout of that id; the same once more is no error, whatever was saved of it since.
     *
     * @throws ApiProblem 409 where the id stands for something else, 410 where it was deleted since
     */
    Made create(Principal principal, String id, LayoutDraft.Checked draft) {
        LayoutHead.requireShared(principal, draft.scope());
        return database.write(sql -> {
            Optional<First> before = sql.first(FIRST, First::of, id);
            return before.isPresent()
                    ? new Made(repeated(sql, principal, id, draft, before.get()), false)
                    : new Made(insert(sql, principal, id, draft), true);
        });
    }

    private LayoutBody repeated(Sql sql, Principal principal, String id, LayoutDraft.Checked draft, First first)
            throws SQLException {
        if (!first.ownerId().equals(principal.accountId()) || !first.is(draft, mapper)) {
            throw IdempotencyKey.reused();
        }
        return find(sql, principal, id).orElseThrow(() -> ApiProblem.of(410, "gone", "It was saved and then deleted"));
    }

    LayoutBody insert(Sql sql, Principal principal, String id, LayoutDraft.Checked draft) throws SQLException {
        if (!principal.mayAnywhere(Level.OPERATE)) {
            Bound.ofAll(sql, OWN, principal.accountId(), MOST);
        }
        sql.change(
                "INSERT INTO layout (id, owner_id, role_id, scope, version) VALUES (?, ?, ?, ?, 1)",
                id,
                principal.accountId(),
                principal.roleId(),
                draft.scope());
        return store(sql, principal, id, 1, draft);
    }

    LayoutBody replace(Principal principal, String id, long seen, LayoutDraft.Checked draft) {
        LayoutHead.requireShared(principal, draft.scope());
        return database.write(sql -> {
            LayoutHead head = changeable(sql, principal, id, seen);
            if (!head.scope().equals(draft.scope())) {
                // Those who saw it and no longer may learn that it is gone for them.
                publish(sql, Event.layoutDeleted(id, head.others(draft.scope())));
            }
            return advance(sql, principal, id, head.version() + 1, draft);
        });
    }

    LayoutBody advance(Sql sql, Principal principal, String id, long version, LayoutDraft.Checked draft)
            throws SQLException {
        sql.change("UPDATE layout SET version = ?, scope = ? WHERE id = ?", version, draft.scope(), id);
        return store(sql, principal, id, version, draft);
    }

    void delete(Principal principal, String id, long seen) {
        database.write(sql -> {
            LayoutHead head = changeable(sql, principal, id, seen);
            publish(sql, Event.layoutDeleted(id, head.audience()));
            audit.note(sql, principal, "layout.deleted", "layout/" + id, Map.of("scope", head.scope()));
            return sql.change("UPDATE layout SET gone = 1 WHERE id = ?", id);
        });
    }

    private LayoutBody store(Sql sql, Principal principal, String id, long version, LayoutDraft.Checked draft)
            throws SQLException {
        sql.change(
                "INSERT INTO layout_version (layout_id, version, name, scope, columns, rows, cells, modified_by, modified_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                version,
                draft.name(),
                draft.scope(),
                draft.columns(),
                draft.rows(),
                mapper.writeValueAsString(draft.cells()),
                principal.displayName(),
                clock.now().toEpochMilli());
        audit.note(
                sql,
                principal,
                "layout.saved",
                "layout/" + id,
                Map.of("name", draft.name(), "scope", draft.scope(), "version", version));
        tell(sql, LayoutHead.visible(sql, principal, id));
        return found(sql, principal, id);
    }

    /** Tells those who see it that there is news of it. */
    void tell(Sql sql, LayoutHead head) {
        publish(sql, Event.layoutChanged(head.id(), head.version(), head.audience()));
    }

    LayoutBody found(Sql sql, Principal principal, String id) throws SQLException {
        return find(sql, principal, id).orElseThrow(ApiProblem::notFound);
    }

    private static LayoutHead changeable(Sql sql, Principal principal, String id, long seen) throws SQLException {
        LayoutHead head = LayoutHead.changeable(sql, principal, id);
        if (head.version() != seen) {
            throw Conditional.stale();
        }
        return head;
    }

    private void publish(Sql sql, Event event) {
        sql.afterCommit(() -> events.publish(event));
    }

    private static LayoutBody body(ResultSet row, Principal principal) throws SQLException {
        LayoutHead head = LayoutHead.of(row);
        return new LayoutBody(
                head.id(),
                row.getString(10),
                row.getString(11),
                new LayoutBody.Raster(row.getInt(12), row.getInt(13)),
                row.getString(14),
                row.getLong(9),
                row.getString(15),
                Instant.ofEpochMilli(row.getLong(16)),
                head.isOf(principal),
                head.changeableBy(principal),
                head.lock(principal));
    }
}
