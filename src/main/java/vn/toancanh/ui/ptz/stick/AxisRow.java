package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ui.kit.Tokens;

/** What steers one thing: which axis, how it stands, its direction, dead zone and curve. FX thread. */
final class AxisRow extends VBox {
    /** What an axis has that steered nothing before, as sticks that nobody knows have it. */
    private static final StickAxis USUAL = new StickAxis(0, false, 0, 0.12, 2);

    private static final double BOX = 128;
    private static final double DEAD_STEP = 0.01;
    private static final double CURVE_STEP = 0.1;

    private final AxisUse use;
    private final SetUpSticks setUp;
    private final Chosen<Integer> which;
    private final AxisMeter meter;
    private final CheckBox inverted;
    private final SlidNumber dead;
    private final SlidNumber curve;
    private final HBox numbers;

    AxisRow(AxisUse use, SetUpSticks setUp, Texts texts) {
        super(Tokens.SPACE_4);
        this.use = use;
        this.setUp = setUp;
        getStyleClass().add("tc-axis-row");
        String name = use.title(texts);
        Label title = new Label(name);
        title.getStyleClass().add("tc-strong");
        title.setMinWidth(USE_PREF_SIZE);
        which = new Chosen<>(
                texts.get("sticks.of", name, texts.get("sticks.whichAxis")),
                index -> index == StickAxis.ABSENT
                        ? texts.get("sticks.noAxis")
                        : texts.get("sticks.axis", Integer.toString(index + 1)),
                this::choose);
        which.setMinWidth(BOX);
        which.setPrefWidth(BOX);
        inverted = new CheckBox(texts.get("sticks.inverted"));
        inverted.setAccessibleText(texts.get("sticks.of", name, texts.get("sticks.inverted")));
        inverted.setMinWidth(USE_PREF_SIZE);
        inverted.setOnAction(event -> change(axis -> axis.withInverted(inverted.isSelected())));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(Tokens.SPACE_12, title, between, inverted, which);
        head.setAlignment(Pos.CENTER_LEFT);
        meter = new AxisMeter(use, texts);
        dead = new SlidNumber(
                texts.get("sticks.dead"),
                name,
                0,
                StickAxis.MOST_DEAD,
                DEAD_STEP,
                texts,
                width -> change(axis -> axis.withDead(width)));
        curve = new SlidNumber(
                texts.get("sticks.curve"),
                name,
                1,
                StickAxis.MOST_CURVE,
                CURVE_STEP,
                texts,
                bend -> change(axis -> axis.withCurve(bend)));
        HBox.setHgrow(dead, Priority.ALWAYS);
        HBox.setHgrow(curve, Priority.ALWAYS);
        numbers = new HBox(Tokens.SPACE_16, dead, curve);
        getChildren().setAll(head, meter, numbers);
    }

    private void choose(int index) {
        change(axis -> {
            if (index == StickAxis.ABSENT) {
                return StickAxis.NONE;
            }
            return axis.index() == index ? axis : (axis.index() == StickAxis.ABSENT ? USUAL : axis).withIndex(index);
        });
    }

    private void change(UnaryOperator<StickAxis> to) {
        setUp.mapping().ifPresent(all -> setUp.change(use.with(all, to.apply(use.of(all)))));
    }

    void show(StickReading reading, StickMapping mapping) {
        StickAxis axis = use.of(mapping);
        boolean there = axis.index() != StickAxis.ABSENT;
        // What was chosen for the model may name an axis that this one of it has not.
        int most = Math.max(reading.stick().axes(), axis.index() + 1);
        List<Integer> all = IntStream.range(StickAxis.ABSENT, most).boxed().toList();
        which.show(all, axis.index());
        inverted.setSelected(axis.inverted());
        inverted.setDisable(!there);
        numbers.setDisable(!there);
        dead.show(axis.dead());
        curve.show(axis.curve());
        meter.show(reading.state(), mapping, reading.speed());
    }
}
