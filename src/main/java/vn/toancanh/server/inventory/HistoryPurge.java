package vn.toancanh.server.inventory;

import java.sql.SQLException;
import vn.toancanh.base.Clock;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Retention;
import vn.toancanh.server.store.Sql;

/**
 * Takes out by what cameras were seen before, once nobody is expected who still asks what changed since then. Whoever asks all
 * the same, and does not see everything, is told to fetch all again. Any thread; blocks.
 */
public final class HistoryPurge {
    /** How long a desk may have been away and still be told only what changed, days. */
    public static final int KEPT_DAYS = 90;

    private static final String FLOOR = "cameraHistoryFloor";

    private static final int PORTION = 5_000;

    private final Retention retention;

    public HistoryPurge(Database database, Clock clock) {
        this.retention = new Retention(database, clock, PORTION);
    }

    /**
     * Purges what is older than that many days.
     *
     * @return how many rows were taken out
     */
    public long keepDays(int days) {
        return retention.keepDays(days, HistoryPurge::portion);
    }

    private static int portion(Sql sql, long before) throws SQLException {
        long floor = sql.number("SELECT coalesce(max(revision), 0) FROM revision WHERE made_at < ?", before);
        // The floor rises only where something goes: who never saw another way than by cameras is not sent away.
        int gone = sql.change(
                "DELETE FROM camera_before WHERE (camera_id, until_revision) IN (SELECT camera_id, until_revision FROM camera_before"
                        + " WHERE until_revision <= ? LIMIT " + PORTION + ")",
                floor);
        if (gone > 0) {
            sql.change(
                    "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                    FLOOR,
                    Long.toString(floor));
        }
        return gone;
    }

    /** The revision up to which nobody can be told any more by what cameras were seen before. */
    static long floor(Sql sql) throws SQLException {
        return sql.first("SELECT value FROM setting WHERE name = ?", row -> Long.parseLong(row.getString(1)), FLOOR)
                .orElse(0L);
    }
}
