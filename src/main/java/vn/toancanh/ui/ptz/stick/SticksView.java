package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.StickLesson;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ui.kit.CardHead;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;

/**
 * The sticks of this desk over the wall, which goes on behind: those that are plugged in at the left, and beside them the chosen one, or the
 * lesson in which it is taught. While it is on show no stick steers. FX thread.
 */
public final class SticksView extends StackPane {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 780;
    private static final double LIST_WIDTH = 248;
    private static final double LINE = 52;

    /** A stick in the list. */
    private record Line(Stick stick, boolean rested) {}

    private final SetUpSticks setUp;
    private final Texts texts;
    private final Runnable close;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(lines);
    private final StickPane settings;
    private final LessonPane teaching;
    private final Label nothing;
    private Handle watching = Handle.NONE;
    private boolean fills;
    private boolean teaches;

    /** @param close takes the view away */
    public SticksView(SetUpSticks setUp, Texts texts, Runnable close) {
        this.setUp = setUp;
        this.texts = texts;
        this.close = close;
        getStyleClass().addAll("tc-administration", "tc-sticks");
        getStylesheets().add(Theme.sheet(SticksView.class, "sticks.css"));
        list.setFixedCellSize(LINE);
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        list.setAccessibleText(texts.get("sticks.list"));
        list.setCellFactory(any -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> {
            if (now != null && !fills) {
                setUp.touch(now.stick());
            }
        });
        settings = new StickPane(setUp, texts);
        teaching = new LessonPane(setUp, texts);
        nothing = new Label(texts.get("sticks.none"));
        nothing.getStyleClass().add("tc-dim");
        nothing.setWrapText(true);
        StackPane middle = new StackPane(nothing, settings, teaching);
        middle.setMinSize(0, 0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox row = new HBox(Tokens.SPACE_24, list, middle);
        row.setMinHeight(0);
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox card = new VBox(
                Tokens.SPACE_12, new CardHead(texts.get("sticks.title"), texts.get("sticks.close"), close), row);
        card.getStyleClass().add("tc-administration-card");
        card.setMaxSize(WIDTH, HEIGHT);
        StackPane.setMargin(card, new Insets(Tokens.SPACE_24));
        getChildren().setAll(card);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // The list keeps it for itself.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((any, before, now) -> {
            watching.close();
            watching = now == null ? Handle.NONE : setUp.watch(this::show);
        });
        show();
    }

    /** Esc goes one step back: out of the lesson, then away. */
    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE || event.isConsumed()) {
            return;
        }
        if (setUp.lesson().isPresent()) {
            setUp.giveUp();
        } else {
            close.run();
        }
        event.consume();
    }

    private void show() {
        Optional<StickReading> touched = setUp.touched();
        fill(touched);
        Optional<StickLesson> lesson = setUp.lesson();
        Optional<StickMapping> mapping = setUp.mapping();
        boolean now = lesson.isPresent();
        list.setDisable(now);
        teaching.setVisible(now);
        settings.setVisible(!now && touched.isPresent());
        nothing.setVisible(!now && touched.isEmpty());
        lesson.ifPresent(each -> teaching.show(
                each,
                touched.filter(reading ->
                                reading.stick().number() == each.stick().number())
                        .map(StickReading::state)));
        if (!now) {
            touched.ifPresent(reading -> settings.show(reading, mapping.orElse(reading.mapping())));
        }
        if (now != teaches) {
            teaches = now;
            if (now) {
                teaching.takeFocus();
            } else {
                takeFocus();
            }
        }
    }

    private void fill(Optional<StickReading> touched) {
        List<Line> now = setUp.readings().stream()
                .map(reading -> new Line(reading.stick(), reading.rested()))
                .toList();
        fills = true;
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
        int at = touched.map(reading -> now.indexOf(new Line(reading.stick(), reading.rested())))
                .orElse(-1);
        if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().clearAndSelect(at);
        }
        fills = false;
    }

    /** Brings the keyboard to it. */
    public void takeFocus() {
        if (settings.isVisible()) {
            settings.takeFocus();
        } else {
            list.requestFocus();
        }
    }

    private final class Cell extends ListCell<Line> {
        private final TwoLines words = new TwoLines();

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            words.name().setText(StickWords.name(line.stick(), setUp, texts));
            words.more().setText(texts.get(line.rested() ? "sticks.rested" : "sticks.notRested"));
            words.more().getStyleClass().setAll("label", "tc-small", line.rested() ? "tc-dim" : "tc-amber-text");
            setAccessibleText(words.spoken());
            setGraphic(words);
        }
    }
}
