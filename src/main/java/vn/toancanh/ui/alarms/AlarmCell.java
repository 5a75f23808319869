package vn.toancanh.ui.alarms;

import java.time.Instant;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.ui.kit.Tokens;

/** A line of the list: shape and word of the step, title, and when, where and how urgent. */
final class AlarmCell extends ListCell<Alarm> {
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final Function<Alarm, String> cameras;
    private final Label title = new Label();
    private final Label step = new Label();
    private final Label where = new Label();
    private final Label priority = new Label();
    private final VBox box;

    AlarmCell(Texts texts, Function<Instant, String> moment, Function<Alarm, String> cameras) {
        this.texts = texts;
        this.moment = moment;
        this.cameras = cameras;
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        where.getStyleClass().addAll("tc-dim", "tc-small");
        where.setMaxWidth(Double.MAX_VALUE);
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        priority.getStyleClass().addAll("tc-dim", "tc-small");
        priority.setMinWidth(USE_PREF_SIZE);
        step.setMinWidth(USE_PREF_SIZE);
        step.setGraphicTextGap(Tokens.SPACE_4);
        HBox above = new HBox(Tokens.SPACE_8, title, step);
        HBox below = new HBox(Tokens.SPACE_8, where, priority);
        above.setAlignment(Pos.CENTER_LEFT);
        below.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(above, below);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable Alarm alarm, boolean empty) {
        super.updateItem(alarm, empty);
        if (empty || alarm == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        title.setText(alarm.title());
        title.getStyleClass().setAll("label", alarm.step() == AlarmStep.NEW ? "tc-strong" : "tc-plain");
        step.setText(StepWords.of(alarm.step(), texts));
        step.getStyleClass().setAll("label", "tc-small", StepWords.colour(alarm.step()));
        var icon = StepWords.icon(alarm.step()).at(Tokens.ICON_16);
        icon.getStyleClass().add(StepWords.colour(alarm.step()).replace("-text", "-icon"));
        step.setGraphic(icon);
        String place = cameras.apply(alarm);
        where.setText(moment.apply(alarm.raisedAt()) + (place.isEmpty() ? "" : " · " + place));
        priority.setText(texts.get("alarms.priority", alarm.priority()));
        setAccessibleText(step.getText() + ", " + alarm.title() + ", " + where.getText() + ", " + priority.getText());
        setGraphic(box);
    }
}
