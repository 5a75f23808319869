package vn.toancanh.server.store;

import java.sql.SQLException;
import java.time.Duration;
import vn.toancanh.base.Clock;

/** Takes out what is older than so many days, in portions, so that other writers get their turn. Any thread; blocks. */
public final class Retention {
    /** Shortest time that a policy may keep, days: nobody does something and purges it in one shift. */
    public static final int LEAST_DAYS = 7;

    /** Longest, days: a hundred years. */
    public static final int MOST_DAYS = 36_525;

    /** Takes out some of what is old. */
    @FunctionalInterface
    public interface Portion {
        /**
         * Takes out as many as one portion holds, or all that are left.
         *
         * @param before what is older than that goes; milliseconds since 1970
         * @return how many went
         */
        int takeOut(Sql sql, long before) throws SQLException;
    }

    private final Database database;
    private final Clock clock;
    private final int most;

    /** @param most so many go in one portion; where fewer do, nothing old is left */
    public Retention(Database database, Clock clock, int most) {
        this.database = database;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Purges.
     *
     * @param days {@value #LEAST_DAYS} to {@value #MOST_DAYS}
     * @return how many went
     */
    public long keepDays(int days, Portion portion) {
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException("days " + days);
        }
        long before = clock.now().minus(Duration.ofDays(days)).toEpochMilli();
        long purged = 0;
        int gone;
        do {
            gone = database.write(sql -> portion.takeOut(sql, before));
            purged += gone;
        } while (gone == most);
        return purged;
    }
}
