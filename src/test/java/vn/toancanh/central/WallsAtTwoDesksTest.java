package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.StandingPort;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.NodeName;
import vn.toancanh.desk.NodeWindow;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.Said;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.desk.WallNode;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Monitor;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.remote.CityWall;

/** A wall and a desk at our own server: what the desk brings to the wall, through a restart of the server and of the wall. */
@Tag("slow")
@Timeout(180)
class WallsAtTwoDesksTest {
    @TempDir
    Path data;

    private final Map<String, String> settings = new HashMap<>();
    private final Kept kept = new Kept();
    private final Kept beneath = new Kept();
    private int port;
    private ServerFixture fixture;
    private Desk operator;
    private PushDesk pushing;
    private Wall wall;

    private static final class Kept implements WallMemory {
        private Optional<Layout> layout = Optional.empty();

        @Override
        public synchronized void save(Layout wall) {
            layout = Optional.of(wall);
        }

        @Override
        public synchronized void load(Consumer<Optional<Layout>> answer) {
            answer.accept(layout);
        }
    }

    /** A client without a screen that shows the wall. */
    private final class Wall implements WallNode.Windows, AutoCloseable {
        final Desk desk = new Desk();
        final WallDesk shows;
        final WallNode node;

        Wall(URI server, String user) {
            shows = desk.here(this::made);
            assertThat(desk.signIn(server, user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
            node = desk.here(() -> new WallNode(
                    desk.lane,
                    Clock.SYSTEM,
                    desk.client.walls(),
                    desk.client.sessions(),
                    rights(desk),
                    new Preferences(Map.copyOf(settings), store(), desk.lane),
                    this,
                    NodeName.read("Phòng trực").orElseThrow(),
                    UUID::randomUUID,
                    notice -> {}));
        }

        private PreferenceStore store() {
            return new PreferenceStore() {
                @Override
                public Map<String, String> load() {
                    return settings;
                }

                @Override
                public void save(String name, String value) {
                    settings.put(name, value);
                }
            };
        }

        private WallDesk made() {
            LiveWall live = new LiveWall(new LiveParts(
                    desk.lane,
                    Clock.SYSTEM,
                    (wishes, answers) -> {},
                    (request, listener) -> {
                        throw new IllegalStateException("nothing is granted, so nothing plays");
                    },
                    id -> Optional.empty(),
                    new Random(1),
                    false));
            WallDesk wallDesk = new WallDesk(desk.lane, live, kept, GridShape.uniform(2, 1));
            kept.layout.ifPresentOrElse(
                    wallDesk::showLayout, () -> wallDesk.showAll(List.of(new CameraId("c-1"), new CameraId("c-2"))));
            return wallDesk;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public List<NodeWindow> now() {
            return List.of(new NodeWindow(1, 1, new Monitor("DP-1", "", 0, 0, 1920, 1080), shows, kept, beneath));
        }

        @Override
        public void visitors(int windowId, boolean only) {}

        void shows(String... cameras) {
            desk.until(() -> names().equals(List.of(cameras)));
        }

        private List<String> names() {
            List<String> names = new ArrayList<>();
            shows.wall()
                    .layout()
                    .cells()
                    .forEach(cell -> names.add(
                            cell.content() instanceof CellContent.OfCamera of
                                    ? of.camera().value()
                                    : "-"));
            return names;
        }

        @Override
        public void close() {
            desk.here(() -> {
                node.close();
                shows.close();
                shows.live().close();
                return 0;
            });
            desk.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        port = StandingPort.free();
        fixture = ServerFixture.start(ServerOptions.at(data, port));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        String described = "{\"name\":\"Phòng trực\",\"screens\":["
                + "{\"id\":\"DP-1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";
        fixture.desk("administrator").put("/walls/truc", described, "If-Match", "\"0\"");
        wall = new Wall(fixture.server.baseUri(), "viewer");
        operator = new Desk();
        assertThat(operator.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD))
                .isInstanceOf(SignInOutcome.SignedIn.class);
        pushing = operator.here(() -> new PushDesk(
                operator.lane,
                operator.client.walls(),
                rights(operator),
                () -> layout("c-3", "c-4"),
                "bàn 3",
                UUID::randomUUID));
        operator.here(() -> pushing.watched().watch(() -> {}));
    }

    private static PlaceRights rights(Desk of) {
        return new PlaceRights(of.client.sessions(), () -> CatalogueSnapshot.EMPTY);
    }

    private static Layout layout(String... cameras) {
        GridShape shape = GridShape.uniform(cameras.length, 1);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < cameras.length; i++) {
            cells.add(shape.cells().get(i).with(new CellContent.OfCamera(new CameraId(cameras[i]), StreamChoice.AUTO)));
        }
        return new Layout(null, "Của tôi", Layout.Scope.PRIVATE, shape.grid(), cells, 0);
    }

    @AfterEach
    void close() {
        operator.here(() -> {
            pushing.close();
            return 0;
        });
        operator.close();
        wall.close();
        fixture.close();
    }

    private void until(Said.Kind kind) {
        operator.until(() -> pushing.said().filter(said -> said.kind() == kind).isPresent());
    }

    private void isSeen() {
        operator.until(() -> pushing.watched()
                .standing()
                .flatMap(now -> now.screen("DP-1"))
                .filter(screen -> screen.online() && screen.layout().isPresent())
                .isPresent());
    }

    /** Single tiles, and what changes none; what stands there is c-3 and c-4. */
    private void tiles() {
        order(() -> pushing.tiles().swap("DP-1", 0, 1));
        wall.shows("c-4", "c-3");
        IntFunction<Optional<CameraId>> numbered = number -> Optional.of(new CameraId("c-" + number));
        order(() -> pushing.tiles().show("DP-1", 0, List.of(6, 5), numbered));
        assertThat(wall.desk.here(() -> wall.shows.wall().content(0).cameras()))
                .as("both take turns")
                .containsExactly(new CameraId("c-6"), new CameraId("c-5"));
        order(() -> pushing.tiles().show("DP-1", 0, List.of(6), numbered));
        wall.shows("c-6", "c-3");
        order(() -> pushing.tiles().enlarge("DP-1", 1));
        assertThat(wall.desk.here(() -> wall.shows.wall().enlarged())).isEqualTo(1);
        order(() -> pushing.identify());
        assertThat(wall.desk
                        .here(() -> wall.node.signs().number(1))
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
        order(() -> pushing.say("Họp lúc 9 giờ", Duration.ofMinutes(5)));
        assertThat(wall.desk
                        .here(() -> wall.node.signs().message(1))
                        .orElseThrow()
                        .text())
                .isEqualTo("Họp lúc 9 giờ");
        operator.here(() -> {
            pushing.tiles().turn("DP-1", 1, 1);
            return 0;
        });
        operator.until(() -> pushing.said()
                .filter(said -> said.textKey().equals("walls.noTurns"))
                .isPresent());
    }

    /** Waits until it is done. */
    private void order(Runnable work) {
        operator.here(() -> {
            work.run();
            return 0;
        });
        until(Said.Kind.DONE);
    }

    @Test
    void aSceneIsMadePushedAndEndedThroughARestartOfBoth() throws IOException {
        isSeen();
        operator.here(() -> {
            pushing.saveScene("Như cũ");
            return 0;
        });
        operator.until(() -> !pushing.watched().scenes().isEmpty());
        operator.here(() -> {
            pushing.pushPresent();
            return 0;
        });
        wall.shows("c-3", "c-4");
        until(Said.Kind.DONE);
        assertThat(wall.desk.here(() -> wall.node.plate(1)).orElseThrow().desk())
                .isEqualTo("bàn 3");

        fixture.close();
        wall.close();
        fixture = ServerFixture.start(ServerOptions.at(data, port));
        wall = new Wall(fixture.server.baseUri(), "viewer");
        wall.shows("c-3", "c-4");
        assertThat(wall.desk.here(() -> wall.node.plate(1))).isPresent();
        isSeen();

        operator.here(() -> {
            pushing.push(pushing.watched().scenes().getFirst());
            return 0;
        });
        wall.shows("c-1", "c-2");
        until(Said.Kind.DONE);
        operator.here(() -> {
            pushing.pushPresent();
            return 0;
        });
        wall.shows("c-3", "c-4");
        until(Said.Kind.DONE);
        tiles();
        operator.here(() -> {
            pushing.release();
            return 0;
        });
        wall.shows("c-1", "c-2");
        wall.desk.until(() -> wall.node.plate(1).isEmpty());
    }

    @Test
    void aWallIsCalledAndHungOtherwiseAndDeletedAsItWasSeen() {
        var administrator = fixture.desk("administrator");
        administrator.put(
                "/walls/kho",
                "{\"name\":\"Kho\",\"screens\":[{\"id\":\"a\",\"number\":1,\"x\":0,\"y\":0,\"w\":16,\"h\":9},"
                        + "{\"id\":\"b\",\"number\":2,\"x\":16,\"y\":0,\"w\":16,\"h\":9}]}",
                "If-Match",
                "\"0\"");
        try (Desk desk = new Desk()) {
            assertThat(desk.signIn(fixture.server.baseUri(), "administrator", ServerFixture.PASSWORD))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            PushDesk walls = desk.here(() -> new PushDesk(
                    desk.lane, desk.client.walls(), rights(desk), () -> layout("c-1"), "bàn 1", UUID::randomUUID));
            desk.here(() -> walls.watched().watch(() -> {}));
            desk.until(() -> walls.watched().all().size() == 2);
            desk.here(() -> {
                walls.watched().choose("kho");
                return 0;
            });
            desk.until(() -> walls.watched().standing().isPresent());
            CityWall first = desk.here(() -> walls.watched().wall().orElseThrow());
            said(
                    desk,
                    walls,
                    Said.Kind.DONE,
                    () -> walls.describing().describe(first, "Kho ca đêm", ServerFixture.WARD.id()));
            assertThat(administrator.get("/walls/kho").json().path("name").asString())
                    .isEqualTo("Kho ca đêm");
            assertThat(administrator.get("/walls/kho").json().path("siteId").asString())
                    .isEqualTo(ServerFixture.WARD.id().value());
            said(desk, walls, Said.Kind.REFUSED, () -> walls.describing().describe(first, "Cũ", null));
            said(desk, walls, Said.Kind.REFUSED, () -> walls.describing().delete(first));
            desk.until(() -> walls.watched().wall().orElseThrow().version() == 2);
            said(
                    desk,
                    walls,
                    Said.Kind.DONE,
                    () -> walls.describing()
                            .remove(walls.watched()
                                    .wall()
                                    .orElseThrow()
                                    .screens()
                                    .getLast()));
            assertThat(administrator.get("/walls/kho").json().path("screens")).hasSize(1);
            desk.until(() -> walls.watched().wall().orElseThrow().version() == 3);
            said(
                    desk,
                    walls,
                    Said.Kind.DONE,
                    () -> walls.describing().delete(walls.watched().wall().orElseThrow()));
            assertThat(administrator.get("/walls/kho").status()).isEqualTo(404);
            desk.here(() -> {
                walls.close();
                return 0;
            });
        }
    }

    /** Waits for the next thing that is said. */
    private static void said(Desk desk, PushDesk walls, Said.Kind kind, Runnable work) {
        Optional<Said> before = desk.here(() -> {
            Optional<Said> said = walls.said();
            work.run();
            return said;
        });
        desk.until(() -> walls.said().isPresent() && !walls.said().equals(before));
        assertThat(desk.here(() -> walls.said().orElseThrow().kind())).isEqualTo(kind);
    }
}
