package vn.toancanh.ui.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.Glimpse;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** Everything known of the chosen alarm: picture, place, what to do, and what may be done with it. */
final class AlarmDetails extends VBox {
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final AlarmPicture picture;
    private final AlarmClosing closing;
    private final Runnable toList;
    private final Label title = words("tc-strong", "tc-medium");
    private final Label raised = words("tc-dim");
    private final Label cameras = words();
    private final Label site = words("tc-dim");
    private final Label coordinates = words("tc-dim", "tc-figures");
    private final Label assignee = words("tc-dim");
    private final Label toDo = words("tc-strong");
    private final Label procedure = words();
    private final VBox facts = new VBox(Tokens.SPACE_4);
    private final Button accept;
    private final Button start;
    private final Button finish;
    private final Button show;
    private final FlowPane ways;
    private List<CameraId> theirs = List.of();
    private @Nullable AlarmId shown;

    /** @param toList brings the keyboard to the list */
    AlarmDetails(
            Texts texts,
            Function<Instant, String> moment,
            AlarmsModel model,
            Consumer<List<CameraId>> put,
            Runnable toList) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        this.moment = moment;
        this.toList = toList;
        getStyleClass().add("tc-alarm-details");
        picture = new AlarmPicture(texts);
        closing = new AlarmClosing(
                texts,
                (outcome, note) -> {
                    model.finish(outcome, note);
                    ask(false);
                },
                this::notYet);
        toDo.setText(texts.get("alarms.procedure"));
        accept = button("alarms.accept", "Enter", () -> model.move(AlarmStep.ACKNOWLEDGED));
        accept.getStyleClass().add("tc-primary");
        start = button("alarms.start", "", () -> model.move(AlarmStep.IN_PROGRESS));
        finish = button("alarms.finish", "", () -> ask(true));
        show = button("alarms.show", "Shift+Enter", () -> put.accept(theirs));
        show.setGraphic(Icons.CAMERAS.at(Tokens.ICON_16));
        ways = new FlowPane(Tokens.SPACE_8, Tokens.SPACE_8, accept, start, finish, show);
        ways.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(ways, scroll);
    }

    private Button button(String key, String keys, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setTooltip(Tips.of(texts.get(key), keys));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label words(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /**
     * @param mayAct whether this person may do more than look
     * @param sending true while an answer is awaited: nothing more may be asked of it
     */
    void show(Alarm alarm, boolean mayAct, boolean sending, CatalogueSnapshot known) {
        theirs = alarm.cameras();
        picture.camera(!theirs.isEmpty());
        title.setText(alarm.title());
        raised.setText(texts.get("alarms.raised", moment.apply(alarm.raisedAt()), alarm.priority()));
        cameras.setText(AlarmPlaces.cameras(alarm, known));
        site.setText(AlarmPlaces.site(alarm, known));
        coordinates.setText(AlarmPlaces.coordinates(alarm, texts));
        assignee.setText(alarm.assignee().isEmpty() ? "" : texts.get("alarms.assignee", alarm.assignee()));
        procedure.setText(alarm.procedure());
        facts.getChildren().setAll(picture);
        for (Label each : List.of(title, raised, cameras, site, coordinates, assignee)) {
            if (!each.getText().isEmpty()) {
                facts.getChildren().add(each);
            }
        }
        if (!alarm.procedure().isBlank()) {
            facts.getChildren().addAll(toDo, procedure);
        }
        boolean accepted = alarm.step() == AlarmStep.ACKNOWLEDGED;
        there(accept, mayAct && alarm.step() == AlarmStep.NEW, sending);
        there(start, mayAct && accepted, sending);
        there(finish, mayAct && (accepted || alarm.step() == AlarmStep.IN_PROGRESS), sending);
        there(show, !theirs.isEmpty(), false);
        if (!alarm.id().equals(shown)) {
            shown = alarm.id();
            closing.clear();
            ask(false);
        } else if (!finish.isVisible()) {
            ask(false);
        }
    }

    private void notYet() {
        ask(false);
        finish.requestFocus();
    }

    /** Asks what came of the alarm, or does not any more; the keyboard does not go with the question. */
    private void ask(boolean asked) {
        boolean had = closing.isFocusWithin();
        getChildren().set(0, asked ? closing : ways);
        if (asked) {
            closing.takeFocus();
        } else if (had) {
            toList.run();
        }
    }

    /** The picture that came with it. */
    void show(Optional<Image> image) {
        picture.show(image);
    }

    /** What its camera shows now. */
    void glimpse(Function<CameraId, Optional<Glimpse>> of) {
        picture.glimpse(
                theirs.stream().flatMap(camera -> of.apply(camera).stream()).findFirst());
    }

    private static void there(Button button, boolean there, boolean sending) {
        button.setVisible(there);
        button.setManaged(there);
        button.setDisable(sending);
    }
}
