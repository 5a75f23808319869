package vn.toancanh.server.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/**
 * Whether the clock may be believed where something is thrown away for its age. A clock that is found more than a week from where
 * it was left has been set, or the server was off for as long: nothing goes for a week then, in which whoever keeps it can see that it
 * is wrong. Any thread; blocks.
 */
public final class KnownTime {
    /** How far the clock may go without anybody having seen it go, and how long nothing goes after that. */
    public static final Duration WEEK = Duration.ofDays(7);

    private static final String SEEN = "timeSeen";
    private static final String HELD = "purgesHeldUntil";
    private static final String NEWEST = "SELECT max((SELECT coalesce(max(at), 0) FROM audit),"
            + " (SELECT coalesce(max(made_at), 0) FROM revision))";

    private final Database database;
    private final Clock clock;

    public KnownTime(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Looks at the clock, and remembers that it was seen so.
     *
     * @return until when nothing may go for its age; null where it may
     */
    public @Nullable Instant heldUntil() {
        long now = clock.now().toEpochMilli();
        long held = database.write(sql -> {
            long seen = setting(sql, SEEN);
            long before = seen > 0 ? seen : sql.number(NEWEST);
            long until = setting(sql, HELD);
            if (before > 0 && Math.abs(now - before) > WEEK.toMillis()) {
                until = now + WEEK.toMillis();
                keep(sql, HELD, until);
            }
            keep(sql, SEEN, now);
            return until;
        });
        return held > now ? Instant.ofEpochMilli(held) : null;
    }

    private static long setting(Sql sql, String name) throws SQLException {
        return sql.first("SELECT value FROM setting WHERE name = ?", row -> Long.parseLong(row.getString(1)), name)
                .orElse(0L);
    }

    private static void keep(Sql sql, String name, long value) throws SQLException {
        sql.change(
                "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                name,
                Long.toString(value));
    }
}
