package vn.toancanh.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import vn.toancanh.base.FailureException;

/**
 * What a database of ours, the client's or the server's, holds in numbers; for whoever must help without seeing what is in it.
 * Read from the file while others use it; nothing is written. Blocks.
 *
 * @param schema number of the newest migration that ran
 * @param rows how many each table has, by its name
 */
public record DatabaseFacts(int schema, SortedMap<String, Long> rows) {
    private static final int PATIENCE_MILLIS = 2000;

    private interface Reading<T> {
        T from(Statement statement) throws SQLException;
    }

    /**
     * Counts what is in that file.
     *
     * @throws FailureException where it cannot be read
     */
    public static DatabaseFacts of(Path file) {
        return reading(file, statement -> {
            SortedMap<String, Long> rows = new TreeMap<>();
            for (String table : tables(statement)) {
                String quoted = '"' + table.replace("\"", "\"\"") + '"';
                rows.put(table, number(statement, "SELECT count(*) FROM " + quoted));
            }
            return new DatabaseFacts((int) number(statement, "PRAGMA user_version"), rows);
        });
    }

    /**
     * The settings of the client whose database that is. Passwords are never settings.
     *
     * @throws FailureException where it cannot be read
     */
    public static SortedMap<String, String> settings(Path file) {
        return reading(file, statement -> {
            SortedMap<String, String> settings = new TreeMap<>();
            try (ResultSet row = statement.executeQuery("SELECT name, value FROM preference")) {
                while (row.next()) {
                    settings.put(row.getString(1), row.getString(2));
                }
            }
            return settings;
        });
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return reading.from(statement);
        } catch (SQLException fault) {
            throw new FailureException(SqlFailures.of(fault, "read " + file));
        } catch (UnsatisfiedLinkError again) {
            // the second time the driver no longer says what was wrong the first time
            throw new FailureException(SqlFailures.notUnpacked(again));
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
