package vn.toancanh.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.toancanh.access.IdleLock;
import vn.toancanh.access.PasswordMemory;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Argon2id;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * Locks a desk that nobody touches, and opens it to the password of whoever is signed in: as the server says, or while it
 * cannot say anything, by the hash that was made when it last said yes. Pictures go on all the while. Lane: DESK.
 */
public final class LockDesk implements Handle {
    /** Where these keep the server from judging a password, the kept hash may. */
    private static final Set<Kind> NO_JUDGEMENT = EnumSet.of(
            Kind.UNREACHABLE,
            Kind.TIMEOUT,
            Kind.UNTRUSTED,
            Kind.PROTOCOL,
            Kind.RESOURCES,
            Kind.NOT_FOUND,
            Kind.INTERNAL);

    private final Lane desk;
    private final Lane compute;
    private final SessionService sessions;
    private final Preferences preferences;
    private final PasswordMemory memory;
    private final PasswordTries tries;
    private final boolean attended;
    private final IdleLock lock;
    private final SecureRandom random = new SecureRandom();
    private final Handle following;
    private int armedFor;

    /**
     * Opens at first.
     *
     * @param compute where hashes are computed
     * @param tries counted together with those of who goes on without the server
     * @param attended false where the desk was signed in by a program: nobody there knows the password, so nothing locks
     */
    public LockDesk(
            Lane desk,
            Clock clock,
            Lane compute,
            SessionService sessions,
            Preferences preferences,
            PasswordMemory memory,
            PasswordTries tries,
            boolean attended) {
        this.desk = desk;
        this.compute = compute;
        this.sessions = sessions;
        this.preferences = preferences;
        this.memory = memory;
        this.tries = tries;
        this.attended = attended;
        this.lock = new IdleLock(desk, clock);
        this.following = sessions.onChange(this::sessionChanged);
        sessionChanged(sessions.state());
    }

    private void sessionChanged(SessionState state) {
        if (!possible()) {
            lock.disarm();
        } else if (!lock.isArmed() || minutes() != armedFor) {
            // Not at every change: a server that comes and goes must not keep a desk open.
            arm();
        }
    }

    /** True where there is somebody who could open it again. */
    public boolean possible() {
        return attended && sessions.current().isPresent();
    }

    public boolean locked() {
        return lock.state() != IdleLock.State.OPEN;
    }

    public IdleLock.State state() {
        return lock.state();
    }

    /** Tells every later state until the handle is closed. */
    public Handle onChange(Consumer<IdleLock.State> listener) {
        return lock.onChange(listener);
    }

    /** Somebody is there. */
    public void touched() {
        lock.touched();
    }

    /** Locks now, where that is possible. */
    public void now() {
        lock.lock();
    }

    private void arm() {
        armedFor = minutes();
        lock.arm(Duration.ofMinutes(armedFor));
    }

    /** After how many minutes it locks by itself, as the desk is set and the role of whoever is signed in demands; 0: never. */
    public int minutes() {
        int own = preferences.get(PreferenceKey.LOCK_MINUTES);
        int most = mostMinutes();
        boolean demanded = most > 0 && (own == 0 || own > most);
        return demanded ? most : own;
    }

    /** The longest time that the role of whoever is signed in allows; 0: any. */
    public int mostMinutes() {
        return sessions.current().map(Session::lockMinutes).orElse(0);
    }

    /** Locks by itself after so many minutes from now on, or sooner where the role demands it; 0: never. */
    public void after(int minutes) {
        preferences.set(PreferenceKey.LOCK_MINUTES, minutes);
        if (possible() && !locked()) {
            arm();
        }
    }

    /** The server has said yes to that password: its hash is kept for when the server is away. */
    public void know(Session session, Secret password) {
        compute.execute(() -> {
            String hash = Argon2id.hash(password, random);
            desk.execute(() -> memory.keep(session.server(), session.user(), hash));
        });
    }

    /**
     * Opens it with a password.
     *
     * @param answer called once on DESK: empty where it is open; else why not, with a text for the operator
     */
    public void open(Secret password, Consumer<Optional<Failure>> answer) {
        Optional<Session> session = sessions.current();
        Duration left = tries.left();
        if (password.isEmpty()) {
            answer.accept(Optional.of(Failure.of(Kind.BAD_INPUT, "left empty").withText("login.passwordMissing")));
        } else if (left.isPositive()) {
            answer.accept(Optional.of(Failure.of(Kind.BUSY, "too many wrong passwords at this desk")
                    .withText("central.tryAgainIn", left.toSeconds() + 1)));
        } else if (session.isPresent() && lock.ask()) {
            sessions.check(password, outcome -> judged(session.get(), password, outcome, answer));
        }
    }

    private void judged(Session session, Secret password, SignInOutcome outcome, Consumer<Optional<Failure>> answer) {
        switch (outcome) {
            case SignInOutcome.SignedIn(Session same) -> {
                know(session, password);
                settle(true, Optional.empty(), answer);
            }
            case SignInOutcome.Refused(Failure failure)
            when NO_JUDGEMENT.contains(failure.kind()) ->
                memory.kept(session.server(), session.user(), kept -> judgeHere(password, kept, answer));
            case SignInOutcome.Refused(Failure failure) ->
                settle(false, Optional.of(isWrongPassword(failure) ? wrongPassword() : failure), answer);
        }
    }

    private void judgeHere(Secret password, Optional<String> kept, Consumer<Optional<Failure>> answer) {
        if (kept.isEmpty()) {
            settle(
                    false,
                    Optional.of(Failure.of(Kind.UNREACHABLE, "no hash kept").withText("shell.lockCannotCheck")),
                    answer);
            return;
        }
        tries.judge(
                password,
                kept.get(),
                right -> settle(right, right ? Optional.empty() : Optional.of(wrongPassword()), answer));
    }

    /** Not where the password is right and something else is in the way, such as the hour. */
    private static boolean isWrongPassword(Failure failure) {
        return failure.kind() == Kind.CREDENTIALS && failure.textKey().equals(Kind.CREDENTIALS.textKey());
    }

    private static Failure wrongPassword() {
        return Failure.of(Kind.CREDENTIALS, "wrong password at a locked desk").withText("shell.lockWrong");
    }

    private void settle(boolean right, Optional<Failure> why, Consumer<Optional<Failure>> answer) {
        lock.answer(right);
        answer.accept(why);
    }

    @Override
    public void close() {
        following.close();
        lock.close();
    }
}
