package vn.toancanh.ui.login;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SignIn;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** Asks the second person, whom a role demands, for name and password, in the place of the sign-in form. */
final class SecondPersonForm extends VBox {
    private static final double WIDTH = 344;

    private final SecondPersonModel model;
    private final Texts texts;
    private final FormField user;
    private final FormField password;
    private final MessageLine whole = new MessageLine();
    private final Button enter = new Button();
    private final ChangeListener<SecondPersonModel.Progress> onProgress = (any, before, now) -> show(now);

    /** @param leave back to the first person's form */
    SecondPersonForm(SecondPersonModel model, Texts texts, Runnable leave) {
        super(Tokens.SPACE_16);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("tc-second-person");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label(texts.get("login.secondTitle"), Icons.PERSON.at(Tokens.ICON_20));
        title.setGraphicTextGap(Tokens.SPACE_8);
        title.getStyleClass().addAll("tc-strong", "tc-large");
        user = new FormField(texts.get("login.secondUser"), new TextField());
        password = new FormField(texts.get("login.secondPassword"), new PasswordField());
        user.field().setOnAction(event -> password.field().requestFocus());
        password.field().setOnAction(event -> model.enter());
        for (FormField each : List.of(user, password)) {
            each.field().addEventHandler(KeyEvent.KEY_TYPED, event -> model.typed());
        }
        enter.getStyleClass().add("tc-primary");
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.setOnAction(event -> model.enter());
        HBox.setHgrow(enter, Priority.ALWAYS);
        Button back = new Button(texts.get("login.trustBack"));
        back.setOnAction(event -> {
            model.cancel();
            leave.run();
        });
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        title,
                        sentence(texts.get("login.secondWhy", model.first())),
                        whole,
                        user,
                        password,
                        new HBox(Tokens.SPACE_8, enter, back));
        sceneProperty().addListener((any, before, now) -> follow(now != null));
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void follow(boolean shown) {
        model.progress().removeListener(onProgress);
        user.field().textProperty().unbindBidirectional(model.user());
        password.field().textProperty().unbindBidirectional(model.password());
        if (shown) {
            user.field().textProperty().bindBidirectional(model.user());
            password.field().textProperty().bindBidirectional(model.password());
            model.progress().addListener(onProgress);
            show(model.progress().get());
        }
    }

    /** Brings the keyboard to what is to be typed next. */
    void takeFocus() {
        (model.user().get().isBlank() ? user : password).field().requestFocus();
    }

    private void show(SecondPersonModel.Progress now) {
        List.of(user, password).forEach(each -> {
            each.field().setEditable(!now.busy());
            each.right();
        });
        whole.clear();
        enter.setText(texts.get(now.busy() ? "login.busy" : "login.secondEnter"));
        enter.setDisable(now.busy());
        SignIn.Answer.Wrong wrong = now.wrong();
        if (wrong == null) {
            return;
        }
        String sentence = texts.of(wrong.failure());
        switch (wrong.concern()) {
            case USER -> user.wrong(sentence);
            case PASSWORD -> password.wrong(sentence);
            case SERVER, WHOLE -> whole.say(Weight.ACT, sentence);
        }
    }
}
