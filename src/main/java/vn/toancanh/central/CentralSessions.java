package vn.toancanh.central;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.SecondPersonNeeded;
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
    private final SignIn signIn;
    private final CentralOptions options;
    private final OfflineRights offline;
    private final ToldState told;
    private Follower follower = login -> Handle.NONE;

    private @Nullable Login login;
    private Handle following = Handle.NONE;
    private @Nullable PatientSignIn waiting;
    private long attempt;

    CentralSessions(Net net, Clock clock, SignIn signIn, CentralOptions options, OfflineRights offline) {
        this.net = net;
        this.signIn = signIn;
        this.options = options;
        this.offline = offline;
        this.told = new ToldState(clock, offline);
        offline.onOver(() -> told.set(told.state().session(), told.phase()));
    }

    /** Set once, while the client is put together. */
    void follow(Follower newFollower) {
        follower = newFollower;
    }

    Optional<Login> login() {
        net.desk().assertHere();
        return Optional.ofNullable(login);
    }

    /** False where the server says what it offers, and that is not part of it. True while that is not known. */
    boolean offers(String feature) {
        return login().map(at -> at.offers(feature)).orElse(true);
    }

    /** What calls are answered with while there is no login. */
    Failure nobody() {
        return waiting == null
                ? Failure.of(Kind.SESSION_EXPIRED, "nobody is signed in")
                : Failure.of(Kind.UNREACHABLE, "the server has not answered a sign-in yet");
    }

    @Override
    public void signIn(URI server, String user, Secret password, Consumer<SignInOutcome> outcome) {
        enter(() -> signIn.enter(server, user, password), failure -> refused(server, user, failure), outcome);
    }

    @Override
    public void confirm(
            URI server,
            String user,
            SecondPersonNeeded needed,
            String second,
            Secret password,
            Consumer<SignInOutcome> outcome) {
        // What was wrong then may be the second person's; the first one's password was right.
        enter(() -> signIn.confirm(server, user, needed.ticket(), second, password), failure -> {}, outcome);
    }

    private void enter(Supplier<Login> how, Consumer<Failure> onRefused, Consumer<SignInOutcome> outcome) {
        net.desk().assertHere();
        long mine = ++attempt;
        net.ask("signIn", how, answer -> {
            switch (answer) {
                case Outcome.Failed<Login>(Failure failure) -> {
                    onRefused.accept(failure);
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
        Session who = told.state().session();
        if (who == null) {
            outcome.accept(new SignInOutcome.Refused(nobody()));
            return;
        }
        net.ask("check", () -> signIn.enter(who.server(), who.user(), password), answer -> {
            switch (answer) {
                case Outcome.Failed<Login>(Failure failure)
                when failure.cause() instanceof SecondPersonNeeded ->
                    // The password is right; to open a desk again nobody needs to vouch anew.
                    outcome.accept(new SignInOutcome.SignedIn(who));
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
        drop().ifPresent(this::leave);
        Session shown = kept == null ? Session.unconfirmed(server, user) : kept.session();
        Backoff backoff = new Backoff(options.firstRetry(), options.longestRetry(), RandomGenerator.getDefault());
        PatientSignIn patient = new PatientSignIn(
                net,
                () -> signIn.enter(server, user, password),
                backoff,
                answer -> settle(answer, shown, outcome),
                this::leave,
                failure -> told.set(shown, Phase.WAITING, failure));
        waiting = patient;
        if (kept != null) {
            offline.goOn(kept);
        }
        told.set(shown, Phase.WAITING);
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
                told.set(null, Phase.SIGNED_OUT);
                outcome.accept(new SignInOutcome.Refused(failure));
            }
        }
    }

    /** Who may not sign in may not go on with what is kept either. */
    private void refused(URI server, String user, Failure failure) {
        boolean waits = failure.cause() instanceof SecondPersonNeeded;
        if (!waits && (failure.kind() == Kind.CREDENTIALS || failure.kind() == Kind.FORBIDDEN)) {
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
        told.set(entered.session(), Phase.ONLINE);
        following = follower.follow(entered);
        if (before != null) {
            leave(before);
        }
    }

    private void confirmed(Login from) {
        if (from == login) {
            offline.confirmed(from.confirmed());
            told.set(from.session(), told.phase(), told.state().connection().why());
        }
    }

    @Override
    public void signOut() {
        release().ifPresent(this::leave);
    }

    /** Nobody is signed in here any more; at the server the session goes on to its end, though nobody has its tokens. */
    Optional<Login> release() {
        net.desk().assertHere();
        attempt++;
        Optional<Login> before = drop();
        told.set(null, Phase.SIGNED_OUT);
        return before;
    }

    /** Whoever is signed in, or waits to be, is so no longer; gives what the server is not told of yet. */
    private Optional<Login> drop() {
        stopWaiting();
        Optional<Login> before = Optional.ofNullable(login);
        following.close();
        following = Handle.NONE;
        login = null;
        offline.nobody();
        return before;
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
        return told.state();
    }

    @Override
    public Handle onChange(Consumer<SessionState> listener) {
        net.desk().assertHere();
        return told.onChange(listener);
    }

    @Override
    public void heard(Login from) {
        net.desk().execute(() -> {
            Phase phase = told.phase();
            if (from == login && (phase == Phase.AWAY || phase == Phase.LAPSED)) {
                if (phase == Phase.LAPSED) {
                    // It says anew until when that holds, once it changes the tokens.
                    from.changeSoon();
                }
                told.set(from.session(), Phase.ONLINE);
            }
        });
    }

    @Override
    public void failed(Login from, Failure failure) {
        net.desk().execute(() -> {
            if (from != login || told.phase() == Phase.EXPIRED) {
                return;
            }
            if (failure.kind() == Kind.SESSION_EXPIRED) {
                offline.forget(from.session().server(), from.session().user());
            }
            told.set(from.session(), failure.kind() == Kind.SESSION_EXPIRED ? Phase.EXPIRED : Phase.AWAY, failure);
        });
    }
}
