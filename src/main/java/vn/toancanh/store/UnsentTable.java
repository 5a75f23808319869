package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.UnsentLayouts;

/** Layouts that were saved here and the server does not have, a row each. */
final class UnsentTable implements UnsentLayouts {
    private static final Logger LOG = LoggerFactory.getLogger(UnsentTable.class);

    private final Writer writer;
    private final UnsentJson json = new UnsentJson();

    UnsentTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void keep(URI server, String user, Unsent unsent, Consumer<Boolean> written) {
        String body = json.write(unsent);
        writer.keep(key(unsent.save()), connection -> put(connection, server, user, unsent, body));
        writer.read(
                "what was saved just now",
                connection -> Optional.of(stands(connection, unsent.save(), body)),
                found -> written.accept(found.orElse(false)));
    }

    private static void put(Connection connection, URI server, String user, Unsent unsent, String body)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO unsent_layout (save, server, user, body) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (save) DO UPDATE SET body = excluded.body")) {
            statement.setString(1, unsent.save().toString());
            statement.setString(2, server.toString());
            statement.setString(3, user);
            statement.setString(4, body);
            statement.executeUpdate();
        }
    }

    private static boolean stands(Connection connection, UUID save, String body) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM unsent_layout WHERE save = ? AND body = ?")) {
            statement.setString(1, save.toString());
            statement.setString(2, body);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void forget(UUID save) {
        writer.keep(key(save), connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM unsent_layout WHERE save = ?")) {
                statement.setString(1, save.toString());
                statement.executeUpdate();
            }
        });
    }

    private static String key(UUID save) {
        return "unsent layout " + save;
    }

    @Override
    public void load(URI server, String user, Consumer<List<Unsent>> answer) {
        writer.read(
                "the layouts that were saved here",
                connection -> Optional.of(kept(connection, server, user)),
                found -> answer.accept(found.orElse(List.of())));
    }

    private List<Unsent> kept(Connection connection, URI server, String user) throws SQLException {
        List<Unsent> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT save, body FROM unsent_layout WHERE server = ? AND user = ? ORDER BY place")) {
            statement.setString(1, server.toString());
            statement.setString(2, user);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    try {
                        all.add(json.read(rows.getString(2)));
                    } catch (RuntimeException damaged) {
                        // The row stays: a later version may read it.
                        LOG.warn("what was saved here as {} cannot be understood", rows.getString(1), damaged);
                    }
                }
            }
        }
        return all;
    }
}
