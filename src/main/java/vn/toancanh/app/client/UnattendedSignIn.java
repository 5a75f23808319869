package vn.toancanh.app.client;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.access.SessionService;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.StaySignedIn;

/** Signs in by itself, as the program was told to at its start, and says there what came of it. On DESK. */
final class UnattendedSignIn implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(UnattendedSignIn.class);

    private final Surroundings given;
    private final WaitingWord waiting;
    private final ChangeLanguage language;
    private final Consumer<SignIn.Answer> shown;
    private final StaySignedIn stay;

    /**
     * Begins.
     *
     * @param user whose name the program was given
     * @param shown shows the answer in the window, too
     */
    UnattendedSignIn(
            Surroundings given,
            ClientOptions options,
            String user,
            Secret password,
            SignIn signIn,
            SessionService sessions,
            Lane desk,
            ChangeLanguage language,
            Consumer<SignIn.Answer> shown) {
        this.given = given;
        String server = options.server().toString();
        this.waiting = new WaitingWord(desk, () -> given.say(language.texts().get("client.waiting", server)));
        this.language = language;
        this.shown = shown;
        this.stay = new StaySignedIn(signIn, sessions, desk, server, user, password, this::answered);
        stay.begin();
    }

    private void answered(SignIn.Answer answer) {
        shown.accept(answer);
        if (!(answer instanceof SignIn.Answer.Wrong wrong)) {
            waiting.close();
            return;
        }
        LOG.warn("sign-in: {}", wrong.failure().detail());
        boolean untrusted = wrong.untrusted().isPresent();
        if (!untrusted && wrong.failure().kind().passing()) {
            waiting.waits();
            return;
        }
        waiting.close();
        Texts texts = language.texts();
        given.say(texts.of(wrong.failure()));
        if (untrusted) {
            String shownNow = wrong.untrusted().get().fingerprint().toString();
            given.say(texts.get("client.pinIt", shownNow));
        }
    }

    @Override
    public void close() {
        stay.close();
        waiting.close();
    }
}
