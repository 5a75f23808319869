package vn.toancanh.ui.ptz.stick;

import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Tokens;

/** A number that is slid, by the mouse or by arrows, in steps; with its name before and its value behind. FX thread. */
final class SlidNumber extends HBox {
    private static final double LEAST = 72;
    private static final double VALUE = 40;

    private final Texts texts;
    private final Slider slider;
    private final Label value = new Label();
    private final double step;
    private double shown;
    private boolean shows;

    /**
     * A number at its least.
     *
     * @param of what has this number
     * @param step by which an arrow moves it, and to which every value is rounded
     * @param slid told what a person slides it to
     */
    SlidNumber(String name, String of, double least, double most, double step, Texts texts, DoubleConsumer slid) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        this.step = step;
        this.shown = least;
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(name);
        words.getStyleClass().add("tc-dim");
        words.setMinWidth(USE_PREF_SIZE);
        slider = new Slider(least, most, least);
        words.setLabelFor(slider);
        slider.setBlockIncrement(step);
        slider.setMinWidth(LEAST);
        slider.setMinHeight(Tokens.TARGET);
        slider.setAccessibleText(texts.get("sticks.of", of, name));
        HBox.setHgrow(slider, Priority.ALWAYS);
        value.getStyleClass().add("tc-figures");
        value.setMinWidth(VALUE);
        getChildren().setAll(words, slider, value);
        slider.valueProperty().addListener((any, before, now) -> {
            double rounded = rounded(now.doubleValue());
            if (!shows && rounded != shown) {
                shown = rounded;
                say();
                slid.accept(rounded);
            }
        });
        say();
    }

    private double rounded(double number) {
        return Math.clamp(Math.round(number / step) * step, slider.getMin(), slider.getMax());
    }

    private void say() {
        value.setText(StickWords.figures(shown, texts));
    }

    void show(double number) {
        shows = true;
        shown = rounded(number);
        if (!slider.isValueChanging()) {
            slider.setValue(number);
        }
        say();
        shows = false;
    }
}
