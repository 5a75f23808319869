package vn.toancanh.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line across the whole window that says what has happened and offers the way on. */
public class Banner extends HBox {
    private final Label words = new Label();

    public Banner() {
        getStyleClass().add("tc-banner");
        setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setVisible(false);
        setManaged(false);
    }

    /** Shows the sentence with the buttons that lead on, at most two of them. */
    public void show(Weight weight, String sentence, Button... ways) {
        getStyleClass().setAll("tc-banner", weight.styleClass());
        words.setText(sentence);
        getChildren().setAll(weight.icon().at(Tokens.ICON_16), words);
        for (Button way : ways) {
            way.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(ways);
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
    }

    /** What it says now; empty where it is hidden. */
    public String words() {
        return isVisible() ? words.getText() : "";
    }
}
