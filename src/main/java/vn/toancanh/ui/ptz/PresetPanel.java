package vn.toancanh.ui.ptz;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PlaceDesk;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadPlaces;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceReading;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** The presets of the head that is steered, in or beside its tile: gone to by a click, and changed by whoever may. FX thread. */
final class PresetPanel extends VBox {
    /** How high one is, in pixels. */
    private static final double LINE = 36;

    private final PlaceDesk places;
    private final Texts texts;
    private final Label message = new Label();
    private final ListView<HeadPlace> list = new ListView<>();
    private final Button again;
    private final Button keep;
    private final Button home;
    private final PresetQuestion question;
    private boolean mayChange;

    /**
     * @param closing it is to be shut
     * @param toTheWall brings the keyboard back to the wall
     */
    PresetPanel(PlaceDesk places, Texts texts, Runnable closing, Runnable toTheWall) {
        this.places = places;
        this.texts = texts;
        getStyleClass().add("tc-preset-panel");
        Label title = new Label(texts.get("ptz.presets"));
        title.getStyleClass().add("tc-strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = button("ptz.presetsClose", closing);
        close.setText(null);
        close.setGraphic(Icons.CLOSE.at(Tokens.ICON_16));
        close.setAccessibleText(texts.get("ptz.presetsClose"));
        close.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        HBox head = new HBox(Tokens.SPACE_8, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        again = button("ptz.presetsAgain", places::askAgain);
        keep = button("ptz.presetKeep", this::keep);
        home = button("ptz.homeSet", this::setHome);
        question = new PresetQuestion(texts, toTheWall);
        list.setFocusTraversable(false);
        list.setCellFactory(any -> new PresetCell(texts, new Hands()));
        list.setMinHeight(0);
        list.setFixedCellSize(LINE);
        VBox.setVgrow(list, Priority.ALWAYS);
        FlowPane hands = new FlowPane(Tokens.SPACE_4, Tokens.SPACE_4, again, keep, home);
        hands.managedProperty()
                .bind(again.visibleProperty().or(keep.visibleProperty()).or(home.visibleProperty()));
        getChildren().setAll(head, message, question, list, hands);
    }

    private Button button(String textKey, Runnable action) {
        Button made = new Button(texts.get(textKey));
        made.setTooltip(Tips.of(texts.get(textKey), ""));
        made.setFocusTraversable(false);
        made.setMinWidth(USE_PREF_SIZE);
        made.setOnAction(event -> action.run());
        return made;
    }

    private void keep() {
        question.ask(
                texts.get("ptz.presetKeepAsk"),
                "",
                texts.get("ptz.presetKeepNow"),
                name -> places.change(new PlaceChange.Keep(name)));
    }

    private void setHome() {
        question.ask(
                texts.get("ptz.homeSetAsk"),
                null,
                texts.get("ptz.homeSetNow"),
                any -> places.change(new PlaceChange.Home()));
    }

    /** Asks nothing any more. */
    void closeQuestion() {
        question.close();
    }

    /** Says it as it is now. */
    void show() {
        PlaceReading reading = places.reading();
        boolean may = places.mayChange();
        List<HeadPlace> known = reading.known().all();
        if (!known.equals(list.getItems())) {
            list.getItems().setAll(known);
            list.setPrefHeight(known.size() * LINE);
        }
        if (may != mayChange) {
            mayChange = may;
            list.refresh();
        }
        if (!may) {
            question.close();
        }
        String words = SteeringWords.places(reading, may, texts);
        message.setText(words);
        there(message, !words.isEmpty());
        there(list, !known.isEmpty());
        there(again, reading.phase() == PlaceReading.Phase.FAILED);
        HeadPlaces all = reading.known();
        boolean free = may && !reading.changing();
        there(keep, free && !all.full());
        there(home, free && all.home() && !all.homeFixed());
    }

    private static void there(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private final class Hands implements PresetCell.Hands {
        @Override
        public boolean mayChange() {
            return mayChange;
        }

        @Override
        public void go(HeadPlace place) {
            places.go(place);
        }

        @Override
        public void replace(HeadPlace place) {
            question.ask(
                    texts.get("ptz.presetReplaceAsk", SteeringWords.called(place, texts)),
                    null,
                    texts.get("ptz.presetReplaceNow"),
                    any -> places.change(new PlaceChange.Replace(place)));
        }

        @Override
        public void rename(HeadPlace place) {
            question.ask(
                    texts.get("ptz.presetRenameAsk", SteeringWords.called(place, texts)),
                    place.name(),
                    texts.get("ptz.presetRenameNow"),
                    name -> places.change(new PlaceChange.Name(place, name)));
        }

        @Override
        public void lock(HeadPlace place, boolean locked) {
            places.change(new PlaceChange.Lock(place, locked));
        }

        @Override
        public void remove(HeadPlace place) {
            question.ask(
                    texts.get("ptz.presetRemoveAsk", SteeringWords.called(place, texts)),
                    null,
                    texts.get("ptz.presetRemoveNow"),
                    any -> places.change(new PlaceChange.Remove(place)));
        }
    }
}
