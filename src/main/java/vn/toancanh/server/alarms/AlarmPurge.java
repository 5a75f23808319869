package vn.toancanh.server.alarms;

import java.sql.SQLException;
import java.util.Map;
import vn.toancanh.base.Clock;
import vn.toancanh.server.audit.Caller;
import vn.toancanh.server.audit.Outcome;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Retention;
import vn.toancanh.server.store.Sql;

/**
 * Takes out alarms that were closed long ago, with their pictures; open ones stay however old they are. Any thread; blocks, in
 * portions, so that other writers get their turn.
 */
public final class AlarmPurge {
    /** How long closed alarms are kept where nobody says otherwise, days: a year, and the month in which one asks for it. */
    public static final int USUAL_DAYS = 400;

    /** Pictures go along, so that a portion is up to some hundred megabytes of pages to be freed. */
    private static final int PORTION = 100;

    private final Trail trail;
    private final Retention retention;

    public AlarmPurge(Database database, Trail trail, Clock clock) {
        this.trail = trail;
        this.retention = new Retention(database, clock, PORTION);
    }

    /**
     * Purges what was closed more than that many days ago; each portion is an entry of the audit trail.
     *
     * @return how many alarms were taken out
     */
    public long keepDays(int days) {
        return retention.keepDays(days, (sql, before) -> portion(sql, before, days));
    }

    /** What goes and the note of it stand together or not at all. */
    private int portion(Sql sql, long before, int days) throws SQLException {
        int gone = sql.change(
                "DELETE FROM alarm WHERE ordinal IN (SELECT ordinal FROM alarm WHERE state = 'closed' AND changed_at < ?"
                        + " LIMIT " + PORTION + ")",
                before);
        if (gone > 0) {
            Map<String, Object> facts = Map.of("alarms", gone, "keptDays", days);
            trail.note(sql, Caller.program("server"), Outcome.DONE, "alarms.purged", "alarms", facts);
        }
        return gone;
    }
}
