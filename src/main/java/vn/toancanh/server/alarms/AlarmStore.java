package vn.toancanh.server.alarms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.server.http.PageRoom;
import vn.toancanh.server.store.Sql;

/** Rows of alarms. Belongs to whoever runs the transaction. */
final class AlarmStore {
    private static final String SELECT =
            "SELECT a.ordinal, a.id, a.type, a.priority, a.state, a.camera_ids, a.site_id, a.lat, a.lon, a.title, a.procedure,"
                    + " a.source_kind, a.source_name, a.raised_at, a.received_at, a.changed_at, a.changed_by, a.assignee_id,"
                    + " a.assignee_name, a.comments, a.version, a.source_id, a.digest, s.content_type, s.width, s.height, s.received_at,"
                    + " a.outcome"
                    + " FROM alarm a LEFT JOIN alarm_snapshot s ON s.alarm_id = a.id ";

    /** Of one device, by its id: what nobody has taken, as the index of the same terms has it. */
    private static final String WAITING =
            " FROM alarm WHERE state = 'new' AND source_kind = 'webhook' AND assignee_id IS NULL AND source_id = ?";

    /** An alarm with what is not answered: its place in the order, its sender's id and the digest of what was sent. */
    record Row(long ordinal, String sourceId, String digest, AlarmBody body) {
        private static final int REST = 1000;

        /** How much text it is, characters, about. */
        long weight() {
            @Nullable String procedure = body.procedure();
            long comments = body.comments().stream()
                    .mapToLong(comment -> comment.text().length() + REST / 10)
                    .sum();
            return REST + body.cameraIds().size() * 64L + (procedure == null ? 0 : procedure.length()) + comments;
        }
    }

    private final ObjectMapper mapper;

    AlarmStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The newest first, up to the first that has no more room. */
    List<Row> page(Sql sql, AlarmQuery query, @Nullable Long before, int most, PageRoom room) throws SQLException {
        List<String> terms = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!query.states().isEmpty()) {
            terms.add("a.state IN ("
                    + String.join(
                            ", ", query.states().stream().map(state -> "?").toList()) + ")");
            query.states().forEach(state -> values.add(state.word()));
        }
        @Nullable String site = query.site();
        if (site != null) {
            terms.add("a.site_id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT s.id FROM site s JOIN below b"
                    + " ON s.parent_id = b.id) SELECT id FROM below)");
            values.add(site);
        }
        @Nullable Instant since = query.since();
        if (since != null) {
            terms.add("a.changed_at >= ?");
            values.add(since.toEpochMilli());
        }
        if (before != null) {
            terms.add("a.ordinal < ?");
            values.add(before);
        }
        values.add(most);
        String where = terms.isEmpty() ? "" : "WHERE " + String.join(" AND ", terms);
        return sql.listWhile(
                each -> room.take(each.weight()),
                SELECT + where + " ORDER BY a.ordinal DESC LIMIT ?",
                this::row,
                values.toArray());
    }

    Optional<Row> find(Sql sql, String id) throws SQLException {
        return sql.first(SELECT + "WHERE a.id = ?", this::row, id);
    }

    Optional<Row> byKey(Sql sql, Caller caller, String key) throws SQLException {
        return sql.first(
                SELECT + "WHERE a.source_kind = ? AND a.source_id = ? AND a.key = ?",
                this::row,
                caller.kind(),
                caller.id(),
                key);
    }

    /** Where more than so many of that device wait for somebody, the least urgent of them, of these the oldest; else empty. */
    Optional<Row> beyond(Sql sql, Caller device, int most) throws SQLException {
        return sql.number("SELECT count(*)" + WAITING, device.id()) <= most
                ? Optional.empty()
                : sql.first(
                        SELECT + "WHERE a.ordinal = (SELECT ordinal" + WAITING + " ORDER BY priority, ordinal LIMIT 1)",
                        this::row,
                        device.id());
    }

    void insert(Sql sql, AlarmBody alarm, Caller caller, String key, String digest) throws SQLException {
        AlarmBody.@Nullable Point place = alarm.place();
        sql.change(
                "INSERT INTO alarm (id, type, priority, state, camera_ids, site_id, lat, lon, title, procedure, source_kind,"
                        + " source_id, source_name, key, digest, raised_at, received_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                alarm.id(),
                alarm.type(),
                alarm.priority(),
                alarm.state(),
                mapper.writeValueAsString(alarm.cameraIds()),
                alarm.siteId(),
                place == null ? null : place.lat(),
                place == null ? null : place.lon(),
                alarm.title(),
                alarm.procedure(),
                caller.kind(),
                caller.id(),
                caller.name(),
                key,
                digest,
                alarm.raisedAt().toEpochMilli(),
                alarm.receivedAt().toEpochMilli(),
                alarm.changedAt().toEpochMilli());
    }

    /** Writes what may change of an alarm. */
    void update(Sql sql, AlarmBody alarm) throws SQLException {
        AlarmBody.@Nullable Assignee assignee = alarm.assignee();
        sql.change(
                "UPDATE alarm SET state = ?, changed_at = ?, changed_by = ?, assignee_id = ?, assignee_name = ?, comments = ?,"
                        + " outcome = ?, version = ? WHERE id = ?",
                alarm.state(),
                alarm.changedAt().toEpochMilli(),
                alarm.changedBy(),
                assignee == null ? null : assignee.id(),
                assignee == null ? null : assignee.name(),
                mapper.writeValueAsString(alarm.comments()),
                alarm.outcome(),
                alarm.version(),
                alarm.id());
    }

    private Row row(ResultSet row) throws SQLException {
        @Nullable Double lat = (Double) row.getObject(8);
        @Nullable Double lon = (Double) row.getObject(9);
        @Nullable String assignee = row.getString(18);
        @Nullable String picture = row.getString(24);
        AlarmBody body = new AlarmBody(
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                mapper.readerForListOf(String.class).readValue(row.getString(6)),
                row.getString(7),
                lat == null || lon == null ? null : new AlarmBody.Point(lat, lon),
                row.getString(10),
                row.getString(11),
                picture == null
                        ? null
                        : new AlarmBody.Snapshot(picture, row.getInt(25), row.getInt(26), time(row.getLong(27))),
                new AlarmBody.Sender(row.getString(12), row.getString(13)),
                time(row.getLong(14)),
                time(row.getLong(15)),
                time(row.getLong(16)),
                row.getString(17),
                assignee == null ? null : new AlarmBody.Assignee(assignee, row.getString(19)),
                row.getString(28),
                mapper.readerForListOf(AlarmBody.Comment.class).readValue(row.getString(20)),
                row.getLong(21));
        return new Row(row.getLong(1), row.getString(22), row.getString(23), body);
    }

    private static Instant time(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds);
    }
}
