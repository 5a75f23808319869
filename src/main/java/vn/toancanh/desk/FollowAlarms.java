package vn.toancanh.desk;

import java.util.Optional;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.base.Handle;

/** Keeps the alarms of whoever is signed in: begun once the server has confirmed them, forgotten when they sign out. */
public final class FollowAlarms implements Handle {
    private final AlarmBook book;
    private final Handle listening;
    private Optional<String> whose = Optional.empty();

    public FollowAlarms(SessionService sessions, AlarmBook book) {
        this.book = book;
        this.listening = sessions.onChange(this::changed);
        changed(sessions.state());
    }

    private void changed(SessionState state) {
        Optional<String> now = state.signedIn().map(FollowAlarms::key);
        if (!now.equals(whose) && whose.isPresent()) {
            book.close();
            whose = Optional.empty();
        }
        if (now.isPresent() && state.connection().phase() == Connection.Phase.ONLINE) {
            whose = now;
            book.open();
        }
    }

    private static String key(Session session) {
        return session.server() + " " + session.user();
    }

    @Override
    public void close() {
        listening.close();
        book.close();
    }
}
