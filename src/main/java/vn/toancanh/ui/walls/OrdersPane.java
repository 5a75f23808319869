package vn.toancanh.ui.walls;

import java.time.Duration;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** What whole screens of a wall are told besides what they show: which they are, words for whoever stands there, nothing at all. FX thread. */
final class OrdersPane extends HBox {
    private static final List<Duration> TIMES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final int MOST_CHARACTERS = 500;
    private static final double TIME_WIDTH = 104;
    private static final double LEAST_WORDS = 160;

    private final PushDesk desk;
    private final Texts texts;
    private final Button identify;
    private final Button blank;
    private final TextField words = new TextField();
    private final ComboBox<Duration> time = new ComboBox<>(FXCollections.observableArrayList(TIMES));
    private final Button send;
    private final Typed typed;

    OrdersPane(PushDesk desk, Texts texts) {
        super(Tokens.SPACE_8);
        this.desk = desk;
        this.texts = texts;
        this.typed = new Typed(desk, words);
        setAlignment(Pos.CENTER_LEFT);
        identify = button("walls.identify", "walls.identifyTip", desk::identify);
        blank = button("walls.blank", "walls.blankTip", desk::blank);
        words.setPromptText(texts.get("walls.messagePrompt"));
        words.setAccessibleText(texts.get("walls.messagePrompt"));
        words.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= MOST_CHARACTERS ? change : null));
        words.setMinWidth(LEAST_WORDS);
        words.setOnAction(event -> send());
        words.textProperty().addListener((any, before, now) -> enable());
        HBox.setHgrow(words, Priority.ALWAYS);
        time.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Duration each) {
                return each == null ? "" : spoken(each);
            }

            @Override
            public Duration fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        time.setValue(TIMES.get(1));
        time.setMinWidth(TIME_WIDTH);
        time.setAccessibleText(texts.get("walls.messageTime"));
        time.setTooltip(Tips.of(texts.get("walls.messageTime"), ""));
        send = new Button(texts.get("walls.send"));
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(event -> send());
        getChildren().addAll(identify, blank, words, time, send);
        enable();
    }

    private Button button(String key, String tip, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(Tips.of(texts.get(tip), ""));
        button.setOnAction(event -> action.run());
        return button;
    }

    private String spoken(Duration each) {
        return each.compareTo(Duration.ofMinutes(1)) < 0
                ? texts.get("walls.messageSeconds", each.toSeconds())
                : texts.get("walls.messageMinutes", each.toMinutes());
    }

    private void send() {
        if (!send.isDisabled()) {
            typed.send(() -> desk.say(words.getText(), time.getValue()));
        }
    }

    /** The wall, or what may be done with it, is another. */
    void show() {
        typed.settle();
        enable();
    }

    private void enable() {
        boolean may = desk.mayPush() && desk.watched().wall().isPresent();
        identify.setDisable(!may);
        blank.setDisable(!may);
        words.setDisable(!may);
        time.setDisable(!may);
        send.setDisable(!may || words.getText().isBlank());
    }
}
