package vn.toancanh.ui.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.AlarmChoices;
import vn.toancanh.desk.Glimpse;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** The alarm panel: the list above, the chosen alarm below. Enter accepts, Shift+Enter puts its cameras on the wall. */
public final class AlarmsView extends VBox {
    private static final KeyHint SHOW = new KeyHint("Shift+Enter", "alarms.keyShow");
    private static final List<KeyHint> KEYS =
            List.of(new KeyHint("Enter", "alarms.keyAccept"), SHOW, new KeyHint("M", "alarms.silence"));

    private static final double LINE = 48;

    private final AlarmsModel model;
    private final Texts texts;
    private final Supplier<CatalogueSnapshot> cameras;
    private final Consumer<List<CameraId>> put;
    private final Function<CameraId, Optional<Glimpse>> glimpses;
    private final Button quiet;
    private final ObservableList<Alarm> alarms = FXCollections.observableArrayList();
    private final ListView<Alarm> list = new ListView<>(alarms);
    private final Label head = new Label();
    private final Label empty = new Label();
    private final MessageLine message = new MessageLine();
    private final AlarmDetails details;
    private final ChangeListener<AlarmsModel.Listing> onListing = (any, before, now) -> show(now);
    private final ChangeListener<Optional<Image>> onPicture = (any, before, now) -> picture(now);
    private boolean showing;

    /**
     * @param moment how a point in time is said
     * @param cameras as they are known now
     * @param put shows those cameras on the wall
     * @param glimpses what a camera shows on the wall now
     * @param choices what this desk has chosen about alarms
     */
    public AlarmsView(
            AlarmsModel model,
            Texts texts,
            Function<Instant, String> moment,
            Supplier<CatalogueSnapshot> cameras,
            Consumer<List<CameraId>> put,
            Function<CameraId, Optional<Glimpse>> glimpses,
            AlarmChoices choices) {
        super(Tokens.SPACE_8);
        this.model = model;
        this.texts = texts;
        this.cameras = cameras;
        this.put = put;
        this.glimpses = glimpses;
        getStyleClass().add("tc-alarms");
        getStylesheets().add(Theme.sheet(AlarmsView.class, "alarms.css"));
        setPrefWidth(Tokens.DETAILS_WIDTH);
        setMinWidth(Tokens.DETAILS_WIDTH);
        head.getStyleClass().addAll("tc-strong", "tc-medium");
        empty.getStyleClass().add("tc-dim");
        empty.setWrapText(true);
        details = new AlarmDetails(texts, moment, model, put, this::focusList);
        list.setFixedCellSize(LINE);
        list.setAccessibleText(texts.get("alarms.title"));
        list.setCellFactory(
                any -> new AlarmCell(texts, moment, alarm -> AlarmPlaces.cameras(alarm, this.cameras.get())));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ListKeys.letEscapeGo(list);
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> {
            if (!showing) {
                model.choose(now == null ? null : now.id());
            }
        });
        StackPane middle = new StackPane(list, empty);
        middle.setMinHeight(LINE * 2);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(details, Priority.ALWAYS);
        quiet = new Button(texts.get("alarms.silence"), Icons.SILENCE.at(Tokens.ICON_20));
        quiet.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        quiet.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        quiet.setAccessibleText(texts.get("alarms.silence"));
        quiet.setTooltip(Tips.of(texts.get("alarms.silence"), "M"));
        quiet.setOnAction(event -> model.silence());
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinWidth(0);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox above = new HBox(Tokens.SPACE_4, head, quiet, new AlarmMenu(texts, choices));
        above.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(above, message, middle);
        sceneProperty().addListener((any, before, now) -> follow(now != null));
    }

    /**
     * The keys of the panel, for the list of keys.
     *
     * @param mayAct whether somebody is there who may do more than look at some alarm: for him alone there is a tone, too
     */
    public static List<KeyHint> keys(boolean mayAct) {
        return mayAct ? KEYS : List.of(SHOW);
    }

    /** Brings the keyboard to the list. */
    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !alarms.isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void follow(boolean shown) {
        model.listing().removeListener(onListing);
        model.picture().removeListener(onPicture);
        if (shown) {
            model.listing().addListener(onListing);
            model.picture().addListener(onPicture);
            details.show(model.picture().get());
            show(model.listing().get());
        }
    }

    private void show(AlarmsModel.Listing now) {
        @Nullable Alarm chosen = now.chosen();
        showing = true;
        if (!alarms.equals(now.alarms())) {
            alarms.setAll(now.alarms());
        }
        choose(chosen == null ? null : chosen.id());
        showing = false;
        head.setText(now.unaccepted() == 0 ? texts.get("alarms.title") : texts.get("alarms.count", now.unaccepted()));
        quiet.setVisible(now.ringing());
        quiet.setManaged(now.ringing());
        list.setVisible(!now.alarms().isEmpty());
        empty.setVisible(now.alarms().isEmpty());
        empty.setText(texts.get(now.offered() ? "alarms.none" : "alarms.notOffered"));
        say(now);
        if (chosen == null) {
            getChildren().remove(details);
            return;
        }
        details.show(chosen, now.mayAct(), now.sending(), cameras.get());
        // Put there once: whoever types a note must not lose the keyboard to every alarm that comes.
        if (!getChildren().contains(details)) {
            getChildren().add(details);
        }
        tick();
    }

    /** A second has passed: what the chosen alarm's camera shows is another picture. */
    public void tick() {
        if (details.getParent() != null && getScene() != null) {
            details.glimpse(glimpses);
        }
    }

    private void choose(@Nullable AlarmId id) {
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < alarms.size(); i++) {
            if (alarms.get(i).id().equals(id)) {
                list.getSelectionModel().select(i);
                return;
            }
        }
    }

    private void say(AlarmsModel.Listing now) {
        if (now.trouble().isPresent()) {
            Failure failure = now.trouble().get();
            message.say(
                    Weight.LOOK,
                    failure.kind() == Failure.Kind.CONFLICT
                            ? overtaken(now.chosen())
                            : texts.get(
                                    "alarms.failed",
                                    texts.get(failure.textKey(), failure.args().toArray())));
        } else if (now.old().isPresent()) {
            message.say(Weight.LOOK, texts.get("alarms.old"));
        } else {
            message.clear();
        }
    }

    private String overtaken(@Nullable Alarm alarm) {
        return alarm == null || alarm.assignee().isEmpty()
                ? texts.get("alarms.overtaken")
                : texts.get("alarms.overtakenBy", alarm.assignee());
    }

    private void picture(Optional<Image> image) {
        details.show(image);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.M && !event.isShortcutDown()) {
            model.silence();
            event.consume();
            return;
        }
        @Nullable Alarm alarm = list.getSelectionModel().getSelectedItem();
        if (event.getCode() != KeyCode.ENTER || alarm == null) {
            return;
        }
        if (event.isShiftDown()) {
            put.accept(alarm.cameras());
        } else if (alarm.step() == AlarmStep.NEW) {
            model.move(AlarmStep.ACKNOWLEDGED);
        }
        event.consume();
    }
}
