package vn.toancanh.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.server.alarms.AlarmPurge;
import vn.toancanh.server.audit.AuditPurge;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.inventory.HistoryPurge;
import vn.toancanh.server.store.Database;

/** What the server does for itself: notes that had to wait are written, and once a day goes what is no longer kept. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private Upkeep() {}

    /** Begins on a lane, and goes on until that closes. */
    static void begin(Lane lane, Database database, Trail trail, GrantNotes grants, ServerOptions options) {
        lane.every(CATCH_UP, grants::catchUp);
        Clock clock = options.clock();
        if (options.auditDays() > 0) {
            AuditPurge purge = new AuditPurge(database, trail, clock);
            daily(lane, () -> LOG.info("audit: {} entries purged", purge.keepDays(options.auditDays())));
        }
        if (options.alarmDays() > 0) {
            AlarmPurge purge = new AlarmPurge(database, trail, clock);
            daily(lane, () -> LOG.info("alarms: {} purged", purge.keepDays(options.alarmDays())));
        }
        HistoryPurge history = new HistoryPurge(database, clock);
        daily(lane, () -> LOG.info("catalogue: {} old rows purged", history.keepDays(HistoryPurge.KEPT_DAYS)));
    }

    private static void daily(Lane lane, Runnable once) {
        lane.execute(once);
        lane.every(DAY, once);
    }
}
