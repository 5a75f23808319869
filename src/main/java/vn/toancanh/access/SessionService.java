package vn.toancanh.access;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;

/** The port to the central server's sessions. Lane: DESK; every call returns at once and every answer comes on DESK. */
public interface SessionService {
    /**
     * Signs in, in place of whoever is signed in at present (who stays so where this fails). {@code outcome} is called once.
     *
     * @param server {@code https} anywhere, {@code http} only at a loopback address
     */
    void signIn(URI server, String user, Secret password, Consumer<SignInOutcome> outcome);

    /** Ends the session here at once, and at the server as soon as it answers. */
    void signOut();

    /** Who is signed in, and how the connection stands. */
    SessionState state();

    /** Who is signed in; also while the server is away or the session has expired. */
    default Optional<Session> current() {
        return state().signedIn();
    }

    /** Tells every later change of {@link #state()} until the handle is closed. */
    Handle onChange(Consumer<SessionState> listener);
}
