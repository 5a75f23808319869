package vn.toancanh.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A sentence with the shape and colour of its weight, where it concerns; takes no room while it has nothing to say. */
public final class MessageLine extends HBox {
    private final Label words = new Label();

    public MessageLine() {
        getStyleClass().add("tc-message");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAccessibleRole(AccessibleRole.TEXT);
        clear();
    }

    /** Says the sentence. */
    public void say(Weight weight, String sentence) {
        getStyleClass().setAll("tc-message", weight.styleClass());
        getChildren().setAll(weight.icon().at(Tokens.ICON_16), words);
        words.setText(sentence);
        setAccessibleText(sentence);
        setVisible(true);
        setManaged(true);
    }

    /** Says nothing more. */
    public void clear() {
        words.setText("");
        setAccessibleText("");
        setVisible(false);
        setManaged(false);
    }

    /** What it says now; empty: nothing. */
    public String words() {
        return words.getText();
    }
}
