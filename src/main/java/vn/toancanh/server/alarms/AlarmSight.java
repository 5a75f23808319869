package vn.toancanh.server.alarms;

import java.util.List;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.places.Reach;

/**
 * An alarm as somebody whom it concerns may know it. One that names cameras of two wards names to each ward its own; place and
 * picture are those of the first camera, and for who sees that one. Any thread; blocks.
 */
final class AlarmSight {
    private final Reach reach;

    AlarmSight(Reach reach) {
        this.reach = reach;
    }

    AlarmBody of(Principal who, AlarmBody alarm) {
        List<String> cameras = reach.told(who, alarm.cameraIds());
        String site = reach.told(who, alarm.siteId(), cameras);
        if (cameras.size() == alarm.cameraIds().size() && site.equals(alarm.siteId())) {
            return alarm;
        }
        boolean first = alarm.cameraIds().isEmpty()
                || cameras.contains(alarm.cameraIds().getFirst());
        return alarm.told(cameras, site, first ? alarm.place() : null, first ? alarm.snapshot() : null);
    }

    /** Whether it stands at that site or below, as far as they know. */
    boolean at(Principal who, AlarmBody told, String site) {
        return reach.within(who, told.siteId(), site, told.cameraIds());
    }
}
