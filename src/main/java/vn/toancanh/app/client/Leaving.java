package vn.toancanh.app.client;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Moments;

/**
 * What becomes of the session when the program ends. Who closes the window of a desk leaves it: the session ends at the server,
 * and with it what it granted. A wall that nobody attends, or a program that is ended from outside, as by a computer that is
 * switched off, is to be started again: its session stands, so that what it was granted may be gone on with should the server
 * be away by then. Lane: DESK.
 */
final class Leaving {
    private final ClientOptions options;
    private final SessionService sessions;
    private final OfflineRights rights;
    private boolean byHand;

    Leaving(ClientOptions options, SessionService sessions, OfflineRights rights) {
        this.options = options;
        this.sessions = sessions;
        this.rights = rights;
    }

    /** Somebody has closed the window; what follows from that comes next. */
    void byHand(Runnable then) {
        byHand = true;
        then.run();
    }

    /**
     * Ends the session, or leaves it.
     *
     * @return says until when the desk may be started without the server; empty where it may not, or where nobody is there to be
     *     told
     */
    Optional<String> settle(Texts texts, Instant now) {
        boolean stays = !options.measured() && (options.unattended() || !byHand);
        if (!stays) {
            sessions.signOut();
            return Optional.empty();
        }
        @Nullable Instant until = sessions.current().isPresent() && !rights.over() ? rights.untilHere() : null;
        if (until == null || options.leash()) {
            return Optional.empty();
        }
        String end = new Moments(texts.language(), ZoneId.systemDefault()).since(until, now);
        return Optional.of(texts.get("client.sessionKept", end));
    }
}
