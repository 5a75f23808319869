package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.QueuedSteps;
import vn.toancanh.app.Exit;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.desk.FollowAlarms;
import vn.toancanh.desk.SaveLayouts;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.Steering;
import vn.toancanh.server.Contract;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.wall.LayoutLibrary;

/**
 * Two desks share an alarm, layouts and a head at a real server that is killed and comes back by itself: what either did meanwhile is
 * there afterwards, once, and the trail's chain holds. Then one of them is gone without a word, and its head stands and becomes free.
 */
@Tag("slow")
@Timeout(300)
class TwoDesksAndAKilledServerTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Within so much a head stands of which nobody hears any more. */
    private static final Duration STANDS = Duration.ofMillis(2500);

    private static final HeadSpeed RIGHT = new HeadSpeed(0.3, 0, 0);
    private static final CameraId HEAD = new CameraId("c-3");
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");

    private final SimulatedHead head = new SimulatedHead("Simulated head", Clock.SYSTEM);

    @TempDir
    private Path folder;

    /** A desk with a disk of its own, without a screen. */
    private static final class Seat implements AutoCloseable {
        final Desk desk = new Desk();
        final ThreadLane ptz = new ThreadLane("PTZ");
        final ClientDatabase database;
        final SaveLayouts saves;
        final DeedLog deeds;
        final QueuedSteps steps;
        final AlarmBook book;
        final FollowAlarms following;
        final Steering steering;
        final Handle beating;

        Seat(Path disk, URI server, String user) {
            database = ClientDatabase.open(disk, desk.lane, Clock.SYSTEM, failure -> {});
            saves = desk.here(() -> new SaveLayouts(
                    desk.client.layouts(),
                    desk.client.layoutArchive(),
                    database.unsentLayouts(),
                    desk.client.sessions(),
                    desk.lane,
                    Clock.SYSTEM,
                    UUID::randomUUID,
                    new Random(1)));
            deeds = desk.here(() -> new DeedLog(
                    desk.lane,
                    Clock.SYSTEM,
                    database.deeds(),
                    desk.client.deeds(),
                    UUID::randomUUID,
                    new Random(1),
                    refused -> {}));
            steps = desk.here(() -> new QueuedSteps(desk.client.alarms(), deeds::note, new QueuedSteps.Said() {
                @Override
                public void kept(Alarm alarm) {}

                @Override
                public void late(String title, String by) {}
            }));
            book = desk.here(() -> new AlarmBook(steps, desk.lane));
            following = desk.here(() -> new FollowAlarms(desk.client.sessions(), book));
            steering = desk.here(() -> new Steering(desk.client.heads(), ptz, desk.lane, Clock.SYSTEM));
            beating = desk.lane.every(Steering.BEAT, steering::beat);
            DeedOwner owner = new DeedOwner(server, user);
            desk.here(() -> desk.client
                    .sessions()
                    .onChange(state -> deeds.follow(owner, state.connection().isOnline())));
            assertThat(desk.signIn(server, user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
            steering.watch(HEAD);
        }

        Optional<Alarm> alarm(String id) {
            return book.find(new AlarmId(id));
        }

        void untilAlarm(String id, AlarmStep step) {
            desk.until(() -> alarm(id).filter(alarm -> alarm.step() == step).isPresent());
        }

        void untilHead(Predicate<HeadReading> holds) {
            desk.until(() -> holds.test(steering.reading(HEAD)));
        }

        void accept(String id) {
            untilAlarm(id, AlarmStep.NEW);
            desk.here(() -> {
                book.move(new AlarmId(id), AlarmStep.ACKNOWLEDGED);
                return 0;
            });
            untilAlarm(id, AlarmStep.ACKNOWLEDGED);
        }

        void finish(String id, String note) {
            Alarm seen = desk.here(() -> alarm(id).orElseThrow());
            Desk.value(desk.<Outcome<Alarm>>ask(answer -> steps.finish(seen, AlarmOutcome.HANDLED, note, answer)));
        }

        LayoutId save(String name) {
            Layout layout = new Layout(
                    null,
                    name,
                    Layout.Scope.CITY,
                    new Grid(1, 1),
                    List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId("c-1"), StreamChoice.AUTO))),
                    0);
            Layout saved = Desk.value(desk.<Outcome<Layout>>ask(answer -> saves.save(layout, answer)));
            return Objects.requireNonNull(saved.id());
        }

        void sent(LayoutId id) {
            desk.until(() -> saves.unsent(id).isEmpty());
        }

        Set<String> layouts() {
            return Desk.value(desk.<Outcome<List<LayoutLibrary.Entry>>>ask(
                            answer -> desk.client.layouts().list(answer)))
                    .stream()
                    .map(LayoutLibrary.Entry::name)
                    .collect(Collectors.toSet());
        }

        /** As a client that is killed: no stop, no word, no hand. */
        void vanish() {
            ptz.close();
            beating.close();
            desk.client.close();
        }

        @Override
        public void close() {
            beating.close();
            steering.close();
            desk.here(() -> {
                following.close();
                steps.close();
                saves.close();
                return 0;
            });
            desk.close();
            ptz.close();
            database.close();
        }
    }

    /** What lies there before the first start: cameras, one with a head, and an alarm. Tells the alarm's id. */
    private String prepare(URI device) throws Exception {
        try (ServerFixture fixture = ServerFixture.start(folder.resolve("served"))) {
            CameraEntry steered = new CameraEntry(
                    ServerFixture.camera(3, "Ngã tư số 3").camera(),
                    List.of(new StreamSource(
                            StreamRole.MAIN, URI.create("rtsp://127.0.0.1:5554/main"), "xem", PASSWORD)),
                    device);
            fixture.server
                    .inventory()
                    .merge(
                            List.of(ServerFixture.CITY, ServerFixture.WARD),
                            List.of(ServerFixture.camera(1, "Ngã tư số 1"), steered));
            return fixture.desk("administrator")
                    .post(
                            "/alarms",
                            "{\"type\":\"x\",\"priority\":80,\"cameraIds\":[\"c-1\"],\"title\":\"Có khói\"}",
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .json()
                    .path("id")
                    .asString();
        }
    }

    private static void within(Duration most, String what, BooleanSupplier holds) throws InterruptedException {
        long end = Clock.SYSTEM.nanos() + most.toNanos();
        while (!holds.getAsBoolean() && Clock.SYSTEM.nanos() - end < 0) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    /** Presses until it moves: a machine that is held up for a quarter of a second lets go, as it should. */
    private void moves(Seat seat) throws InterruptedException {
        Grip[] grip = {seat.steering.grip(HEAD)};
        grip[0].move(RIGHT);
        within(Duration.ofSeconds(20), "the head moves", () -> {
            if (grip[0].isLoose()) {
                grip[0] = seat.steering.grip(HEAD);
                grip[0].move(RIGHT);
            }
            return head.isMoving();
        });
        seat.untilHead(HeadReading::mine);
    }

    @Test
    void neitherLosesAChangeAndTheChainHolds() throws Exception {
        try (HeadServer device = HeadServer.start(0, Map.of("3", head), "xem", PASSWORD, Clock.SYSTEM);
                Terminal terminal = new Terminal(Files.createDirectories(folder.resolve("terminal")))) {
            String id = prepare(device.address("3"));
            int port = StandingPort.free();
            String data = folder.resolve("served").toString();
            String[] words = {"server", "--data", data, "--port", Integer.toString(port), "--plain"};
            Command server = terminal.start(words);
            server.awaitOut("(http://\\S+?);?\\s", SOON);
            URI address = URI.create("http://127.0.0.1:" + port);
            try (Seat one = new Seat(folder.resolve("one"), address, "operator");
                    Seat other = new Seat(folder.resolve("other"), address, "administrator")) {
                one.accept(id);
                other.untilAlarm(id, AlarmStep.ACKNOWLEDGED);
                one.sent(one.save("Ca sáng"));
                moves(one);
                other.untilHead(HeadReading::others);

                server.process().destroyForcibly().waitFor();
                one.finish(id, "Đã dập tắt");
                LayoutId second = other.save("Ca chiều");
                within(STANDS, "the head stands", () -> !head.isMoving());

                server = terminal.start(words);
                server.awaitOut("(http://\\S+?);?\\s", SOON);
                other.sent(second);
                other.desk.until(() -> other.alarm(id).isEmpty());
                assertThat(one.layouts()).contains("Ca sáng", "Ca chiều");
                assertThat(other.layouts()).contains("Ca sáng", "Ca chiều");
                other.untilHead(reading -> !reading.others());
                moves(other);
                one.untilHead(HeadReading::others);

                other.vanish();
                within(STANDS, "the head stands", () -> !head.isMoving());
                one.untilHead(reading -> !reading.others());
                moves(one);
            }
            doneOnce(address, id);
            assertThat(server.end(SOON)).isEqualTo(143);
            Command verify = terminal.start("audit", "verify", "--data", data);
            assertThat(verify.await(SOON)).as(verify::err).isEqualTo(Exit.DONE);
        }
    }

    private static void doneOnce(URI address, String id) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            vn.toancanh.server.Desk raw = new vn.toancanh.server.Desk(http, address, Contract.read(), null)
                    .signIn("administrator", ServerFixture.PASSWORD);
            JsonNode closed = raw.get("/alarms/" + id).json();
            assertThat(closed.path("state").asString()).isEqualTo("closed");
            assertThat(closed.path("version").asInt()).isEqualTo(3);
            assertThat(closed.path("assignee").path("name").asString()).isEqualTo("Ca operator");
            assertThat(closed.path("comments")).as("done once").hasSize(1);
        }
    }
}
