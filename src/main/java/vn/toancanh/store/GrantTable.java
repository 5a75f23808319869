package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.live.GrantMemory;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.StreamGrant;

/** Streams that users were granted, a row each; sealed, for they hold passwords and tokens. */
final class GrantTable implements GrantMemory {
    private final Writer writer;
    private final SealedRows rows;
    private final RightsJson json = new RightsJson();

    GrantTable(Writer writer, SealedRows rows) {
        this.writer = writer;
        this.rows = rows;
    }

    @Override
    public void keep(URI server, String user, StreamGrant grant) {
        @Nullable Instant until = grant.offlineUntil();
        if (until == null) {
            return;
        }
        Wish wish = new Wish(grant.camera(), grant.role());
        writer.keep(label(server, user, wish), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO kept_grant (server, user, camera, role, until, sealed) VALUES (?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT (server, user, camera, role) DO UPDATE SET until = excluded.until, sealed = excluded.sealed")) {
                place(statement, server, user, wish);
                statement.setLong(5, until.getEpochSecond());
                statement.setBytes(6, rows.close(json.write(grant), label(server, user, wish)));
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void forget(URI server, String user, Wish wish) {
        writer.keep(label(server, user, wish), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM kept_grant WHERE server = ? AND user = ? AND camera = ? AND role = ?")) {
                place(statement, server, user, wish);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void forgetAll(URI server, String user) {
        writer.keep("grants " + server + " " + user, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM kept_grant WHERE server = ? AND user = ?")) {
                statement.setString(1, server.toString());
                statement.setString(2, user);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void load(URI server, String user, Consumer<List<StreamGrant>> answer) {
        writer.read(
                "grants of streams",
                connection -> Optional.of(read(connection, server, user)),
                found -> answer.accept(found.orElse(List.of())));
    }

    private List<StreamGrant> read(Connection connection, URI server, String user) throws SQLException {
        List<StreamGrant> grants = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT camera, role, sealed FROM kept_grant WHERE server = ? AND user = ?")) {
            statement.setString(1, server.toString());
            statement.setString(2, user);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String label = label(server, user, found.getString(1), found.getString(2));
                    byte[] sealed = found.getBytes(3);
                    rows.open(sealed, label, json::grant).ifPresentOrElse(grants::add, () -> drop(label, sealed));
                }
            }
        }
        return grants;
    }

    /** Else it would be told at every start. Only as it was found: another may stand, or wait, in its place by then. */
    private void drop(String label, byte[] sealed) {
        writer.keep("unusable " + label, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM kept_grant WHERE CAST(sealed AS BLOB) = ?")) {
                statement.setBytes(1, sealed);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void forgetOver(URI server, Instant now) {
        writer.keep("grants that are over at " + server, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM kept_grant WHERE server = ? AND until <= ?")) {
                statement.setString(1, server.toString());
                statement.setLong(2, now.getEpochSecond());
                statement.executeUpdate();
            }
        });
    }

    private static void place(PreparedStatement statement, URI server, String user, Wish wish) throws SQLException {
        statement.setString(1, server.toString());
        statement.setString(2, user);
        statement.setString(3, wish.camera().value());
        statement.setString(4, wish.role().name());
    }

    private static String label(URI server, String user, Wish wish) {
        return label(server, user, wish.camera().value(), wish.role().name());
    }

    private static String label(URI server, String user, String camera, String role) {
        return String.join("\n", "grant", server.toString(), user, camera, role);
    }
}
