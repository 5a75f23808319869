package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.StoreException;

/**
 * Keeps sessions as long as they are meant to last where somebody sets the server's clock. How long it really was is told by the
 * machine's counter, which no setting moves: by as much as the clock leapt, the ends of all sessions are moved along. While the
 * server is off nobody counts: a clock that is set forward then ends sessions, and one that is set back makes none longer than one
 * that begins now. Time in which the machine slept does not count. Any thread; blocks where the clock was set.
 */
final class SetClock {
    /** A clock that is kept right by small steps comes to no more between two looks. */
    static final Duration SMALL = Duration.ofSeconds(5);

    /** Where the ends cannot be moved along, that is tried again after so long. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SetClock.class);

    private record Mark(Instant wall, long nanos) {}

    private final Database database;
    private final Clock clock;
    private volatile Mark mark;
    private long triedAt;
    private boolean waits;

    SetClock(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.mark = new Mark(clock.now(), clock.nanos());
        if (database.read(this::tooLong) > 0) {
            database.write(sql -> move(sql, Duration.ZERO));
        }
    }

    /**
     * To be called before sessions are judged by {@link #now}, outside of a transaction. Where nothing can be written, as on a full
     * disk, whoever only reads goes on.
     */
    void look() {
        if (!small(leap())) {
            moveUnlessTried();
        }
    }

    private synchronized void moveUnlessTried() {
        if (waits && clock.nanos() - triedAt < AGAIN.toNanos()) {
            return;
        }
        try {
            move();
        } catch (StoreException refused) {
            waits = true;
            triedAt = clock.nanos();
            LOG.warn(
                    "the clock was set by {}, and the ends of sessions cannot go with it yet: {}",
                    leap(),
                    refused.getMessage());
        }
    }

    /**
     * The same before sessions are begun or renewed, which must not be moved along later.
     *
     * @throws StoreException where nothing can be written
     */
    void settle() {
        if (!small(leap())) {
            move();
        }
    }

    private synchronized void move() {
        Duration leap = leap();
        if (small(leap)) {
            return;
        }
        Mark next = new Mark(clock.now(), clock.nanos());
        int moved = database.write(sql -> move(sql, leap));
        mark = next;
        waits = false;
        LOG.warn("the clock was set by {}; the ends of {} sessions go with it", leap, moved);
    }

    /** The time that the ends of sessions are to be judged by: as if the clock had not been set, where they could not go with it. */
    Instant now() {
        Duration leap = leap();
        return small(leap) ? clock.now() : clock.now().minus(leap);
    }

    private Duration leap() {
        Mark seen = mark;
        return Duration.between(seen.wall(), clock.now()).minusNanos(clock.nanos() - seen.nanos());
    }

    private static boolean small(Duration leap) {
        return leap.abs().compareTo(SMALL) < 0;
    }

    private long tooLong(Sql sql) throws SQLException {
        return sql.number(
                "SELECT count(*) FROM session WHERE refresh_expires_at > ?",
                clock.now().plus(Sessions.REFRESH).toEpochMilli());
    }

    private int move(Sql sql, Duration by) throws SQLException {
        Instant now = clock.now();
        return sql.change(
                "UPDATE session SET access_expires_at = min(access_expires_at + ?1, ?2), refresh_expires_at ="
                        + " min(refresh_expires_at + ?1, ?3), refresh_changed_at = refresh_changed_at + ?1",
                by.toMillis(),
                now.plus(Sessions.ACCESS).toEpochMilli(),
                now.plus(Sessions.REFRESH).toEpochMilli());
    }
}
