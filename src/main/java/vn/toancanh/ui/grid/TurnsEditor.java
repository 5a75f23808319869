package vn.toancanh.ui.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.CellContent.Carousel.Stop;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/**
 * The turns of a tile one by one, over the wall, which goes on behind: how long each camera has, in which order, and which no more. Nothing
 * is changed before it is kept, and then it is one step to take back. FX thread.
 */
final class TurnsEditor {
    private static final int MOST_SECONDS = 3600;
    private static final double WIDTH = 460;
    private static final double MOST_HEIGHT = 420;
    private static final double SECONDS_WIDTH = 72;

    /** A turn as it is typed. */
    private static final class Row {
        final CameraId camera;
        final TextField seconds;

        Row(CameraId camera, TextField seconds) {
            this.camera = camera;
            this.seconds = seconds;
        }

        OptionalInt value() {
            String typed = seconds.getText();
            int value = typed.isEmpty() ? 0 : Integer.parseInt(typed);
            return value < 1 || value > MOST_SECONDS ? OptionalInt.empty() : OptionalInt.of(value);
        }
    }

    private final WallDesk desk;
    private final Texts texts;
    private final Popup popup = new Popup();
    private final List<Row> rows = new ArrayList<>();
    private final VBox lines = new VBox(Tokens.SPACE_4);
    private final VBox card = new VBox(Tokens.SPACE_8);
    private final Button keep;
    private int tile;

    TurnsEditor(WallDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        Label title = new Label(texts.get("grid.turns"));
        title.getStyleClass().add("tc-strong");
        Label hint = new Label(texts.get("grid.turnsHint", MOST_SECONDS));
        hint.getStyleClass().addAll("tc-dim", "tc-small");
        hint.setWrapText(true);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        keep = new Button(texts.get("grid.turnsKeep"));
        keep.getStyleClass().add("tc-primary");
        keep.setOnAction(event -> keep());
        Button cancel = new Button(texts.get("grid.turnsCancel"));
        cancel.setOnAction(event -> popup.hide());
        HBox ways = new HBox(Tokens.SPACE_8, keep, cancel);
        card.getStyleClass().add("turns-editor");
        card.setPrefWidth(WIDTH);
        card.getChildren().addAll(title, scroll, hint, ways);
        // What is typed here calls no camera up on the wall behind.
        card.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        // A field takes Esc for itself.
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                popup.hide();
            }
        });
        popup.getContent().add(card);
    }

    /** Opens it for the carousel of a tile, over that. */
    void show(Node over, int of) {
        if (!(desk.wall().content(of) instanceof Carousel carousel)) {
            return;
        }
        tile = of;
        rows.clear();
        carousel.stops().forEach(stop -> rows.add(new Row(stop.camera(), field(stop.seconds()))));
        lay();
        card.getStylesheets().setAll(over.getScene().getStylesheets());
        card.getStylesheets().addAll(over.getParent().getStylesheets());
        Point2D at = over.localToScreen(Tokens.SPACE_8, 28);
        popup.show(over, at.getX(), at.getY());
        rows.getFirst().seconds.requestFocus();
    }

    private TextField field(int seconds) {
        TextField field = new TextField(Integer.toString(seconds));
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("[0-9]{0,4}") ? change : null));
        field.getStyleClass().add("tc-figures");
        field.setPrefWidth(SECONDS_WIDTH);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setOnAction(event -> keep());
        field.textProperty().addListener((any, before, now) -> enable());
        return field;
    }

    private void lay() {
        lines.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            lines.getChildren().add(line(i));
        }
        enable();
    }

    private HBox line(int at) {
        Row row = rows.get(at);
        String called = name(row.camera);
        Label name = new Label(called);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        row.seconds.setAccessibleText(texts.get("grid.turnsSeconds", called));
        Label unit = new Label(texts.get("grid.turnsUnit"));
        unit.getStyleClass().add("tc-dim");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Button up = icon(Icons.UP, "grid.turnsUp", () -> swap(at, at - 1));
        up.setDisable(at == 0);
        Button down = icon(Icons.DOWN, "grid.turnsDown", () -> swap(at, at + 1));
        down.setDisable(at == rows.size() - 1);
        Button out = icon(Icons.REMOVE, "grid.turnsOut", () -> {
            rows.remove(at);
            lay();
            rows.get(Math.min(at, rows.size() - 1)).seconds.requestFocus();
        });
        out.setDisable(rows.size() == 1);
        HBox line = new HBox(Tokens.SPACE_4, name, row.seconds, unit, up, down, out);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button icon(Icons icon, String key, Runnable action) {
        Button button = new Button(null, icon.at(Tokens.ICON_16));
        button.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        button.setAccessibleText(texts.get(key));
        button.setTooltip(Tips.of(texts.get(key), ""));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void swap(int one, int other) {
        Collections.swap(rows, one, other);
        lay();
        rows.get(other).seconds.requestFocus();
    }

    private String name(CameraId id) {
        Camera camera = desk.live().camera(id).orElse(null);
        if (camera == null) {
            return id.value();
        }
        return camera.number() == null ? camera.name() : camera.number() + " " + camera.name();
    }

    private void enable() {
        keep.setDisable(rows.stream().anyMatch(row -> row.value().isEmpty()));
    }

    private void keep() {
        if (!keep.isDisabled()) {
            popup.hide();
            desk.carousels()
                    .turn(
                            tile,
                            rows.stream()
                                    .map(row -> new Stop(row.camera, row.value().orElseThrow()))
                                    .toList());
        }
    }
}
