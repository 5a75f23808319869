package vn.toancanh.ui.administration;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/** A line of a list: what it is called, what more there is to it, and a word where something is out of the ordinary. */
final class TwoLineCell<T> extends ListCell<T> {
    private final Function<T, String> name;
    private final Function<T, String> more;
    private final Function<T, String> mark;
    private final boolean warns;
    private final Label above = new Label();
    private final Label below = new Label();
    private final Label word = new Label();
    private final VBox box;

    /** @param warns whether the word is about something to look at */
    TwoLineCell(Function<T, String> name, Function<T, String> more, Function<T, String> mark, boolean warns) {
        this.warns = warns;
        this.name = name;
        this.more = more;
        this.mark = mark;
        above.setMaxWidth(Double.MAX_VALUE);
        above.setMinWidth(0);
        HBox.setHgrow(above, Priority.ALWAYS);
        below.getStyleClass().addAll("tc-dim", "tc-small");
        below.setMinWidth(0);
        word.getStyleClass().addAll("tc-small", warns ? "tc-amber-text" : "tc-dim");
        word.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(Tokens.SPACE_8, above, word);
        first.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(first, below);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        above.setText(name.apply(item));
        below.setText(more.apply(item));
        word.setText(mark.apply(item));
        word.setGraphic(word.getText().isEmpty() || !warns ? null : Icons.LOCKED.at(Tokens.ICON_16));
        setAccessibleText(String.join(", ", above.getText(), below.getText(), word.getText()));
        setGraphic(box);
    }
}
