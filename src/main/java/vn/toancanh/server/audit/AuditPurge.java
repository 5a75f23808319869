package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Retention;
import vn.toancanh.server.store.Sql;

/**
 * Takes out entries that are older than the policy keeps, from the beginning only, and leaves the hash of the last of them as the
 * anchor that the rest hangs on. Any thread; blocks, in portions, so that other writers get their turn.
 */
public final class AuditPurge {
    private static final int PORTION = 5_000;

    private final Trail trail;
    private final Retention retention;

    public AuditPurge(Database database, Trail trail, Clock clock) {
        this.trail = trail;
        this.retention = new Retention(database, clock, PORTION);
    }

    /**
     * Purges what is older than that many days; each portion is an entry of the trail. An entry that is old but stands behind a
     * younger one, since a clock was set, waits for that one.
     *
     * @return how many entries were taken out
     * @throws FailureException where the chain does not hold there
     */
    public long keepDays(int days) {
        return retention.keepDays(days, (sql, before) -> portion(sql, before, days));
    }

    private int portion(Sql sql, long before, int days) throws SQLException {
        // What is not whole must not vanish unseen: a break is noted, or told, before anything goes.
        trail.append(sql, List.of());
        Mark anchor = Mark.read(sql, Mark.ANCHOR);
        List<AuditEntry> entries = sql.list(
                "SELECT " + AuditEntry.COLUMNS + " FROM audit WHERE seq > ? ORDER BY seq LIMIT " + PORTION,
                AuditEntry::of,
                anchor.seq());
        long seq = anchor.seq();
        String hash = anchor.hash();
        int count = 0;
        for (AuditEntry entry : entries) {
            if (entry.seq() != seq + 1 || !Chain.hash(hash, entry).equals(entry.hash())) {
                throw broken(seq + 1);
            }
            if (entry.at() >= before) {
                break;
            }
            seq = entry.seq();
            hash = entry.hash();
            count++;
        }
        if (count > 0) {
            trail.anchor(sql, seq, hash);
            sql.change("DELETE FROM audit WHERE seq <= ?", seq);
            Map<String, Object> facts = Map.of("entries", count, "keptDays", days);
            trail.note(sql, Caller.program("server"), Outcome.DONE, "audit.purged", "audit", facts);
        }
        return count;
    }

    /** The failure of a chain that does not hold: purging would take away what shows it. */
    static FailureException broken(long seq) {
        return new FailureException(Failure.of(Failure.Kind.CONFLICT, "the audit chain does not hold at entry " + seq)
                .withText("server.auditBroken", seq));
    }
}
