package vn.toancanh.ui.shift;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Handover;

/** One handover in the list: when it was, who handed over, and whether somebody took over. */
final class HandoverCell extends ListCell<Handover> {
    static final double HEIGHT = 68;

    private final Texts texts;
    private final ReportWords words;
    private final Label period = new Label();
    private final Label by = new Label();
    private final Label standing = new Label();
    private final VBox lines = new VBox(period, by, standing);

    HandoverCell(Texts texts, ReportWords words) {
        this.texts = texts;
        this.words = words;
        by.getStyleClass().add("tc-dim");
        lines.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Handover item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (item == null || empty) {
            setGraphic(null);
            return;
        }
        period.setText(words.period(item.beganAt(), item.endedAt()));
        by.setText(item.by().isEmpty() ? texts.get("shift.oneself") : item.by());
        standing.setText(words.standing(item));
        standing.getStyleClass().setAll("label", item.acceptance() == null ? "tc-amber-text" : "tc-dim");
        setGraphic(lines);
        setAccessibleText(period.getText() + ", " + by.getText() + ", " + standing.getText());
    }
}
