package vn.toancanh.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import vn.toancanh.server.store.KnownTime;

/** What the server does for itself: notes that had to wait are written, and once a day goes what is no longer kept. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final KnownTime time;
    private final List<Runnable> purges = new ArrayList<>();

    private Upkeep(KnownTime time) {
        this.time = time;
    }

    /** Begins on a lane, and goes on until that closes. */
    static void begin(Lane lane, Database database, Trail trail, GrantNotes grants, ServerOptions options) {
        lane.every(CATCH_UP, grants::catchUp);
        Clock clock = options.clock();
        Upkeep upkeep = new Upkeep(new KnownTime(database, clock));
        if (options.auditDays() > 0) {
            AuditPurge purge = new AuditPurge(database, trail, clock);
            upkeep.purges.add(() -> LOG.info("audit: {} entries purged", purge.keepDays(options.auditDays())));
        }
        if (options.alarmDays() > 0) {
            AlarmPurge purge = new AlarmPurge(database, trail, clock);
            upkeep.purges.add(() -> LOG.info("alarms: {} purged", purge.keepDays(options.alarmDays())));
        }
        HistoryPurge history = new HistoryPurge(database, clock);
        upkeep.purges.add(() -> LOG.info("catalogue: {} old rows purged", history.keepDays(HistoryPurge.KEPT_DAYS)));
        lane.execute(upkeep::purge);
        lane.every(DAY, upkeep::purge);
    }

    private void purge() {
        @Nullable Instant held = time.heldUntil();
        if (held != null) {
            LOG.warn("the clock is not where it was left; nothing is purged before {}, in case it is wrong", held);
            return;
        }
        for (Runnable each : purges) {
            try {
                each.run();
            } catch (RuntimeException fault) {
                LOG.error("a purge failed; the others go on", fault);
            }
        }
    }
}
