package vn.toancanh.server.ptz;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;

/** Who moved a head last, and the record of who held it. Any thread but the PTZ lane; blocks. */
final class LastMovers {
    private static final Logger LOG = LoggerFactory.getLogger(LastMovers.class);

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    LastMovers(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<PtzBodies.LastMover> of(String cameraId) {
        return database.read(sql -> sql.first(
                "SELECT account_id, name, moved_at FROM last_mover WHERE camera_id = ?",
                row -> new PtzBodies.LastMover(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                cameraId));
    }

    /** Notes a movement. A disk that is full must not keep a head from being steered. */
    void moved(Principal who, String cameraId, Map<String, Object> facts) {
        keep(() -> database.write(sql -> {
            audit.note(sql, who, "ptz.moved", "camera/" + cameraId, facts);
            return sql.change(
                    "INSERT INTO last_mover (camera_id, account_id, name, moved_at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (camera_id) DO UPDATE SET account_id = excluded.account_id,"
                            + " name = excluded.name, moved_at = excluded.moved_at",
                    cameraId,
                    who.accountId(),
                    who.displayName(),
                    clock.now().toEpochMilli());
        }));
    }

    /** Notes that a lease changed hands. */
    void held(Principal who, String cameraId, String action, Map<String, Object> facts) {
        keep(() -> database.write(sql -> {
            audit.note(sql, who, action, "camera/" + cameraId, facts);
            return 0;
        }));
    }

    private static void keep(Runnable work) {
        try {
            work.run();
        } catch (StoreException refused) {
            LOG.error("a movement could not be noted", refused);
        }
    }
}
