package vn.toancanh.ui.kit;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * A field to search by: a glass at the left, at the right the words for what was found and a cross that empties it. Esc
 * empties it too, and goes on to whoever is above when there is nothing to empty.
 */
public final class SearchField extends CustomTextField {
    private final Label found = new Label();

    public SearchField(String prompt, String clearText) {
        getStyleClass().add("tc-search");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Icons.SEARCH.at(Tokens.ICON_16));
        Button clear = new Button(null, Icons.CLOSE.at(Tokens.ICON_16));
        clear.getStyleClass().add("tc-clear");
        clear.setFocusTraversable(false);
        clear.setAccessibleText(clearText);
        clear.setTooltip(new Tooltip(clearText));
        clear.setOnAction(event -> clear());
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        found.getStyleClass().addAll("tc-dim", "tc-small");
        found.setMinWidth(Label.USE_PREF_SIZE);
        HBox right = new HBox(Tokens.SPACE_4, found, clear);
        right.getStyleClass().add("tc-search-right");
        setRight(right);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /** Says what was found, such as "12 camera"; empty says nothing. */
    public void say(String words) {
        found.setText(words);
    }
}
