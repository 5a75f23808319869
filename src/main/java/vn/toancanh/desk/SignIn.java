package vn.toancanh.desk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.SecondPersonNeeded;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * Somebody signs in at a central server: remembers where and who, never the password, and opens the catalogue.
 *
 * <p>While the server is away, what this machine keeps is shown before the server has confirmed anybody, but only to the
 * one who was signed in here last and did not sign out, with his password, and until the time that the server set.
 */
public final class SignIn {
    /** What of the sign-in a failure concerns. */
    public enum Concern {
        SERVER,
        USER,
        PASSWORD,
        /** None of the three fields. */
        WHOLE
    }

    /** What came of it. */
    public sealed interface Answer {
        /** Signed in. */
        record Done(Session session) implements Answer {}

        /** Not signed in; the failure has a text for the operator. */
        record Wrong(Concern concern, Failure failure) implements Answer {
            /** True where the server does not answer: waiting for it, or going on with what is kept, may help. */
            public boolean serverAway() {
                return concern == Concern.SERVER
                        && (failure.kind() == Failure.Kind.UNREACHABLE || failure.kind() == Failure.Kind.TIMEOUT);
            }

            /** The certificate that a person may look at and accept; empty where it is something else. */
            public Optional<ShownCertificate> untrusted() {
                return failure.cause() instanceof UntrustedServer told ? Optional.of(told.shown()) : Optional.empty();
            }

            /** True where nothing of it goes on: the first person has to begin again. */
            public boolean beginsAnew() {
                return failure.textKey().equals(Vouching.ENDED);
            }

            /** What a second person's sign-in goes on from; empty where it is something else. */
            public Optional<SecondPersonNeeded> second() {
                return failure.cause() instanceof SecondPersonNeeded needed ? Optional.of(needed) : Optional.empty();
            }
        }
    }

    /** Server, user and password, each usable. */
    private record Entry(URI server, String user, Secret password) {}

    private final SessionService sessions;
    private final Preferences preferences;
    private final Catalogue catalogue;
    private final ServerPins pins;
    private final BiConsumer<Session, Secret> granted;
    private final GoOnHere here;
    private long turn;

    /** Whose password was right and who waits for a second person; its password is kept no longer than that. */
    private @Nullable Entry vouchedFor;

    /**
     * At servers that an authority vouches for, or a person.
     *
     * @param pins what the connections of {@code sessions} go by
     * @param granted told the password with which somebody was signed in
     * @param here says who may go on without the server
     */
    public SignIn(
            SessionService sessions,
            Preferences preferences,
            Catalogue catalogue,
            ServerPins pins,
            BiConsumer<Session, Secret> granted,
            GoOnHere here) {
        this.sessions = sessions;
        this.preferences = preferences;
        this.catalogue = catalogue;
        this.pins = pins;
        this.granted = granted;
        this.here = here;
    }

    /** From now on that server is known on this machine by the certificate it showed: a person has compared it. */
    public void trust(ShownCertificate shown) {
        preferences.set(
                PreferenceKey.text(ServerPins.setting(shown.server())),
                shown.fingerprint().hex());
        pins.accept(shown.server(), shown.fingerprint());
    }

    /** The server last signed in at, as the person may see it again; empty at first. */
    public String lastServer() {
        return preferences.get(PreferenceKey.LAST_SERVER);
    }

    /** The user last signed in; empty at first. */
    public String lastUser() {
        return preferences.get(PreferenceKey.LAST_USER);
    }

    /**
     * Signs in; {@code answer} is called once, on DESK, maybe at once.
     *
     * @return cancels: no answer comes any more, and a session that is granted later is given back
     */
    public Handle as(String server, String user, Secret password, Consumer<Answer> answer) {
        Entry entry = usable(server, user, password, answer);
        if (entry == null) {
            return Handle.NONE;
        }
        turn++;
        return unlessCancelled(
                outcome -> answer.accept(settle(entry, outcome)),
                answers -> sessions.signIn(entry.server(), entry.user(), entry.password(), answers));
    }

    /**
     * Signs in whoever was last told that a second person is needed, because that one vouches; {@code answer} is called once,
     * on DESK, maybe at once.
     *
     * @return cancels, as in {@link #as}
     */
    public Handle confirm(SecondPersonNeeded needed, String second, Secret password, Consumer<Answer> answer) {
        Entry first = vouchedFor;
        Optional<Answer.Wrong> unusable = Vouching.unusable(first == null ? "" : first.user(), second, password);
        if (first == null || unusable.isPresent()) {
            answer.accept(unusable.orElseGet(Vouching::ended));
            return Handle.NONE;
        }
        return unlessCancelled(
                outcome -> answer.accept(
                        outcome instanceof SignInOutcome.Refused(Failure failure)
                                ? Vouching.refused(failure)
                                        .<Answer>map(wrong -> wrong)
                                        .orElseGet(() -> SignInFaults.refused(first.server(), failure))
                                : settle(first, outcome)),
                answers -> sessions.confirm(first.server(), first.user(), needed, second.strip(), password, answers));
    }

    /** Nobody vouches: whoever waited for it is forgotten. */
    public void giveUpSecond() {
        vouchedFor = null;
    }

    private Handle unlessCancelled(Consumer<SignInOutcome> settled, Consumer<Consumer<SignInOutcome>> ask) {
        boolean[] cancelled = {false};
        ask.accept(outcome -> {
            if (!cancelled[0]) {
                settled.accept(outcome);
            } else if (outcome instanceof SignInOutcome.SignedIn) {
                sessions.signOut();
            }
        });
        return () -> cancelled[0] = true;
    }

    /**
     * Signs in as soon as the server answers, and shows in the meantime what this machine keeps for that user. {@code answer}
     * is called once, when the server has said yes or no; never, where somebody gave up waiting.
     */
    public void whenBack(String server, String user, Secret password, Consumer<Answer> answer) {
        Entry entry = usable(server, user, password, answer);
        if (entry != null) {
            look(entry, verdict -> await(entry, verdict, answer));
        }
    }

    /**
     * The same for a person who asks to go on with what is kept: where it is not the right password that is said at once, and
     * nothing is waited for.
     */
    public void goOn(String server, String user, Secret password, Consumer<Answer> answer) {
        Entry entry = usable(server, user, password, answer);
        if (entry == null) {
            return;
        }
        look(entry, verdict -> {
            switch (verdict) {
                case GoOnHere.Verdict.WrongPassword wrong -> answer.accept(SignInFaults.notTheOneKept(entry.server()));
                case GoOnHere.Verdict.Later(Duration left) -> answer.accept(SignInFaults.later(left));
                case GoOnHere.Verdict.May may -> await(entry, may, answer);
                case GoOnHere.Verdict.NotKept nothing -> await(entry, nothing, answer);
            }
        });
    }

    /** Looks already whether that password would do, and at the cameras, in case the server will have to be waited for. */
    void lookAhead(String server, String user, Secret password) {
        ServerAddress.read(server).ifPresent(address -> {
            CatalogueOwner owner = new CatalogueOwner(address, user.strip());
            here.lookAhead(address, owner.user(), password, () -> catalogue.lookAhead(owner));
        });
    }

    /** Whether that person may go on; who has done something else meanwhile is told nothing. */
    private void look(Entry entry, Consumer<GoOnHere.Verdict> then) {
        long mine = ++turn;
        here.check(entry.server(), entry.user(), entry.password(), verdict -> {
            if (mine == turn) {
                then.accept(verdict);
            }
        });
    }

    private void await(Entry entry, GoOnHere.Verdict verdict, Consumer<Answer> answer) {
        Kept kept = verdict instanceof GoOnHere.Verdict.May may ? may.kept() : null;
        sessions.signInWhenBack(entry.server(), entry.user(), entry.password(), kept, outcome -> {
            Answer settled = settle(entry, outcome);
            if (settled instanceof Answer.Wrong) {
                catalogue.close();
            }
            answer.accept(settled);
        });
        if (kept != null) {
            catalogue.open(new CatalogueOwner(entry.server(), entry.user()));
        } else {
            catalogue.close();
        }
    }

    /** Waits no longer for a server; what is kept stays kept, and may be waited with again. */
    public void giveUpWaiting() {
        turn++;
        catalogue.close();
        sessions.signOut();
    }

    /** Asks now for what is waited for: the sign-in, or news of the cameras. */
    public void tryNow() {
        sessions.tryNow();
        catalogue.refresh();
    }

    /** Tells as of when {@link #whenBack} would show cameras to that user at once; empty where it would show none. */
    public void keptAsOf(String server, String user, Consumer<Optional<Instant>> answer) {
        Optional<URI> address = ServerAddress.read(server);
        if (address.isPresent()) {
            CatalogueOwner owner = new CatalogueOwner(address.get(), user.strip());
            here.kept(owner.server(), owner.user(), kept -> {
                if (kept.isPresent()) {
                    catalogue.keptAsOf(owner, answer);
                } else {
                    answer.accept(Optional.empty());
                }
            });
        } else {
            answer.accept(Optional.empty());
        }
    }

    private @Nullable Entry usable(String server, String user, Secret password, Consumer<Answer> answer) {
        Optional<Answer.Wrong> wrong = SignInFaults.unusable(server, user, password);
        wrong.ifPresent(answer);
        return wrong.isPresent() ? null : new Entry(ServerAddress.read(server).orElseThrow(), user.strip(), password);
    }

    private Answer settle(Entry entry, SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn(Session session) -> {
                vouchedFor = null;
                turn++;
                preferences.set(PreferenceKey.LAST_SERVER, entry.server().toString());
                preferences.set(PreferenceKey.LAST_USER, entry.user());
                here.atWork(session);
                catalogue.open(new CatalogueOwner(session.server(), session.user()));
                granted.accept(session, entry.password());
                yield new Answer.Done(session);
            }
            case SignInOutcome.Refused(Failure failure) -> {
                vouchedFor = failure.cause() instanceof SecondPersonNeeded ? entry : null;
                yield SignInFaults.refused(entry.server(), failure);
            }
        };
    }
}
