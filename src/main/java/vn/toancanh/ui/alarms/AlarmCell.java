package vn.toancanh.ui.alarms;

import java.time.Instant;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;

/** A line of the list: shape and word of the step, title, and when, where and how urgent. */
final class AlarmCell extends ListCell<Alarm> {
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final Function<Alarm, String> cameras;
    private final TwoLines lines = new TwoLines();

    AlarmCell(Texts texts, Function<Instant, String> moment, Function<Alarm, String> cameras) {
        this.texts = texts;
        this.moment = moment;
        this.cameras = cameras;
    }

    @Override
    protected void updateItem(@Nullable Alarm alarm, boolean empty) {
        super.updateItem(alarm, empty);
        if (empty || alarm == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        lines.name().setText(alarm.title());
        lines.name().getStyleClass().setAll("label", alarm.step() == AlarmStep.NEW ? "tc-strong" : "tc-plain");
        String colour = StepWords.colour(alarm.step());
        var icon = StepWords.icon(alarm.step()).at(Tokens.ICON_16);
        icon.getStyleClass().add(colour.replace("-text", "-icon"));
        lines.word().setText(StepWords.of(alarm.step(), texts));
        lines.word().getStyleClass().setAll("label", "tc-small", colour);
        lines.word().setGraphic(icon);
        String place = cameras.apply(alarm);
        lines.more().setText(moment.apply(alarm.raisedAt()) + (place.isEmpty() ? "" : " · " + place));
        lines.aside().setText(texts.get("alarms.priority", alarm.priority()));
        setAccessibleText(lines.word().getText() + ", " + alarm.title() + ", "
                + lines.more().getText() + ", " + lines.aside().getText());
        setGraphic(lines);
    }
}
