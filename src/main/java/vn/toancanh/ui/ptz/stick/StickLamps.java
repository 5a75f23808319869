package vn.toancanh.ui.ptz.stick;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.stick.StickState;
import vn.toancanh.ui.kit.Tokens;

/** A lamp for each button of a stick, lit while it is down. FX thread. */
final class StickLamps extends FlowPane {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Texts texts;
    private long shown = -1;

    StickLamps(Texts texts) {
        super(Tokens.SPACE_4, Tokens.SPACE_4);
        this.texts = texts;
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(StickState state) {
        int count = state.stick().buttons();
        if (count == getChildren().size() && shown == state.buttons()) {
            return;
        }
        while (getChildren().size() > count) {
            getChildren().removeLast();
        }
        while (getChildren().size() < count) {
            Label lamp = new Label(Integer.toString(getChildren().size() + 1));
            lamp.getStyleClass().addAll("tc-stick-lamp", "tc-figures", "tc-small");
            lamp.setMinWidth(USE_PREF_SIZE);
            getChildren().add(lamp);
        }
        shown = state.buttons();
        for (int button = 0; button < count; button++) {
            getChildren().get(button).pseudoClassStateChanged(LIT, ((shown >> button) & 1) != 0);
        }
        setAccessibleText(StickWords.down(shown, texts));
    }
}
