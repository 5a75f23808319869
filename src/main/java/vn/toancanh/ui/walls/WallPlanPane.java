package vn.toancanh.ui.walls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.Pane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.WatchedWalls.Spot;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.WallStanding;

/** The screens of one wall in their places, to scale, as large as there is room for. FX thread. */
final class WallPlanPane extends Pane {
    private static final double LEAST = 400;

    private final PushDesk desk;
    private final Texts texts;
    private final Function<CameraId, String> called;
    private final Map<String, ScreenTile> tiles = new LinkedHashMap<>();
    private List<Screen> screens = List.of();

    WallPlanPane(PushDesk desk, Texts texts, Function<CameraId, String> called) {
        this.desk = desk;
        this.texts = texts;
        this.called = called;
        setMinSize(LEAST, LEAST / 2);
        getStyleClass().add("tc-wall-plan");
    }

    void show() {
        screens = desk.watched().wall().map(CityWall::screens).orElse(List.of());
        Optional<WallStanding> standing = desk.watched().standing();
        tiles.keySet().retainAll(screens.stream().map(Screen::id).toList());
        for (Screen screen : screens) {
            ScreenTile tile = tiles.computeIfAbsent(screen.id(), id -> {
                ScreenTile made = new ScreenTile(texts, called, hands(id));
                made.setOnAction(event -> desk.watched().touch(id));
                return made;
            });
            tile.show(
                    screen,
                    standing.flatMap(now -> now.screen(screen.id())),
                    desk.watched()
                            .spot()
                            .filter(spot -> spot.screen().equals(screen.id()))
                            .map(Spot::tile)
                            .orElse(WallState.NONE));
            tile.setSelected(desk.watched().touched().contains(screen.id()));
        }
        List<ScreenTile> shown =
                screens.stream().map(each -> tiles.get(each.id())).toList();
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        requestLayout();
    }

    private ScreenCells.Hands hands(String screen) {
        return new ScreenCells.Hands() {
            @Override
            public boolean may() {
                return desk.mayPush();
            }

            @Override
            public void choose(int tile) {
                desk.watched().touch(screen, tile);
            }

            @Override
            public void swap(int tile, int with) {
                desk.tiles().swap(screen, tile, with);
            }
        };
    }

    @Override
    protected void layoutChildren() {
        if (screens.isEmpty()) {
            return;
        }
        double left = screens.stream().mapToDouble(Screen::x).min().orElse(0);
        double top = screens.stream().mapToDouble(Screen::y).min().orElse(0);
        double right = screens.stream()
                .mapToDouble(each -> each.x() + (double) each.width())
                .max()
                .orElse(1);
        double bottom = screens.stream()
                .mapToDouble(each -> each.y() + (double) each.height())
                .max()
                .orElse(1);
        double scale = Math.min(getWidth() / (right - left), getHeight() / (bottom - top));
        double fromLeft = (getWidth() - scale * (right - left)) / 2;
        double fromTop = (getHeight() - scale * (bottom - top)) / 2;
        for (Screen screen : screens) {
            ScreenTile tile = tiles.get(screen.id());
            if (tile != null) {
                tile.resizeRelocate(
                        snapPositionX(fromLeft + scale * (screen.x() - left)),
                        snapPositionY(fromTop + scale * (screen.y() - top)),
                        snapSizeX(scale * screen.width()) - Tokens.SPACE_4,
                        snapSizeY(scale * screen.height()) - Tokens.SPACE_4);
            }
        }
    }
}
