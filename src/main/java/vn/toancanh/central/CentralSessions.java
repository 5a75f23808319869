package vn.toancanh.central;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;

/** Who is signed in. State on DESK. */
final class CentralSessions implements SessionService, Caller.Witness {
    /** Hears when a login begins to count; the handle is closed when it no longer does. DESK. */
    interface Follower {
        Handle follow(Login login);
    }

    private final Net net;
    private final Clock clock;
    private final SignIn signIn;
    private final CentralOptions options;
    private final OfflineRights offline;
    private final Map<Object, Consumer<SessionState>> listeners = new LinkedHashMap<>();
    private Follower follower = login -> Handle.NONE;

    private SessionState state = SessionState.SIGNED_OUT;
    private @Nullable Login login;
    private Handle following = Handle.NONE;
    private @Nullable PatientSignIn waiting;
    private long attempt;

    CentralSessions(Net net, Clock clock, SignIn signIn, CentralOptions options, OfflineRights offline) {
        this.net = net;
        this.clock = clock;
        this.signIn = signIn;
        this.options = options;
        this.offline = offline;
        offline.onOver(() -> setState(state.session(), state.connection().phase()));
    }

    /** Set once, while the client is put together. */
    void follow(Follower newFollower) {
        follower = newFollower;
    }

    Optional<Login> login() {
        net.desk().assertHere();
        return Optional.ofNullable(login);
    }

    /** What calls are answered with while there is no login. */
    Failure nobody() {
        return waiting == null
                ? Failure.of(Kind.SESSION_EXPIRED, "nobody is signed in")
                : Failure.of(Kind.UNREACHABLE, "the server has not answered a sign-in yet");
    }

    @Override
    public void signIn(URI server, String user, Secret password, Consumer<SignInOutcome> outcome) {
        net.desk().assertHere();
        long mine = ++attempt;
        net.ask("signIn", () -> signIn.enter(server, user, password), answer -> {
            switch (answer) {
                case Outcome.Failed<Login>(Failure failure) -> {
                    refused(server, user, failure);
                    outcome.accept(new SignInOutcome.Refused(failure));
                }
                case Outcome.Done<Login>(Login entered)
                when mine != attempt -> {
                    leave(entered);
                    outcome.accept(
                            new SignInOutcome.Refused(Failure.of(Kind.CONFLICT, "overtaken by a later sign-in")));
                }
                case Outcome.Done<Login>(Login entered) -> {
                    install(entered);
                    outcome.accept(new SignInOutcome.SignedIn(entered.session()));
                }
            }
        });
    }

    /** By a sign-in of its own, given back at once: so every server that keeps the contract can answer, and counts the tries. */
    @Override
    public void check(Secret password, Consumer<SignInOutcome> outcome) {
        net.desk().assertHere();
        Session who = state.session();
        if (who == null) {
            outcome.accept(new SignInOutcome.Refused(nobody()));
            return;
        }
        net.ask("check", () -> signIn.enter(who.server(), who.user(), password), answer -> {
            switch (answer) {
                case Outcome.Failed<Login>(Failure failure) -> outcome.accept(new SignInOutcome.Refused(failure));
                case Outcome.Done<Login>(Login entered) -> {
                    leave(entered);
                    outcome.accept(new SignInOutcome.SignedIn(entered.session()));
                }
            }
        });
    }

    @Override
    public void signInWhenBack(
            URI server, String user, Secret password, @Nullable Kept kept, Consumer<SignInOutcome> outcome) {
        net.desk().assertHere();
        attempt++;
        drop();
        Session shown = kept == null ? Session.unconfirmed(server, user) : kept.session();
        Backoff backoff = new Backoff(options.firstRetry(), options.longestRetry(), RandomGenerator.getDefault());
        PatientSignIn patient = new PatientSignIn(
                net,
                () -> signIn.enter(server, user, password),
                backoff,
                answer -> settle(answer, shown, outcome),
                this::leave,
                failure -> setState(shown, Phase.WAITING, failure));
        waiting = patient;
        if (kept != null) {
            offline.goOn(kept);
        }
        setState(shown, Phase.WAITING);
        patient.tryNow();
    }

    private void settle(Outcome<Login> answer, Session shown, Consumer<SignInOutcome> outcome) {
        waiting = null;
        switch (answer) {
            case Outcome.Done<Login>(Login entered) -> {
                install(entered);
                outcome.accept(new SignInOutcome.SignedIn(entered.session()));
            }
            case Outcome.Failed<Login>(Failure failure) -> {
                refused(shown.server(), shown.user(), failure);
                offline.nobody();
                setState(null, Phase.SIGNED_OUT);
                outcome.accept(new SignInOutcome.Refused(failure));
            }
        }
    }

    /** Who may not sign in may not go on with what is kept either. */
    private void refused(URI server, String user, Failure failure) {
        if (failure.kind() == Kind.CREDENTIALS || failure.kind() == Kind.FORBIDDEN) {
            offline.forget(server, user);
        }
    }

    @Override
    public void tryNow() {
        net.desk().assertHere();
        if (waiting != null) {
            waiting.tryNow();
        }
    }

    private void install(Login entered) {
        stopWaiting();
        Login before = login;
        following.close();
        login = entered;
        entered.onRenewed(() -> net.desk().execute(() -> confirmed(entered)));
        offline.confirmed(entered.confirmed());
        setState(entered.session(), Phase.ONLINE);
        following = follower.follow(entered);
        if (before != null) {
            leave(before);
        }
    }

    private void confirmed(Login from) {
        if (from == login) {
            offline.confirmed(from.confirmed());
            setState(
                    from.session(),
                    state.connection().phase(),
                    state.connection().why());
        }
    }

    @Override
    public void signOut() {
        net.desk().assertHere();
        attempt++;
        drop();
        setState(null, Phase.SIGNED_OUT);
    }

    /** Whoever is signed in, or waits to be, is so no longer. */
    private void drop() {
        stopWaiting();
        Login before = login;
        following.close();
        following = Handle.NONE;
        login = null;
        offline.nobody();
        if (before != null) {
            leave(before);
        }
    }

    private void stopWaiting() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }

    /** Tells the server, without waiting for it: here the login has ended already. */
    private void leave(Login left) {
        if (left.hasEnded()) {
            return;
        }
        net.start("signOut", () -> {
            Request.Builder request = new Request.Builder()
                    .url(left.path("sessions", "current").build())
                    .delete();
            signIn.leave(left, request, options.answer());
        });
    }

    @Override
    public SessionState state() {
        net.desk().assertHere();
        return state;
    }

    @Override
    public Handle onChange(Consumer<SessionState> listener) {
        net.desk().assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    @Override
    public void heard(Login from) {
        net.desk().execute(() -> {
            Phase phase = state.connection().phase();
            if (from == login && (phase == Phase.AWAY || phase == Phase.LAPSED)) {
                if (phase == Phase.LAPSED) {
                    // It says anew until when that holds, once it changes the tokens.
                    from.changeSoon();
                }
                setState(from.session(), Phase.ONLINE);
            }
        });
    }

    @Override
    public void failed(Login from, Failure failure) {
        net.desk().execute(() -> {
            if (from != login || state.connection().phase() == Phase.EXPIRED) {
                return;
            }
            if (failure.kind() == Kind.SESSION_EXPIRED) {
                offline.forget(from.session().server(), from.session().user());
            }
            setState(from.session(), failure.kind() == Kind.SESSION_EXPIRED ? Phase.EXPIRED : Phase.AWAY, failure);
        });
    }

    private void setState(@Nullable Session session, Phase phase) {
        setState(session, phase, null);
    }

    /** @param failure why; told on only where it is more than that nobody answers */
    private void setState(@Nullable Session session, Phase found, @Nullable Failure failure) {
        boolean without = found == Phase.AWAY || found == Phase.WAITING;
        Phase phase = without && offline.over() ? Phase.LAPSED : found;
        Failure why = failure != null && failure.kind() == Kind.UNTRUSTED ? failure : null;
        Connection before = state.connection();
        Instant until = phase == Phase.AWAY || phase == Phase.WAITING ? offline.untilHere() : null;
        boolean same = before.phase() == phase && Objects.equals(state.session(), session);
        Connection next = new Connection(phase, same ? before.since() : clock.now(), why, until);
        if (!same || !next.saysTheSame(before)) {
            SessionState told = new SessionState(session, next);
            state = told;
            List.copyOf(listeners.values()).forEach(listener -> listener.accept(told));
        }
    }
}
