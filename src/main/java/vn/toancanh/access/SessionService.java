package vn.toancanh.access;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.RightsMemory.Kept;
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

    /**
     * Signs in somebody whose sign-in was refused with {@link SecondPersonNeeded}, because another vouches for him; else as
     * {@link #signIn}. {@code outcome} is called once.
     *
     * @param user who is to be signed in
     * @param second who vouches, with that password
     */
    void confirm(
            URI server,
            String user,
            SecondPersonNeeded needed,
            String second,
            Secret password,
            Consumer<SignInOutcome> outcome);

    /**
     * Asks the server whether that is the password of whoever is signed in; neither the session nor its rights change.
     * {@code outcome} is called once.
     */
    void check(Secret password, Consumer<SignInOutcome> outcome);

    /**
     * Signs in as soon as the server answers, however long that takes, in place of whoever is signed in. Until then the
     * connection is {@code WAITING}. {@code outcome} is called once, when the server has said yes or no; never, where
     * {@link #signOut()} or another sign-in ended the waiting.
     *
     * @param kept with what they go on until then, as whom; null: with nothing
     */
    void signInWhenBack(URI server, String user, Secret password, @Nullable Kept kept, Consumer<SignInOutcome> outcome);

    /** The same with nothing until then. */
    default void signInWhenBack(URI server, String user, Secret password, Consumer<SignInOutcome> outcome) {
        signInWhenBack(server, user, password, null, outcome);
    }

    /** Asks a server that is waited for now rather than in its turn; does nothing in any other phase. */
    void tryNow();

    /** Ends the session here at once, and at the server as soon as it answers. */
    void signOut();

    /** Who is signed in, and how the connection stands. */
    SessionState state();

    /** Who is signed in; also while the server is away or the session has expired, and who waits to be. */
    default Optional<Session> current() {
        return state().signedIn();
    }

    /** Tells every later change of {@link #state()} until the handle is closed. */
    Handle onChange(Consumer<SessionState> listener);
}
