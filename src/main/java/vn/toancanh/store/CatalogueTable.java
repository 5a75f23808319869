package vn.toancanh.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.catalogue.CatalogueCache;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** The catalogues of the last few who signed in on this machine. */
final class CatalogueTable implements CatalogueCache {
    private static final int MOST_OWNERS = 5;

    private final Writer writer;

    CatalogueTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void keptAsOf(CatalogueOwner owner, Consumer<Optional<Instant>> answer) {
        writer.read(
                "the age of the catalogue",
                connection -> {
                    try (var statement =
                            connection.prepareStatement("SELECT as_of FROM catalogue WHERE server = ? AND user = ?")) {
                        statement.setString(1, owner.server().toString());
                        statement.setString(2, owner.user());
                        try (ResultSet rows = statement.executeQuery()) {
                            return rows.next() ? Optional.of(Instant.parse(rows.getString(1))) : Optional.empty();
                        }
                    }
                },
                answer);
    }

    @Override
    public void load(CatalogueOwner owner, Consumer<Optional<CatalogueContents>> answer) {
        writer.read("the catalogue", connection -> read(connection, owner), answer);
    }

    @Override
    public void save(CatalogueOwner owner, CatalogueContents contents) {
        writer.keep(key(owner), connection -> replace(connection, owner, contents));
    }

    @Override
    public void save(
            CatalogueOwner owner, CatalogueContents before, CatalogueUpdate.Delta delta, CatalogueContents after) {
        writer.keep(key(owner), connection -> {
            // Only on top of exactly what the delta was made from; an earlier write may have failed or been overtaken.
            OptionalLong row = rowOf(connection, owner, before.syncToken());
            if (row.isPresent() && !before.syncToken().isEmpty()) {
                change(connection, row.getAsLong(), delta);
            } else {
                replace(connection, owner, after);
            }
        });
    }

    @Override
    public void confirm(CatalogueOwner owner, Instant asOf) {
        writer.keep("confirm " + key(owner), connection -> {
            try (var statement =
                    connection.prepareStatement("UPDATE catalogue SET as_of = ? WHERE server = ? AND user = ?")) {
                statement.setString(1, asOf.toString());
                statement.setString(2, owner.server().toString());
                statement.setString(3, owner.user());
                statement.executeUpdate();
            }
        });
    }

    private static String key(CatalogueOwner owner) {
        return "catalogue " + owner.server() + " " + owner.user();
    }

    private static Optional<CatalogueContents> read(Connection connection, CatalogueOwner owner) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT owner, as_of, sync_token FROM catalogue WHERE server = ? AND user = ?")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                long row = rows.getLong(1);
                return Optional.of(new CatalogueContents(
                        sites(connection, row),
                        cameras(connection, row),
                        Instant.parse(rows.getString(2)),
                        rows.getString(3)));
            }
        }
    }

    private static List<Site> sites(Connection connection, long owner) throws SQLException {
        List<Site> sites = new ArrayList<>();
        try (var statement =
                connection.prepareStatement("SELECT id, parent, name FROM site WHERE owner = ? ORDER BY position")) {
            statement.setLong(1, owner);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable String parent = rows.getString(2);
                    sites.add(new Site(
                            new SiteId(rows.getString(1)),
                            parent == null ? null : new SiteId(parent),
                            rows.getString(3)));
                }
            }
        }
        return sites;
    }

    private static List<Camera> cameras(Connection connection, long owner) throws SQLException {
        List<Camera> cameras = new ArrayList<>();
        CameraBody body = new CameraBody();
        try (var statement = connection.prepareStatement("SELECT id, body FROM camera WHERE owner = ? ORDER BY row")) {
            statement.setLong(1, owner);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cameras.add(body.read(rows.getString(1), rows.getBytes(2)));
                }
            }
        }
        return cameras;
    }

    private static OptionalLong rowOf(Connection connection, CatalogueOwner owner, String syncToken)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT owner FROM catalogue WHERE server = ? AND user = ? AND sync_token = ?")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            statement.setString(3, syncToken);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static void replace(Connection connection, CatalogueOwner owner, CatalogueContents contents)
            throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM catalogue WHERE server = ? AND user = ?")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            statement.executeUpdate();
        }
        // Owners are numbered upwards, so the smallest numbers are those not seen for longest.
        try (var statement = connection.prepareStatement(
                "DELETE FROM catalogue WHERE owner NOT IN (SELECT owner FROM catalogue ORDER BY owner DESC LIMIT ?)")) {
            statement.setInt(1, MOST_OWNERS - 1);
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(
                "INSERT INTO catalogue (owner, server, user, as_of, sync_token) VALUES ((SELECT coalesce(max(owner), 0) + 1 FROM catalogue), ?, ?, ?, ?)")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            statement.setString(3, contents.asOf().toString());
            statement.setString(4, contents.syncToken());
            statement.executeUpdate();
        }
        OptionalLong made = rowOf(connection, owner, contents.syncToken());
        insertSites(connection, made.getAsLong(), contents.sites());
        upsertCameras(connection, made.getAsLong(), contents.cameras());
    }

    private static void change(Connection connection, long owner, CatalogueUpdate.Delta delta) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE catalogue SET as_of = ?, sync_token = ? WHERE owner = ?")) {
            statement.setString(1, delta.asOf().toString());
            statement.setString(2, delta.syncToken());
            statement.setLong(3, owner);
            statement.executeUpdate();
        }
        List<Site> sites = delta.sites();
        if (sites != null) {
            try (var statement = connection.prepareStatement("DELETE FROM site WHERE owner = ?")) {
                statement.setLong(1, owner);
                statement.executeUpdate();
            }
            insertSites(connection, owner, sites);
        }
        try (var statement = connection.prepareStatement("DELETE FROM camera WHERE owner = ? AND id = ?")) {
            for (CameraId id : delta.removed()) {
                statement.setLong(1, owner);
                statement.setString(2, id.value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        upsertCameras(connection, owner, delta.changed());
    }

    private static void insertSites(Connection connection, long owner, List<Site> sites) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO site (owner, position, id, parent, name) VALUES (?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Site site : sites) {
                SiteId parent = site.parent();
                statement.setLong(1, owner);
                statement.setInt(2, position++);
                statement.setString(3, site.id().value());
                statement.setString(4, parent == null ? null : parent.value());
                statement.setString(5, site.name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void upsertCameras(Connection connection, long owner, List<Camera> cameras) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO camera (owner, id, body) VALUES (?, ?, ?) ON CONFLICT (owner, id) DO UPDATE SET body = excluded.body")) {
            for (Camera camera : cameras) {
                statement.setLong(1, owner);
                statement.setString(2, camera.id().value());
                statement.setBytes(3, CameraBody.write(camera));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
