package vn.toancanh.server.audit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;

/**
 * Notes who looked at the picture of an alarm. A desk that goes up and down its list asks for the same picture each time, so one
 * entry stands for all that a session sees of one in {@link #AGAIN}; the picture itself never changes. These notes wait with those
 * of grants, so that a disk that is full hides no picture. Any thread.
 */
public final class ShownPictures {
    static final String ACTION = "alarm.pictureShown";

    /** How long one entry stands for what the same session sees of the same alarm. */
    static final Duration AGAIN = Duration.ofMinutes(10);

    /** What was noted of late and is known; of more than these some have a second entry. */
    static final int MOST_KNOWN = 4_096;

    private record Shown(String sessionId, String alarmId) {}

    private final Database database;
    private final Trail trail;
    private final GrantNotes notes;
    private final Clock clock;

    /** When each was noted, ns; the oldest first. */
    private final SequencedMap<Shown, Long> noted = new LinkedHashMap<>();

    public ShownPictures(Database database, Trail trail, GrantNotes notes, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Notes that somebody is shown the picture of an alarm.
     *
     * @throws StoreException where that cannot be written and no more may wait
     */
    public void note(Principal who, String alarmId) {
        Shown shown = new Shown(who.sessionId(), alarmId);
        if (known(shown)) {
            return;
        }
        Caller caller = database.read(sql -> Caller.of(sql, who));
        notes.queue(List.of(trail.draft(caller, Outcome.DONE, ACTION, "alarm/" + alarmId, Map.of())));
        know(shown);
    }

    private synchronized boolean known(Shown shown) {
        long now = clock.nanos();
        noted.values().removeIf(at -> now - at >= AGAIN.toNanos());
        return noted.containsKey(shown);
    }

    private synchronized void know(Shown shown) {
        noted.putIfAbsent(shown, clock.nanos());
        if (noted.size() > MOST_KNOWN) {
            noted.pollFirstEntry();
        }
    }
}
