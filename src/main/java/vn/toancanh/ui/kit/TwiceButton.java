package vn.toancanh.ui.kit;

import javafx.scene.control.Button;

/** Does what cannot be taken back when it is pressed a second time, so that one slip of the hand does nothing. FX thread. */
public final class TwiceButton extends Button {
    private static final String DANGER = "tc-danger";

    private final String sure;
    private String words = "";
    private boolean asks;

    /**
     * A button without words.
     *
     * @param sure what it asks before it does it
     * @param action done when it is pressed once more
     */
    public TwiceButton(String sure, Runnable action) {
        this.sure = sure;
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("tc-quiet");
        setOnAction(event -> {
            boolean again = asks;
            ask(!again);
            if (again) {
                action.run();
            }
        });
        focusedProperty().addListener((any, was, is) -> {
            if (!is) {
                ask(false);
            }
        });
    }

    /** What it does, in words; it asks no more where that is another thing than before. */
    public void words(String now) {
        if (!now.equals(words)) {
            words = now;
            ask(false);
        }
    }

    /** It is another thing that it would be done to. */
    public void forget() {
        ask(false);
    }

    private void ask(boolean now) {
        asks = now;
        setText(now ? sure : words);
        getStyleClass().remove(DANGER);
        if (now) {
            getStyleClass().add(DANGER);
        }
    }
}
