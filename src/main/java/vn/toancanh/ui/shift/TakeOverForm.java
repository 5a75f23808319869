package vn.toancanh.ui.shift;

import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.HandoverDesk;
import vn.toancanh.shift.Handover;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** Asks whoever takes over for his own name and password. The password is nowhere once it is sent or the form is away. */
final class TakeOverForm extends VBox {
    private final ShiftModel model;
    private final Texts texts;
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField comment = new TextField();
    private final MessageLine message = new MessageLine();
    private final Button sign = new Button();
    private @Nullable UUID handover;
    private boolean sending;

    TakeOverForm(ShiftModel model, Texts texts) {
        super(Tokens.SPACE_8);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("tc-take-over");
        Label title = new Label(texts.get("shift.takeOverTitle"));
        title.getStyleClass().add("tc-strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        comment.setTextFormatter(new TextFormatter<String>(
                change -> change.getControlNewText().length() <= HandoverDesk.MOST_COMMENT ? change : null));
        HBox fields = new HBox(
                Tokens.SPACE_12,
                field(texts.get("shift.signer"), user),
                field(texts.get("shift.signerPassword"), password),
                field(texts.get("shift.incomingComment"), comment));
        sign.setText(texts.get("shift.takeOver"));
        sign.getStyleClass().add("tc-primary");
        sign.setMinWidth(USE_PREF_SIZE);
        sign.setOnAction(event -> send());
        List.of(user, password, comment).forEach(each -> each.setOnAction(event -> send()));
        getChildren().addAll(title, fields, message, sign);
        sceneProperty().addListener((any, before, now) -> {
            if (now == null) {
                password.clear();
            }
        });
    }

    private static VBox field(String words, TextInputControl control) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.getStyleClass().add("tc-dim");
        VBox field = new VBox(Tokens.SPACE_4, label, control);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** What is to be signed. What was typed for another is forgotten. */
    void of(UUID id) {
        if (!id.equals(handover)) {
            handover = id;
            List.of(user, password, comment).forEach(TextInputControl::clear);
            message.clear();
        }
    }

    private void send() {
        UUID id = handover;
        if (id == null || sending) {
            return;
        }
        busy(true);
        Secret given = Secret.of(password.getText());
        model.takeOver(id, user.getText(), given, comment.getText(), outcome -> answered(id, outcome));
    }

    private void answered(UUID id, Outcome<Handover> outcome) {
        busy(false);
        password.clear();
        if (!id.equals(handover)) {
            return;
        }
        switch (outcome) {
            case Outcome.Done<Handover> _ -> message.clear();
            case Outcome.Failed<Handover>(Failure why) -> {
                message.say(Weight.ACT, texts.of(why));
                (user.getText().isBlank() ? user : password).requestFocus();
            }
        }
    }

    private void busy(boolean now) {
        sending = now;
        sign.setDisable(now);
        sign.setText(texts.get(now ? "shift.signing" : "shift.takeOver"));
    }
}
