package vn.toancanh.ui.walls;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/**
 * One screen of a wall, drawn to scale: its number, what stands on it in little, and how it is doing. Where that does not fit it is said
 * shorter, then left out; all of it is in the tooltip. FX thread.
 */
final class ScreenTile extends ToggleButton {
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    /** Lower than this a tile has room for its number and what is called so, and for nothing below. */
    private static final double LEAST_FOR_STATE = 72;

    private final Texts texts;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label state = new Label();
    private final ScreenCells cells;
    private final Tooltip tip = Tips.of("", "");
    private String doing = "";
    private String shortly = "";

    /** @param called number of a camera, or what else it is called in little */
    ScreenTile(Texts texts, Function<CameraId, String> called, ScreenCells.Hands hands) {
        this.texts = texts;
        this.cells = new ScreenCells(called, hands);
        getStyleClass().add("tc-screen");
        number.getStyleClass().addAll("tc-strong", "tc-figures", "tc-medium");
        number.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().addAll("tc-small", "tc-figures");
        HBox head = new HBox(Tokens.SPACE_8, number, name);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(cells, Priority.ALWAYS);
        VBox all = new VBox(Tokens.SPACE_4, head, cells, state);
        all.setFillWidth(true);
        all.prefWidthProperty().bind(widthProperty().subtract(2 * Tokens.SPACE_8));
        all.prefHeightProperty().bind(heightProperty().subtract(2 * Tokens.SPACE_8));
        setGraphic(all);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setTooltip(tip);
        widthProperty().addListener((any, before, now) -> fit());
        heightProperty().addListener((any, before, now) -> fit());
        // Only then it is known how wide words are.
        state.fontProperty().addListener((any, before, now) -> fit());
    }

    /**
     * Draws it.
     *
     * @param standing what stands there; empty while that is not known
     * @param chosen the tile that is chosen there, from 0; negative: none
     */
    void show(Screen screen, Optional<ScreenStanding> standing, int chosen) {
        boolean online = standing.map(ScreenStanding::online).orElse(false);
        Optional<Layout> layout = standing.flatMap(ScreenStanding::layout);
        number.setText(Integer.toString(screen.number()));
        name.setText(layout.map(Layout::name)
                .filter(each -> !each.isBlank())
                .orElse(texts.get(layout.isPresent() ? "walls.unnamed" : "walls.nothingKnown")));
        Optional<ScreenHealth> health = standing.flatMap(ScreenStanding::health);
        doing = words(screen, health, online);
        shortly = online
                ? health.map(each -> texts.get("walls.liveShort", each.live(), each.tiles()))
                        .orElse(texts.get("walls.online"))
                : texts.get("walls.offline");
        pseudoClassStateChanged(OFFLINE, !online);
        String whole = texts.get("walls.screen", screen.number(), name.getText(), doing);
        setAccessibleText(whole);
        tip.setText(whole);
        cells.show(layout, chosen);
        fit();
    }

    private String words(Screen screen, Optional<ScreenHealth> health, boolean online) {
        String now = !online
                ? texts.get("walls.offline")
                : health.map(each -> texts.get("walls.liveOf", each.live(), each.tiles()))
                        .orElse(texts.get("walls.online"));
        return screen.visitors() ? texts.get("walls.visitorsToo", now) : now;
    }

    private void fit() {
        state.setText(doing);
        if (state.prefWidth(USE_COMPUTED_SIZE) > getWidth() - 2 * Tokens.SPACE_8) {
            state.setText(shortly);
        }
        boolean room = getHeight() >= LEAST_FOR_STATE;
        state.setVisible(room);
        state.setManaged(room);
    }
}
