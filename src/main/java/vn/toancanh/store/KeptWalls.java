package vn.toancanh.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.model.Layout;

/**
 * The walls of last time, read together while a program starts, so that all of them are at hand when the first is wanted. Each is
 * given out once, and none that was kept anew meanwhile. Any thread.
 */
final class KeptWalls {
    private static final Logger LOG = LoggerFactory.getLogger(KeptWalls.class);

    /**
     * One that is kept.
     *
     * @param server at which it stood; null: nobody knows
     */
    record Row(Layout wall, @Nullable String server) {}

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final Set<String> keptAnew = ConcurrentHashMap.newKeySet();
    private final LayoutJson json = new LayoutJson();

    /** Reads all of them. */
    void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet read = statement.executeQuery("SELECT name, body, server FROM wall")) {
            while (read.next()) {
                String name = read.getString(1);
                try {
                    rows.put(name, new Row(json.read(read.getString(2)), read.getString(3)));
                } catch (RuntimeException damaged) {
                    // Whoever asks for that one alone hears of it.
                    LOG.debug("wall {} is not read ahead", name, damaged);
                }
                if (keptAnew.contains(name)) {
                    rows.remove(name);
                }
            }
        }
    }

    /** One of them, once; empty where it was not read, or is another by now. */
    Optional<Row> take(String name) {
        return Optional.ofNullable(rows.remove(name)).filter(row -> !keptAnew.contains(name));
    }

    /** That one is kept anew. */
    void keptAnew(String name) {
        keptAnew.add(name);
        rows.remove(name);
    }
}
