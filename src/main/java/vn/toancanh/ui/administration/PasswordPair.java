package vn.toancanh.ui.administration;

import java.util.Optional;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Tokens;

/** A new password, typed twice, because nobody sees what is typed. */
final class PasswordPair extends VBox {
    /** Characters, as the contract has them. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 256;

    private final Form form;
    private final String pointer;
    private final Field<PasswordField> first;
    private final Field<PasswordField> again;

    /**
     * @param form where it stands
     * @param pointer where the server finds it in what is sent
     */
    PasswordPair(Form form, String pointer, String name, Texts texts) {
        super(Tokens.SPACE_12);
        this.form = form;
        this.pointer = pointer;
        first = form.at(pointer, Field.password(name));
        again = form.at(pointer + "Again", Field.password(texts.get("administration.passwordAgain")));
        first.control().setPromptText(texts.get("administration.passwordPrompt"));
        first.control().setOnAction(event -> again.takeFocus());
        again.control().setOnAction(event -> form.send());
        getChildren().addAll(first, again);
    }

    /** What was typed, where it is good; else says at the field why not. */
    Optional<Secret> typed() {
        String text = first.control().getText();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            form.refuse(pointer, text.isEmpty() ? "required" : "length");
            return Optional.empty();
        }
        if (!text.equals(again.control().getText())) {
            form.refuse(pointer + "Again", "mismatch");
            return Optional.empty();
        }
        return Optional.of(Secret.of(text));
    }

    boolean isEmpty() {
        return first.control().getText().isEmpty() && again.control().getText().isEmpty();
    }

    void clear() {
        first.control().clear();
        again.control().clear();
    }

    void takeFocus() {
        first.takeFocus();
    }
}
