package vn.toancanh.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of a card that lies over the wall: what it is, and a button that takes it away, as Esc does. FX thread. */
public final class CardHead extends HBox {
    /**
     * The head of one card.
     *
     * @param shut what the button is called
     * @param close takes the card away
     */
    public CardHead(String title, String shut, Runnable close) {
        Label words = new Label(title);
        words.getStyleClass().addAll("tc-strong", "tc-large");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button button = new Button(null, Icons.CLOSE.at(Tokens.ICON_20));
        button.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        button.setAccessibleText(shut);
        button.setTooltip(Tips.of(shut, "Esc"));
        button.setOnAction(event -> close.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, between, button);
    }
}
