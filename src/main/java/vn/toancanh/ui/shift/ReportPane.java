package vn.toancanh.ui.shift;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Report;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/** A report, kind by kind. Made anew only where it says something else, so that a reader keeps his place; another one is read from its top. */
final class ReportPane extends ScrollPane {
    private final ReportWords words;
    private final Texts texts;
    private final VBox content = new VBox(Tokens.SPACE_16);
    private List<ReportWords.Section> shown = List.of();
    private List<String> said = List.of();
    private @Nullable Instant began;

    ReportPane(ReportWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
        getStyleClass().add("tc-report");
        content.getStyleClass().add("tc-report-lines");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /**
     * Shows it.
     *
     * @param before sentences above it, such as who handed over and what he said
     */
    void show(Report report, List<String> before) {
        List<ReportWords.Section> next = words.sections(report);
        if (next.equals(shown) && before.equals(said)) {
            return;
        }
        boolean another = !report.beganAt().equals(began) || said.isEmpty() != before.isEmpty();
        shown = next;
        said = before;
        began = report.beganAt();
        content.getChildren().clear();
        before.forEach(line -> content.getChildren().add(sentence(line)));
        if (report.cutShort()) {
            content.getChildren().add(sentence(texts.get("shift.cutShort")));
        }
        next.forEach(section -> content.getChildren().add(section(section)));
        if (another) {
            setVvalue(getVmin());
        }
    }

    /** Shows sentences and no report. */
    void say(List<String> sentences) {
        shown = List.of();
        said = List.of();
        began = null;
        content.getChildren()
                .setAll(sentences.stream().map(ReportPane::sentence).toList());
    }

    private static Label sentence(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node section(ReportWords.Section section) {
        Label title = new Label(section.title());
        title.getStyleClass().add("tc-strong");
        Label count = new Label(section.count());
        count.getStyleClass().add("tc-dim");
        HBox head = new HBox(Tokens.SPACE_8, title, count);
        head.getStyleClass().add("tc-report-head");
        VBox all = new VBox(head);
        section.lines().forEach(line -> all.getChildren().add(line(line)));
        return all;
    }

    private static Node line(ReportWords.Line line) {
        Label what = sentence(line.what());
        if (line.open()) {
            what.setGraphic(Icons.LOOK.at(Tokens.ICON_16));
            what.setGraphicTextGap(Tokens.SPACE_8);
        }
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label how = new Label(line.how());
        how.getStyleClass().add(line.open() ? "tc-amber-text" : "tc-dim");
        how.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(Tokens.SPACE_16, what, between, how);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("tc-report-line");
        return row;
    }
}
