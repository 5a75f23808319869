package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.Salvo;

/**
 * The salvos of this desk with their numbers, over the wall, which goes on behind: each can get another number or be taken out, and what is
 * selected can become one. Nothing is changed before it is kept. FX thread.
 */
final class SalvoEditor {
    private static final double WIDTH = 520;
    private static final double MOST_HEIGHT = 420;
    private static final double NUMBER_WIDTH = 84;

    /** So many cameras of a salvo are named by their numbers. */
    private static final int NAMED = 8;

    /** A salvo as it is typed. */
    private record Row(TextField number, List<CameraId> cameras) {
        OptionalInt value() {
            String typed = number.getText();
            return typed.isEmpty() || Integer.parseInt(typed) == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(typed));
        }
    }

    private final WallDesk wall;
    private final CallUpDesk callUp;
    private final Texts texts;
    private final Popup popup = new Popup();
    private final List<Row> rows = new ArrayList<>();
    private final VBox lines = new VBox(Tokens.SPACE_4);
    private final VBox card = new VBox(Tokens.SPACE_8);
    private final Label hint = new Label();
    private final Button add = new Button();
    private final Button keep;

    SalvoEditor(WallDesk wall, CallUpDesk callUp, Texts texts) {
        this.wall = wall;
        this.callUp = callUp;
        this.texts = texts;
        Label title = new Label(texts.get("shell.salvos"));
        title.getStyleClass().add("tc-strong");
        hint.setWrapText(true);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        add.setGraphic(Icons.ADD.at(Tokens.ICON_16));
        add.setOnAction(event -> {
            Row row = row(free(), selected());
            rows.add(row);
            lay();
            row.number().requestFocus();
        });
        keep = new Button(texts.get("shell.salvosKeep"));
        keep.getStyleClass().add("tc-primary");
        keep.setOnAction(event -> keep());
        Button cancel = new Button(texts.get("shell.salvosCancel"));
        cancel.setOnAction(event -> popup.hide());
        card.getStyleClass().add("salvo-editor");
        card.setPrefWidth(WIDTH);
        card.getChildren().addAll(title, scroll, add, hint, new HBox(Tokens.SPACE_8, keep, cancel));
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

    /** Opens it over the wall. */
    void show(Node over) {
        rows.clear();
        callUp.salvos().all().forEach(salvo -> rows.add(row(salvo.number(), salvo.cameras())));
        int cameras = selected().size();
        add.setText(texts.get("shell.salvosAdd", cameras));
        add.setDisable(cameras == 0);
        lay();
        card.getStylesheets().setAll(over.getScene().getStylesheets());
        card.getStylesheets().add(Theme.sheet(SalvoEditor.class, "callup.css"));
        Point2D at = over.localToScreen(Tokens.SPACE_24, Tokens.SPACE_24);
        popup.show(over, at.getX(), at.getY());
        if (rows.isEmpty()) {
            add.requestFocus();
        } else {
            rows.getFirst().number().requestFocus();
        }
    }

    private List<CameraId> selected() {
        return wall.wall().selection().stream()
                .flatMap(tile -> wall.content(tile).cameras().stream())
                .limit(Salvo.MOST)
                .toList();
    }

    private int free() {
        Set<OptionalInt> taken = rows.stream().map(Row::value).collect(Collectors.toSet());
        int number = 1;
        while (taken.contains(OptionalInt.of(number))) {
            number++;
        }
        return number;
    }

    private Row row(int number, List<CameraId> cameras) {
        TextField field = new TextField(Integer.toString(number));
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("[0-9]{0,6}") ? change : null));
        field.getStyleClass().add("tc-figures");
        field.setPrefWidth(NUMBER_WIDTH);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(texts.get("shell.salvosNumber", words(cameras)));
        field.setOnAction(event -> keep());
        field.textProperty().addListener((any, before, now) -> enable());
        return new Row(field, cameras);
    }

    private void lay() {
        lines.getChildren().setAll(rows.stream().map(this::line).toList());
        enable();
    }

    private HBox line(Row row) {
        Label cameras = new Label(words(row.cameras()));
        cameras.setMaxWidth(Double.MAX_VALUE);
        cameras.setMinWidth(0);
        HBox.setHgrow(cameras, Priority.ALWAYS);
        Button out = new Button(null, Icons.REMOVE.at(Tokens.ICON_16));
        out.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        out.setAccessibleText(texts.get("shell.salvosOut"));
        out.setTooltip(Tips.of(texts.get("shell.salvosOut"), ""));
        out.setMinWidth(Region.USE_PREF_SIZE);
        out.setOnAction(event -> {
            rows.remove(row);
            lay();
            keep.requestFocus();
        });
        HBox line = new HBox(Tokens.SPACE_8, row.number(), cameras, out);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String words(List<CameraId> cameras) {
        String named = cameras.stream().limit(NAMED).map(this::called).collect(Collectors.joining(", "));
        return texts.get("shell.salvosCameras", cameras.size(), cameras.size() > NAMED ? named + " …" : named);
    }

    private String called(CameraId id) {
        Camera camera = wall.live().camera(id).orElse(null);
        if (camera == null) {
            return id.value();
        }
        return camera.number() == null ? camera.name() : Integer.toString(camera.number());
    }

    /** Every one has a number that no other has. */
    private boolean right() {
        Set<OptionalInt> seen = new HashSet<>();
        return rows.stream().map(Row::value).allMatch(value -> value.isPresent() && seen.add(value));
    }

    private void enable() {
        boolean right = right();
        keep.setDisable(!right);
        hint.getStyleClass().setAll("label", "tc-small", right ? "tc-dim" : "tc-amber-text");
        hint.setText(
                texts.get(right ? rows.isEmpty() ? "shell.salvosNone" : "shell.salvosHint" : "shell.salvosOwnNumber"));
    }

    private void keep() {
        if (!keep.isDisabled()) {
            popup.hide();
            callUp.keepSalvos(
                    wall,
                    rows.stream()
                            .map(row -> new Salvo(row.value().orElseThrow(), row.cameras()))
                            .toList());
        }
    }
}
