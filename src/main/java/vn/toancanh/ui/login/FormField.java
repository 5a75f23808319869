package vn.toancanh.ui.login;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** A field with its name above and what is wrong with it below. */
final class FormField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field;
    private final MessageLine message = new MessageLine();

    FormField(String name, TextField field) {
        super(Tokens.SPACE_4);
        this.field = field;
        Label label = new Label(name);
        label.getStyleClass().add("tc-dim");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        field.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(label, field, message);
    }

    /** Says what is wrong, and brings the keyboard there. */
    void wrong(String sentence) {
        field.pseudoClassStateChanged(WRONG, true);
        field.setAccessibleHelp(sentence);
        message.say(Weight.ACT, sentence);
        field.requestFocus();
        field.selectAll();
    }

    /** A word that may help, in the meantime. */
    void hint(String sentence) {
        message.say(Weight.LOOK, sentence);
    }

    void right() {
        field.pseudoClassStateChanged(WRONG, false);
        field.setAccessibleHelp("");
        message.clear();
    }

    /** What is said below the field; empty: nothing. */
    String words() {
        return message.words();
    }

    TextField field() {
        return field;
    }
}
