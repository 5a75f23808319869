package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.StickLesson;
import vn.toancanh.desk.StickLesson.Phase;
import vn.toancanh.ptz.stick.StickLearning.Step;
import vn.toancanh.ptz.stick.StickLearning.Trouble;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickState;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** A stick that is taught: what to do now, what was heard, how it stands; at the end it is tried before it is kept. FX thread. */
final class LessonPane extends VBox {
    private final SetUpSticks setUp;
    private final Texts texts;
    private final Label title = new Label();
    private final Label asks = new Label();
    private final MessageLine trouble = new MessageLine();
    private final VBox heard = new VBox(Tokens.SPACE_4);
    private final RawAxes raw;
    private final StickLamps lamps;
    private final List<AxisMeter> meters;
    private final GridPane tried = new GridPane(Tokens.SPACE_16, Tokens.SPACE_12);
    private final Button keep;
    private final Button skip;
    private final Button again;
    private final Button giveUp;
    private @Nullable Phase phase;

    LessonPane(SetUpSticks setUp, Texts texts) {
        super(Tokens.SPACE_16);
        this.setUp = setUp;
        this.texts = texts;
        title.getStyleClass().add("tc-dim");
        title.setWrapText(true);
        asks.getStyleClass().addAll("tc-large", "tc-strong");
        asks.setWrapText(true);
        asks.setMinHeight(USE_PREF_SIZE);
        raw = new RawAxes(texts);
        lamps = new StickLamps(texts);
        meters = Stream.of(AxisUse.values()).map(this::meter).toList();
        keep = new Button(texts.get("sticks.keep"));
        keep.getStyleClass().add("tc-primary");
        keep.setOnAction(event -> setUp.keep());
        skip = new Button(texts.get("sticks.skip"));
        skip.setOnAction(event -> setUp.skip());
        again = new Button(texts.get("sticks.again"));
        again.setOnAction(event -> setUp.teach());
        giveUp = new Button();
        giveUp.setOnAction(event -> setUp.giveUp());
        HBox ways = new HBox(Tokens.SPACE_8, keep, skip, again, giveUp);
        Stream.of(keep, skip, again, giveUp).forEach(each -> each.setMinWidth(USE_PREF_SIZE));
        getChildren().setAll(title, asks, trouble, heard, tried, raw, lamps, ways);
    }

    /** The line in which it is tried. */
    private AxisMeter meter(AxisUse use) {
        Label name = new Label(use.title(texts));
        name.setMinWidth(USE_PREF_SIZE);
        AxisMeter meter = new AxisMeter(use, texts);
        GridPane.setHgrow(meter, Priority.ALWAYS);
        tried.addRow(tried.getRowCount(), name, meter);
        return meter;
    }

    void show(StickLesson lesson, Optional<StickState> state) {
        Phase now = lesson.phase();
        title.setText(StickWords.name(lesson.stick(), setUp, texts));
        ask(StickWords.asks(lesson, texts));
        // That it may be let go is no trouble.
        Weight weight = lesson.trouble() == Trouble.LET_GO ? Weight.INFORMATION : Weight.LOOK;
        StickWords.trouble(lesson, texts).ifPresentOrElse(words -> say(weight, words), trouble::clear);
        List<String> lines = Stream.of(AxisUse.values())
                .flatMap(use -> StickWords.heard(use, lesson, texts).stream())
                .toList();
        hear(now == Phase.GONE ? List.of() : lines);
        managed(keep, now == Phase.TRYING);
        managed(again, now == Phase.TRYING);
        managed(skip, now == Phase.LEARNING && lesson.step() != Step.REST);
        managed(tried, now == Phase.TRYING);
        managed(raw, now == Phase.LEARNING);
        managed(lamps, now != Phase.GONE);
        giveUp.setText(texts.get(now == Phase.GONE ? "sticks.back" : "sticks.giveUp"));
        state.filter(any -> now != Phase.GONE).ifPresent(stands -> {
            raw.show(stands);
            lamps.show(stands);
            lesson.learned().ifPresent(mapping -> tryOut(lesson, mapping, stands));
        });
        if (now != phase) {
            phase = now;
            if (getScene() != null) {
                takeFocus();
            }
        }
    }

    private void tryOut(StickLesson lesson, StickMapping mapping, StickState stands) {
        meters.forEach(meter -> meter.show(stands, mapping, lesson.speed()));
    }

    /** Whoever does not see it hears what is asked, since the keyboard stays where it is meanwhile. */
    private void ask(String sentence) {
        if (!sentence.equals(asks.getText())) {
            asks.setText(sentence);
            setAccessibleText(sentence);
            giveUp.setAccessibleHelp(sentence);
            giveUp.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
        }
    }

    private void say(Weight weight, String sentence) {
        if (!sentence.equals(trouble.words())) {
            trouble.say(weight, sentence);
        }
    }

    private void hear(List<String> lines) {
        if (!lines.equals(heard.getChildren().stream()
                .map(each -> ((Label) each).getText())
                .toList())) {
            heard.getChildren()
                    .setAll(lines.stream()
                            .map(line -> {
                                Label words = new Label(line);
                                words.setWrapText(true);
                                return words;
                            })
                            .toList());
        }
    }

    private static void managed(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    /** Brings the keyboard to what follows, which in a lesson is the way out of it. */
    void takeFocus() {
        (phase == Phase.TRYING ? keep : giveUp).requestFocus();
    }
}
