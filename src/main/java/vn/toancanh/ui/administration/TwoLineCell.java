package vn.toancanh.ui.administration;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;

/** A line of a list: what it is called, what more there is to it, and a word where something is out of the ordinary. */
final class TwoLineCell<T> extends ListCell<T> {
    private final Function<T, String> name;
    private final Function<T, String> more;
    private final Function<T, String> mark;
    private final boolean warns;
    private final TwoLines lines = new TwoLines();

    /** @param warns whether the word is about something to look at */
    TwoLineCell(Function<T, String> name, Function<T, String> more, Function<T, String> mark, boolean warns) {
        this.warns = warns;
        this.name = name;
        this.more = more;
        this.mark = mark;
        lines.word().getStyleClass().addAll("tc-small", warns ? "tc-amber-text" : "tc-dim");
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        lines.name().setText(name.apply(item));
        lines.more().setText(more.apply(item));
        String word = mark.apply(item);
        lines.word().setText(word);
        lines.word().setGraphic(word.isEmpty() || !warns ? null : Icons.LOCKED.at(Tokens.ICON_16));
        setAccessibleText(lines.spoken());
        setGraphic(lines);
    }
}
