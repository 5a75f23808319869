package vn.toancanh.ui.layouts;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import vn.toancanh.ui.kit.Tokens;

/** Both sides of what differs, line by line. */
final class DiffTable extends GridPane {
    private static final int MOST = 200;

    DiffTable(LayoutWords words, String before, String after, List<LayoutWords.Line> lines) {
        super(Tokens.SPACE_16, Tokens.SPACE_4);
        getStyleClass().add("tc-diff");
        ColumnConstraints place = new ColumnConstraints();
        place.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints side = new ColumnConstraints();
        side.setHgrow(Priority.ALWAYS);
        side.setPercentWidth(40);
        getColumnConstraints().addAll(place, side, side);
        addRow(0, label("", "tc-dim"), label(before, "tc-strong"), label(after, "tc-strong"));
        int shown = Math.min(MOST, lines.size());
        for (int i = 0; i < shown; i++) {
            LayoutWords.Line line = lines.get(i);
            addRow(i + 1, label(line.place(), "tc-dim"), label(line.before(), ""), label(line.after(), ""));
        }
        if (shown < lines.size()) {
            add(label(words.of("layouts.more", lines.size() - shown), "tc-dim"), 0, shown + 1, 3, 1);
        }
        if (lines.isEmpty()) {
            add(label(words.of("layouts.same"), "tc-dim"), 0, 1, 3, 1);
        }
        setPadding(new Insets(Tokens.SPACE_8, 0, Tokens.SPACE_8, 0));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
