package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwiceButton;
import vn.toancanh.ui.kit.Weight;

/** One stick: what steers what, how it stands, and what its buttons do. What is changed holds at once. FX thread. */
final class StickPane extends VBox {
    private static final double BUTTONS = 380;

    private final SetUpSticks setUp;
    private final Texts texts;
    private final Label name = new Label();
    private final Label more = new Label();
    private final Button teach;
    private final TwiceButton defaults;
    private final MessageLine message = new MessageLine();
    private final List<AxisRow> rows;
    private final RawAxes raw;
    private final VBox axes;
    private final ButtonsPane buttons;
    private int stick = -1;

    StickPane(SetUpSticks setUp, Texts texts) {
        super(Tokens.SPACE_12);
        this.setUp = setUp;
        this.texts = texts;
        name.getStyleClass().addAll("tc-strong", "tc-medium");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        more.getStyleClass().addAll("tc-dim", "tc-small");
        more.setWrapText(true);
        more.setMinHeight(USE_PREF_SIZE);
        VBox called = new VBox(name, more);
        HBox.setHgrow(called, Priority.ALWAYS);
        defaults = new TwiceButton(texts.get("sticks.defaultsSure"), setUp::toDefaults);
        defaults.words(texts.get("sticks.defaults"));
        teach = new Button(texts.get("sticks.teach"));
        teach.getStyleClass().add("tc-primary");
        teach.setMinWidth(USE_PREF_SIZE);
        teach.setOnAction(event -> setUp.teach());
        HBox head = new HBox(Tokens.SPACE_8, called, defaults, teach);
        head.setAlignment(Pos.CENTER_LEFT);
        rows = Stream.of(AxisUse.values())
                .map(use -> new AxisRow(use, setUp, texts))
                .toList();
        raw = new RawAxes(texts);
        Label all = new Label(texts.get("sticks.rawAxes"));
        all.getStyleClass().addAll("tc-dim", "tc-small");
        all.setWrapText(true);
        all.setMinHeight(USE_PREF_SIZE);
        axes = new VBox(Tokens.SPACE_12);
        axes.getChildren().addAll(rows);
        axes.getChildren().add(new VBox(Tokens.SPACE_4, all, raw));
        ScrollPane left = new ScrollPane(axes);
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setFocusTraversable(false);
        HBox.setHgrow(left, Priority.ALWAYS);
        buttons = new ButtonsPane(setUp, texts);
        buttons.setMinWidth(BUTTONS);
        buttons.setPrefWidth(BUTTONS);
        HBox row = new HBox(Tokens.SPACE_24, left, buttons);
        row.setMinHeight(0);
        VBox.setVgrow(row, Priority.ALWAYS);
        setMinHeight(0);
        getChildren().setAll(head, message, row);
    }

    void show(StickReading reading, StickMapping mapping) {
        if (stick != reading.stick().number()) {
            stick = reading.stick().number();
            defaults.forget();
        }
        name.setText(StickWords.name(reading.stick(), setUp, texts));
        more.setText(StickWords.parts(reading.stick(), setUp, texts));
        defaults.setDisable(!setUp.changed());
        say(reading);
        boolean turns = reading.stick().axes() > 0;
        axes.setVisible(turns);
        rows.forEach(each -> each.show(reading, mapping));
        raw.show(reading.state());
        buttons.show(reading, mapping);
    }

    private void say(StickReading reading) {
        String sentence = texts.get(
                reading.stick().axes() == 0
                        ? "sticks.noAxes"
                        : reading.rested() ? "sticks.quiet" : "sticks.notRestedHint");
        if (!sentence.equals(message.words())) {
            message.say(reading.rested() ? Weight.INFORMATION : Weight.LOOK, sentence);
        }
    }

    void takeFocus() {
        teach.requestFocus();
    }
}
