package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.central.AdministrationRig.OTHER;
import static vn.toancanh.central.AdministrationRig.PASSWORD;
import static vn.toancanh.central.AdministrationRig.at;
import static vn.toancanh.central.AdministrationRig.get;
import static vn.toancanh.central.AdministrationRig.no;
import static vn.toancanh.central.SteeringSeat.within;

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
import tools.jackson.databind.JsonNode;
import vn.toancanh.access.ServerPins;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.app.Exit;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.Site;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.Wards;
import vn.toancanh.server.relay.SendingCamera;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;

/**
 * Two desks share alarms, layouts and a head, and watch a camera, at a real server that is killed and comes back; a ward's administrator
 * works at a third. No picture is missed, what was done meanwhile is there afterwards, once, the ward stays with the ward, and the
 * trail's chain holds. Then one of the desks is gone without a word, and its head stands and becomes free.
 */
@Tag("slow")
@Timeout(300)
class TwoDesksAndAKilledServerTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Within so much a head stands of which nobody hears any more. */
    private static final Duration STANDS = Duration.ofMillis(2500);

    /** The pace of the pictures' own times. */
    private static final int EVERY_MICROS = 33_333;

    private static final HeadSpeed RIGHT = new HeadSpeed(0.3, 0, 0);
    private static final CameraId WATCHED = new CameraId("c-1");
    private static final CameraId ELSEWHERE = new CameraId("c-101");
    private static final String SMOKE = "Có khói";
    private static final String FALLEN = "Có người ngã";
    private static final String THERE = "Nút khẩn cấp ở Cửa Nam";
    private static final String KEEPER = "quan.tri";
    private static final Secret HEAD_PASSWORD = Secret.of("mat-khau-cua-dau-quay");

    private final SimulatedHead head = new SimulatedHead("Simulated head", Clock.SYSTEM);

    @TempDir
    private Path folder;

    /** {@code ./wall server} as it is started without further words: TLS by a certificate of its own, a relay beside it. */
    private final class Served {
        private final Terminal terminal;
        private final int port = StandingPort.free();
        private Command running;
        final URI address;
        final Fingerprint pin;

        Served(Terminal terminal) throws Exception {
            this.terminal = terminal;
            running = start();
            address = URI.create(running.awaitOut("listens at (https:\\S+);", SOON));
            pin = Fingerprint.read(running.awaitOut("SHA-256 fingerprint of the certificate: (\\S+)", SOON))
                    .orElseThrow();
        }

        private Command start() throws IOException {
            return terminal.start(
                    "server", "--data", data().toString(), "--port", Integer.toString(port), "--lang", "en");
        }

        void kill() throws InterruptedException {
            running.process().destroyForcibly().waitFor();
        }

        void comesBack() throws Exception {
            running = start();
            running.awaitOut("listens at", SOON);
        }

        void ends() throws InterruptedException {
            assertThat(running.end(SOON)).isEqualTo(143);
        }

        SharingSeat seat(String name, String user) {
            Desk desk = new Desk(new ServerPins(Map.of(), Optional.of(pin)), new SystemTrust(List.of()), Clock.SYSTEM);
            return new SharingSeat(folder.resolve(name), desk, address, user);
        }
    }

    private Path data() {
        return folder.resolve("served");
    }

    /** Alarms that lie there before the first start, by their ids. */
    private record Raised(String smoke, String fallen) {}

    /** Two wards: in the one a camera that sends, one with a head, and two alarms; in the other a camera and an alarm. */
    private Raised prepare(SendingCamera camera, URI device) throws IOException {
        try (ServerFixture fixture = ServerFixture.start(data())) {
            CameraEntry steered = new CameraEntry(
                    ServerFixture.camera(3, "Ngã tư số 3").camera(),
                    List.of(new StreamSource(
                            StreamRole.MAIN, URI.create("rtsp://127.0.0.1:5554/main"), "xem", HEAD_PASSWORD)),
                    device);
            fixture.server
                    .inventory()
                    .merge(
                            List.of(ServerFixture.CITY, ServerFixture.WARD, OTHER),
                            List.of(
                                    camera.entry(ServerFixture.camera(1, "Ngã tư số 1")),
                                    steered,
                                    Wards.camera(101, OTHER)));
            raise(fixture, "\"siteId\":\"cua-nam\"", THERE);
            return new Raised(
                    raise(fixture, "\"cameraIds\":[\"c-1\"]", SMOKE),
                    raise(fixture, "\"cameraIds\":[\"c-1\"]", FALLEN));
        }
    }

    private static String raise(ServerFixture at, String where, String title) {
        return at.desk("administrator")
                .post(
                        "/alarms",
                        "{\"type\":\"x\",\"priority\":80," + where + ",\"title\":\"" + title + "\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json()
                .path("id")
                .asString();
    }

    private void moves(SharingSeat seat) throws InterruptedException {
        seat.hands.moves(head, RIGHT);
        seat.hands.until(HeadReading::mine);
    }

    private void stands() throws InterruptedException {
        within(STANDS, "the head stands", () -> !head.isMoving());
    }

    private static void goOn(List<PictureCount> all) throws InterruptedException {
        for (PictureCount each : all) {
            each.goesOn();
        }
    }

    @Test
    void nobodyLosesAPictureOrAChangeAndTheChainHolds() throws Exception {
        try (SendingCamera camera = new SendingCamera(EVERY_MICROS);
                HeadServer device = HeadServer.start(0, Map.of("3", head), "xem", HEAD_PASSWORD, Clock.SYSTEM);
                Terminal terminal = new Terminal(Files.createDirectories(folder.resolve("terminal")))) {
            Raised raised = prepare(camera, device.address("3"));
            Served server = new Served(terminal);
            try (SharingSeat one = server.seat("one", "operator");
                    SharingSeat other = server.seat("other", "administrator")) {
                makeKeeper(other.desk);
                try (SharingSeat ward = server.seat("ward", KEEPER);
                        PictureCount first = new PictureCount(one.desk, WATCHED, camera);
                        PictureCount second = new PictureCount(other.desk, WATCHED, camera);
                        PictureCount third = new PictureCount(ward.desk, WATCHED, camera)) {
                    List<PictureCount> pictures = List.of(first, second, third);
                    share(one, other, raised);
                    ward.untilAlarm(raised.fallen(), AlarmStep.NEW);
                    wardAlone(ward);
                    add(ward, "truc.dem");
                    goOn(pictures);
                    moves(one);
                    other.hands.until(HeadReading::others);

                    server.kill();
                    meanwhile(server, one, other, ward, raised, pictures);

                    assertThat(one.layouts())
                            .containsExactlyInAnyOrder("Ca sáng 1", "Ca chiều 1", "Ca tối 1")
                            .hasSameElementsAs(other.layouts());
                    wardAlone(ward);
                    add(ward, "truc.sang");
                    handed(one, other);
                    goOn(pictures);
                }
            }
            server.ends();
            doneOnce(raised);
            Command verify = terminal.start("audit", "verify", "--data", data().toString());
            assertThat(verify.await(SOON)).as(verify::err).isEqualTo(Exit.DONE);
        }
    }

    private static void share(SharingSeat one, SharingSeat other, Raised raised) {
        one.accept(raised.smoke());
        other.untilAlarm(raised.smoke(), AlarmStep.ACKNOWLEDGED);
        one.sent(one.save("Ca sáng"));
    }

    /** What each does while the server is away, until it is back and has heard of it. */
    private void meanwhile(
            Served server,
            SharingSeat one,
            SharingSeat other,
            SharingSeat ward,
            Raised raised,
            List<PictureCount> pictures)
            throws Exception {
        stands();
        one.finish(raised.smoke(), "Đã dập tắt");
        LayoutId evening = one.save("Ca tối");
        other.accept(raised.fallen());
        LayoutId afternoon = other.save("Ca chiều");
        Failure told =
                no(ward.desk, Account.class, (service, answer) -> service.add(account("truc.sang"), PASSWORD, answer));
        assertThat(told.kind()).as("nothing of it waits").isEqualTo(Kind.UNREACHABLE);
        assertThat(one.unsent(evening) && other.unsent(afternoon)).isTrue();
        goOn(pictures);

        server.comesBack();
        one.sent(evening);
        other.sent(afternoon);
        other.untilClosed(raised.smoke());
        one.untilAlarm(raised.fallen(), AlarmStep.ACKNOWLEDGED);
        ward.untilAlarm(raised.fallen(), AlarmStep.ACKNOWLEDGED);
        ward.untilClosed(raised.smoke());
        ward.untilOnline();
        goOn(pictures);
    }

    /** The head's hand goes from the one to the other, who is gone without a word, and back. */
    private void handed(SharingSeat one, SharingSeat other) throws InterruptedException {
        other.hands.until(reading -> !reading.others());
        moves(other);
        one.hands.until(HeadReading::others);
        other.hands.vanish();
        stands();
        one.hands.until(reading -> !reading.others());
        moves(one);
    }

    private static void makeKeeper(Desk city) {
        Role keepers = AdministrationRig.role(
                city, "Quản trị phường", false, List.of(), at(Level.CONFIGURE, ServerFixture.WARD));
        AdministrationRig.user(city, KEEPER, keepers.id());
    }

    private static Account account(String name) {
        return new Account("", name, "Bàn " + name, "truc", true, null, null, 0);
    }

    /** Gives the ward one more person, with a role of the ward's own. */
    private static void add(SharingSeat ward, String name) {
        Role own = AdministrationRig.role(
                ward.desk, "Trực " + name, false, List.of(), at(Level.OPERATE, ServerFixture.WARD));
        AdministrationRig.user(ward.desk, name, own.id());
    }

    /** The ward's administrator is told of the ward and changes nothing elsewhere. */
    private static void wardAlone(SharingSeat ward) {
        assertThat(get(ward.desk, AdministrationService::sites))
                .extracting(Site::id)
                .containsExactly(ServerFixture.WARD.id());
        CatalogueUpdate cameras = Desk.value(ward.desk.<Outcome<CatalogueUpdate>>ask(
                answer -> ward.desk.client.catalogue().fetch("", answer)));
        assertThat(((CatalogueUpdate.Whole) cameras).contents().cameras())
                .extracting(camera -> camera.id().value())
                .containsExactlyInAnyOrder("c-1", "c-3");
        assertThat(ward.alarms()).isNotEmpty().doesNotContain(THERE);
        assertThat(PictureCount.ask(ward.desk, ELSEWHERE).failure())
                .isNotNull()
                .extracting(Failure::kind)
                .isEqualTo(Kind.NOT_FOUND);
        Role over =
                new Role("", "Quá tay", false, List.of(at(Level.VIEW, OTHER)), 40, false, false, List.of(), 0, true, 0);
        assertThat(AdministrationRig.faults(no(ward.desk, Role.class, (service, answer) -> service.put(over, answer))))
                .isNotEmpty();
        assertThat(no(ward.desk, AdministrationService::policy).kind()).isEqualTo(Kind.FORBIDDEN);
    }

    /** What is there when all is over, asked of a server that was started on it once more. */
    private void doneOnce(Raised raised) throws IOException {
        try (ServerFixture fixture = ServerFixture.start(data())) {
            vn.toancanh.server.Desk raw = fixture.desk("administrator");
            JsonNode closed = raw.get("/alarms/" + raised.smoke()).json();
            assertThat(closed.path("state").asString()).isEqualTo("closed");
            assertThat(closed.path("version").asInt()).isEqualTo(3);
            assertThat(closed.path("assignee").path("name").asString()).isEqualTo("Ca operator");
            assertThat(closed.path("comments")).as("done once").hasSize(1);
            JsonNode taken = raw.get("/alarms/" + raised.fallen()).json();
            assertThat(taken.path("state").asString()).isEqualTo("acknowledged");
            assertThat(taken.path("version").asInt()).isEqualTo(2);
            assertThat(taken.path("assignee").path("name").asString()).isEqualTo("Ca administrator");
            assertThat(raw.get("/users")
                            .json()
                            .path("items")
                            .valueStream()
                            .map(user -> user.path("username").asString())
                            .filter(name -> name.startsWith("truc.")))
                    .containsExactlyInAnyOrder("truc.dem", "truc.sang");
            assertThat(noted(raw, "alarm.closed")).isEqualTo(1);
            assertThat(noted(raw, "alarm.acknowledged")).isEqualTo(2);
        }
    }

    private static int noted(vn.toancanh.server.Desk raw, String action) {
        return raw.get("/audit?action=" + action).json().path("items").size();
    }
}
