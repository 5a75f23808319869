package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusReport.TileLine;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.base.StandingPort;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.Said;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.remote.WallStanding;

/**
 * The server is killed while a desk has control of a wall: the wall goes on showing what was brought to it and says that the server is
 * away, the desk is told that nothing reaches the wall, and when the server is back control is where it was, can be ended, and taken anew.
 */
@Tag("slow")
@Timeout(180)
class ControlledWallAndAKilledServerTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CAMERAS = 2;
    private static final Texts EN = new Texts(Language.EN);

    @TempDir
    private Path folder;

    private int port;

    private Command server(Terminal terminal) throws IOException {
        return terminal.start(
                "server",
                "--data",
                folder.resolve("served").toString(),
                "--port",
                Integer.toString(port),
                "--streams",
                "direct",
                "--lang",
                "en");
    }

    private Command wall(Terminal terminal, String address, String pin) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), ServerFixture.PASSWORD);
        return terminal.start(
                "client",
                "--server",
                address,
                "--pin",
                pin,
                "--user",
                "administrator",
                "--password-file",
                password.toString(),
                "--kiosk",
                "--wall",
                "Sảnh",
                "--lang",
                "en");
    }

    private static Layout one(CameraId camera) {
        GridShape shape = GridShape.uniform(1, 1);
        Cell cell = shape.cells().getFirst().with(new CellContent.OfCamera(camera, StreamChoice.AUTO));
        return new Layout(null, "Của tôi", Layout.Scope.PRIVATE, shape.grid(), List.of(cell), 0);
    }

    /** The desk that brings things to the wall. */
    private static final class Pusher implements AutoCloseable {
        final Desk desk;
        final PushDesk pushing;

        Pusher(String address, String pin, CameraId camera) {
            desk = new Desk(new ServerPins(Map.of(), Fingerprint.read(pin)), new SystemTrust(List.of()), Clock.SYSTEM);
            assertThat(desk.signIn(URI.create(address), "operator", ServerFixture.PASSWORD))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            pushing = desk.here(() -> new PushDesk(
                    desk.lane,
                    desk.client.walls(),
                    new PlaceRights(desk.client.sessions(), () -> CatalogueSnapshot.EMPTY),
                    () -> one(camera),
                    "bàn 3",
                    UUID::randomUUID));
            desk.here(() -> pushing.watched().watch(() -> {}));
        }

        private Optional<WallStanding> standing() {
            return pushing.watched().standing();
        }

        void seesTheWallOnline() {
            desk.until(() -> standing().stream()
                    .flatMap(now -> now.screens().stream())
                    .anyMatch(WallStanding.ScreenStanding::online));
        }

        void controls(boolean yes) {
            desk.until(() ->
                    standing().filter(now -> now.control().isPresent() == yes).isPresent());
        }

        @SuppressWarnings("ReferenceEquality") // the same may be said again
        Said.Kind comesOf(Runnable work) {
            Optional<Said> before = desk.here(() -> {
                Optional<Said> said = pushing.said();
                work.run();
                return said;
            });
            desk.until(() -> pushing.said()
                    .filter(said -> said.kind() != Said.Kind.UNDER_WAY && said != before.orElse(null))
                    .isPresent());
            return desk.here(() -> pushing.said().orElseThrow().kind());
        }

        @Override
        public void close() {
            desk.here(() -> {
                pushing.close();
                return 0;
            });
            desk.close();
        }
    }

    /** The cameras that are live on the wall, by their numbers; the wall stands so with the server. */
    private static void wallShows(Terminal terminal, String session, List<Integer> cameras) throws Exception {
        terminal.waitFor(
                session + " and live " + cameras + "; now " + terminal.report(),
                SOON,
                () -> terminal.report()
                        .filter(report -> report.session().equalsIgnoreCase(session))
                        .filter(report -> live(report).equals(cameras))
                        .isPresent());
    }

    private static List<Integer> live(StatusReport report) {
        return report.tiles().stream()
                .filter(tile -> tile.live() && tile.fps() > 0)
                .map(TileLine::camera)
                .toList();
    }

    @Test
    void theWallGoesOnAndControlIsNotStuckAfterwards() throws Exception {
        port = StandingPort.free();
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        try (Simulator simulator = Simulator.start(
                        SimulatorOptions.of(CAMERAS, CodedLoops.FOLDER).withBurst(true));
                Terminal terminal = new Terminal(Files.createDirectories(folder.resolve("terminal")))) {
            try (ServerFixture fixture = ServerFixture.start(folder.resolve("served"))) {
                fixture.server.inventory().merge(simulator.sites(), simulator.cameras());
            }
            Command server = server(terminal);
            String address = server.awaitOut("listens at (https:\\S+);", SOON);
            String pin = server.awaitOut("SHA-256 fingerprint of the certificate: (\\S+)", SOON);
            wall(terminal, address, pin);
            var brought = simulator.cameras().get(1).camera();
            try (Pusher pusher = new Pusher(address, pin, brought.id())) {
                pusher.seesTheWallOnline();
                assertThat(pusher.comesOf(pusher.pushing::pushPresent)).isEqualTo(Said.Kind.DONE);
                pusher.controls(true);
                wallShows(terminal, "online", List.of(brought.number()));

                server.process().destroyForcibly().waitFor();

                wallShows(terminal, "away", List.of(brought.number()));
                Command status = terminal.start("status", "--lang", "en");
                status.await(SOON);
                assertThat(status.out()).contains(EN.get("status.away"));
                assertThat(pusher.comesOf(pusher.pushing::release))
                        .as("it is not said to have been ended")
                        .isEqualTo(Said.Kind.REFUSED);
                wallShows(terminal, "away", List.of(brought.number()));

                server(terminal).awaitOut("listens at", SOON);
                wallShows(terminal, "online", List.of(brought.number()));
                pusher.seesTheWallOnline();
                pusher.controls(true);
                assertThat(pusher.comesOf(pusher.pushing::release)).isEqualTo(Said.Kind.DONE);
                pusher.controls(false);
                terminal.waitFor(
                        "what stood there before",
                        SOON,
                        () -> !live(terminal.shown()).equals(List.of(brought.number())));
                assertThat(pusher.comesOf(pusher.pushing::pushPresent)).isEqualTo(Said.Kind.DONE);
                wallShows(terminal, "online", List.of(brought.number()));
            }
        }
    }
}
