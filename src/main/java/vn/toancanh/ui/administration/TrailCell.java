package vn.toancanh.ui.administration;

import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;

/** An entry of the audit trail: what was done to what and when, and below who did it from where; a word where it was not done. */
final class TrailCell extends ListCell<TrailEntry> {
    private final TrailWords words;
    private final ZoneId zone;
    private final TwoLines lines = new TwoLines();

    TrailCell(TrailWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    @Override
    protected void updateItem(@Nullable TrailEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        boolean done = entry.outcome().equals("done");
        lines.name().setText(words.line(entry));
        lines.word().setText(TypedTimes.written(entry.at(), zone));
        lines.word().getStyleClass().setAll("label", "tc-small", "tc-dim");
        lines.more()
                .setText(Stream.of(words.who(entry), entry.address(), entry.client())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · ")));
        lines.aside().setText(done ? "" : words.outcome(entry));
        lines.aside().setGraphic(done ? null : Icons.LOOK.at(Tokens.ICON_16));
        lines.aside().getStyleClass().setAll("label", "tc-small", done ? "tc-dim" : "tc-amber-text");
        setAccessibleText(lines.spoken());
        setGraphic(lines);
    }
}
