package vn.toancanh.ui.administration;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vn.toancanh.administration.Hours;
import vn.toancanh.base.Texts;

/** On which days, from when until when somebody may sign in. */
final class HoursRow extends Row {
    private static final double TIME_WIDTH = 68;

    private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);
    private final TextField from;
    private final TextField to;

    HoursRow(Hours hours, Texts texts, Runnable changed, Consumer<HoursRow> remove) {
        super(texts.get("administration.removeHours"));
        HBox week = new HBox();
        for (DayOfWeek day : DayOfWeek.values()) {
            ToggleButton button = new ToggleButton(RightWords.day(day, texts));
            button.getStyleClass().add("tc-day");
            button.setSelected(hours.days().contains(day));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> changed.run());
            days.put(day, button);
            week.getChildren().add(button);
        }
        from = time(hours.from(), texts.get("administration.from"));
        to = time(hours.to(), texts.get("administration.to"));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Node dash = new Label("–");
        lay(week, from, dash, to, between);
        onOut(() -> remove.accept(this));
    }

    private static TextField time(String value, String name) {
        TextField field = new TextField(value);
        field.setAccessibleText(name);
        field.setPromptText("HH:MM");
        field.getStyleClass().add("tc-figures");
        field.setPrefWidth(TIME_WIDTH);
        field.setMinWidth(TIME_WIDTH);
        return field;
    }

    /** As typed, whether it makes sense or not. */
    Hours hours() {
        List<DayOfWeek> chosen = new ArrayList<>();
        days.forEach((day, button) -> {
            if (button.isSelected()) {
                chosen.add(day);
            }
        });
        return new Hours(chosen, from.getText().strip(), to.getText().strip());
    }

    /** True where the server would take it. */
    boolean isWhole() {
        Hours typed = hours();
        return !typed.days().isEmpty() && Hours.isTime(typed.from()) && Hours.isTime(typed.to());
    }

    @Override
    public void takeFocus() {
        from.requestFocus();
    }
}
