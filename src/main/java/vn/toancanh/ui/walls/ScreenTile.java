package vn.toancanh.ui.walls;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** One screen of a wall, drawn to scale: its number, what stands on it in little, and how it is doing. FX thread. */
final class ScreenTile extends ToggleButton {
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");
    private static final double NUMBER_FITS = 30;

    private final Texts texts;
    private final Function<CameraId, String> called;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Pane cells = new Pane();
    private Optional<Layout> drawn = Optional.empty();

    /** @param called number of a camera, or what else it is called in little */
    ScreenTile(Texts texts, Function<CameraId, String> called) {
        this.texts = texts;
        this.called = called;
        getStyleClass().add("tc-screen");
        number.getStyleClass().addAll("tc-strong", "tc-figures", "tc-medium");
        number.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().addAll("tc-small", "tc-figures");
        HBox head = new HBox(Tokens.SPACE_8, number, name);
        head.setAlignment(Pos.CENTER_LEFT);
        cells.getStyleClass().add("tc-screen-cells");
        cells.setMinSize(0, 0);
        VBox.setVgrow(cells, javafx.scene.layout.Priority.ALWAYS);
        VBox all = new VBox(Tokens.SPACE_4, head, cells, state);
        all.setFillWidth(true);
        all.prefWidthProperty().bind(widthProperty().subtract(2 * Tokens.SPACE_8));
        all.prefHeightProperty().bind(heightProperty().subtract(2 * Tokens.SPACE_8));
        setGraphic(all);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        cells.layoutBoundsProperty().addListener((any, before, now) -> draw());
    }

    /** @param standing what stands there; empty while that is not known */
    void show(Screen screen, Optional<ScreenStanding> standing) {
        boolean online = standing.map(ScreenStanding::online).orElse(false);
        Optional<Layout> layout = standing.flatMap(ScreenStanding::layout);
        number.setText(Integer.toString(screen.number()));
        name.setText(layout.map(Layout::name)
                .filter(each -> !each.isBlank())
                .orElse(texts.get(layout.isPresent() ? "walls.unnamed" : "walls.nothingKnown")));
        state.setText(words(screen, standing, online));
        pseudoClassStateChanged(OFFLINE, !online);
        setAccessibleText(texts.get("walls.screen", screen.number(), name.getText(), state.getText()));
        drawn = layout;
        draw();
    }

    private String words(Screen screen, Optional<ScreenStanding> standing, boolean online) {
        Optional<ScreenHealth> health = standing.flatMap(ScreenStanding::health);
        String doing = !online
                ? texts.get("walls.offline")
                : health.map(each -> texts.get("walls.liveOf", each.live(), each.tiles()))
                        .orElse(texts.get("walls.online"));
        return screen.visitors() ? texts.get("walls.visitorsToo", doing) : doing;
    }

    private void draw() {
        cells.getChildren().clear();
        double width = cells.getWidth();
        double height = cells.getHeight();
        drawn.ifPresent(layout -> {
            double across = width / layout.grid().columns();
            double down = height / layout.grid().rows();
            for (Cell cell : layout.cells()) {
                Label one = new Label(fits(across * cell.width(), down * cell.height()) ? words(cell.content()) : "");
                one.getStyleClass().addAll("tc-small", "tc-figures", "tc-screen-cell");
                if (cell.content() instanceof CellContent.Empty) {
                    one.getStyleClass().add("tc-empty");
                }
                one.setAlignment(Pos.CENTER);
                one.resizeRelocate(
                        Math.floor(cell.x() * across),
                        Math.floor(cell.y() * down),
                        Math.max(1, Math.floor(cell.width() * across) - 1),
                        Math.max(1, Math.floor(cell.height() * down) - 1));
                one.setManaged(false);
                cells.getChildren().add(one);
            }
        });
    }

    private static boolean fits(double width, double height) {
        return width >= NUMBER_FITS && height >= NUMBER_FITS / 2;
    }

    private String words(CellContent content) {
        return content.cameras().isEmpty()
                ? ""
                : called.apply(content.cameras().getFirst())
                        + (content.cameras().size() > 1
                                ? " +" + (content.cameras().size() - 1)
                                : "");
    }
}
