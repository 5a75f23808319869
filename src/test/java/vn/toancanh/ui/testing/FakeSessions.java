package vn.toancanh.ui.testing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Right;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.SecondPersonNeeded;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;

/** Sessions that are granted to whoever knows {@link #PASSWORD}; with {@link #hold} the answer waits for the test. */
public final class FakeSessions implements SessionService {
    public static final String PASSWORD = "mở cửa";

    private final List<Consumer<SessionState>> listeners = new ArrayList<>();
    private SessionState state = SessionState.SIGNED_OUT;
    private boolean hold;
    private @Nullable Runnable held;
    private @Nullable Runnable patient;
    private int tries;

    /** What whoever signs in from now on may do; none told where empty. */
    public List<Right> rights = List.of();

    /** What is denied to whoever signs in from now on. */
    public List<Right> denials = List.of();

    /** True: whoever signs in from now on sees published cameras only. */
    public boolean publishedOnly;

    /** The role of whoever signs in from now on. */
    public List<String> roles = List.of();

    /** After how many minutes the role of whoever signs in from now on has a desk locked, at most. */
    public int lockMinutes;

    private Failure.@Nullable Kind failing;
    private @Nullable Failure failure;

    /** From now on answers wait for {@link #answer()}. */
    public void hold() {
        hold = true;
    }

    /** From now on every try fails so; null: none does. */
    public void fail(Failure.@Nullable Kind kind) {
        failing = kind;
    }

    /** From now on every try fails with just that; null: none does. */
    public void failWith(@Nullable Failure told) {
        failure = told;
    }

    /** Gives the answer held back. */
    public void answer() {
        Runnable waiting = held;
        held = null;
        if (waiting != null) {
            waiting.run();
        }
    }

    @Override
    public void signIn(URI server, String user, Secret password, Consumer<SignInOutcome> outcome) {
        Runnable answer = () -> {
            Failure.Kind kind = failing;
            Failure told = failure;
            if (told != null) {
                outcome.accept(new SignInOutcome.Refused(told));
            } else if (kind != null) {
                outcome.accept(new SignInOutcome.Refused(Failure.of(kind, "as the test wants")));
            } else if (password.equals(Secret.of(PASSWORD))) {
                Session session = new Session(
                        server,
                        user,
                        "Bàn 1 · Ca trưởng",
                        roles,
                        rights,
                        false,
                        denials,
                        Session.USUAL_PRIORITY,
                        publishedOnly,
                        lockMinutes);
                become(new SessionState(session, new Connection(Connection.Phase.ONLINE, null)));
                outcome.accept(new SignInOutcome.SignedIn(session));
            } else {
                outcome.accept(new SignInOutcome.Refused(Failure.of(Failure.Kind.CREDENTIALS, "wrong password")));
            }
        };
        if (hold) {
            held = answer;
        } else {
            answer.run();
        }
    }

    /** The name of the only one who may vouch for others. */
    public static final String SECOND = "to.truong";

    @Override
    public void confirm(
            URI server,
            String user,
            SecondPersonNeeded needed,
            String second,
            Secret password,
            Consumer<SignInOutcome> outcome) {
        Failure told = failure;
        if (told != null) {
            outcome.accept(new SignInOutcome.Refused(told));
        } else if (!second.equals(SECOND)) {
            outcome.accept(new SignInOutcome.Refused(Failure.of(Failure.Kind.FORBIDDEN, "not entitled")));
        } else {
            signIn(server, user, password, outcome);
        }
    }

    /** What is to be told where a second person is needed. */
    public static Failure secondPerson() {
        return Failure.of(Failure.Kind.CREDENTIALS, "a second person", new SecondPersonNeeded(Secret.of("ticket")))
                .withText("central.secondPersonNeeded");
    }

    @Override
    public void check(Secret password, Consumer<SignInOutcome> outcome) {
        Session who = state.session();
        Runnable answer = () -> {
            Failure.Kind kind = failing;
            Failure told = failure;
            if (told != null) {
                outcome.accept(new SignInOutcome.Refused(told));
            } else if (kind != null) {
                outcome.accept(new SignInOutcome.Refused(Failure.of(kind, "as the test wants")));
            } else if (who != null && password.equals(Secret.of(PASSWORD))) {
                outcome.accept(new SignInOutcome.SignedIn(who));
            } else {
                outcome.accept(new SignInOutcome.Refused(Failure.of(Failure.Kind.CREDENTIALS, "wrong password")));
            }
        };
        if (hold) {
            held = answer;
        } else {
            answer.run();
        }
    }

    @Override
    public void signInWhenBack(
            URI server, String user, Secret password, @Nullable Kept kept, Consumer<SignInOutcome> outcome) {
        become(new SessionState(
                kept == null ? Session.unconfirmed(server, user) : kept.session(),
                new Connection(Connection.Phase.WAITING, Instant.EPOCH)));
        patient = () -> {
            if (failing == null || !failing.passing()) {
                patient = null;
                signIn(server, user, password, answer -> {
                    if (answer instanceof SignInOutcome.Refused) {
                        become(SessionState.SIGNED_OUT);
                    }
                    outcome.accept(answer);
                });
            }
        };
    }

    /** Asks again, as the real one does by itself. */
    @Override
    public void tryNow() {
        tries++;
        Runnable waiting = patient;
        if (waiting != null) {
            waiting.run();
        }
    }

    /** How often somebody asked to be tried now. */
    public int tries() {
        return tries;
    }

    /** Changes how the connection stands. */
    public void connection(Connection connection) {
        become(new SessionState(state.session(), connection));
    }

    private void become(SessionState next) {
        state = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }

    @Override
    public void signOut() {
        patient = null;
        become(SessionState.SIGNED_OUT);
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public Handle onChange(Consumer<SessionState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
