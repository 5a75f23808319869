package vn.toancanh.ui.ptz;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Tokens;

/** What is asked before a preset is changed: whether it is meant, or how it is to be called. Nothing is there while nothing is asked. FX thread. */
final class PresetQuestion extends VBox {
    private static final int LONGEST_NAME = 64;

    private final Label words = new Label();
    private final TextField name = new TextField();
    private final Button yes = new Button();
    private final Runnable closed;
    private Consumer<String> answer = any -> {};
    private boolean named;

    /** @param closed it asks nothing any more */
    PresetQuestion(Texts texts, Runnable closed) {
        this.closed = closed;
        getStyleClass().add("tc-preset-question");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        name.setPromptText(texts.get("ptz.presetName"));
        name.textProperty().addListener((any, before, now) -> {
            if (now.length() > LONGEST_NAME) {
                name.setText(now.substring(0, LONGEST_NAME));
            }
            yes.setDisable(named && now.isBlank());
        });
        name.setOnAction(event -> answered());
        yes.setOnAction(event -> answered());
        Button no = new Button(texts.get("ptz.cancel"));
        no.setOnAction(event -> close());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        getChildren().setAll(words, name, new FlowPane(Tokens.SPACE_4, Tokens.SPACE_4, yes, no));
        there(false);
    }

    /**
     * Asks.
     *
     * @param before what stands in the field for a name; null where no name is asked for
     * @param deed what the button is called by which it is done
     * @param then hears the name; empty where none was asked for
     */
    void ask(String question, @Nullable String before, String deed, Consumer<String> then) {
        answer = then;
        named = before != null;
        words.setText(question);
        name.setText(before == null ? "" : before);
        name.setVisible(named);
        name.setManaged(named);
        yes.setText(deed);
        yes.setDisable(named && name.getText().isBlank());
        there(true);
        if (named) {
            name.requestFocus();
            name.selectAll();
        } else {
            yes.requestFocus();
        }
    }

    private void answered() {
        if (!yes.isDisabled() && isVisible()) {
            Consumer<String> then = answer;
            String called = name.getText().strip();
            close();
            then.accept(called);
        }
    }

    /** Asks nothing any more, and nothing is done. */
    void close() {
        if (isVisible()) {
            there(false);
            answer = any -> {};
            closed.run();
        }
    }

    private void there(boolean now) {
        setVisible(now);
        setManaged(now);
    }
}
