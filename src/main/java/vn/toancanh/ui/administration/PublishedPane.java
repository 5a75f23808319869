package vn.toancanh.ui.administration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.toancanh.administration.PublishingService.Found;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.SearchField;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/**
 * Which cameras visitors see. A tick is sent when it is made and stands when the server has it; what is not whoever is signed in's to
 * configure has none. Space ticks the chosen line. While an answer is awaited nothing more is searched for; then what was typed
 * last is. FX thread.
 */
final class PublishedPane extends VBox implements SectionPane {
    private static final double LINE_HEIGHT = 48;

    private final AdministrationModel model;
    private final Texts texts;
    private final SearchField search;
    private final CheckBox only;
    private final MessageLine message = new MessageLine();
    private final Label empty = Form.dim("");
    private final Label more;
    private final ObservableList<VisitorCamera> shown = FXCollections.observableArrayList();
    private final ListView<VisitorCamera> list = new ListView<>(shown);
    private final Set<CameraId> sending = new HashSet<>();
    private boolean asking;
    private boolean again;

    PublishedPane(AdministrationModel model, Texts texts) {
        super(Tokens.SPACE_8);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("tc-published");
        search = new SearchField(texts.get("administration.searchCameras"), texts.get("administration.clearSearch"));
        search.textProperty().addListener((any, before, now) -> reload());
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().select(0);
                event.consume();
            }
        });
        only = new CheckBox(texts.get("administration.onlyPublished"));
        only.setOnAction(event -> reload());
        more = Form.dim(texts.get("administration.moreCameras"));
        more.setVisible(false);
        more.managedProperty().bind(more.visibleProperty());
        list.setFixedCellSize(LINE_HEIGHT);
        list.setAccessibleText(texts.get("administration.published"));
        list.setCellFactory(any -> new VisitorCell(texts, this::place, model::mayPublish, this::waits, this::publish));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ListKeys.letEscapeGo(list);
        StackPane middle = new StackPane(list, empty);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Form.title(texts.get("administration.published")),
                        Form.dim(texts.get("administration.publishedWords")),
                        search,
                        only,
                        message,
                        middle,
                        more);
    }

    /** Brings the keyboard to the search. */
    @Override
    public void takeFocus() {
        search.requestFocus();
    }

    /** Asks for what is searched for. */
    @Override
    public void reload() {
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        again = false;
        model.publishing().find(search.getText(), only.isSelected(), this::found);
    }

    private void found(Outcome<Found> outcome) {
        asking = false;
        if (again) {
            reload();
            return;
        }
        switch (outcome) {
            case Outcome.Done<Found>(Found found) -> {
                message.clear();
                shown.setAll(found.cameras());
                more.setVisible(found.more());
                search.say(search.getText().isBlank() ? "" : texts.get("administration.found", shown.size()));
                sayWhereEmpty();
            }
            case Outcome.Failed<Found>(Failure failure) ->
                message.say(Weight.LOOK, texts.get("administration.old", texts.of(failure)));
        }
    }

    private void sayWhereEmpty() {
        String nothing = only.isSelected() ? "administration.nonePublished" : "administration.noCameras";
        empty.setText(texts.get(search.getText().isBlank() ? nothing : "administration.noneFound"));
        empty.setVisible(shown.isEmpty());
        list.setVisible(!shown.isEmpty());
    }

    /** Sites or rights are known better than before. */
    @Override
    public void refresh() {
        list.refresh();
    }

    private String place(VisitorCamera camera) {
        return model.book()
                .lines()
                .find(camera.site())
                .map(SiteLines.Line::path)
                .orElse("");
    }

    private boolean waits(VisitorCamera camera) {
        return sending.contains(camera.id());
    }

    private void key(KeyEvent event) {
        VisitorCamera chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && chosen != null) {
            publish(chosen);
            event.consume();
        }
    }

    /** Turns it into the other of the two. */
    private void publish(VisitorCamera camera) {
        if (waits(camera) || !model.mayPublish(camera)) {
            return;
        }
        boolean wanted = !camera.published();
        sending.add(camera.id());
        message.clear();
        list.refresh();
        model.publishing().publish(camera.id(), wanted, outcome -> {
            sending.remove(camera.id());
            switch (outcome) {
                case Outcome.Done<Boolean> done -> replace(camera.id(), known -> known.published(wanted));
                case Outcome.Failed<Boolean>(Failure failure) ->
                    message.say(
                            Weight.ACT,
                            failure.kind() == Failure.Kind.FORBIDDEN
                                    ? texts.get("administration.forbidden")
                                    : texts.of(failure));
            }
            list.refresh();
        });
    }

    /** It stays in its place, whatever is searched for, so that a slip of the hand is put right where it was made. */
    private void replace(CameraId id, UnaryOperator<VisitorCamera> with) {
        List<VisitorCamera> before = List.copyOf(shown);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).id().equals(id)) {
                int chosen = list.getSelectionModel().getSelectedIndex();
                shown.set(i, with.apply(before.get(i)));
                list.getSelectionModel().select(chosen);
            }
        }
    }
}
