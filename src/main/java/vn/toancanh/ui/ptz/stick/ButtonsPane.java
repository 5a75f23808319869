package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;

/** The buttons of a stick: which are down, what each does, and the chosen one to be changed. Pressing one chooses it. FX thread. */
final class ButtonsPane extends VBox {
    private static final double LINE = 44;

    private final SetUpSticks setUp;
    private final Texts texts;
    private final StickLamps lamps;
    private final Label hint;
    private final ObservableList<Integer> buttons = FXCollections.observableArrayList();
    private final ListView<Integer> list = new ListView<>(buttons);
    private final DeedChoice pressed;
    private final DeedChoice released;
    private final VBox chosen;
    private @Nullable StickMapping shown;
    private int stick = -1;
    private long down;

    ButtonsPane(SetUpSticks setUp, Texts texts) {
        super(Tokens.SPACE_8);
        this.setUp = setUp;
        this.texts = texts;
        lamps = new StickLamps(texts);
        Label title = new Label(texts.get("sticks.buttons"));
        title.getStyleClass().add("tc-strong");
        title.setLabelFor(list);
        hint = new Label();
        hint.getStyleClass().addAll("tc-dim", "tc-small");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        list.setFixedCellSize(LINE);
        list.setMinHeight(2 * LINE);
        ListKeys.letEscapeGo(list);
        list.setAccessibleText(texts.get("sticks.buttons"));
        list.setCellFactory(any -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> choose());
        VBox.setVgrow(list, Priority.ALWAYS);
        pressed = new DeedChoice(texts.get("sticks.pressed"), true, texts, deed -> change(deed, true));
        released = new DeedChoice(texts.get("sticks.released"), false, texts, deed -> change(deed, false));
        chosen = new VBox(Tokens.SPACE_8, pressed, released);
        getChildren().setAll(title, lamps, hint, list, chosen);
    }

    private Optional<Integer> button() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void change(Optional<StickDeed> deed, boolean press) {
        button().flatMap(button -> setUp.mapping()
                        .map(all -> press ? all.withPressed(button, deed) : all.withReleased(button, deed)))
                .ifPresent(setUp::change);
    }

    private void choose() {
        StickMapping all = shown;
        chosen.setVisible(button().isPresent());
        button().ifPresent(button -> {
            if (all != null) {
                pressed.show(Optional.ofNullable(all.pressed().get(button)));
                released.show(Optional.ofNullable(all.released().get(button)));
            }
        });
    }

    void show(StickReading reading, StickMapping mapping) {
        lamps.show(reading.state());
        list(reading, mapping);
        if (!mapping.equals(shown)) {
            shown = mapping;
            list.refresh();
            choose();
        }
        boolean another = stick != reading.stick().number();
        long fresh = another ? 0 : reading.state().buttons() & ~down;
        stick = reading.stick().number();
        down = reading.state().buttons();
        int first = Long.numberOfTrailingZeros(fresh);
        if (first < buttons.size()) {
            list.getSelectionModel().select(first);
            list.scrollTo(first);
        } else if (another && !buttons.isEmpty()) {
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
    }

    /** Those that it has, and those that were chosen for its model, as far as they can do anything. */
    private void list(StickReading reading, StickMapping mapping) {
        int highest = Stream.of(mapping.pressed(), mapping.released())
                .flatMap(all -> all.keySet().stream())
                .max(Integer::compare)
                .orElse(-1);
        int count = Math.min(StickMapping.BUTTONS, Math.max(reading.stick().buttons(), highest + 1));
        if (count != buttons.size()) {
            List<Integer> all = IntStream.range(0, count).boxed().toList();
            buttons.setAll(all);
        }
        hint.setText(texts.get(reading.stick().buttons() == 0 ? "sticks.noButtons" : "sticks.buttonsHint"));
        boolean some = count > 0;
        list.setVisible(some);
        chosen.setVisible(some && button().isPresent());
    }

    private final class Cell extends ListCell<Integer> {
        private final TwoLines lines = new TwoLines();

        @Override
        protected void updateItem(@Nullable Integer button, boolean empty) {
            super.updateItem(button, empty);
            StickMapping all = shown;
            if (empty || button == null || all == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            lines.name().setText(StickWords.button(button, texts));
            lines.word()
                    .setText(StickWords.deed(Optional.ofNullable(all.pressed().get(button)), texts));
            lines.aside()
                    .setText(Optional.ofNullable(all.released().get(button))
                            .map(deed -> texts.get("sticks.whenReleased", StickWords.deed(Optional.of(deed), texts)))
                            .orElse(""));
            setAccessibleText(lines.spoken());
            setGraphic(lines);
        }
    }
}
