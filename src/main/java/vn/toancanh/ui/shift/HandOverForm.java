package vn.toancanh.ui.shift;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.HandoverDesk;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** What the outgoing says, and the button that hands over. */
final class HandOverForm extends VBox {
    private static final int ROWS = 4;

    private final TextArea comment = new TextArea();
    private final MessageLine message = new MessageLine();

    /** @param done told by what id it is handed over */
    HandOverForm(ShiftModel model, Texts texts, ReportWords words, Consumer<UUID> done) {
        super(Tokens.SPACE_8);
        Label title = new Label(texts.get("shift.comment"));
        title.setLabelFor(comment);
        title.getStyleClass().add("tc-strong");
        comment.setTextFormatter(new TextFormatter<String>(
                change -> change.getControlNewText().length() <= HandoverDesk.MOST_COMMENT ? change : null));
        comment.textProperty().bindBidirectional(model.comment());
        comment.setPromptText(texts.get("shift.commentPrompt"));
        comment.setWrapText(true);
        comment.setPrefRowCount(ROWS);
        comment.setMinHeight(USE_PREF_SIZE);
        Button over = new Button(texts.get("shift.handOver"));
        over.getStyleClass().add("tc-primary");
        over.setMinWidth(USE_PREF_SIZE);
        over.setOnAction(event -> {
            String called = model.shown().get().open().map(words::title).orElse(texts.get("shift.title"));
            model.handOver(called)
                    .settle(
                            id -> {
                                message.clear();
                                done.accept(id);
                            },
                            why -> message.say(Weight.ACT, texts.of(why)));
        });
        Label meaning = new Label(texts.get("shift.handOverMeaning"));
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        meaning.getStyleClass().add("tc-dim");
        getChildren().addAll(title, comment, meaning, message, over);
    }

    void takeFocus() {
        comment.requestFocus();
    }
}
