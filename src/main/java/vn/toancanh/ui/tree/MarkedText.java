package vn.toancanh.ui.tree;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.toancanh.catalogue.Highlight;

/** A text with what was searched for marked in it; cut off with an ellipsis where it is too long. */
final class MarkedText extends HBox {
    MarkedText() {
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows the text; marks that do not fit it are left out. */
    void show(String text, List<Highlight> marks) {
        List<Node> parts = new ArrayList<>();
        int at = 0;
        for (Highlight mark : marks) {
            if (mark.start() < at || mark.end() > text.length() || mark.start() >= mark.end()) {
                continue;
            }
            if (mark.start() > at) {
                parts.add(part(text.substring(at, mark.start()), false));
            }
            parts.add(part(text.substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        if (at < text.length() || parts.isEmpty()) {
            parts.add(part(text.substring(at), false));
        }
        for (Node part : parts.subList(0, parts.size() - 1)) {
            ((Label) part).setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(parts);
    }

    private static Label part(String text, boolean marked) {
        Label label = new Label(text);
        if (marked) {
            label.getStyleClass().add("tc-accent-text");
        }
        return label;
    }
}
