package vn.toancanh.ui.ptz.stick;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickState;
import vn.toancanh.ui.kit.Tokens;

/** Every axis of a stick as the stick tells it, whatever it is for: so it is found which is which. FX thread. */
final class RawAxes extends FlowPane {
    private static final double WIDTH = 96;

    private final Texts texts;
    private final List<AxisBar> bars = new ArrayList<>();

    RawAxes(Texts texts) {
        super(Tokens.SPACE_16, Tokens.SPACE_8);
        this.texts = texts;
    }

    void show(StickState state) {
        int count = state.stick().axes();
        if (count != bars.size()) {
            bars.clear();
            getChildren().clear();
            for (int axis = 0; axis < count; axis++) {
                Label number = new Label(Integer.toString(axis + 1));
                number.getStyleClass().addAll("tc-figures", "tc-dim");
                number.setMinWidth(USE_PREF_SIZE);
                AxisBar bar = new AxisBar();
                bar.setMinWidth(WIDTH);
                bar.setPrefWidth(WIDTH);
                bars.add(bar);
                HBox cell = new HBox(Tokens.SPACE_4, number, bar);
                cell.setAlignment(Pos.CENTER_LEFT);
                getChildren().add(cell);
            }
        }
        for (int axis = 0; axis < count; axis++) {
            double raw = state.axis(axis);
            bars.get(axis).show(StickAxis.NONE, raw, 0);
            bars.get(axis)
                    .setAccessibleText(texts.get(
                            "sticks.of",
                            texts.get("sticks.axis", Integer.toString(axis + 1)),
                            StickWords.figures(raw, texts)));
        }
    }
}
