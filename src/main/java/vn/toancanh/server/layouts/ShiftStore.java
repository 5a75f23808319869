package vn.toancanh.server.layouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
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
 * When layouts are to stand on windows, a timetable a layout with a version of its own: whoever sees the layout sees it, and it goes
 * with the layout. Any thread; blocks.
 */
final class ShiftStore {
    private static final String SELECT =
            "SELECT l.id, l.owner_id, l.role_id, l.scope, l.version, l.locked_by, l.locked_name, l.locked_at, v.name,"
                    + " s.version, s.shifts, s.modified_by, s.modified_at FROM layout l"
                    + " JOIN layout_version v ON v.layout_id = l.id AND v.version = l.version"
                    + " LEFT JOIN layout_shift s ON s.layout_id = l.id WHERE " + LayoutHead.VISIBLE;

    private final Database database;
    private final EventRing events;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final AuditTrail audit;

    ShiftStore(Database database, EventRing events, ObjectMapper mapper, Clock clock, AuditTrail audit) {
        this.database = database;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
        this.audit = audit;
    }

    /** All that were ever set and are for this person, those with no shifts left too, by the ids of their layouts. */
    ShiftBody.Page list(Principal principal, @Nullable String after, int limit) {
        List<ShiftBody> read = database.read(sql -> sql.list(
                SELECT + "AND s.version IS NOT NULL AND l.id > ? ORDER BY l.id LIMIT ?",
                row -> body(row, principal),
                principal.accountId(),
                principal.roleId(),
                after == null ? "" : after,
                limit + 1));
        if (read.size() <= limit) {
            return new ShiftBody.Page(read, null);
        }
        List<ShiftBody> page = read.subList(0, limit);
        return new ShiftBody.Page(page, Query.toCursor(page.getLast().layoutId()));
    }

    /**
     * Those of one layout.
     *
     * @throws ApiProblem 404 where this person sees no such layout
     */
    ShiftBody get(Principal principal, String id) {
        return database.read(sql -> found(sql, principal, id));
    }

    /**
     * Sets these in place of all that were there.
     *
     * @param seen the version that whoever sets them has seen; 0: none was set yet
     * @throws ApiProblem 404, 403, 423 as where a new version of the layout is saved; 412 where somebody was faster
     */
    ShiftBody set(Principal principal, String id, long seen, List<ShiftDraft.Checked> shifts) {
        return database.write(sql -> {
            LayoutHead head = LayoutHead.changeable(sql, principal, id);
            LayoutHead.requireShared(principal, head.scope());
            long version = sql.number("SELECT coalesce(max(version), 0) FROM layout_shift WHERE layout_id = ?", id);
            if (version != seen) {
                throw Conditional.stale();
            }
            sql.change(
                    "INSERT INTO layout_shift (layout_id, version, shifts, modified_by, modified_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (layout_id) DO UPDATE SET version = excluded.version, shifts = excluded.shifts,"
                            + " modified_by = excluded.modified_by, modified_at = excluded.modified_at",
                    id,
                    version + 1,
                    mapper.writeValueAsString(shifts),
                    principal.displayName(),
                    clock.now().toEpochMilli());
            Map<String, Object> facts = Map.of(
                    "scope",
                    head.scope(),
                    "version",
                    version + 1,
                    "shifts",
                    shifts.stream().map(ShiftDraft.Checked::line).collect(Collectors.joining("; ")));
            audit.note(sql, principal, "layout.shifts", "layout/" + id, facts);
            sql.afterCommit(() -> events.publish(Event.layoutShifts(id, head.audience())));
            return found(sql, principal, id);
        });
    }

    private static ShiftBody found(Sql sql, Principal principal, String id) throws SQLException {
        return sql.first(
                        SELECT + "AND l.id = ?",
                        row -> body(row, principal),
                        principal.accountId(),
                        principal.roleId(),
                        id)
                .orElseThrow(ApiProblem::notFound);
    }

    private static ShiftBody body(ResultSet row, Principal principal) throws SQLException {
        LayoutHead head = LayoutHead.of(row);
        long version = row.getLong(10);
        return new ShiftBody(
                head.id(),
                row.getString(9),
                head.scope(),
                Objects.requireNonNullElse(row.getString(11), "[]"),
                version,
                row.getString(12),
                version == 0 ? null : Instant.ofEpochMilli(row.getLong(13)),
                head.timedBy(principal));
    }
}
