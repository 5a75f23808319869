package vn.toancanh.store;

import java.net.URI;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.access.PasswordMemory;

/** Hashes of passwords, one a user of a server. */
final class PasswordTable implements PasswordMemory {
    private final Writer writer;

    PasswordTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void keep(URI server, String user, String hash) {
        writer.keep("password " + server + " " + user, connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO desk_lock (server, user, hash) VALUES (?, ?, ?) ON CONFLICT (server, user) DO UPDATE SET hash = excluded.hash")) {
                statement.setString(1, server.toString());
                statement.setString(2, user);
                statement.setString(3, hash);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void kept(URI server, String user, Consumer<Optional<String>> answer) {
        writer.read(
                "a password",
                connection -> {
                    try (var statement =
                            connection.prepareStatement("SELECT hash FROM desk_lock WHERE server = ? AND user = ?")) {
                        statement.setString(1, server.toString());
                        statement.setString(2, user);
                        try (ResultSet rows = statement.executeQuery()) {
                            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                        }
                    }
                },
                answer);
    }
}
