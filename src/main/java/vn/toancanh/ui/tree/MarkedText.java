package vn.toancanh.ui.tree;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.toancanh.catalogue.Highlight;

/**
 * A text with what was searched for marked in it; cut off with an ellipsis where it is too long. Its labels are used again
 * and again, since lines come by quickly while one scrolls.
 */
final class MarkedText extends HBox {
    /** Before a mark, the mark, after it. */
    private static final int USUAL_PARTS = 3;

    /** Room for an ellipsis, pixels; a text too short to be worth cutting. */
    private static final double ELLIPSIS = 14;

    private static final int SHORT = 2;

    private int used;

    MarkedText() {
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < USUAL_PARTS; i++) {
            getChildren().add(new Label());
        }
    }

    /** Shows the text; marks that do not fit it are left out. */
    void show(String text, List<Highlight> marks) {
        used = 0;
        int at = 0;
        for (Highlight mark : marks) {
            if (mark.start() < at || mark.end() > text.length() || mark.start() >= mark.end()) {
                continue;
            }
            if (mark.start() > at) {
                part(text.substring(at, mark.start()), false);
            }
            part(text.substring(mark.start(), mark.end()), true);
            at = mark.end();
        }
        if (at < text.length() || used == 0) {
            part(text.substring(at), false);
        }
        for (int i = 0; i < getChildren().size(); i++) {
            Label label = (Label) getChildren().get(i);
            // Stays visible without words: what is hidden gets its style only a frame after it is seen again.
            label.setManaged(i < used);
            if (i >= used) {
                label.setText("");
            }
            boolean mayBeCut = i == used - 1 && label.getText().length() > SHORT;
            label.setMinWidth(mayBeCut ? ELLIPSIS : USE_PREF_SIZE);
        }
    }

    private void part(String text, boolean marked) {
        if (used == getChildren().size()) {
            getChildren().add(new Label());
        }
        Label label = (Label) getChildren().get(used++);
        label.setText(text);
        label.getStyleClass().remove("tc-accent-text");
        if (marked) {
            label.getStyleClass().add("tc-accent-text");
        }
    }
}
