package vn.toancanh.ui.layouts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.desk.Shift;
import vn.toancanh.desk.ShiftLayouts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;
import vn.toancanh.wall.LayoutLibrary.Entry;

/** When one layout is to stand on a window of this desk: the hours there are, and one more. */
final class ShiftPane extends VBox {
    private static final double HOURS_WIDTH = 76;

    private final ShiftLayouts shifts;
    private final LayoutWords words;
    private final Entry entry;
    private final int windows;
    private final VBox lines = new VBox(Tokens.SPACE_4);
    private final List<ToggleButton> days = new ArrayList<>();
    private final TextField from = hours("06:00");
    private final TextField to = hours("14:00");
    private final TextField window = hours("1");
    private final MessageLine fault = new MessageLine();

    /** @param windows how many there are */
    ShiftPane(ShiftLayouts shifts, LayoutWords words, Entry entry, int windows) {
        super(Tokens.SPACE_8);
        this.shifts = shifts;
        this.words = words;
        this.entry = entry;
        this.windows = windows;
        Label title = new Label(words.of("layouts.shifts"));
        title.getStyleClass().add("tc-strong");
        Label sense = new Label(words.of("layouts.shiftsSense"));
        sense.getStyleClass().add("tc-dim");
        sense.setWrapText(true);
        HBox week = new HBox();
        for (DayOfWeek day : DayOfWeek.values()) {
            ToggleButton button = new ToggleButton(name(day));
            button.setUserData(day);
            button.setSelected(true);
            button.getStyleClass().add("tc-day");
            days.add(button);
            week.getChildren().add(button);
        }
        from.setAccessibleText(words.of("layouts.from"));
        to.setAccessibleText(words.of("layouts.to"));
        window.setAccessibleText(words.of("layouts.window"));
        Button add = new Button(words.of("layouts.shiftAdd"), Icons.ADD.at(Tokens.ICON_16));
        add.setOnAction(event -> add());
        FlowPane one = new FlowPane(
                Tokens.SPACE_8,
                Tokens.SPACE_8,
                week,
                new Label(words.of("layouts.from")),
                from,
                new Label(words.of("layouts.to")),
                to);
        if (windows > 1) {
            one.getChildren().addAll(new Label(words.of("layouts.window")), window);
        }
        one.getChildren().add(add);
        getChildren().addAll(title, sense, lines, one, fault);
        fill();
    }

    private static TextField hours(String first) {
        TextField field = new TextField(first);
        field.setPrefWidth(HOURS_WIDTH);
        field.setMaxWidth(HOURS_WIDTH);
        return field;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, words.locale());
    }

    private void fill() {
        lines.getChildren().clear();
        for (Shift shift : shifts.all()) {
            if (shift.layout().equals(entry.id())) {
                lines.getChildren().add(line(shift));
            }
        }
    }

    private HBox line(Shift shift) {
        String on = shift.days().size() == DayOfWeek.values().length
                ? words.of("layouts.everyDay")
                : shift.days().stream().map(this::name).collect(Collectors.joining(", "));
        Label said = new Label(words.of(
                "layouts.shift", on, shift.from().toString(), shift.to().toString(), shift.window()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button remove = new Button(null, Icons.REMOVE.at(Tokens.ICON_16));
        remove.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        remove.setAccessibleText(words.of("layouts.shiftRemove"));
        remove.setOnAction(event -> {
            shifts.remove(shift);
            fill();
        });
        HBox line = new HBox(Tokens.SPACE_8, said, between, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void add() {
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        days.stream().filter(ToggleButton::isSelected).forEach(each -> on.add((DayOfWeek) each.getUserData()));
        Optional<LocalTime> begins = time(from);
        Optional<LocalTime> ends = time(to);
        String number = window.getText().strip();
        boolean there = number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= Math.max(1, windows);
        if (on.isEmpty() || begins.isEmpty() || ends.isEmpty() || !there) {
            fault.say(Weight.LOOK, words.of("layouts.shiftFault", Math.max(1, windows)));
            return;
        }
        fault.clear();
        shifts.add(new Shift(on, begins.get(), ends.get(), Integer.parseInt(number), entry.id(), entry.name()));
        fill();
    }

    private static Optional<LocalTime> time(TextField field) {
        String typed = field.getText().strip().replace('h', ':').replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(typed.matches("[0-9]:.*") ? "0" + typed : typed));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
