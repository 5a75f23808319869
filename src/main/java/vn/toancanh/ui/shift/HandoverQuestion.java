package vn.toancanh.ui.shift;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;

/** Asks whoever signs out of a shift that is not handed over, once, whether he wants to. */
public final class HandoverQuestion extends StackPane {
    private static final double WIDTH = 480;

    private final Button over;

    /**
     * @param handOver to the handover
     * @param out signs out all the same
     * @param back neither
     */
    public HandoverQuestion(Texts texts, Runnable handOver, Runnable out, Runnable back) {
        getStyleClass().add("tc-handover");
        getStylesheets().add(Theme.sheet(HandoverQuestion.class, "shift.css"));
        Label title = new Label(texts.get("shift.askTitle"), Icons.LOOK.at(Tokens.ICON_20));
        title.setGraphicTextGap(Tokens.SPACE_8);
        title.getStyleClass().addAll("tc-strong", "tc-medium");
        Label meaning = new Label(texts.get("shift.askMeaning"));
        for (Label each : new Label[] {title, meaning}) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        over = button(texts.get("shift.askHandOver"), handOver);
        over.getStyleClass().add("tc-primary");
        HBox ways = new HBox(
                Tokens.SPACE_8, button(texts.get("shift.askStay"), back), button(texts.get("shift.askOut"), out), over);
        ways.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(Tokens.SPACE_16, title, meaning, ways);
        card.getStyleClass().add("tc-handover-card");
        card.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().add(card);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    public void takeFocus() {
        over.requestFocus();
    }
}
