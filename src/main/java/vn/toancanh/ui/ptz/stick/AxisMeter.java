package vn.toancanh.ui.ptz.stick;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickState;
import vn.toancanh.ui.kit.Tokens;

/** An axis as it stands, with the number that the stick tells and the words for what comes of it. FX thread. */
final class AxisMeter extends HBox {
    private static final double FIGURES = 48;
    private static final double WORDS = 128;

    private final AxisUse use;
    private final Texts texts;
    private final Label stands = new Label();
    private final AxisBar bar = new AxisBar();
    private final Label comes = new Label();

    AxisMeter(AxisUse use, Texts texts) {
        super(Tokens.SPACE_8);
        this.use = use;
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        stands.getStyleClass().addAll("tc-figures", "tc-dim");
        stands.setMinWidth(FIGURES);
        stands.setAlignment(Pos.CENTER_RIGHT);
        comes.getStyleClass().add("tc-figures");
        comes.setMinWidth(WORDS);
        bar.setMinWidth(0);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().setAll(stands, bar, comes);
    }

    /** Shows it by what the stick does, or would do. */
    void show(StickState state, StickMapping mapping, HeadSpeed speed) {
        StickAxis axis = use.of(mapping);
        double raw = state.axis(axis.index());
        double share = use.of(speed);
        bar.show(axis, raw, share);
        boolean there = axis.index() != StickAxis.ABSENT;
        bar.setVisible(there);
        stands.setText(there ? StickWords.figures(raw, texts) : "");
        comes.setText(there ? use.words(share, texts) : "");
        bar.setAccessibleText(texts.get("sticks.of", use.title(texts), comes.getText()));
    }
}
