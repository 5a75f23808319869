package vn.toancanh.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.toancanh.access.IdleLock;
import vn.toancanh.access.Session;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** What a locked desk has in place of its top bar: whose it is, and where the password goes. */
final class LockBar extends HBox {
    private final Texts texts;
    private final LockDesk lock;
    private final PasswordField password = new PasswordField();
    private final Button open = new Button();
    private final MessageLine message = new MessageLine();

    LockBar(Texts texts, LockDesk lock, Optional<Session> who) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        this.lock = lock;
        getStyleClass().addAll("tc-top-bar", "tc-lock-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(texts.get("shell.locked"), Icons.LOCKED.at(Tokens.ICON_20));
        title.getStyleClass().addAll("tc-strong", "tc-medium");
        title.setMinWidth(USE_PREF_SIZE);
        Label person = new Label(who.map(Session::displayName).orElse(""), Icons.PERSON.at(Tokens.ICON_16));
        person.setMinWidth(0);
        password.setPromptText(texts.get("login.password"));
        password.setAccessibleText(texts.get("login.password"));
        password.setMinWidth(200);
        password.setOnAction(event -> enter());
        open.getStyleClass().add("tc-primary");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> enter());
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(title, person, password, open, message);
        show(lock.state());
    }

    /** Brings the keyboard to the password. */
    void takeFocus() {
        password.requestFocus();
    }

    /** Shows whether a password is being looked at. */
    void show(IdleLock.State state) {
        boolean asking = state == IdleLock.State.ASKING;
        open.setText(texts.get(asking ? "shell.lockChecking" : "shell.unlock"));
        open.setDisable(asking);
        password.setEditable(!asking);
    }

    private void enter() {
        Secret typed = Secret.of(password.getText());
        password.clear();
        message.clear();
        lock.open(typed, why -> why.ifPresent(this::say));
    }

    private void say(Failure why) {
        message.say(Weight.ACT, texts.of(why));
        password.requestFocus();
    }
}
