package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.StoreException;

/**
 * Notes who may see which camera: one entry a grant, all of one request in one transaction. A wall must not go dark because a
 * disk is full, so what cannot be written waits here, up to a bound, and is written with the next that can. Any thread; blocks.
 */
public final class GrantNotes {
    /** Notes that may wait; a wall of several hundred tiles, some times over. */
    static final int MOST_WAITING = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(GrantNotes.class);

    /** A stream that was granted. */
    public record Granted(String grantId, String cameraId, String role, String access) {}

    private final Database database;
    private final Trail trail;
    private final List<Draft> waiting = new ArrayList<>();

    public GrantNotes(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    /**
     * Notes grants.
     *
     * @throws StoreException where they cannot be written and no more may wait
     */
    public void note(Principal who, List<Granted> grants) {
        if (grants.isEmpty()) {
            return;
        }
        Caller caller = new Caller(who.accountId(), who.username(), who.sessionId(), null, null);
        List<Draft> drafts = grants.stream().map(grant -> draft(caller, grant)).toList();
        try {
            database.write(sql -> write(sql, who, drafts));
        } catch (StoreException refused) {
            wait(drafts, refused);
        }
    }

    private Draft draft(Caller who, Granted grant) {
        Map<String, Object> facts =
                new TreeMap<>(Map.of("role", grant.role(), "access", grant.access(), "grant", grant.grantId()));
        return trail.draft(who, Outcome.DONE, "stream.granted", "camera/" + grant.cameraId(), facts);
    }

    private int write(Sql sql, Principal who, List<Draft> drafts) throws SQLException {
        Caller known = Caller.of(sql, who);
        List<Draft> all = new ArrayList<>(late(sql));
        drafts.forEach(draft -> all.add(draft.by(known)));
        trail.append(sql, all);
        return all.size();
    }

    /** What waits, which waits no more once this transaction stands. */
    private List<Draft> late(Sql sql) {
        synchronized (waiting) {
            List<Draft> late = List.copyOf(waiting);
            if (!late.isEmpty()) {
                sql.afterCommit(() -> written(late.size()));
            }
            return late;
        }
    }

    private void written(int count) {
        synchronized (waiting) {
            waiting.subList(0, count).clear();
        }
    }

    private void wait(List<Draft> drafts, StoreException refused) {
        synchronized (waiting) {
            if (waiting.size() + drafts.size() > MOST_WAITING) {
                throw refused;
            }
            waiting.addAll(drafts);
            LOG.warn("{} notes of grants wait to be written: {}", waiting.size(), refused.getMessage());
        }
    }

    /** Tries to write what waits. */
    public void catchUp() {
        if (waiting() == 0) {
            return;
        }
        try {
            database.write(sql -> {
                trail.append(sql, late(sql));
                return 0;
            });
        } catch (StoreException notYet) {
            LOG.warn("{} notes of grants still wait: {}", waiting(), notYet.getMessage());
        }
    }

    /** How many notes wait. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
