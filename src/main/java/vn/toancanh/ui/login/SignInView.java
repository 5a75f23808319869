package vn.toancanh.ui.login;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SignIn;
import vn.toancanh.ui.kit.LanguageSwitch;
import vn.toancanh.ui.kit.Mark;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** The sign-in form in the middle of an otherwise empty window. Enter goes on, Esc gives up waiting. */
public final class SignInView extends StackPane {
    private static final double WIDTH = 344;
    private static final double MARK_TILE = 9;

    /** Enough for the form with its messages, so that it stays where it is when one appears. */
    private static final double ROOM = 440;

    private final SignInModel model;
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final FormField server;
    private final FormField user;
    private final FormField password;
    private final MessageLine whole = new MessageLine();
    private final Button enter = new Button();
    private final Button cancel = new Button();
    private final Button kept = new Button();
    private final ProgressBar busy = new ProgressBar();
    private final VBox form;
    private final ChangeListener<SignInModel.Progress> onProgress = (any, before, now) -> show(now);

    /**
     * Shows the form.
     *
     * @param moment a point in time as people read it now
     * @param hint a sentence above the form, such as what this machine still holds; empty for none
     */
    public SignInView(
            SignInModel model,
            Texts texts,
            Function<Instant, String> moment,
            String hint,
            Consumer<Language> language) {
        this.model = model;
        this.texts = texts;
        this.moment = moment;
        getStyleClass().add("tc-sign-in");
        getStylesheets().add(Theme.sheet(SignInView.class, "login.css"));
        server = new FormField(texts.get("login.server"), new TextField());
        server.field().setPromptText(texts.get("login.serverPrompt"));
        user = new FormField(texts.get("login.user"), new TextField());
        password = new FormField(texts.get("login.password"), new PasswordField());
        for (FormField each : List.of(server, user, password)) {
            each.field().setOnAction(event -> next(each));
            each.field().addEventHandler(KeyEvent.KEY_TYPED, event -> model.typed());
        }
        password.field().addEventHandler(KeyEvent.KEY_RELEASED, event -> watchCapsLock());
        password.field().focusedProperty().addListener((any, was, is) -> watchCapsLock());

        form = new VBox(Tokens.SPACE_16, head(), whole, server, user, password, actions());
        form.setMaxSize(WIDTH, USE_PREF_SIZE);
        form.setMinHeight(ROOM);
        if (!hint.isEmpty()) {
            whole.say(Weight.INFORMATION, hint);
        }
        HBox foot = new HBox(new LanguageSwitch(texts, language));
        foot.setAlignment(Pos.BOTTOM_RIGHT);
        foot.setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(foot, Pos.BOTTOM_RIGHT);
        getChildren().addAll(form, foot);

        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.stepBack()) {
                event.consume();
            }
        });
        sceneProperty().addListener((any, before, now) -> follow(now != null));
    }

    /** Holds on to the model only while it is on show: the model outlives many views. */
    private void follow(boolean shown) {
        model.progress().removeListener(onProgress);
        server.field().textProperty().unbindBidirectional(model.server());
        user.field().textProperty().unbindBidirectional(model.user());
        password.field().textProperty().unbindBidirectional(model.password());
        if (shown) {
            server.field().textProperty().bindBidirectional(model.server());
            user.field().textProperty().bindBidirectional(model.user());
            password.field().textProperty().bindBidirectional(model.password());
            model.progress().addListener(onProgress);
            show(model.progress().get());
            firstEmpty().field().requestFocus();
        }
    }

    private HBox head() {
        Label name = new Label(texts.get("kit.product"));
        name.getStyleClass().addAll("tc-strong", "tc-product");
        HBox head = new HBox(Tokens.SPACE_16, new Mark(MARK_TILE), name);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tc-sign-in-head");
        return head;
    }

    private VBox actions() {
        enter.setText(texts.get("login.enter"));
        enter.getStyleClass().add("tc-primary");
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.setOnAction(event -> model.enter());
        cancel.setText(texts.get("login.cancel"));
        cancel.setOnAction(event -> model.cancel());
        kept.setMaxWidth(Double.MAX_VALUE);
        kept.setOnAction(event -> model.goOnWithKept());
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.setAccessibleText(texts.get("login.busy"));
        HBox.setHgrow(enter, Priority.ALWAYS);
        return new VBox(Tokens.SPACE_8, new HBox(Tokens.SPACE_8, enter, cancel), kept, busy);
    }

    private void next(FormField from) {
        FormField empty = firstEmpty();
        if (from.equals(password) || !empty.field().getText().isBlank()) {
            model.enter();
        } else {
            empty.field().requestFocus();
        }
    }

    private FormField firstEmpty() {
        for (FormField each : List.of(server, user)) {
            if (each.field().getText().isBlank()) {
                return each;
            }
        }
        return password;
    }

    private void watchCapsLock() {
        boolean on = password.field().isFocused()
                && Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
        SignIn.Answer.@Nullable Wrong wrong = model.progress().get().wrong();
        if (wrong != null && wrong.concern() == SignIn.Concern.PASSWORD) {
            return;
        }
        if (on) {
            password.hint(texts.get("login.capsLock"));
        } else {
            password.right();
        }
    }

    private void offerKept(@Nullable Instant asOf) {
        kept.setVisible(asOf != null);
        kept.setManaged(asOf != null);
        kept.setText(asOf == null ? "" : texts.get("login.kept", moment.apply(asOf)));
    }

    /** A question takes the place of the form, so that nobody types a password beside it. */
    private boolean asks() {
        Optional<ShownCertificate> question = model.question();
        Optional<SecondPersonModel> second = model.second();
        Node wanted = question.<Node>map(shown -> new TrustQuestion(shown, texts, moment, model::trust, model::typed))
                .or(() -> second.map(asked -> new SecondPersonForm(asked, texts, model::stepBack)))
                .orElse(form);
        getChildren().set(0, wanted);
        if (wanted instanceof TrustQuestion asked) {
            asked.takeFocus();
        } else if (wanted instanceof SecondPersonForm asked) {
            asked.takeFocus();
        }
        return !wanted.equals(form);
    }

    private void show(SignInModel.Progress now) {
        boolean waits = now.busy();
        if (asks()) {
            return;
        }
        List.of(server, user, password).forEach(each -> {
            each.field().setEditable(!waits);
            each.right();
        });
        enter.setText(waits ? texts.get("login.busy") : texts.get("login.enter"));
        enter.setDisable(waits);
        cancel.setVisible(waits);
        cancel.setManaged(waits);
        busy.setVisible(waits);
        offerKept(now.keptAsOf());
        if (waits) {
            cancel.requestFocus();
        }
        SignIn.Answer.@Nullable Wrong wrong = now.wrong();
        if (wrong == null) {
            if (!waits && cancel.isFocused()) {
                firstEmpty().field().requestFocus();
            }
            return;
        }
        String sentence = texts.of(wrong.failure());
        switch (wrong.concern()) {
            case SERVER -> server.wrong(sentence);
            case USER -> user.wrong(sentence);
            case PASSWORD -> password.wrong(sentence);
            case WHOLE -> {
                whole.say(Weight.ACT, sentence);
                enter.requestFocus();
            }
        }
    }
}
