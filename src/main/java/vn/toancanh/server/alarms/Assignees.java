package vn.toancanh.server.alarms;

import java.util.Optional;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.places.Reach;

/** Who may be given an alarm: oneself, and by who manages there, whoever may work at it. Any thread; blocks. */
final class Assignees {
    /** Finds people by their accounts. */
    interface People {
        /** As they stand; empty where there is no such account, or nobody may use it. */
        Optional<Principal> find(String accountId);
    }

    private final Reach reach;
    private final People people;

    Assignees(Reach reach, People people) {
        this.reach = reach;
        this.people = people;
    }

    /**
     * Whom an alarm is to be given to. Not within a transaction: rights may read the database themselves.
     *
     * @param who names him, and may work at the alarm
     * @throws ApiProblem 422 where that account is not there, may do nothing there, or may not be named: one answer for all, so that
     *     nobody learns by it whom there is elsewhere
     */
    AlarmBody.Assignee named(Principal who, String accountId, AlarmBody alarm) {
        if (accountId.equals(who.accountId())) {
            return new AlarmBody.Assignee(accountId, who.displayName());
        }
        return Optional.of(accountId)
                .filter(id -> may(who, Level.MANAGE, alarm))
                .flatMap(people::find)
                .filter(found -> may(found, Level.OPERATE, alarm))
                .map(found -> new AlarmBody.Assignee(found.accountId(), found.displayName()))
                .orElseThrow(() -> ApiProblem.refused(
                        "unknownAccount", "That account cannot be named", "/assigneeId", "no such account"));
    }

    private boolean may(Principal person, Level level, AlarmBody alarm) {
        return reach.any(person, level, alarm.cameraIds(), alarm.siteId());
    }
}
