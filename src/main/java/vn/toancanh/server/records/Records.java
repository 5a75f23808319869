package vn.toancanh.server.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Bound;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.http.PageRoom;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Records, each once, never changed. Whoever wrote one sees it, and whoever may operate where it happened. Any thread; blocks.
 */
final class Records {
    /** Of one account in a day: a round every few minutes. */
    static final int MOST_A_DAY = 200;

    private static final String OWN = "SELECT count(*) FROM record WHERE account_id = ? AND received_at > ?";
    private static final int MOST_SCANNED = 2_000;
    private static final String SELECT =
            "SELECT r.ordinal, r.id, r.kind, r.title, r.site_id, r.camera_ids, r.began_at, r.ended_at, r.signed_at, r.content,"
                    + " r.account_id, r.name, r.received_at, r.digest, a.account_id, a.name, a.signed_at, a.received_at, a.comment"
                    + " FROM record r LEFT JOIN acceptance a ON a.record_id = r.id ";

    /** A record, and whether this request made it. */
    record Kept(RecordBody body, boolean made) {}

    /** What is read of a record's content, in its length, where it consists of small values, against one of few long ones. */
    private static final int TIMES = 4;

    /**
     * A record of which the content is not made sense of yet.
     *
     * @param head without it
     */
    private record Row(long ordinal, String digest, RecordBody head, String content) {
        long weight() {
            return (long) TIMES * content.length();
        }
    }

    private final Database database;
    private final ObjectMapper mapper;
    private final Reach reach;
    private final RecordSight sight;
    private final Places places;
    private final AuditTrail audit;
    private final Clock clock;

    Records(Database database, ObjectMapper mapper, Reach reach, Places places, AuditTrail audit, Clock clock) {
        this.database = database;
        this.mapper = mapper;
        this.reach = reach;
        this.sight = new RecordSight(reach);
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a record; the same once more is no error.
     *
     * @throws ApiProblem 409 where its id stands for another one; 422 where the site or a camera cannot be named by this
     *     person; 429 after too many in one day
     */
    Kept keep(Principal who, RecordDraft.Checked draft) {
        String digest = IdempotencyKey.digest(mapper.writeValueAsString(draft));
        Optional<Kept> before = database.read(sql -> row(sql, draft.id())).map(row -> repeat(row, who, digest));
        if (before.isPresent()) {
            return before.get();
        }
        requirePlaces(who, draft);
        return database.write(sql -> {
            Optional<Row> meanwhile = row(sql, draft.id());
            if (meanwhile.isPresent()) {
                return repeat(meanwhile.get(), who, digest);
            }
            Bound.ofADay(sql, OWN, who.accountId(), clock.now(), MOST_A_DAY);
            sql.change(
                    "INSERT INTO record (id, kind, title, site_id, camera_ids, began_at, ended_at, signed_at, content, account_id,"
                            + " name, received_at, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    draft.id(),
                    draft.kind(),
                    draft.title(),
                    draft.siteId(),
                    mapper.writeValueAsString(draft.cameraIds()),
                    draft.beganAt().toEpochMilli(),
                    draft.endedAt().toEpochMilli(),
                    draft.signedAt().toEpochMilli(),
                    draft.content().toString(),
                    who.accountId(),
                    who.displayName(),
                    clock.now().truncatedTo(ChronoUnit.MILLIS).toEpochMilli(),
                    digest);
            audit.note(
                    sql,
                    who,
                    "record.kept",
                    "record/" + draft.id(),
                    Map.of("kind", draft.kind(), "signedAt", draft.signedAt().toString()));
            return new Kept(find(sql, draft.id()).orElseThrow(ApiProblem::notFound), true);
        });
    }

    private Kept repeat(Row row, Principal who, String digest) {
        if (!row.head().by().id().equals(who.accountId()) || !row.digest().equals(digest)) {
            throw ApiProblem.of(409, "recordDiffers", "This id stands for another record");
        }
        return new Kept(body(row), false);
    }

    private void requirePlaces(Principal who, RecordDraft.Checked draft) {
        for (int i = 0; i < draft.cameraIds().size(); i++) {
            if (!reach.camera(who, Level.VIEW, draft.cameraIds().get(i))) {
                throw ApiProblem.refused(
                        "unknownCamera", "A camera cannot be named", "/cameraIds/" + i, "no such camera");
            }
        }
        if (!places.siteThere(draft.siteId()) || !reach.files(who, draft.siteId(), draft.cameraIds())) {
            throw ApiProblem.refused("unknownSite", "The site cannot be named", "/siteId", "no such site");
        }
    }

    /** @throws ApiProblem 404 where there is none, or it does not concern them */
    RecordBody get(Principal who, String id) {
        return told(who, whole(who, id));
    }

    /** The same with all that stands in it, for who judges by it. */
    RecordBody whole(Principal who, String id) {
        return database.read(sql -> find(sql, id))
                .filter(record -> concerns(who, record))
                .orElseThrow(ApiProblem::notFound);
    }

    /** What they may be told of it. */
    RecordBody told(Principal who, RecordBody record) {
        return sight.of(who, record);
    }

    /** The newest first; the cursor is a place in the order in which they came. */
    RecordBody.Page list(Principal who, RecordQuery asked) {
        List<RecordBody> items = new ArrayList<>();
        int limit = asked.limit();
        @Nullable Long before = asked.before();
        long from = before == null ? Long.MAX_VALUE : before;
        int scanned = 0;
        PageRoom page = new PageRoom();
        while (true) {
            long at = from;
            PageRoom read = new PageRoom();
            List<Row> rows = page(asked, at, read);
            for (Row row : rows) {
                if (concerns(who, row.head())) {
                    if (items.size() == limit || !page.take(row.weight())) {
                        return new RecordBody.Page(items, Query.toCursor(String.valueOf(from)));
                    }
                    items.add(sight.of(who, body(row)));
                }
                from = row.ordinal();
            }
            scanned += rows.size();
            if (rows.size() <= limit && !read.isOver()) {
                return new RecordBody.Page(items, null);
            }
            if (scanned >= MOST_SCANNED) {
                return new RecordBody.Page(items, Query.toCursor(String.valueOf(from)));
            }
        }
    }

    /** The next ones, up to the first that has no more room, with that one. */
    private List<Row> page(RecordQuery asked, long from, PageRoom room) {
        @Nullable Instant least = asked.from();
        @Nullable Instant most = asked.to();
        return database.read(sql -> sql.listWhile(
                row -> room.take(row.weight()),
                SELECT + "WHERE r.ordinal < ? AND (? IS NULL OR r.kind = ?) AND r.signed_at >= ? AND r.signed_at <= ?"
                        + " ORDER BY r.ordinal DESC LIMIT ?",
                this::row,
                from,
                asked.kind(),
                asked.kind(),
                least == null ? Long.MIN_VALUE : least.toEpochMilli(),
                most == null ? Long.MAX_VALUE : most.toEpochMilli(),
                asked.limit() + 1));
    }

    private boolean concerns(Principal who, RecordBody record) {
        return record.by().id().equals(who.accountId())
                || reach.any(who, Level.OPERATE, record.cameraIds(), record.siteId());
    }

    /** As it stands for everybody, within a transaction. */
    Optional<RecordBody> find(Sql sql, String id) throws SQLException {
        return row(sql, id).map(this::body);
    }

    private Optional<Row> row(Sql sql, String id) throws SQLException {
        return sql.first(SELECT + "WHERE r.id = ?", this::row, id);
    }

    private Row row(ResultSet row) throws SQLException {
        RecordBody head = new RecordBody(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                mapper.readerForListOf(String.class).readValue(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                mapper.missingNode(),
                new RecordBody.By(row.getString(11), row.getString(12)),
                Instant.ofEpochMilli(row.getLong(13)),
                acceptance(row));
        return new Row(row.getLong(1), row.getString(14), head, row.getString(10));
    }

    /** With its content: who is to be told of it is asked before, for what is read of it takes many times its length. */
    private RecordBody body(Row row) {
        RecordBody head = row.head();
        return head.told(head.cameraIds(), head.siteId(), mapper.readTree(row.content()));
    }

    private static RecordBody.@Nullable Acceptance acceptance(ResultSet row) throws SQLException {
        @Nullable String account = row.getString(15);
        return account == null
                ? null
                : new RecordBody.Acceptance(
                        new RecordBody.By(account, row.getString(16)),
                        Instant.ofEpochMilli(row.getLong(17)),
                        Instant.ofEpochMilli(row.getLong(18)),
                        row.getString(19));
    }
}
