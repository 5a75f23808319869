package vn.toancanh.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.StoreException;

/**
 * Notes who may see which camera: one entry a grant. A wall that opens waits for no disk: notes are written right after, those of
 * many requests in one transaction, and a disk that is full darkens nothing, for up to a bound they wait here. What a server that
 * is killed had not written yet is noted by the next one, where a relay beside it still knows the grant. What else people are shown
 * waits with them ({@link ShownPictures}). Any thread.
 */
public final class GrantNotes {
    /** Notes that may wait; a wall of several hundred tiles, some times over. */
    static final int MOST_WAITING = 4_096;

    /** Of these, pictures of alarms: however many are leafed through, there is room for grants, without which a wall is dark. */
    static final int MOST_PICTURES = MOST_WAITING / 4;

    /** Written in one transaction: others wait for it. */
    private static final int PORTION = 512;

    private static final Logger LOG = LoggerFactory.getLogger(GrantNotes.class);

    private static final String KNOWN = "SELECT EXISTS (SELECT 1 FROM audit WHERE subject = ? AND at >= ?"
            + " AND action IN ('stream.granted', 'stream.takenUp') AND facts ->> 'grant' = ?)";

    /** A stream that was granted. */
    public record Granted(String grantId, String cameraId, String role, String access) {}

    private final Database database;
    private final Trail trail;
    private final Executor writing;
    private final List<Draft> waiting = new ArrayList<>();

    /** @param writing where notes are written, one batch after the other */
    public GrantNotes(Database database, Trail trail, Executor writing) {
        this.database = database;
        this.trail = trail;
        this.writing = writing;
    }

    /**
     * Notes grants.
     *
     * @throws StoreException where they cannot be written and no more may wait
     */
    public void note(Principal who, List<Granted> grants) {
        note(who, grants, "stream.granted");
    }

    /**
     * Notes grants that a server before this one gave and that are taken up again, where that one did not come to it.
     *
     * @throws StoreException where they cannot be written and no more may wait
     */
    public void noteTakenUp(Principal who, List<Granted> grants) {
        // None is older than its session.
        long since = who.refreshExpiresAt().minus(Sessions.REFRESH).toEpochMilli();
        List<Granted> unknown = database.read(sql -> {
            List<Granted> left = new ArrayList<>();
            for (Granted grant : grants) {
                if (sql.number(KNOWN, "camera/" + grant.cameraId(), since, grant.grantId()) == 0) {
                    left.add(grant);
                }
            }
            return left;
        });
        note(who, unknown, "stream.takenUp");
    }

    private void note(Principal who, List<Granted> grants, String action) {
        if (grants.isEmpty()) {
            return;
        }
        Caller caller = database.read(sql -> Caller.of(sql, who));
        queue(grants.stream().map(grant -> draft(caller, grant, action)).toList());
    }

    /**
     * Has these written right after.
     *
     * @throws StoreException where they cannot be written and no more may wait
     */
    void queue(List<Draft> drafts) {
        while (!queued(drafts)) {
            // More come than are written: whoever asks now waits for the disk.
            Optional<StoreException> refused = write();
            if (refused.isPresent()) {
                throw refused.get();
            }
        }
        writing.execute(this::catchUp);
    }

    private boolean queued(List<Draft> drafts) {
        synchronized (waiting) {
            return waiting.size() + drafts.size() <= MOST_WAITING
                    && pictures(waiting) + pictures(drafts) <= MOST_PICTURES
                    && waiting.addAll(drafts);
        }
    }

    private static long pictures(List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.action().equals(ShownPictures.ACTION))
                .count();
    }

    private Draft draft(Caller who, Granted grant, String action) {
        Map<String, Object> facts = Map.of("role", grant.role(), "access", grant.access(), "grant", grant.grantId());
        return trail.draft(who, Outcome.DONE, action, "camera/" + grant.cameraId(), facts);
    }

    /** What waits, which waits no more once this transaction stands. */
    private List<Draft> late(Sql sql) {
        synchronized (waiting) {
            List<Draft> late = List.copyOf(waiting.subList(0, Math.min(PORTION, waiting.size())));
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

    /** Writes what waits, or says in the log why that cannot be; blocks. */
    public void catchUp() {
        Optional<StoreException> refused = Optional.empty();
        while (refused.isEmpty() && waiting() > 0) {
            refused = write();
        }
        refused.ifPresent(why -> LOG.warn("{} notes of what was shown wait: {}", waiting(), why.getMessage()));
    }

    private Optional<StoreException> write() {
        try {
            database.write(sql -> {
                trail.append(sql, late(sql));
                return 0;
            });
            return Optional.empty();
        } catch (StoreException refused) {
            return Optional.of(refused);
        }
    }

    /** How many notes wait. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
