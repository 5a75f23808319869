package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.toancanh.access.RightsMemory;
import vn.toancanh.access.ServerTime;
import vn.toancanh.access.Session;

/** What users may do while their server cannot be asked, one row a user, and the time seen of each server; sealed. */
final class RightsTable implements RightsMemory {
    private record Rights(Session session, Instant until) {}

    private final Writer writer;
    private final SealedRows rows;
    private final RightsJson json = new RightsJson();

    RightsTable(Writer writer, SealedRows rows) {
        this.writer = writer;
        this.rows = rows;
    }

    @Override
    public void keep(Kept rights) {
        Session session = rights.session();
        writer.keep(key(session.server(), session.user()), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO kept_rights (server, user, sealed) VALUES (?, ?, ?) ON CONFLICT (server, user) DO UPDATE SET sealed = excluded.sealed")) {
                statement.setString(1, session.server().toString());
                statement.setString(2, session.user());
                statement.setBytes(
                        3, rows.close(json.write(session, rights.until()), key(session.server(), session.user())));
                statement.executeUpdate();
            }
        });
        keepTime(session.server(), rights.mark());
    }

    @Override
    public void keepTime(URI server, ServerTime.Mark mark) {
        writer.keep(timeKey(server), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO server_time (server, sealed) VALUES (?, ?) ON CONFLICT (server) DO UPDATE SET sealed = excluded.sealed")) {
                statement.setString(1, server.toString());
                statement.setBytes(2, rows.close(json.write(mark), timeKey(server)));
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void kept(URI server, String user, Consumer<Optional<Kept>> answer) {
        writer.read("what somebody may do without the server", connection -> kept(connection, server, user), answer);
    }

    /** Without the time there is no telling whether they hold; so one without the other is nothing. */
    private Optional<Kept> kept(Connection connection, URI server, String user) throws SQLException {
        Optional<Rights> rights = sealed(
                connection,
                "SELECT sealed FROM kept_rights WHERE server = ? AND user = ?",
                key(server, user),
                body -> new Rights(json.session(body), json.until(body)),
                server.toString(),
                user);
        Optional<ServerTime.Mark> mark = sealed(
                connection,
                "SELECT sealed FROM server_time WHERE server = ?",
                timeKey(server),
                json::mark,
                server.toString());
        if (rights.isEmpty() || mark.isEmpty()) {
            // Neither comes back by itself, and what cannot be opened would be told at every start.
            forget(server, user);
            return Optional.empty();
        }
        return Optional.of(new Kept(rights.get().session(), rights.get().until(), mark.get()));
    }

    private <T> Optional<T> sealed(
            Connection connection, String sql, String label, Function<byte[], T> reader, String... place)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < place.length; i++) {
                statement.setString(i + 1, place[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? rows.open(found.getBytes(1), label, reader) : Optional.empty();
            }
        }
    }

    @Override
    public void forget(URI server, String user) {
        // Not under the key of what is kept: who signs in again at once must not save what is to go.
        writer.keep("forget " + key(server, user), connection -> {
            for (String table : new String[] {"kept_rights", "kept_grant"}) {
                try (PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE server = ? AND user = ?")) {
                    statement.setString(1, server.toString());
                    statement.setString(2, user);
                    statement.executeUpdate();
                }
            }
        });
    }

    private static String key(URI server, String user) {
        return "rights\n" + server + "\n" + user;
    }

    private static String timeKey(URI server) {
        return "time\n" + server;
    }
}
