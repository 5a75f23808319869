package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;

/** Rows of what the server said of layouts last beside what they show. Belongs to whoever runs the transaction. */
final class LayoutFactsRows {
    /** What was said of one version of a layout. */
    record Said(long version, LayoutFacts facts) {}

    private LayoutFactsRows() {}

    /** These in place of all that was kept of that user. */
    static void put(Connection connection, URI server, String user, List<Entry> told) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM kept_layout_facts WHERE server = ? AND user = ?")) {
            delete.setString(1, server.toString());
            delete.setString(2, user);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO kept_layout_facts (server, user, id, version, saved_by, saved_at, own,"
                        + " changeable, lock_by, lock_since, lock_own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : told) {
                LayoutFacts facts = entry.facts();
                LayoutFacts.@Nullable Lock lock = facts.lock();
                insert.setString(1, server.toString());
                insert.setString(2, user);
                insert.setString(3, entry.id().value());
                insert.setLong(4, entry.version());
                insert.setString(5, facts.savedBy());
                insert.setString(6, text(facts.savedAt()));
                insert.setBoolean(7, facts.own());
                insert.setBoolean(8, facts.changeable());
                insert.setString(9, lock == null ? null : lock.by());
                insert.setString(10, lock == null ? null : text(lock.since()));
                insert.setBoolean(11, lock != null && lock.own());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets those of whoever has no layouts kept any more. */
    static void forgetOthers(Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM kept_layout_facts WHERE (server, user) NOT IN"
                        + " (SELECT server, user FROM kept_layout)")) {
            delete.executeUpdate();
        }
    }

    static Map<LayoutId, Said> load(Connection connection, URI server, String user) throws SQLException {
        Map<LayoutId, Said> all = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, version, saved_by, saved_at, own, changeable, lock_by, lock_since, lock_own"
                        + " FROM kept_layout_facts WHERE server = ? AND user = ?")) {
            select.setString(1, server.toString());
            select.setString(2, user);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String lockBy = row.getString(7);
                    all.put(
                            new LayoutId(row.getString(1)),
                            new Said(
                                    row.getLong(2),
                                    new LayoutFacts(
                                            row.getString(3),
                                            time(row.getString(4)),
                                            row.getBoolean(5),
                                            row.getBoolean(6),
                                            lockBy == null
                                                    ? null
                                                    : new LayoutFacts.Lock(
                                                            lockBy, time(row.getString(8)), row.getBoolean(9)))));
                }
            }
        }
        return all;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** Null where nobody said, or it cannot be read: then it is not known. */
    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException damaged) {
            return null;
        }
    }
}
