package vn.toancanh.ui.alarms;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.ui.kit.Tokens;

/** What came of an alarm and a note, asked before it is closed. FX thread. */
final class AlarmClosing extends VBox {
    /** As many characters as the server takes. */
    private static final int MOST = 2000;

    private static final int LINES = 3;

    private final ToggleGroup outcomes = new ToggleGroup();
    private final TextArea note = new TextArea();
    private final Button close;
    private final ToggleButton first;

    /**
     * Asks nothing yet.
     *
     * @param done what was said
     * @param cancel the alarm is not closed after all
     */
    AlarmClosing(Texts texts, BiConsumer<AlarmOutcome, String> done, Runnable cancel) {
        super(Tokens.SPACE_8);
        getStyleClass().add("tc-alarm-closing");
        Label question = new Label(texts.get("alarms.outcome"));
        question.getStyleClass().add("tc-strong");
        first = choice(AlarmOutcome.HANDLED, texts.get("alarms.handled"));
        note.setPromptText(texts.get("alarms.note"));
        note.setAccessibleText(texts.get("alarms.note"));
        note.setPrefRowCount(LINES);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= MOST ? change : null));
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveNote);
        close = new Button(texts.get("alarms.finish"));
        close.getStyleClass().add("tc-primary");
        close.disableProperty().bind(outcomes.selectedToggleProperty().isNull());
        close.setOnAction(event -> {
            Toggle chosen = outcomes.getSelectedToggle();
            if (chosen != null && chosen.getUserData() instanceof AlarmOutcome outcome) {
                done.accept(outcome, note.getText().strip());
            }
        });
        Button back = new Button(texts.get("alarms.notYet"));
        back.setOnAction(event -> cancel.run());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel.run();
                event.consume();
            }
        });
        getChildren()
                .addAll(
                        question,
                        first,
                        choice(AlarmOutcome.FALSE_ALARM, texts.get("alarms.falseAlarm")),
                        choice(AlarmOutcome.NO_ACTION, texts.get("alarms.noAction")),
                        note,
                        new HBox(Tokens.SPACE_8, close, back));
    }

    /** A note needs no tabulator, and whoever has no mouse the way on. */
    private void leaveNote(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            note.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private ToggleButton choice(AlarmOutcome outcome, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setUserData(outcome);
        button.setToggleGroup(outcomes);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        return button;
    }

    /** Another alarm: what was typed was for the one before. */
    void clear() {
        outcomes.selectToggle(null);
        note.clear();
    }

    void takeFocus() {
        first.requestFocus();
    }
}
