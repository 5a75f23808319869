package vn.toancanh.ui.walls;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwoLines;
import vn.toancanh.wall.remote.Scene;

/** The scenes of a wall: to be brought to it, deleted, and made of what stands there. FX thread. */
final class ScenesPane extends VBox {
    private static final double WIDTH = 300;

    private final PushDesk desk;
    private final Texts texts;
    private final ObservableList<Scene> scenes = FXCollections.observableArrayList();
    private final ListView<Scene> list = new ListView<>(scenes);
    private final TextField name = new TextField();
    private final Button push;
    private final Button delete;
    private final Button present;
    private final Button save;
    private final Typed typed;

    ScenesPane(PushDesk desk, Texts texts) {
        super(Tokens.SPACE_8);
        this.desk = desk;
        this.texts = texts;
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        Label title = new Label(texts.get("walls.scenes"));
        title.getStyleClass().add("tc-strong");
        title.setLabelFor(list);
        list.setPlaceholder(new Label(texts.get("walls.noScenes")));
        list.setAccessibleText(texts.get("walls.scenes"));
        list.setCellFactory(any -> new Cell());
        list.setMinHeight(0);
        ListKeys.letEscapeGo(list);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(desk::push);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        push = new Button(texts.get("walls.push"));
        push.getStyleClass().add("tc-primary");
        push.setOnAction(event -> chosen().ifPresent(desk::push));
        delete = new Button(null, Icons.REMOVE.at(Tokens.ICON_16));
        delete.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        delete.setAccessibleText(texts.get("walls.delete"));
        delete.setTooltip(Tips.of(texts.get("walls.delete"), ""));
        delete.setOnAction(event -> delete());
        present = new Button(texts.get("walls.pushPresent"));
        present.setOnAction(event -> desk.pushPresent());
        name.setPromptText(texts.get("walls.sceneName"));
        name.setAccessibleText(texts.get("walls.sceneName"));
        name.setOnAction(event -> save());
        HBox.setHgrow(name, Priority.ALWAYS);
        save = new Button(texts.get("walls.save"));
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> save());
        name.textProperty().addListener((any, before, now) -> enable());
        typed = new Typed(desk, name);
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> {
            sure(false);
            enable();
        });
        HBox ways = new HBox(Tokens.SPACE_8, push, delete);
        ways.setAlignment(Pos.CENTER_LEFT);
        Label saving = new Label(texts.get("walls.saveHint"));
        saving.getStyleClass().addAll("tc-dim", "tc-small");
        saving.setWrapText(true);
        present.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(title, list, ways, present, saving, new HBox(Tokens.SPACE_8, name, save));
    }

    private Optional<Scene> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).filter(any -> desk.mayPush());
    }

    private void save() {
        if (!save.isDisabled()) {
            typed.send(() -> desk.saveScene(name.getText()));
        }
    }

    /** Twice, so that one slip of the hand deletes nothing. */
    private void delete() {
        Optional<Scene> scene = chosen().filter(desk::mayDelete);
        boolean sure = sure(false);
        if (sure) {
            scene.ifPresent(desk::delete);
        } else if (scene.isPresent()) {
            sure(true);
        }
    }

    /** Asks, or asks no more; true where it did. */
    private boolean sure(boolean asks) {
        boolean asked = delete.getStyleClass().remove("tc-danger");
        delete.setText(asks ? texts.get("walls.deleteSure") : "");
        delete.getStyleClass().remove("tc-icon-only");
        delete.getStyleClass().add(asks ? "tc-danger" : "tc-icon-only");
        return asked;
    }

    void show() {
        typed.settle();
        if (!scenes.equals(desk.watched().scenes())) {
            Optional<String> kept = Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                    .map(Scene::id);
            scenes.setAll(desk.watched().scenes());
            kept.flatMap(id ->
                            scenes.stream().filter(each -> each.id().equals(id)).findFirst())
                    .ifPresent(list.getSelectionModel()::select);
        }
        enable();
    }

    private void enable() {
        boolean may = desk.mayPush() && desk.watched().wall().isPresent();
        boolean some = list.getSelectionModel().getSelectedItem() != null;
        push.setDisable(!may || !some);
        delete.setDisable(chosen().filter(desk::mayDelete).isEmpty());
        present.setDisable(!may);
        save.setDisable(!may || name.getText().isBlank());
    }

    void takeFocus() {
        list.requestFocus();
    }

    private final class Cell extends ListCell<Scene> {
        private final TwoLines lines = new TwoLines();

        @Override
        protected void updateItem(@Nullable Scene scene, boolean empty) {
            super.updateItem(scene, empty);
            if (empty || scene == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            lines.name().setText(scene.name());
            lines.more().setText(texts.get("walls.onScreens", scene.layouts().size(), scene.by()));
            setAccessibleText(lines.spoken());
            setGraphic(lines);
        }
    }
}
