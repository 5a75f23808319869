package vn.toancanh.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;

/** Brings a database to the present schema, one numbered script at a time, each whole or not at all. */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final List<String> scripts;

    /** @param scripts the first makes version 1 */
    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** The product's own. */
    static Migrations standard() {
        List<String> scripts = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream in = Migrations.class.getResourceAsStream("migration-" + version + ".sql")) {
                if (in == null) {
                    return new Migrations(scripts);
                }
                scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /**
     * Runs what is missing; a database that holds something is first copied whole.
     *
     * @param backup where to, by the version it has
     * @throws FailureException {@code UNSUPPORTED} where a newer program wrote it; it is then left as it is
     */
    void run(Connection connection, IntFunction<Path> backup) throws SQLException {
        int version = version(connection);
        if (version > scripts.size()) {
            throw new FailureException(
                    Failure.of(Kind.UNSUPPORTED, "schema " + version + ", known up to " + scripts.size())
                            .withText("store.newer"));
        }
        if (version > 0 && version < scripts.size()) {
            copy(connection, backup.apply(version));
        }
        for (int next = version + 1; next <= scripts.size(); next++) {
            apply(connection, scripts.get(next - 1), next);
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private static void copy(Connection connection, Path to) throws SQLException {
        try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
            Files.deleteIfExists(to);
            statement.setString(1, to.toString());
            statement.execute();
            StoreFiles.restrict(to, "rw-------");
        } catch (IOException fault) {
            throw new FailureException(
                    Failure.of(Kind.RESOURCES, "cannot back up to " + to, fault).withText("store.cannotWrite", to));
        }
        LOG.info("backed the database up to {}", to);
    }

    private static void apply(Connection connection, String script, int version) throws SQLException {
        Transaction.run(connection, same -> {
            try (Statement statement = same.createStatement()) {
                for (String sql : script.split(";\\s*(\\n|$)", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA user_version = " + version);
            }
        });
    }
}
