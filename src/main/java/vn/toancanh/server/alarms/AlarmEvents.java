package vn.toancanh.server.alarms;

import java.util.Map;
import java.util.function.Predicate;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.events.Event;

/** What desks are told of alarms: enough to clear or mark one at once; the rest they ask for. */
final class AlarmEvents {
    private AlarmEvents() {}

    static Event changed(AlarmBody alarm, Predicate<Principal> audience) {
        return new Event(
                "alarm",
                "alarm.changed",
                Map.of(
                        "id", alarm.id(),
                        "version", alarm.version(),
                        "state", alarm.state(),
                        "priority", alarm.priority()),
                audience);
    }
}
