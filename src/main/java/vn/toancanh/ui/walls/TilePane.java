package vn.toancanh.ui.walls;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.WatchedWalls.Spot;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.remote.CityWall;

/**
 * What is done with one tile of a wall's screen: a camera by its number or several that take turns, nothing, another place, the whole screen, another turn. The tile is
 * the one that was clicked, or is typed where one screen is chosen. FX thread.
 */
final class TilePane extends StackPane {
    private static final Pattern BETWEEN = Pattern.compile("[ ,]+");
    /**
     * Numbers of up to six digits, as many as may take turns. What stands between two belongs to one place of the form alone: with two ways each, a text that does not fit
     * would be tried in all their combinations, on the thread of all windows.
     */
    private static final Pattern NUMBERS =
            Pattern.compile("[ ,]*+(?:\\d{1,6}[ ,]++){0," + (CellContent.Carousel.MOST - 1) + "}\\d{0,6}");

    private static final double NUMBER_WIDTH = 56;
    private static final double CAMERA_WIDTH = 128;
    private static final double OTHER_WIDTH = 104;

    private final PushDesk desk;
    private final Texts texts;
    private final IntFunction<Optional<CameraId>> numbered;
    private final Label hint = new Label();
    private final Label screen = new Label();
    private final TextField tile;
    private final TextField camera;
    private final TextField with;
    private final Typed typedCamera;
    private final Typed typedWith;
    private final Button before;
    private final Button next;
    private final FlowPane ways = new FlowPane(Tokens.SPACE_8, Tokens.SPACE_8);
    private Optional<Spot> shown = Optional.empty();
    private Optional<String> of = Optional.empty();

    /** @param numbered the camera of a number, where there is one */
    TilePane(PushDesk desk, Texts texts, IntFunction<Optional<CameraId>> numbered) {
        this.desk = desk;
        this.texts = texts;
        this.numbered = numbered;
        hint.setText(texts.get("walls.tileHint"));
        hint.getStyleClass().addAll("tc-dim", "tc-small");
        hint.setWrapText(true);
        tile = number("walls.tileNumber", 4, NUMBER_WIDTH);
        camera = field("walls.tileCamera", NUMBERS, CAMERA_WIDTH);
        camera.setPromptText(texts.get("walls.tileCamera"));
        camera.setOnAction(event -> showCamera());
        with = number("walls.tileWith", 4, OTHER_WIDTH);
        with.setPromptText(texts.get("walls.tileWith"));
        with.setOnAction(event -> swap());
        typedCamera = new Typed(desk, camera);
        typedWith = new Typed(desk, with);
        before = button("walls.tileBefore", () -> on((id, place) -> desk.tiles().turn(id, place, -1)));
        next = button("walls.tileNext", () -> on((id, place) -> desk.tiles().turn(id, place, 1)));
        screen.setMinWidth(USE_PREF_SIZE);
        tile.textProperty().addListener((any, was, now) -> showTurns());
        ways.setRowValignment(VPos.CENTER);
        ways.getChildren()
                .addAll(
                        screen,
                        tile,
                        camera,
                        button("walls.tileShow", this::showCamera),
                        button(
                                "walls.tileClear",
                                () -> on((id, place) -> desk.tiles().clear(id, place))),
                        with,
                        button("walls.tileSwap", this::swap),
                        button(
                                "walls.tileEnlarge",
                                () -> on((id, place) -> desk.tiles().enlarge(id, place))),
                        button(
                                "walls.tileBack",
                                () -> of.ifPresent(id -> desk.tiles().back(id))),
                        before,
                        next);
        StackPane.setAlignment(hint, Pos.CENTER_LEFT);
        StackPane.setAlignment(ways, Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(hint, ways);
    }

    /** Does something with a tile of a screen, from 0. */
    private interface Hand {
        void on(String screen, int tile);
    }

    private TextField number(String key, int digits, double width) {
        return field(key, Pattern.compile("\\d{0," + digits + "}"), width);
    }

    /** @param form of what can be typed there */
    private TextField field(String key, Pattern form, double width) {
        TextField field = new TextField();
        field.setAccessibleText(texts.get(key));
        field.setTextFormatter(new TextFormatter<>(
                change -> form.matcher(change.getControlNewText()).matches() ? change : null));
        field.setPrefWidth(width);
        field.setMaxWidth(width);
        return field;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static OptionalInt read(TextField field) {
        return field.getText().isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(field.getText()));
    }

    private void on(Hand hand) {
        OptionalInt number = read(tile);
        if (of.isPresent() && number.isPresent()) {
            hand.on(of.get(), number.getAsInt() - 1);
        }
    }

    private void showCamera() {
        List<Integer> numbers = BETWEEN.splitAsStream(camera.getText())
                .filter(each -> !each.isEmpty())
                .map(Integer::valueOf)
                .toList();
        if (!numbers.isEmpty()) {
            typedCamera.send(() -> on((id, place) -> desk.tiles().show(id, place, numbers, numbered)));
        }
    }

    private void swap() {
        OptionalInt other = read(with);
        if (other.isPresent()) {
            typedWith.send(() -> on((id, place) -> desk.tiles().swap(id, place, other.getAsInt() - 1)));
        }
    }

    /** The wall, the tile that is chosen, or what may be done is another. */
    void show() {
        typedCamera.settle();
        typedWith.settle();
        Optional<Spot> spot = desk.watched().spot();
        of = spot.map(Spot::screen)
                .or(() -> desk.watched().touched().stream()
                        .findFirst()
                        .filter(any -> desk.watched().touched().size() == 1))
                .filter(any -> desk.mayPush());
        Optional<CityWall.Screen> there = of.flatMap(id -> desk.watched().wall().flatMap(wall -> wall.screen(id)));
        there.ifPresent(each -> screen.setText(texts.get("walls.tileOf", each.number())));
        if (!spot.equals(shown)) {
            shown = spot;
            tile.setText(spot.map(each -> Integer.toString(each.tile() + 1)).orElse(""));
        }
        only(ways, there.isPresent());
        only(hint, there.isEmpty() && desk.mayPush() && desk.watched().wall().isPresent());
        showTurns();
    }

    private void showTurns() {
        boolean turns = of.isPresent()
                && read(tile).isPresent()
                && desk.watched()
                        .content(of.get(), read(tile).getAsInt() - 1)
                        .filter(content -> content instanceof CellContent.Carousel)
                        .isPresent();
        only(before, turns);
        only(next, turns);
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
