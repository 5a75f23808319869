package vn.toancanh.server.inventory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.store.Sql;

/** Reads cameras with their streams in one pass over one page. */
final class CameraReader {
    private static final String PAGE = """
            SELECT c.id, c.number, c.name, c.site_id, c.tags, c.lat, c.lon, c.azimuth_deg, c.fov_deg, c.range_m, c.ptz,
                   c.state, c.revision, c.gone, s.id, s.role, s.codec, s.width, s.height, s.fps, s.bitrate_kbps, s.gop
            FROM (SELECT * FROM camera c WHERE %s ORDER BY c.id LIMIT ?) c
            LEFT JOIN stream s ON s.camera_id = c.id
            ORDER BY c.id, s.ordinal
            """;

    private CameraReader() {}

    /** A page; {@code revision} is the catalogue's, read in the same transaction. */
    static CameraBody.Page page(Sql sql, CameraQuery query, long revision) throws SQLException {
        CameraFilter filter = CameraFilter.of(query);
        @Nullable Long total = null;
        if (query.after() == null) {
            total = sql.number("SELECT count(*) FROM camera c WHERE " + filter.sql(), filter.values());
        }
        filter.after(query.after());
        List<CameraBody> items = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> ids = read(sql, PAGE.formatted(filter.sql()), filter.values(query.limit() + 1), items, removed);
        @Nullable String next = null;
        if (ids.size() > query.limit()) {
            String beyond = ids.getLast();
            items.removeIf(camera -> camera.id().equals(beyond));
            removed.remove(beyond);
            next = Query.toCursor(ids.get(query.limit() - 1));
        }
        return new CameraBody.Page(revision, items, removed, next, total);
    }

    static Optional<CameraBody> one(Sql sql, String id) throws SQLException {
        List<CameraBody> items = new ArrayList<>();
        read(sql, PAGE.formatted("c.gone = 0 AND c.id = ?"), new Object[] {id, 1}, items, new ArrayList<>());
        return items.stream().findFirst();
    }

    /** Fills both lists and returns the ids of all cameras read, in the order of the database. */
    private static List<String> read(
            Sql sql, String text, Object[] values, List<CameraBody> items, List<String> removed) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(text)) {
            Sql.bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String id = row.getString(1);
                    if (ids.isEmpty() || !id.equals(ids.getLast())) {
                        ids.add(id);
                        if (row.getInt(14) == 1) {
                            removed.add(id);
                        } else {
                            items.add(camera(row));
                        }
                    }
                    if (row.getString(15) != null) {
                        items.getLast().streams().add(stream(row));
                    }
                }
            }
        }
        return ids;
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
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getInt(18),
                row.getInt(19),
                row.getDouble(20),
                row.getInt(21),
                row.getInt(22));
    }
}
