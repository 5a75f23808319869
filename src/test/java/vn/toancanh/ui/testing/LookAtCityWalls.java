package vn.toancanh.ui.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Control;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** Takes pictures of the walls of the city as somebody brings scenes to them, to be looked at by people: {@code … DIR}. */
public final class LookAtCityWalls {
    private final ScreenLook look;

    private LookAtCityWalls(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtCityWalls all = new LookAtCityWalls(look);
            look.everywhere(all::walls);
        }
    }

    private static void city(Desk desk) {
        FakeCityWalls server = desk.cityWalls;
        server.offered = true;
        server.mayConfigure = true;
        server.with(new CityWall(
                        "truc",
                        "Phòng trực",
                        List.of(
                                new CityWall.Screen("DP-1", 1, 0, 0, 3840, 2160, false, null),
                                new CityWall.Screen("DP-2", 2, 3840, 0, 3840, 2160, false, null),
                                new CityWall.Screen("DP-3", 3, 7680, 0, 3840, 2160, false, null),
                                new CityWall.Screen("sanh", 4, 7680, 2160, 1920, 1080, true, null)),
                        3))
                .with(FakeCityWalls.wall("ubnd", "Sảnh UBND phường Hoàn Kiếm", "s1"))
                .with(FakeCityWalls.wall("long-bien", "Trạm Long Biên", "s1", "s2"));
        CatalogueSnapshot cameras = desk.catalogue.snapshot();
        stands(desk, "DP-1", true, 16, 16, layout("Cửa ngõ thành phố", 4, 4, cameras, 0));
        stands(desk, "DP-2", true, 9, 7, layout("Ngã tư Tràng Tiền", 3, 3, cameras, 16));
        stands(desk, "DP-3", false, 0, 0, layout("Canh đêm", 2, 2, cameras, 40));
        stands(desk, "sanh", true, 3, 3, layout("Phố đi bộ", 2, 2, cameras, 60));
        server.scenes.put(
                "truc",
                List.of(
                        scene("c-1", "Giờ cao điểm sáng", 3),
                        scene("c-2", "Giờ cao điểm chiều", 3),
                        scene("c-3", "Lễ hội hồ Gươm", 1)));
    }

    private static Scene scene(String id, String name, int screens) {
        Map<String, String> all = Map.of("DP-1", "x", "DP-2", "x", "DP-3", "x");
        return new Scene(id, name, screens == 1 ? Map.of("DP-1", "x") : all, 1, "Nguyễn Thị Lan", true);
    }

    private static void stands(Desk desk, String screen, boolean online, int tiles, int live, Layout layout) {
        desk.cityWalls.standing.put(
                screen,
                new ScreenStanding(
                        screen,
                        online,
                        online ? Optional.of(new ScreenHealth(tiles, live)) : Optional.empty(),
                        Optional.of(layout)));
    }

    private static Layout layout(String name, int columns, int rows, CatalogueSnapshot cameras, int from) {
        WallState wall = WallState.empty(GridShape.uniform(columns, rows));
        List<Camera> some = cameras.cameras().stream().skip(from).toList();
        for (int i = 0; i < columns * rows - (from == 60 ? 1 : 0); i++) {
            wall = WallEdits.place(wall, i, new CellContent.OfCamera(some.get(i).id(), StreamChoice.AUTO));
        }
        Layout made = wall.layout();
        return new Layout(null, name, made.scope(), made.grid(), made.cells(), 0);
    }

    private void walls(Language language) throws Exception {
        Desk desk = look.desk(language);
        Fx.run(() -> desk.sessions.rights = List.of(new Right(Level.CONFIGURE, null, List.of())));
        Shell shell = look.openSignedIn(desk);
        Fx.run(() -> {
            city(desk);
            desk.cityWalls.offered = true;
            desk.parts.watch().look();
            Fx.press(shell.scene().getRoot(), KeyCode.W, true);
        });
        Fx.settle(shell.scene());
        look.screen("walls-" + language);
        Fx.run(() -> {
            desk.pushing.watched().touch("DP-2");
            desk.pushing.push(desk.pushing.watched().scenes().getFirst());
            desk.cityWalls.control = Optional.of(new Control("Nguyễn Thị Lan", Instant.parse("2026-11-21T06:58:00Z")));
            desk.cityWalls.tell(news -> news.settled("m-1", Fate.DONE, ""));
        });
        look.screen("walls-pushed-" + language);
        Fx.run(() -> {
            desk.cityWalls.pushFails = Failure.of(Failure.Kind.CONFLICT, "409").withText("central.wallChanged");
            desk.pushing.pushPresent();
        });
        look.screen("walls-refused-" + language);
        Fx.run(() -> {
            desk.cityWalls.pushFails = null;
            desk.pushing.watched().touch("DP-2");
            desk.pushing.watched().touch("DP-1", 5);
            desk.pushing.identify();
        });
        look.screen("walls-tile-" + language);
        Fx.run(() -> {
            desk.pushing.watched().touch("DP-1", 5);
            desk.pushing.watched().touch("DP-3");
            desk.pushing.describing().describe(desk.pushing.watched().wall().orElseThrow(), "Phòng trực 2", null);
        });
        look.screen("walls-describe-" + language);
        Fx.run(() -> {
            desk.cityWalls.walls.clear();
            desk.cityWalls.tell(news -> news.afresh());
        });
        look.screen("walls-none-" + language);
        Fx.run(shell::close);
    }
}
