package vn.toancanh.desk;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/** Somebody signs in at a central server: remembers where and who, never the password, and opens the catalogue. */
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
        record Wrong(Concern concern, Failure failure) implements Answer {}
    }

    private final SessionService sessions;
    private final Preferences preferences;
    private final Catalogue catalogue;

    public SignIn(SessionService sessions, Preferences preferences, Catalogue catalogue) {
        this.sessions = sessions;
        this.preferences = preferences;
        this.catalogue = catalogue;
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
        if (server.isBlank()) {
            answer.accept(missing(Concern.SERVER, "login.serverMissing"));
            return Handle.NONE;
        }
        Optional<URI> address = ServerAddress.read(server);
        if (address.isEmpty()) {
            answer.accept(missing(Concern.SERVER, "login.serverUnreadable"));
            return Handle.NONE;
        }
        if (user.isBlank()) {
            answer.accept(missing(Concern.USER, "login.userMissing"));
            return Handle.NONE;
        }
        if (password.isEmpty()) {
            answer.accept(missing(Concern.PASSWORD, "login.passwordMissing"));
            return Handle.NONE;
        }
        boolean[] cancelled = {false};
        sessions.signIn(address.get(), user.strip(), password, outcome -> {
            if (!cancelled[0]) {
                answer.accept(settle(address.get(), user.strip(), outcome));
            } else if (outcome instanceof SignInOutcome.SignedIn) {
                sessions.signOut();
            }
        });
        return () -> cancelled[0] = true;
    }

    private Answer settle(URI server, String user, SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn(Session session) -> {
                preferences.set(PreferenceKey.LAST_SERVER, server.toString());
                preferences.set(PreferenceKey.LAST_USER, user);
                catalogue.open(new CatalogueOwner(session.server(), session.user()));
                yield new Answer.Done(session);
            }
            case SignInOutcome.Refused(Failure failure) -> refused(server, failure);
        };
    }

    private static Answer refused(URI server, Failure failure) {
        boolean general = failure.textKey().equals(failure.kind().textKey());
        return switch (failure.kind()) {
            case CREDENTIALS ->
                new Answer.Wrong(Concern.PASSWORD, general ? failure.withText("login.refused") : failure);
            case UNREACHABLE, TIMEOUT ->
                new Answer.Wrong(
                        Concern.SERVER,
                        general ? failure.withText("login.serverAway", server.getAuthority()) : failure);
            case PROTOCOL, NOT_FOUND ->
                new Answer.Wrong(
                        Concern.SERVER, general ? failure.withText("login.notOurs", server.getAuthority()) : failure);
            case UNSUPPORTED ->
                new Answer.Wrong(Concern.SERVER, general ? failure.withText("login.insecure") : failure);
            case BAD_INPUT -> new Answer.Wrong(Concern.SERVER, failure);
            case BUSY -> new Answer.Wrong(Concern.WHOLE, general ? failure.withText("login.tooMany") : failure);
            default -> new Answer.Wrong(Concern.WHOLE, failure);
        };
    }

    private static Answer missing(Concern concern, String key) {
        return new Answer.Wrong(
                concern,
                Failure.of(Failure.Kind.BAD_INPUT, "left empty or unreadable").withText(key));
    }
}
