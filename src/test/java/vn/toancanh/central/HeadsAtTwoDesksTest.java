package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.central.SteeringSeat.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadReading.Phase;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.HeardRequest;
import vn.toancanh.simulator.head.SimulatedHead;

/** Two desks at our own server and one head that answers ONVIF: who holds it, who is told, and that it stands. */
@Tag("slow")
@Timeout(300)
class HeadsAtTwoDesksTest {
    private static final HeadSpeed RIGHT = new HeadSpeed(0.5, 0, 0);
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Within so much the head stands, whatever happened: it was told to go on for two seconds. */
    private static final Duration STANDS = Duration.ofMillis(2500);

    private final SimulatedHead head = new SimulatedHead("Simulated head", Clock.SYSTEM);
    private HeadServer device;

    @TempDir
    private Path data;

    @BeforeEach
    void start() {
        device = HeadServer.start(0, Map.of("3", head), "xem", PASSWORD, Clock.SYSTEM);
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private ServerFixture serve() throws IOException {
        ServerFixture fixture = ServerFixture.start(data);
        CameraEntry camera = new CameraEntry(
                ServerFixture.camera(3, "Ngã tư số 3").camera(),
                List.of(new StreamSource(StreamRole.MAIN, URI.create("rtsp://127.0.0.1:5554/main"), "xem", PASSWORD)),
                device.address("3"));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), List.of(camera));
        return fixture;
    }

    private Grip moving(SteeringSeat seat) throws InterruptedException {
        return seat.moves(head, RIGHT);
    }

    private HeardRequest last() {
        return head.moves().stream().filter(HeardRequest::accepted).toList().getLast();
    }

    @Test
    void whoeverMovesItHoldsItAndWhoeverOutranksHimTakesIt() throws Exception {
        try (ServerFixture fixture = serve();
                SteeringSeat one = new SteeringSeat(fixture.server.baseUri(), "operator");
                SteeringSeat other = new SteeringSeat(fixture.server.baseUri(), "administrator")) {
            assertThat(one.steering.offered()).isTrue();
            Grip grip = moving(one);
            one.until(HeadReading::mine);
            other.until(
                    reading -> reading.others() && SteeringSeat.holder(reading).equals("Ca operator"));

            Grip refused = other.steering.grip(SteeringSeat.CAMERA);
            refused.move(RIGHT);
            other.until(reading -> SteeringSeat.cause(reading).equals("ptz.heldBy[Ca operator]"));
            assertThat(refused.isLoose()).isTrue();

            other.steering.takeOver(SteeringSeat.CAMERA, "đuổi theo xe");
            one.until(reading -> reading.phase() == Phase.REFUSED && reading.others());
            assertThat(SteeringSeat.cause(one.reading())).contains("[Ca administrator]");
            assertThat(grip.isLoose()).isTrue();
            within(STANDS, "the head stands", () -> !head.isMoving());
            other.until(HeadReading::mine);
            other.until(reading -> reading.standing().mover() != null);
            grip.move(RIGHT);
            Thread.sleep(300);
            assertThat(head.isMoving()).isFalse();

            moving(other).release();
            within(Duration.ofSeconds(2), "the head stands", () -> !head.isMoving());
            assertThat(last().isStop()).isTrue();
            other.until(reading -> reading.phase() == Phase.STOPPED);
            String trail = fixture.desk("administrator")
                    .get("/audit?action=ptz.takenOver")
                    .body();
            assertThat(trail).contains("đuổi theo xe").contains("Ca operator");
        }
    }

    @Test
    void aHandThatHoldsStillHasItMoveOnAndLettingGoStopsARunaway() throws Exception {
        try (ServerFixture fixture = serve();
                SteeringSeat one = new SteeringSeat(fixture.server.baseUri(), "operator")) {
            Grip grip = moving(one);
            Thread.sleep(2800);
            assertThat(head.isMoving()).isTrue();
            head.inject(HeadFault.RUNAWAY);
            Thread.sleep(1200);
            grip.release();
            within(Duration.ofSeconds(1), "the head stands", () -> !head.isMoving());
            one.until(reading -> reading.phase() == Phase.STOPPED);
        }
    }

    /** Nothing reaches it and it heeds no time: it goes on, and nobody at the desk is told that it stands. */
    @Test
    void aHeadThatIsCutOffIsNotSaidToStandBeforeItSaysSo() throws Exception {
        try (ServerFixture fixture = serve();
                SteeringSeat one = new SteeringSeat(fixture.server.baseUri(), "operator")) {
            Grip grip = moving(one);
            head.inject(HeadFault.RUNAWAY);
            Thread.sleep(1200);
            head.inject(HeadFault.DEAF);
            grip.release();
            one.until(reading -> SteeringSeat.cause(reading).startsWith("ptz.headSilent"));
            Thread.sleep(2500);
            assertThat(head.isMoving()).isTrue();
            assertThat(one.reading().phase()).isEqualTo(Phase.STOPPING);
            head.heal();
            one.until(reading -> reading.phase() == Phase.STOPPED);
            assertThat(head.isMoving()).isFalse();
            assertThat(last().isStop()).isTrue();
        }
    }

    @Test
    void whoeverGivesItBackLetsItGoOnToWhereItWasSent() throws Exception {
        try (ServerFixture fixture = serve();
                SteeringSeat one = new SteeringSeat(fixture.server.baseUri(), "operator")) {
            Grip grip = one.steering.grip(SteeringSeat.CAMERA);
            grip.move(new HeadSpeed(1, 0, 0));
            within(SOON, "it has come some way", () -> head.position().pan() > 0.4);
            grip.release();
            one.until(reading -> reading.phase() == Phase.STOPPED);
            one.steering.go(SteeringSeat.CAMERA, new HeadOrder.Home());
            within(Duration.ofSeconds(5), "it goes home", head::isMoving);
            one.until(reading -> reading.phase() == Phase.IDLE);
            one.steering.release(SteeringSeat.CAMERA);
            one.until(reading -> SteeringSeat.holder(reading).isEmpty());
            assertThat(head.isMoving()).as("on its way").isTrue();
            within(Duration.ofSeconds(5), "it is there", () -> !head.isMoving());
            assertThat(head.position().pan()).isZero();
        }
    }

    /** Kept by one desk, at the head itself; the other hears of it and calls it up, and may not change it. */
    @Test
    void aPlaceThatOneDeskKeepsIsKnownAtTheOther() throws Exception {
        try (ServerFixture fixture = serve();
                SteeringSeat one = new SteeringSeat(fixture.server.baseUri(), "administrator");
                SteeringSeat other = new SteeringSeat(fixture.server.baseUri(), "operator")) {
            one.follow();
            other.follow();
            other.untilPlaces(known -> known.all().isEmpty());
            one.change(new PlaceChange.Keep("Ngã tư Tràng Tiền"));
            HeadPlace kept = new HeadPlace("1", 1, "Ngã tư Tràng Tiền", false);
            one.untilPlaces(known -> known.all().equals(List.of(kept)));
            other.untilPlaces(known -> known.all().equals(List.of(kept)));
            one.until(HeadReading::mine);
            one.change(new PlaceChange.Lock(kept, true));
            other.untilPlaces(known -> known.all().getFirst().locked());
            other.change(new PlaceChange.Remove(kept));
            other.untilRefused(why -> (why.textKey() + why.args()).equals("ptz.heldBy[Ca administrator]"));
            one.steering.release(SteeringSeat.CAMERA);
            other.until(reading -> SteeringSeat.holder(reading).isEmpty());
            assertThat(other.steering.looks()).isTrue();
            other.steering.go(SteeringSeat.CAMERA, new HeadOrder.Look(0.5, -0.25, 0.5));
            within(
                    SOON,
                    "it turns to what stands there in its picture",
                    () -> head.moves().stream()
                            .anyMatch(move -> move.operation().equals("RelativeMove")
                                    && move.pan() == 0.5
                                    && move.tilt() == -0.25
                                    && move.zoom() == 2));
            other.steering.go(SteeringSeat.CAMERA, new HeadOrder.Preset("1"));
            within(
                    SOON,
                    "it goes there",
                    () -> head.moves().stream()
                            .anyMatch(move -> move.operation().equals("GotoPreset")));
            other.change(new PlaceChange.Remove(kept));
            other.untilRefused(why -> why.kind() == Failure.Kind.FORBIDDEN);
        }
    }

    /** A real server process, killed as by {@code kill -9}. */
    @Test
    void aServerThatIsKilledInMidMovementLeavesTheHeadStanding() throws Exception {
        serve().close();
        int port = StandingPort.free();
        try (Terminal terminal = new Terminal(data.resolve("terminal"))) {
            java.nio.file.Files.createDirectories(data.resolve("terminal"));
            String[] words = {"server", "--data", data.toString(), "--port", Integer.toString(port), "--plain"};
            Command server = terminal.start(words);
            server.awaitOut("(http://\\S+?);?\\s", SOON);
            try (SteeringSeat one = new SteeringSeat(URI.create("http://127.0.0.1:" + port), "operator")) {
                Grip grip = moving(one);
                server.process().destroyForcibly().waitFor();
                within(STANDS, "the head stands", () -> !head.isMoving());
                one.until(reading -> {
                    Failure cause = reading.cause();
                    return cause != null && cause.kind() == Failure.Kind.UNREACHABLE;
                });
                assertThat(grip.isLoose()).isTrue();

                Command back = terminal.start(words);
                back.awaitOut("(http://\\S+?);?\\s", SOON);
                moving(one).release();
                within(Duration.ofSeconds(2), "the head stands", () -> !head.isMoving());
                one.until(reading -> reading.phase() == Phase.STOPPED);
            }
        }
    }
}
