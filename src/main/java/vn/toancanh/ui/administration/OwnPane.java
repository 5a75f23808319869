package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.function.Function;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.administration.Sending;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** One's own password, and where one is signed in. */
final class OwnPane extends VBox implements SectionPane {
    private final AdministrationModel model;
    private final Texts texts;
    private final Overlay overlay;
    private final OwnPassword password;
    private final SessionList sessions;
    private final MessageLine message = new MessageLine();
    private final Sending ending = new Sending(this::told);

    OwnPane(AdministrationModel model, Texts texts, Overlay overlay, Function<Instant, String> moment) {
        super(Tokens.SPACE_24);
        this.model = model;
        this.texts = texts;
        this.overlay = overlay;
        password = new OwnPassword();
        sessions = new SessionList(texts, moment, this::end);
        VBox where = new VBox(
                Tokens.SPACE_8,
                Form.title(texts.get("administration.ownSessions")),
                Form.dim(texts.get("administration.ownSessionsWords")),
                sessions,
                message);
        where.getStyleClass().add("tc-own-sessions");
        getStyleClass().add("tc-own");
        getChildren().addAll(password, where);
    }

    /** Asks anew where one is signed in. */
    @Override
    public void reload() {
        sessions.waiting();
        model.service().ownSessions(outcome -> outcome.settle(sessions::show, sessions::show));
    }

    @Override
    public void takeFocus() {
        password.takeFocus();
    }

    private void end(HeldSession session) {
        overlay.ask(
                texts.get("administration.endOwnTitle"),
                texts.get("administration.endOwnWords", session.address()),
                texts.get("administration.endSession"),
                () -> ending.<Boolean>send(answer -> model.service().endOwnSession(session, answer), any -> reload()));
    }

    private void told(Sending.State state) {
        message.clear();
        state.failure().ifPresent(failure -> message.say(Weight.ACT, texts.of(failure)));
    }

    /** The old password, and the new one twice. */
    private final class OwnPassword extends Form {
        private final Field<PasswordField> old;
        private final PasswordPair fresh;

        OwnPassword() {
            super(OwnPane.this.texts, OwnPane.this.texts.get("administration.changePassword"));
            old = at("/oldPassword", Field.password(texts.get("administration.oldPassword")));
            fresh = new PasswordPair(this, "/newPassword", texts.get("administration.newPassword"), texts);
            old.control().setOnAction(event -> fresh.takeFocus());
            getChildren()
                    .addAll(
                            title(texts.get("administration.ownPassword")),
                            dim(texts.get("administration.ownPasswordWords")),
                            old,
                            fresh,
                            foot());
        }

        @Override
        boolean dirty() {
            return !fresh.isEmpty();
        }

        @Override
        void takeFocus() {
            old.takeFocus();
        }

        @Override
        void send() {
            if (old.control().getText().isEmpty()) {
                refuse("/oldPassword", "required");
                return;
            }
            Secret known = Secret.of(old.control().getText());
            fresh.typed()
                    .ifPresent(secret -> sending.<Boolean>send(
                            answer -> model.service().changeOwnPassword(known, secret, answer), any -> {
                                model.ownPassword(secret);
                                clear();
                                tell(texts.get("administration.ownPasswordChanged"));
                                reload();
                            }));
        }

        void clear() {
            old.control().clear();
            fresh.clear();
        }
    }
}
