package vn.toancanh.server.inventory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Reach;
import vn.toancanh.server.accounts.Spot;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.store.Sql;

/** Reads cameras with their streams in one pass over one page. */
final class CameraReader {
    private static final String PAGE = """
            SELECT c.id, c.number, c.name, c.site_id, c.tags, c.lat, c.lon, c.azimuth_deg, c.fov_deg, c.range_m, c.ptz,
                   c.state, c.revision, c.gone, c.published, s.id, s.role, s.codec, s.width, s.height, s.fps, s.bitrate_kbps, s.gop
            FROM (SELECT * FROM camera c WHERE %s ORDER BY %s LIMIT ?) c
            LEFT JOIN stream s ON s.camera_id = c.id
            ORDER BY c.id, s.ordinal
            """;

    /** The plus keeps SQLite from walking all cameras in their order to find the few that changed: it sorts those instead. */
    private static final String BY_REVISION = "+c.id";

    private CameraReader() {}

    /**
     * A page of what the caller may see; {@code revision} is the catalogue's, read in the same transaction.
     *
     * @throws ApiProblem 410 where what he sees changed after the revision he asks about in another way than by cameras
     */
    static CameraBody.Page page(Sql sql, CameraQuery query, long revision, Principal who) throws SQLException {
        @Nullable Long since = query.since(sql);
        boolean forgotten = since != null && !who.reach().scope().everything() && since < HistoryPurge.floor(sql);
        if (since != null && (forgotten || since < who.settledRevision())) {
            throw ApiProblem.of(410, "resync", "What you may see has changed; fetch all of it again");
        }
        CameraFilter filter = CameraFilter.of(query, since, who.reach().scope());
        @Nullable String site = query.site();
        if (site != null && !SiteStore.sees(sql, who, site)) {
            filter.nothing();
        }
        @Nullable Long total = null;
        if (query.after() == null) {
            total = sql.number("SELECT count(*) FROM camera c WHERE " + filter.sql(), filter.values());
        }
        filter.after(query.after());
        Lists lists = new Lists(who);
        lists.read(
                sql,
                PAGE.formatted(filter.sql(), since == null ? "c.id" : BY_REVISION),
                filter.values(query.limit() + 1));
        @Nullable String next = null;
        if (lists.ids.size() > query.limit()) {
            String beyond = lists.ids.getLast();
            lists.items.removeIf(camera -> camera.id().equals(beyond));
            lists.removed.remove(beyond);
            next = Query.toCursor(lists.ids.get(query.limit() - 1));
        }
        return new CameraBody.Page(revision, lists.items, lists.removed, next, total);
    }

    static Optional<CameraBody> one(Sql sql, String id, Principal who) throws SQLException {
        Lists lists = new Lists(who);
        lists.read(sql, PAGE.formatted("c.gone = 0 AND c.id = ?", "c.id"), new Object[] {id, 1});
        return lists.items.stream().findFirst();
    }

    /** What a query finds, in the order of the database: what may be seen, and what may not, as removed. */
    private static final class Lists {
        final List<String> ids = new ArrayList<>();
        final List<CameraBody> items = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        private final Reach reach;

        Lists(Principal who) {
            this.reach = who.reach();
        }

        void read(Sql sql, String text, Object[] values) throws SQLException {
            try (PreparedStatement statement = sql.prepare(text)) {
                Sql.bind(statement, values);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        take(row);
                    }
                }
            }
        }

        private void take(ResultSet row) throws SQLException {
            String id = row.getString(1);
            if (ids.isEmpty() || !id.equals(ids.getLast())) {
                ids.add(id);
                if (row.getInt(14) == 1 || !seen(row)) {
                    removed.add(id);
                } else {
                    items.add(camera(row));
                }
            }
            boolean listed = !items.isEmpty() && items.getLast().id().equals(id);
            if (listed && row.getString(16) != null) {
                items.getLast().streams().add(stream(row));
            }
        }

        private boolean seen(ResultSet row) throws SQLException {
            return reach.scope().everything()
                    || reach.may(Level.VIEW, Spot.of(row.getString(4), row.getString(5), row.getInt(15) == 1));
        }
    }

    private static CameraBody camera(ResultSet row) throws SQLException {
        int number = row.getInt(2);
        boolean numbered = !row.wasNull();
        return new CameraBody(
                row.getString(1),
                numbered ? number : null,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                geo(row),
                new CameraBody.Status(row.getString(12)),
                new CameraBody.Capabilities(row.getInt(11) == 1 ? new CameraBody.Ptz("none") : null),
                new ArrayList<>(3),
                row.getInt(15) == 1,
                row.getLong(13));
    }

    private static CameraBody.@Nullable Geo geo(ResultSet row) throws SQLException {
        @Nullable Double lat = real(row, 6);
        @Nullable Double lon = real(row, 7);
        return lat == null || lon == null
                ? null
                : new CameraBody.Geo(lat, lon, real(row, 8), real(row, 9), real(row, 10));
    }

    private static @Nullable Double real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static CameraBody.Stream stream(ResultSet row) throws SQLException {
        return new CameraBody.Stream(
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getInt(19),
                row.getInt(20),
                row.getDouble(21),
                row.getInt(22),
                row.getInt(23));
    }
}
