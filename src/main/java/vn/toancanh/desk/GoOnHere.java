package vn.toancanh.desk;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.PasswordMemory;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.Session;
import vn.toancanh.base.Pending;
import vn.toancanh.base.Secret;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * Whether somebody may go on at this desk while the server cannot be asked: who was signed in here before, with the password
 * that the server last said yes to, and until the time that it set. Lane: DESK.
 */
public final class GoOnHere {
    /** What is said to a name and a password. */
    public sealed interface Verdict {
        /** With that. */
        record May(Kept kept) implements Verdict {}

        /** It is another password. */
        record WrongPassword() implements Verdict {}

        /** So many were wrong that none is looked at for so long. */
        record Later(Duration left) implements Verdict {}

        /** Nothing is kept of that user at that server, or it holds no more. */
        record NotKept() implements Verdict {}
    }

    private final OfflineRights rights;
    private final PasswordMemory passwords;
    private final Preferences preferences;
    private final PasswordTries tries;
    private @Nullable Ahead ahead;

    /** @param tries counted together with those at the locked desk */
    public GoOnHere(OfflineRights rights, PasswordMemory passwords, Preferences preferences, PasswordTries tries) {
        this.rights = rights;
        this.passwords = passwords;
        this.preferences = preferences;
        this.tries = tries;
    }

    /** That user works here from now on, and nobody else goes on here. */
    void atWork(Session session) {
        preferences.set(PreferenceKey.AT_WORK, atWork(session.server(), session.user()));
    }

    private static String atWork(URI server, String user) {
        return server + " " + user;
    }

    /** Tells what that user could go on with, had he the password; empty where that is nothing. */
    void kept(URI server, String user, Consumer<Optional<Kept>> answer) {
        if (preferences.get(PreferenceKey.AT_WORK).equals(atWork(server, user))) {
            rights.kept(server, user, answer);
        } else {
            answer.accept(Optional.empty());
        }
    }

    /**
     * Looks at a password already, because an answer may be wanted soon; the next {@link #check} of the same has it.
     *
     * @param hashing called on DESK while the hash is computed, where something is kept of that user
     */
    void lookAhead(URI server, String user, Secret password, Runnable hashing) {
        Ahead begun = new Ahead(server, user, password, new Pending<>());
        ahead = begun;
        look(server, user, password, hashing, begun.verdict()::know);
    }

    /** Looks at a password; {@code answer} is called once on DESK. */
    void check(URI server, String user, Secret password, Consumer<Verdict> answer) {
        Ahead begun = ahead;
        ahead = null;
        if (begun != null && begun.isOf(server, user, password)) {
            begun.verdict().tell(answer);
        } else {
            look(server, user, password, () -> {}, answer);
        }
    }

    private void look(URI server, String user, Secret password, Runnable hashing, Consumer<Verdict> answer) {
        Duration left = tries.left();
        if (left.isPositive()) {
            answer.accept(new Verdict.Later(left));
            return;
        }
        kept(server, user, kept -> {
            if (kept.isEmpty()) {
                answer.accept(new Verdict.NotKept());
            } else {
                passwords.kept(server, user, hash -> judge(kept.get(), hash, password, hashing, answer));
            }
        });
    }

    private void judge(Kept kept, Optional<String> hash, Secret password, Runnable hashing, Consumer<Verdict> answer) {
        if (hash.isEmpty()) {
            answer.accept(new Verdict.NotKept());
            return;
        }
        tries.judge(
                password,
                hash.get(),
                right -> answer.accept(right ? new Verdict.May(kept) : new Verdict.WrongPassword()));
        hashing.run();
    }

    /** A verdict that was asked for before anybody wanted it. */
    private record Ahead(URI server, String user, Secret password, Pending<Verdict> verdict) {
        boolean isOf(URI otherServer, String otherUser, Secret other) {
            return server.equals(otherServer) && user.equals(otherUser) && password.equals(other);
        }
    }
}
