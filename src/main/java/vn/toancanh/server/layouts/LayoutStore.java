package vn.toancanh.server.layouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
import vn.toancanh.server.http.Query;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Layouts and every version of them. Who may not see one is answered as if it were not there. Any thread; blocks.
 */
final class LayoutStore {
    private static final int HISTORY = 100;

    private static final String SELECT =
            "SELECT l.id, l.owner_id, l.role_id, l.scope, v.version, v.name, v.scope, v.columns,"
                    + " v.rows, v.cells, v.modified_by, v.modified_at FROM layout l JOIN layout_version v ON v.layout_id = l.id ";
    private static final String NEWEST = "AND v.version = l.version ";
    private static final String VISIBLE =
            "l.gone = 0 AND (l.owner_id = ? OR l.scope = 'global' OR (l.scope = 'role' AND l.role_id = ?)) ";

    private static final String SEEN_AT_THE_TIME =
            "AND (l.owner_id = ? OR v.scope = 'global' OR (v.scope = 'role' AND l.role_id = ?)) ";

    private record Head(String ownerId, @Nullable String roleId, String scope, long version) {}

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
        List<LayoutBody> items = database.read(sql -> sql.list(
                SELECT + "WHERE " + VISIBLE + NEWEST + "AND l.id > ? ORDER BY l.id LIMIT ?",
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                after == null ? "" : after,
                limit + 1));
        if (items.size() <= limit) {
            return new LayoutBody.Page(items, null);
        }
        List<LayoutBody> page = items.subList(0, limit);
        return new LayoutBody.Page(page, Query.toCursor(page.getLast().id()));
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

    /** The versions, newest first; those from before it was shared are its owner's alone. */
    List<LayoutBody> history(Principal principal, String id) {
        return database.read(sql -> sql.list(
                SELECT + "WHERE " + VISIBLE + SEEN_AT_THE_TIME + "AND l.id = ? ORDER BY v.version DESC LIMIT "
                        + HISTORY,
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                principal.accountId(),
                principal.roleId(),
                id));
    }

    LayoutBody create(Principal principal, LayoutDraft.Checked draft) {
        requireShared(principal, draft.scope());
        return database.write(sql -> insert(sql, principal, UUID.randomUUID().toString(), draft));
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
        requireShared(principal, draft.scope());
        return database.write(sql -> {
            Head head = changeable(sql, principal, id, seen);
            if (!head.scope().equals(draft.scope())) {
                // Those who saw it and no longer may learn that it is gone for them.
                publish(sql, Event.layoutDeleted(id, others(head, draft.scope())));
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
            Head head = changeable(sql, principal, id, seen);
            publish(sql, Event.layoutDeleted(id, audience(head.ownerId(), head.roleId(), head.scope())));
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
        Head head = head(sql, principal, id);
        publish(sql, Event.layoutChanged(id, version, audience(head.ownerId(), head.roleId(), head.scope())));
        return find(sql, principal, id).orElseThrow(ApiProblem::notFound);
    }

    private static Head head(Sql sql, Principal principal, String id) throws SQLException {
        return sql.first(
                        "SELECT owner_id, role_id, scope, version FROM layout l WHERE " + VISIBLE + "AND l.id = ?",
                        row -> new Head(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                        principal.accountId(),
                        principal.roleId(),
                        id)
                .orElseThrow(ApiProblem::notFound);
    }

    private static Head changeable(Sql sql, Principal principal, String id, long seen) throws SQLException {
        Head head = head(sql, principal, id);
        boolean ofRole = head.scope().equals("role");
        if (!head.ownerId().equals(principal.accountId()) && !mayShare(principal, Level.MANAGE, ofRole)) {
            throw ApiProblem.forbidden();
        }
        if (head.version() != seen) {
            throw Conditional.stale();
        }
        return head;
    }

    private static void requireShared(Principal principal, String scope) {
        if (!scope.equals("private") && !mayShare(principal, Level.OPERATE, scope.equals("role"))) {
            throw ApiProblem.forbidden();
        }
    }

    /** What is for one's own role takes the level somewhere, what is for the whole city takes it everywhere. */
    private static boolean mayShare(Principal principal, Level level, boolean ofRole) {
        return ofRole ? principal.mayAnywhere(level) : principal.may(level);
    }

    private void publish(Sql sql, Event event) {
        sql.afterCommit(() -> events.publish(event));
    }

    private static Predicate<Principal> audience(String ownerId, @Nullable String roleId, String scope) {
        return principal -> principal.accountId().equals(ownerId)
                || scope.equals("global")
                || (scope.equals("role") && principal.roleId().equals(roleId));
    }

    private static Predicate<Principal> others(Head head, String scopeNow) {
        return audience(head.ownerId(), head.roleId(), head.scope())
                .and(audience(head.ownerId(), head.roleId(), scopeNow).negate());
    }

    private static LayoutBody body(ResultSet row, Principal principal) throws SQLException {
        return new LayoutBody(
                row.getString(1),
                row.getString(6),
                row.getString(7),
                new LayoutBody.Raster(row.getInt(8), row.getInt(9)),
                row.getString(10),
                row.getLong(5),
                row.getString(11),
                Instant.ofEpochMilli(row.getLong(12)),
                row.getString(2).equals(principal.accountId()));
    }
}
