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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.ShiftLayouts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** When one layout is to stand on windows: the hours there are, whose they are and who set them, and one more. */
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
    private final Label windowName = new Label();
    private final CheckBox alone = new CheckBox();
    private final Label whose = dim("");
    private final MessageLine fault = new MessageLine();
    private Handle following = Handle.NONE;

    /** @param windows how many there are */
    ShiftPane(ShiftLayouts shifts, LayoutWords words, Entry entry, int windows) {
        super(Tokens.SPACE_8);
        this.shifts = shifts;
        this.words = words;
        this.entry = entry;
        this.windows = windows;
        Label title = new Label(words.of("layouts.shifts"));
        title.getStyleClass().add("tc-strong");
        Label sense = dim(words.of("layouts.shiftsSense"));
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
        windowName.setText(words.of("layouts.window"));
        one.getChildren().addAll(windowName, window, add);
        alone.setText(words.of("layouts.shiftAlone"));
        getChildren().addAll(title, sense, whose, lines, one, alone, fault);
        fill();
        sceneProperty().addListener((any, before, now) -> {
            following.close();
            following = now == null ? Handle.NONE : shifts.onChange(this::fill);
        });
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

    private static Label dim(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("tc-dim");
        label.setWrapText(true);
        return label;
    }

    private static void show(boolean on, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(on);
            node.setManaged(on);
        }
    }

    private void fill() {
        boolean settable = shifts.settable(entry);
        whose.setText(words.of(settable ? "layouts.shiftsShared" : "layouts.shiftsOthers"));
        show(shifts.offered(), whose);
        show(settable, alone);
        show(windows > 1 || settable, windowName, window);
        lines.getChildren().clear();
        shifts.shared(entry.id()).ifPresent(this::fill);
        for (Shift shift : shifts.here()) {
            if (shift.layout().equals(entry.id())) {
                HBox line = line(shift, shifts.offered() ? words.of("layouts.shiftAlone") : "");
                if (settable) {
                    Button move = new Button(words.of("layouts.shiftMove"));
                    move.setOnAction(event -> shifts.move(shift, this::done));
                    line.getChildren().add(move);
                }
                line.getChildren().add(remove(() -> {
                    shifts.remove(shift);
                    fill();
                }));
                lines.getChildren().add(line);
            }
        }
    }

    private void fill(Timetable table) {
        String scope = words.scope(table.scope());
        String set = words.setBy(table.setBy(), table.setAt());
        for (Shift shift : table.shifts()) {
            HBox line = line(shift, set.isEmpty() ? scope : scope + " · " + set);
            if (table.changeable()) {
                line.getChildren().add(remove(() -> shifts.unshare(shift, this::done)));
            }
            lines.getChildren().add(line);
        }
    }

    private void done(Outcome<Timetable> outcome) {
        fault.clear();
        if (outcome instanceof Outcome.Failed<Timetable>(Failure failure)) {
            fault.say(Weight.LOOK, words.of(failure.textKey(), failure.args().toArray()));
        }
        fill();
    }

    private HBox line(Shift shift, String owner) {
        String on = shift.days().size() == DayOfWeek.values().length
                ? words.of("layouts.everyDay")
                : shift.days().stream().map(this::name).collect(Collectors.joining(", "));
        VBox said = new VBox(new Label(words.of(
                "layouts.shift", on, shift.from().toString(), shift.to().toString(), shift.window())));
        if (!owner.isEmpty()) {
            Label small = dim(owner);
            small.getStyleClass().add("tc-small");
            said.getChildren().add(small);
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(Tokens.SPACE_8, said);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button remove(Runnable way) {
        Button remove = new Button(null, Icons.REMOVE.at(Tokens.ICON_16));
        remove.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        remove.setAccessibleText(words.of("layouts.shiftRemove"));
        remove.setOnAction(event -> way.run());
        return remove;
    }

    private void add() {
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        days.stream().filter(ToggleButton::isSelected).forEach(each -> on.add((DayOfWeek) each.getUserData()));
        Optional<LocalTime> begins = time(from);
        Optional<LocalTime> ends = time(to);
        String number = window.getText().strip();
        boolean everywhere = shifts.settable(entry) && !alone.isSelected();
        // Other desks and walls have other windows.
        int most = everywhere ? Shift.MOST_WINDOW : Math.max(1, windows);
        boolean there = number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= most;
        if (on.isEmpty() || begins.isEmpty() || ends.isEmpty() || !there) {
            fault.say(Weight.LOOK, words.of("layouts.shiftFault", most));
            return;
        }
        fault.clear();
        Shift one = new Shift(on, begins.get(), ends.get(), Integer.parseInt(number), entry.id(), entry.name());
        if (everywhere) {
            shifts.share(one, this::done);
        } else {
            shifts.add(one);
            fill();
        }
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
