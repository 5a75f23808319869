package vn.toancanh.ui.kit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One thing in a list, in two lines that are as wide as the list and no wider: what it is called with a word at its right, and below in small
 * what more there is to it, with another. FX thread.
 */
public final class TwoLines extends VBox {
    private final Label name = new Label();
    private final Label word = new Label();
    private final Label more = new Label();
    private final Label aside = new Label();

    /** With nothing in it. */
    public TwoLines() {
        more.getStyleClass().addAll("tc-dim", "tc-small");
        aside.getStyleClass().addAll("tc-dim", "tc-small");
        word.setGraphicTextGap(Tokens.SPACE_4);
        getChildren().addAll(line(name, word), line(more, aside));
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setPrefWidth(1);
    }

    private static HBox line(Label wide, Label narrow) {
        wide.setMaxWidth(Double.MAX_VALUE);
        wide.setMinWidth(0);
        HBox.setHgrow(wide, Priority.ALWAYS);
        narrow.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(Tokens.SPACE_8, wide, narrow);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** What it is called; cut where there is no room. */
    public Label name() {
        return name;
    }

    /** The word at the right of the name, never cut. */
    public Label word() {
        return word;
    }

    /** What more there is to it; cut where there is no room. */
    public Label more() {
        return more;
    }

    /** The word at the right of that, never cut. */
    public Label aside() {
        return aside;
    }

    /** All of it, to be read aloud. */
    public String spoken() {
        return Stream.of(name, more, word, aside)
                .map(Label::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
