package vn.toancanh.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one connection that are understood already: SQLite takes longer to read a short one than to run it. One that is
 * taken belongs to its taker until it is given back, so that a statement may be run while another of the same words is read.
 * Belongs to whoever holds the connection.
 */
final class Statements {
    private static final int KEPT = 128;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement take(String sql) throws SQLException {
        @Nullable PreparedStatement known = idle.remove(sql);
        return known != null ? known : connection.prepareStatement(sql);
    }

    /** Takes one back that was run and read to its end; what was bound to it is forgotten. */
    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        @Nullable PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > KEPT) {
            var eldest = idle.entrySet().iterator();
            PreparedStatement dropped = eldest.next().getValue();
            eldest.remove();
            dropped.close();
        }
    }

    /** Runs words without values. */
    void execute(String sql) throws SQLException {
        PreparedStatement statement = take(sql);
        boolean well = false;
        try {
            statement.execute();
            well = true;
        } finally {
            if (well) {
                giveBack(sql, statement);
            } else {
                statement.close();
            }
        }
    }
}
