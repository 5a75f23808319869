package vn.toancanh.server.alarms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.Outcome;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/**
 * How many alarms of one device may wait for somebody to take them. Beyond that the server closes the least urgent, of these the oldest,
 * and notes it, so that a device that runs wild fills nobody's list and yet is heard when something happens. What somebody has taken, or
 * was given, is left to him. Any thread; blocks.
 */
final class Backlog {
    /** Many times what a room works off in a night. */
    static final int MOST = 1000;

    /** Closed at once at most: from before there was a bound more may wait than one request should take time for. */
    static final int AT_ONCE = 20;

    private final Database database;
    private final AlarmStore store;
    private final Reach reach;
    private final EventRing events;
    private final AuditTrail audit;
    private final Clock clock;

    Backlog(Database database, AlarmStore store, Reach reach, EventRing events, AuditTrail audit, Clock clock) {
        this.database = database;
        this.store = store;
        this.reach = reach;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes room where too many wait of the device that has just sent one; what people raise is not counted. */
    void trim(Caller caller) {
        if (caller.webhook() == null) {
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<AlarmBody> least =
                    database.read(sql -> store.beyond(sql, caller, MOST)).map(AlarmStore.Row::body);
            if (least.isEmpty()) {
                return;
            }
            close(caller, least.get());
        }
    }

    /** Nothing where that one no longer is what has to go. Whom it concerns is looked at outside of the transaction, as with every change. */
    private void close(Caller caller, AlarmBody least) {
        Predicate<Principal> audience = reach.audience(Level.VIEW, least.cameraIds(), least.siteId());
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        AlarmBody closed = least.closedUnseen(now);
        database.write(sql -> {
            boolean still = store.beyond(sql, caller, MOST)
                    .filter(row ->
                            row.body().id().equals(least.id()) && row.body().version() == least.version())
                    .isPresent();
            if (still) {
                store.update(sql, closed);
                audit.note(
                        sql,
                        vn.toancanh.server.audit.Caller.program("server"),
                        Outcome.DONE,
                        "alarm.displaced",
                        "alarm/" + closed.id(),
                        Map.of("type", closed.type(), "priority", closed.priority(), "source", caller.name()));
                sql.afterCommit(() -> events.publish(AlarmEvents.changed(closed, audience)));
            }
            return still;
        });
    }
}
