package vn.toancanh.ui.administration;

import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** Something to be filled in, with its name above and what is wrong with it below. */
final class Field<C extends Region> extends VBox implements Complaint {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final C control;
    private final MessageLine message = new MessageLine();

    Field(String name, C control) {
        super(Tokens.SPACE_4);
        this.control = control;
        Label label = new Label(name);
        label.getStyleClass().add("tc-dim");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(label, control, message);
    }

    static Field<TextField> text(String name, String value) {
        return new Field<>(name, new TextField(value));
    }

    static Field<PasswordField> password(String name) {
        return new Field<>(name, new PasswordField());
    }

    C control() {
        return control;
    }

    /** Puts something of its own below the control. */
    Field<C> below(Node node) {
        getChildren().add(2, node);
        return this;
    }

    @Override
    public void wrong(String sentence) {
        control.pseudoClassStateChanged(WRONG, true);
        control.setAccessibleHelp(sentence);
        message.say(Weight.ACT, sentence);
    }

    @Override
    public void right() {
        control.pseudoClassStateChanged(WRONG, false);
        control.setAccessibleHelp("");
        message.clear();
    }

    /** True where something is said to be wrong with one of them. */
    static boolean anyWrong(Field<?>... fields) {
        return Stream.of(fields).anyMatch(field -> !field.words().isEmpty());
    }

    @Override
    public void takeFocus() {
        control.requestFocus();
    }

    /** What is said below it; empty: nothing. */
    String words() {
        return message.words();
    }
}
