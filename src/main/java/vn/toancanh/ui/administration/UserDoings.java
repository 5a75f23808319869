package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.Sending;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** What is done with a user at once, apart from the form: locking, another password, ending sessions, removing. */
final class UserDoings extends VBox {
    private final AdministrationModel model;
    private final Texts texts;
    private final Overlay overlay;
    private final Account user;
    private final Consumer<Account> changed;
    private final Runnable removed;
    private final Runnable overtaken;
    private final SessionList sessions;
    private final MessageLine message = new MessageLine();
    private final Sending sending = new Sending(this::told);
    private final FlowPane ways = new FlowPane(Tokens.SPACE_8, Tokens.SPACE_8);
    private final VBox below = new VBox();

    /**
     * @param changed told of the user as it stands then
     * @param removed told that there is no such user any more
     * @param overtaken told that somebody else was faster, and what there is now is to be asked for
     */
    UserDoings(
            AdministrationModel model,
            Account user,
            Texts texts,
            Overlay overlay,
            Function<Instant, String> moment,
            Consumer<Account> changed,
            Runnable removed,
            Runnable overtaken) {
        super(Tokens.SPACE_8);
        this.model = model;
        this.user = user;
        this.texts = texts;
        this.overlay = overlay;
        this.changed = changed;
        this.removed = removed;
        this.overtaken = overtaken;
        getStyleClass().add("tc-doings");
        sessions = new SessionList(texts, moment, null);
        button(user.enabled() ? "administration.lockUser" : "administration.openUser", this::lock);
        button("administration.setPassword", this::password);
        button("administration.endSessions", this::endSessions);
        button("administration.removeUser", this::remove);
        getChildren().addAll(Form.title(texts.get("administration.signingIn")), sessions, ways, message, below);
        look();
    }

    private void button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        ways.getChildren().add(button);
    }

    private void look() {
        sessions.waiting();
        model.service().sessions(user, outcome -> outcome.settle(sessions::show, sessions::show));
    }

    private void lock() {
        if (user.enabled()) {
            overlay.ask(
                    texts.get("administration.lockTitle", user.displayName()),
                    texts.get("administration.lockWords"),
                    texts.get("administration.lockUser"),
                    () -> change(user.enabled(false)));
        } else {
            change(user.enabled(true));
        }
    }

    private void change(Account wanted) {
        sending.<Account>send(answer -> model.service().change(wanted, answer), changed);
    }

    private void password() {
        NewPasswordForm form = new NewPasswordForm(model, user, texts, overlay, () -> {
            below.getChildren().clear();
            message.say(Weight.INFORMATION, texts.get("administration.passwordSet"));
            look();
        });
        below.getChildren().setAll(form);
        form.takeFocus();
    }

    private void endSessions() {
        overlay.ask(
                texts.get("administration.endTitle", user.displayName()),
                texts.get("administration.endWords"),
                texts.get("administration.endSessions"),
                () -> done(answer -> model.service().endSessions(user, answer), this::look));
    }

    private void remove() {
        overlay.ask(
                texts.get("administration.removeUserTitle", user.displayName()),
                texts.get("administration.removeUserWords"),
                texts.get("administration.removeUser"),
                () -> done(answer -> model.service().remove(user, answer), removed));
    }

    private void done(Consumer<Consumer<Outcome<Boolean>>> ask, Runnable then) {
        sending.<Boolean>send(ask, any -> then.run());
    }

    private void told(Sending.State state) {
        ways.setDisable(state.sending());
        switch (state.phase()) {
            case READY, SENDING -> message.clear();
            case REFUSED -> state.failure().ifPresent(failure -> message.say(Weight.ACT, texts.of(failure)));
            case OVERTAKEN -> {
                sayOvertaken();
                overtaken.run();
            }
        }
    }

    /** Says that nothing was done, because somebody else was faster. */
    void sayOvertaken() {
        message.say(Weight.LOOK, texts.get("administration.overtakenDoing"));
    }

    /** True where a password stands here that is not sent. */
    boolean dirty() {
        return below.getChildren().stream().anyMatch(each -> each instanceof NewPasswordForm form && form.dirty());
    }
}
