package vn.toancanh.ui.ptz.stick;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ui.kit.Tokens;

/** What a button does, chosen from a list; a preset has its number beside. FX thread. */
final class DeedChoice extends VBox {
    private static final double NUMBER = 64;
    private static final String NUMBERS = "[0-9]{0,3}";

    private final Consumer<Optional<StickDeed>> chosen;
    private final List<Optional<Kind>> kinds = new ArrayList<>();
    private final Chosen<Optional<Kind>> kind;
    private final TextField number = new TextField();
    private Optional<StickDeed> shown = Optional.empty();

    /**
     * Nothing is done.
     *
     * @param when it is done, in words
     * @param held whether what lasts as long as the button is down is there to choose
     */
    DeedChoice(String when, boolean held, Texts texts, Consumer<Optional<StickDeed>> chosen) {
        super(Tokens.SPACE_4);
        this.chosen = chosen;
        kinds.add(Optional.empty());
        for (Kind each : Kind.values()) {
            if (held || !each.isHeld()) {
                kinds.add(Optional.of(each));
            }
        }
        Label words = new Label(when);
        words.getStyleClass().add("tc-dim");
        kind = new Chosen<>(when, each -> StickWords.kind(each, texts), this::choose);
        kind.setVisibleRowCount(kinds.size());
        words.setLabelFor(kind);
        HBox.setHgrow(kind, Priority.ALWAYS);
        number.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches(NUMBERS) ? change : null));
        number.getStyleClass().add("tc-figures");
        number.setAccessibleText(texts.get("sticks.of", when, texts.get("sticks.presetNumber")));
        number.setPrefWidth(NUMBER);
        number.setMinWidth(NUMBER);
        number.setMaxWidth(NUMBER);
        number.textProperty().addListener((any, before, now) -> typed(now));
        number.focusedProperty().addListener((any, was, is) -> {
            if (!is) {
                show(shown);
            }
        });
        HBox line = new HBox(Tokens.SPACE_8, kind, number);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(words, line);
        show(shown);
    }

    private void choose(Optional<Kind> one) {
        change(one.map(each -> each == Kind.PRESET ? StickDeed.preset(1) : StickDeed.of(each)));
    }

    /** What is no number of a preset is not taken, and goes when the field is left. */
    private void typed(String text) {
        int typed = text.isEmpty() ? 0 : Integer.parseInt(text);
        boolean preset = shown.filter(each -> each.kind() == Kind.PRESET).isPresent();
        if (preset && typed >= 1 && typed <= StickDeed.MOST_PRESETS) {
            change(Optional.of(StickDeed.preset(typed)));
        }
    }

    private void change(Optional<StickDeed> deed) {
        if (!deed.equals(shown)) {
            shown = deed;
            chosen.accept(deed);
        }
    }

    void show(Optional<StickDeed> deed) {
        boolean same = deed.equals(shown);
        shown = deed;
        kind.show(kinds, deed.map(StickDeed::kind));
        Optional<StickDeed> preset = deed.filter(each -> each.kind() == Kind.PRESET);
        number.setVisible(preset.isPresent());
        number.setManaged(preset.isPresent());
        // What is being typed is nobody else's while it is typed.
        if (preset.isPresent() && !(same && number.isFocused())) {
            String digits = Integer.toString(preset.get().number());
            if (!digits.equals(number.getText())) {
                number.setText(digits);
            }
        }
    }
}
