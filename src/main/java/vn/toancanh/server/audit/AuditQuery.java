package vn.toancanh.server.audit;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.store.Sql;

/**
 * What is asked of the trail. A part that is null asks for nothing.
 *
 * @param from by the server's clock, included
 * @param to by the server's clock, not included
 * @param user name of an account
 * @param action a word, or the beginning of words where it ends in a dot
 * @param subject a thing, or all of a kind where it ends in a slash
 * @param site what is done to that site, to those below it, and to what hangs there now or hung there last
 */
record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String user,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String site) {
    /** Asks for all. */
    static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);

    private static final String AT_SITE = """
            subject IN (WITH RECURSIVE below (id) AS (
                VALUES (?) UNION SELECT site.id FROM site JOIN below ON site.parent_id = below.id)
            SELECT 'site/' || id FROM below
            UNION ALL SELECT 'camera/' || camera.id FROM camera JOIN below ON camera.site_id = below.id
            UNION ALL SELECT 'alarm/' || alarm.id FROM alarm JOIN below ON alarm.site_id = below.id
            UNION ALL SELECT 'record/' || record.id FROM record JOIN below ON record.site_id = below.id
            UNION ALL SELECT 'webhook/' || webhook.id FROM webhook JOIN below ON webhook.site_id = below.id
            UNION ALL SELECT 'wall/' || wall.id FROM wall JOIN below ON wall.site_id = below.id
            UNION ALL SELECT 'wall/' || wall.id || '/scene/' || scene.id FROM wall
                JOIN below ON wall.site_id = below.id JOIN scene ON scene.wall_id = wall.id)""";

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int LONGEST = Draft.LONGEST_SUBJECT;

    /** @throws ApiProblem 400 */
    static AuditQuery of(Context context) {
        @Nullable String user = Query.text(context, "user", 64);
        return new AuditQuery(
                time(context, "from"),
                time(context, "to"),
                user == null ? null : user.strip().toLowerCase(Locale.ROOT),
                Query.text(context, "action", 64),
                Query.text(context, "subject", LONGEST),
                Query.text(context, "site", 64));
    }

    private static @Nullable Instant time(Context context, String name) {
        @Nullable String text = Query.text(context, name, 40);
        if (text == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw ApiProblem.badField(name, "range", Instant.EPOCH + " to " + LATEST);
            }
            return time;
        } catch (DateTimeException unreadable) {
            throw ApiProblem.badField(name, "format", "a time as RFC 3339 has it, in UTC");
        }
    }

    /** What was asked, for the note of an export. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new TreeMap<>();
        put(facts, "from", from);
        put(facts, "to", to);
        put(facts, "user", user);
        put(facts, "action", action);
        put(facts, "subject", subject);
        put(facts, "site", site);
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** Where a page of a search ended. */
    record Place(long at, long seq) {
        static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

        static Place of(AuditEntry entry) {
            return new Place(entry.at(), entry.seq());
        }
    }

    /** Entries before a place, the newest by the server's clock first; every index ends in the time, so that none is sorted. */
    List<AuditEntry> newest(Sql sql, Place before, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(before.at(), before.seq()));
        return list(sql, "(at, seq) < (?, ?)", values, "", "at DESC, seq DESC", limit);
    }

    /** Entries after a place up to another, the first of the chain first; goes through all that lie between, once, and uses no index. */
    List<AuditEntry> oldest(Sql sql, long after, long through, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(after, through));
        return list(sql, "seq > ? AND seq <= ?", values, "+", "seq", limit);
    }

    private List<AuditEntry> list(Sql sql, String where, List<Object> values, String column, String order, int limit)
            throws SQLException {
        StringBuilder text = new StringBuilder("SELECT " + AuditEntry.COLUMNS + " FROM audit WHERE ").append(where);
        add(text, values, column + "at >= ?", from == null ? null : from.toEpochMilli());
        add(text, values, column + "at < ?", to == null ? null : to.toEpochMilli());
        add(text, values, column + "username = ?", user);
        beginning(text, values, column + "action", action, '.');
        beginning(text, values, column + "subject", subject, '/');
        add(text, values, column + AT_SITE, site);
        text.append(" ORDER BY ").append(order).append(" LIMIT ?");
        values.add(limit);
        return sql.list(text.toString(), AuditEntry::of, values.toArray());
    }

    private static void add(StringBuilder text, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            values.add(value);
        }
    }

    /** A range rather than a pattern: nothing in it has a meaning of its own. */
    private static void beginning(
            StringBuilder text, List<Object> values, String column, @Nullable String asked, char end) {
        if (asked == null) {
            return;
        }
        if (asked.charAt(asked.length() - 1) != end) {
            add(text, values, column + " = ?", asked);
            return;
        }
        add(text, values, column + " >= ?", asked);
        add(text, values, column + " < ?", asked.substring(0, asked.length() - 1) + (char) (end + 1));
    }
}
