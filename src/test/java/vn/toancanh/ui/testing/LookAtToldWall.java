package vn.toancanh.ui.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.stage.Stage;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.desk.NodeName;
import vn.toancanh.desk.NodeWindow;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.WallNode;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.WallOrder.Details;

/** Takes pictures of a wall that is told something from elsewhere, to be looked at by people: {@code LookAtToldWall DIR}. */
public final class LookAtToldWall {
    private static final String SCREEN = "DP-2";

    private final ScreenLook look;

    private LookAtToldWall(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0]);
                FxLane lane = new FxLane()) {
            LookAtToldWall told = new LookAtToldWall(look);
            look.everywhere(language -> told.all(language, lane));
        }
    }

    /** One window, which is the second screen of its wall. */
    private record OneWindow(OpeningWall wall) implements WallNode.Windows {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public List<NodeWindow> now() {
            WallMemory nowhere = new WallMemory() {
                @Override
                public void save(Layout layout) {}

                @Override
                public void load(Consumer<Optional<Layout>> answer) {
                    answer.accept(Optional.empty());
                }
            };
            return List.of(
                    new NodeWindow(1, 1, new Monitor(SCREEN, "", 0, 0, 3840, 2160), wall.desk, nowhere, nowhere));
        }

        @Override
        public void visitors(int windowId, boolean only) {}
    }

    private void all(Language language, FxLane lane) throws Exception {
        Desk desk = look.desk(language);
        OpeningWall wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, 4));
        LayoutRig rig = Fx.on(() -> new LayoutRig(lane, desk, wall));
        WallNode node = Fx.on(() -> {
            desk.cityWalls.offered = true;
            desk.cityWalls.with(FakeCityWalls.wall("truc", "Tường hình phòng trực", "DP-1", SCREEN));
            WallNode made = new WallNode(
                    lane,
                    Clock.SYSTEM,
                    desk.cityWalls,
                    desk.sessions,
                    new PlaceRights(desk.sessions, desk.catalogue),
                    desk.preferences,
                    new OneWindow(wall),
                    NodeName.read("Tường hình phòng trực").orElseThrow(),
                    UUID::randomUUID,
                    notice -> {});
            wall.part.follow(made, 1);
            return made;
        });
        Shell shell = Fx.on(() -> {
            Stage stage = new Stage();
            Shell made = new Shell(stage, desk.partsWith(wall.part));
            made.show();
            stage.setMaximized(true);
            return made;
        });
        ScreenLook.type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        Fx.run(() -> {
            for (int i = 0; i < 14; i++) {
                wall.desk.showCamera(
                        i, desk.catalogue.snapshot().cameras().get(i).id());
            }
        });
        CameraId camera =
                Fx.on(() -> desk.catalogue.snapshot().cameras().get(30).id());
        tell(desk, "setCell", new Details(15, List.of(camera), -1, 0, "", Details.USUAL_TIME));
        Fx.until("control", () -> node.plate(1).isPresent());
        tell(desk, "identify", Details.NONE);
        Fx.until("number", () -> node.signs().number(1).isPresent());
        look.screen("told-number-" + language);
        tell(
                desk,
                "message",
                new Details(
                        -1,
                        List.of(),
                        -1,
                        0,
                        "Đoàn kiểm tra tới phòng trực lúc 9 giờ. Đề nghị giữ nguyên bốn màn cửa ngõ thành phố và báo lại"
                                + " ngay khi đường Trần Hưng Đạo thông xe.",
                        Duration.ofMinutes(5)));
        Fx.until("words", () -> node.signs().message(1).isPresent());
        Fx.until("no number", () -> node.signs().number(1).isEmpty());
        look.screen("told-words-" + language);
        Fx.run(() -> {
            rig.editing.toggle();
            node.signs().read(1);
        });
        look.screen("told-edit-off-" + language);
        Fx.run(() -> wall.desk.clearTile(0));
        look.screen("told-edit-refused-" + language);
        Fx.run(() -> {
            node.close();
            shell.close();
            wall.close();
        });
    }

    private static void tell(Desk desk, String op, Details details) throws Exception {
        Fx.run(() -> {
            desk.cityWalls.order(op, List.of(SCREEN), details);
            desk.cityWalls.tell(news -> news.told("truc"));
        });
    }
}
