package vn.toancanh.ui.layouts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Unsent;

/** A layout in the list: its name, for whom it is, who saved it when, a lock, and what waits or asks. */
final class LayoutLine extends ListCell<Entry> {
    private final LayoutDesk desk;
    private final LayoutWords words;
    private final Label name = new Label();
    private final Label mark = new Label();
    private final Label more = new Label();
    private final VBox box;

    LayoutLine(LayoutDesk desk, LayoutWords words) {
        this.desk = desk;
        this.words = words;
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        mark.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().addAll("tc-dim", "tc-small");
        more.setMinWidth(0);
        HBox first = new HBox(Tokens.SPACE_8, name, mark);
        first.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(first, more);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setPrefWidth(1);
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
        name.setText(entry.name());
        String saved = words.saved(facts.savedBy(), facts.savedAt());
        more.setText(words.scope(entry.scope()) + (saved.isEmpty() ? "" : " · " + saved));
        mark.getStyleClass().setAll("label", "tc-small", asks ? "tc-amber-text" : "tc-dim");
        LayoutFacts.Lock lock = facts.lock();
        if (unsent != null) {
            mark.setText(words.of(asks ? "layouts.markAsks" : "layouts.markWaits"));
            mark.setGraphic(asks ? Icons.LOOK.at(Tokens.ICON_16) : null);
        } else {
            mark.setText(lock == null ? "" : words.of("layouts.markLocked"));
            mark.setGraphic(lock == null ? null : Icons.LOCKED.at(Tokens.ICON_16));
        }
        setAccessibleText(String.join(", ", name.getText(), more.getText(), mark.getText()));
        setGraphic(box);
    }
}
