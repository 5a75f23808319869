package vn.toancanh.desk;

import java.time.Duration;
import java.util.function.Consumer;
import vn.toancanh.access.Connection;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;

/**
 * Keeps a desk signed in at which nobody sits: waits for a server that is away, and signs in again when a session has ended.
 * Until the server has said yes or no to that the wall goes on as it is. A password that is refused is tried once, and a person
 * who signs out ends it.
 */
public final class StaySignedIn implements Handle {
    /** A server that has not answered by then is waited for with what is kept: a wall is not to stay dark for its sake. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * So long after a session has ended, and after each try that came to nothing, lest a server that ends every session at once
     * is asked without a break.
     */
    static final Duration AGAIN = Duration.ofSeconds(5);

    private final SignIn signIn;
    private final Lane desk;
    private final String server;
    private final String user;
    private final Secret password;
    private final Consumer<SignIn.Answer> answers;
    private final Handle following;
    private Handle again = Handle.NONE;
    private Handle patience = Handle.NONE;
    private boolean saidAway;
    private boolean ended;

    /**
     * Follows what becomes of the session; {@link #begin} starts it.
     *
     * @param answers told what each sign-in came to, so that it can be said; that the server is away, once each time
     */
    public StaySignedIn(
            SignIn signIn,
            SessionService sessions,
            Lane desk,
            String server,
            String user,
            Secret password,
            Consumer<SignIn.Answer> answers) {
        this.signIn = signIn;
        this.desk = desk;
        this.server = server;
        this.user = user;
        this.password = password;
        this.answers = answers;
        this.following = sessions.onChange(this::changed);
    }

    /** Signs in. */
    public void begin() {
        if (!ended) {
            Asking asking = new Asking();
            signIn.lookAhead(server, user, password);
            patience.close();
            // Behind what stands in DESK's queue: an answer may have waited there for as long as the desk was busy.
            patience = desk.after(PATIENCE, () -> desk.execute(asking::overdue));
            signIn.as(server, user, password, asking::answered);
        }
    }

    /** The first question of all. */
    private final class Asking {
        private boolean over;
        private boolean late;

        void overdue() {
            if (over || ended) {
                return;
            }
            late = true;
            answers.accept(new SignIn.Answer.Wrong(
                    SignIn.Concern.SERVER,
                    Failure.of(Failure.Kind.TIMEOUT, "no answer within " + PATIENCE)
                            .withText("login.serverAway", server)));
            signIn.whenBack(server, user, password, StaySignedIn.this::answered);
        }

        void answered(SignIn.Answer answer) {
            over = true;
            patience.close();
            if (!late || answer instanceof SignIn.Answer.Done) {
                StaySignedIn.this.answered(answer);
            } else if (answer instanceof SignIn.Answer.Wrong wrong
                    && wrong.untrusted().isPresent()) {
                // It is waited for already, and whoever waits goes on in silence at a server that is there but not
                // trusted.
                answers.accept(answer);
            }
        }
    }

    /** Not with {@link SignIn#whenBack}: what this machine kept went with the session, and the wall would go dark for a slow answer. */
    private void signInAgain() {
        signIn.as(server, user, password, answer -> {
            if (ended) {
                return;
            }
            if (answer instanceof SignIn.Answer.Wrong wrong
                    && wrong.failure().kind().passing()) {
                if (!saidAway) {
                    saidAway = true;
                    answers.accept(answer);
                }
                again = desk.after(AGAIN, this::signInAgain);
            } else {
                saidAway = false;
                answered(answer);
            }
        });
    }

    private void answered(SignIn.Answer answer) {
        answers.accept(answer);
        if (answer instanceof SignIn.Answer.Wrong wrong) {
            if (wrong.failure().kind().passing()) {
                signIn.whenBack(server, user, password, this::answered);
            } else {
                close();
            }
        }
    }

    private void changed(SessionState state) {
        Connection.Phase phase = state.connection().phase();
        if (phase == Connection.Phase.EXPIRED) {
            again.close();
            again = desk.after(AGAIN, this::signInAgain);
        } else if (phase == Connection.Phase.SIGNED_OUT) {
            close();
        }
    }

    @Override
    public void close() {
        ended = true;
        again.close();
        patience.close();
        following.close();
    }
}
