package vn.toancanh.app.client;

import vn.toancanh.access.Level;
import vn.toancanh.access.SessionService;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.FollowAlarms;
import vn.toancanh.ui.alarms.AlarmsModel;

/** The alarms of one desk, from the server to the panel. */
final class AlarmsOnScreen implements Handle {
    private final FollowAlarms following;
    private final AlarmsModel model;

    AlarmsOnScreen(CentralClient central, Lane desk, Lane compute) {
        AlarmBook book = new AlarmBook(central.alarms(), desk);
        following = new FollowAlarms(central.sessions(), book);
        model = new AlarmsModel(book, central.alarms(), desk, compute, () -> mayOperate(central.sessions()));
    }

    /** A right anywhere shows the doors; the server checks each alarm. */
    private static boolean mayOperate(SessionService sessions) {
        return sessions.state().signedIn().stream()
                .flatMap(session -> session.rights().stream())
                .anyMatch(right -> right.level().compareTo(Level.OPERATE) >= 0);
    }

    AlarmsModel model() {
        return model;
    }

    @Override
    public void close() {
        model.close();
        following.close();
    }
}
