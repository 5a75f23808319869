package vn.toancanh.ui.layouts;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Unsent;

/** A layout in the list: its name, for whom it is, who saved it when, a lock, and what waits or asks. */
final class LayoutLine extends ListCell<Entry> {
    private final LayoutDesk desk;
    private final LayoutWords words;
    private final TwoLines lines = new TwoLines();

    LayoutLine(LayoutDesk desk, LayoutWords words) {
        this.desk = desk;
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        LayoutFacts facts = entry.facts();
        Unsent unsent = desk.unsent(entry.id()).orElse(null);
        boolean asks = unsent != null && unsent.state().asks();
        lines.name().setText(entry.name());
        String saved = words.saved(facts.savedBy(), facts.savedAt());
        lines.more().setText(words.scope(entry.scope()) + (saved.isEmpty() ? "" : " · " + saved));
        Label mark = lines.word();
        mark.getStyleClass().setAll("label", "tc-small", asks ? "tc-amber-text" : "tc-dim");
        LayoutFacts.Lock lock = facts.lock();
        if (unsent != null) {
            mark.setText(words.of(mark(asks)));
            mark.setGraphic(asks ? Icons.LOOK.at(Tokens.ICON_16) : null);
        } else {
            mark.setText(lock == null ? "" : words.of("layouts.markLocked"));
            mark.setGraphic(lock == null ? null : Icons.LOCKED.at(Tokens.ICON_16));
        }
        setAccessibleText(lines.spoken());
        setGraphic(lines);
    }

    private String mark(boolean asks) {
        return asks ? "layouts.markAsks" : desk.offered() ? "layouts.markWaits" : "layouts.markHere";
    }
}
