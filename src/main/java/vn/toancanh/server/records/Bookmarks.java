package vn.toancanh.server.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Bound;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Moments of cameras that somebody marked, for whoever may see the camera. Any thread; blocks. */
final class Bookmarks {
    /** Of one account: some a shift, for years. */
    static final int MOST = 5_000;

    private static final String OWN = "SELECT count(*) FROM bookmark WHERE account_id = ?";
    private static final int MOST_SCANNED = 2_000;
    private static final String SELECT =
            "SELECT ordinal, id, camera_id, at, title, note, account_id, name, made_at FROM bookmark ";

    /** What is asked for; everything may be null, and is then not narrowed. */
    record Asked(
            @Nullable String camera,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before,
            int limit) {}

    /** A bookmark, and whether this request made it. */
    record Kept(BookmarkBody body, boolean made) {}

    private record Row(long ordinal, BookmarkBody body) {}

    private final Database database;
    private final Reach reach;
    private final AuditTrail audit;
    private final Clock clock;

    Bookmarks(Database database, Reach reach, AuditTrail audit, Clock clock) {
        this.database = database;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a bookmark; the same once more is no error.
     *
     * @throws ApiProblem 409 where its id stands for another one; 422 where the camera cannot be named by this person, or he
     *     keeps too many
     */
    Kept keep(Principal who, BookmarkDraft.Checked draft) {
        if (!reach.camera(who, Level.VIEW, draft.cameraId())) {
            throw ApiProblem.refused("unknownCamera", "The camera cannot be named", "/cameraId", "no such camera");
        }
        return database.write(sql -> {
            Optional<Row> there = find(sql, who, draft.id());
            if (there.isPresent()) {
                return new Kept(same(there.get().body(), draft), false);
            }
            Bound.ofAll(sql, OWN, who.accountId(), MOST);
            sql.change(
                    "INSERT INTO bookmark (id, camera_id, at, title, note, account_id, name, made_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    draft.id(),
                    draft.cameraId(),
                    draft.at().toEpochMilli(),
                    draft.title(),
                    draft.note(),
                    who.accountId(),
                    who.displayName(),
                    clock.now().toEpochMilli());
            audit.note(sql, who, "bookmark.made", "camera/" + draft.cameraId(), Map.of("bookmark", draft.id()));
            return new Kept(
                    find(sql, who, draft.id()).orElseThrow(ApiProblem::notFound).body(), true);
        });
    }

    private static BookmarkBody same(BookmarkBody there, BookmarkDraft.Checked draft) {
        BookmarkDraft.Checked before =
                new BookmarkDraft.Checked(there.id(), there.cameraId(), there.at(), there.title(), there.note());
        if (!there.own() || !before.equals(draft)) {
            throw ApiProblem.of(409, "bookmarkDiffers", "This id stands for another bookmark");
        }
        return there;
    }

    /** @throws ApiProblem 404; 403 where it is another's and they may not manage the camera */
    void delete(Principal who, String id) {
        BookmarkBody bookmark = database.read(sql -> find(sql, who, id))
                .map(Row::body)
                .filter(one -> reach.sees(who, one.cameraId()))
                .orElseThrow(ApiProblem::notFound);
        if (!bookmark.own() && !reach.camera(who, Level.MANAGE, bookmark.cameraId())) {
            throw ApiProblem.forbidden();
        }
        database.write(sql -> {
            audit.note(sql, who, "bookmark.deleted", "camera/" + bookmark.cameraId(), Map.of("bookmark", id));
            return sql.change("DELETE FROM bookmark WHERE id = ?", id);
        });
    }

    /** The newest made first. Of a camera that is not seen there are as many as of one that is not there, however many there are. */
    BookmarkBody.Page list(Principal who, Asked asked) {
        @Nullable String camera = asked.camera();
        if (camera != null && !reach.sees(who, camera)) {
            return new BookmarkBody.Page(List.of(), null);
        }
        List<BookmarkBody> items = new ArrayList<>();
        @Nullable Long before = asked.before();
        long from = before == null ? Long.MAX_VALUE : before;
        int scanned = 0;
        while (true) {
            List<Row> rows = page(who, asked, from);
            for (Row row : rows) {
                if (reach.sees(who, row.body().cameraId())) {
                    if (items.size() == asked.limit()) {
                        return new BookmarkBody.Page(items, Query.toCursor(String.valueOf(from)));
                    }
                    items.add(row.body());
                }
                from = row.ordinal();
            }
            scanned += rows.size();
            if (rows.size() <= asked.limit()) {
                return new BookmarkBody.Page(items, null);
            }
            if (scanned >= MOST_SCANNED) {
                return new BookmarkBody.Page(items, Query.toCursor(String.valueOf(from)));
            }
        }
    }

    private List<Row> page(Principal who, Asked asked, long from) {
        @Nullable Instant least = asked.from();
        @Nullable Instant most = asked.to();
        return database.read(sql -> sql.list(
                SELECT + "WHERE ordinal < ? AND (? IS NULL OR camera_id = ?) AND at >= ? AND at <= ?"
                        + " ORDER BY ordinal DESC LIMIT ?",
                row -> row(row, who),
                from,
                asked.camera(),
                asked.camera(),
                least == null ? Long.MIN_VALUE : least.toEpochMilli(),
                most == null ? Long.MAX_VALUE : most.toEpochMilli(),
                asked.limit() + 1));
    }

    private static Optional<Row> find(Sql sql, Principal who, String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", row -> row(row, who), id);
    }

    private static Row row(ResultSet row, Principal who) throws SQLException {
        BookmarkBody body = new BookmarkBody(
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getString(6),
                new RecordBody.By(row.getString(7), row.getString(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getString(7).equals(who.accountId()));
        return new Row(row.getLong(1), body);
    }
}
