package vn.toancanh.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Work on the database that is done whole or not at all. */
final class Transaction {
    /** What is done. */
    interface Work {
        void with(Connection connection) throws SQLException;
    }

    private Transaction() {}

    static void run(Connection connection, Work work) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            work.with(connection);
            execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException fault) {
            try {
                execute(connection, "ROLLBACK");
            } catch (SQLException already) {
                // A full disk makes SQLite roll back by itself.
                fault.addSuppressed(already);
            }
            throw fault;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
