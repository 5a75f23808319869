package vn.toancanh.ui.ptz;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.PictureAge;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.Steering;
import vn.toancanh.ui.grid.GridView;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** A wall of four tiles at the upper left corner of the screen; the cameras of all but the last have a head. FX thread. */
final class SteeringRig implements AutoCloseable {
    static final int WIDTH = 1000;
    static final int HEIGHT = 600;
    static final SiteId SITE = new SiteId("s");

    final ThreadLane ptz = new ThreadLane("PTZ");
    final FakeHeads heads = new FakeHeads(ptz, Clock.SYSTEM);
    final FakeSessions sessions = new FakeSessions();
    /** Of whatever picture is steered by. */
    Optional<PictureAge> age = Optional.empty();

    final WallDesk wall;
    final SteerDesk steer;
    final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final FxLane lane = new FxLane();
    private final LiveWall live;
    private final GridView grid;

    SteeringRig(Language language) {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(new CatalogueContents(
                List.of(new Site(SITE, null, "Phường Hoàn Kiếm")),
                IntStream.range(0, 4).mapToObj(SteeringRig::camera).toList(),
                Instant.EPOCH,
                ""));
        live = new LiveWall(new LiveParts(
                lane,
                Clock.SYSTEM,
                (wishes, answers) -> {},
                (request, listener) -> {
                    throw new IllegalStateException("nothing is granted, so nothing plays");
                },
                snapshot::camera,
                new Random(1),
                true));
        wall = new WallDesk(lane, live, new Forgetful(), GridShape.uniform(2, 2));
        signIn("ban1");
        steer = new SteerDesk(lane, new Steering(heads, ptz, lane, Clock.SYSTEM), sessions, () -> snapshot);
        Texts texts = new Texts(language);
        grid = new GridView(wall, TileMarks.NONE, texts, Theme.NIGHT.palette(), lane, Clock.SYSTEM);
        StackPane over = new StackPane(grid) {
            @Override
            public void requestFocus() {
                grid.requestFocus();
            }
        };
        over.getChildren().add(new SteeringLayer(steer, wall, grid::tile, this::spot, tile -> age, texts, lane, over));
        Scene scene = new Scene(over, WIDTH, HEIGHT);
        Theme.NIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        for (int tile = 0; tile < 4; tile++) {
            wall.showCamera(tile, id(tile));
        }
        wall.selectTile(0);
        grid.requestFocus();
    }

    /** As if a picture filled its tile. */
    private Optional<Point2D> spot(int tile, double x, double y) {
        Bounds at = grid.tile(tile);
        return Optional.of(
                new Point2D(2 * (x - at.getMinX()) / at.getWidth() - 1, 1 - 2 * (y - at.getMinY()) / at.getHeight()));
    }

    /** Waits until the wall is on the screen, and has the keyboard in its first tile. Not on FX. */
    void comeUp(Hand hand) throws Exception {
        Fx.until("it is on the screen", () -> stage.isShowing() && stage.isFocused());
        Fx.settle(stage.getScene());
        hand.click(Hand.at(stage.getScene(), WIDTH * 0.1, HEIGHT * 0.1), MouseButton.PRIMARY);
        Fx.settle(stage.getScene());
    }

    /** On FX: true where neither it nor anything around it is hidden. */
    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Somebody sits down, with the rights that stand in {@link #sessions}. */
    void signIn(String user) {
        sessions.signIn(URI.create("https://t.vn"), user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
    }

    static CameraId id(int number) {
        return new CameraId("c" + number);
    }

    private static Camera camera(int number) {
        return new Camera(
                id(number),
                1200 + number,
                "Cầu Chương Dương " + number,
                SITE,
                List.of(),
                null,
                CameraState.ONLINE,
                number < 3,
                List.of(),
                1);
    }

    /** Somebody else takes the head. Any thread. */
    void takenBy(String name) {
        ptz.execute(() -> heads.takenBy(name));
    }

    @Override
    public void close() {
        steer.close();
        stage.close();
        grid.close();
        wall.close();
        live.close();
        ptz.close();
        lane.close();
    }

    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }
}
