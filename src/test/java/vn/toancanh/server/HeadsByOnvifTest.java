package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.HeardRequest;
import vn.toancanh.simulator.head.SimulatedHead;

/** Commands from the API to a head that speaks ONVIF, and everything that stops it. */
@Tag("slow")
@Timeout(180)
class HeadsByOnvifTest {
    private static final String LOCK = "/cameras/c-3/ptz/lock";
    private static final String COMMANDS = "/cameras/c-3/ptz/commands";
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");

    private final SimulatedHead head = new SimulatedHead("Simulated head", Clock.SYSTEM);
    private HeadServer device;
    private ServerFixture fixture;
    private Desk operator;
    private String lockId = "";
    private int seq;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        device = HeadServer.start(0, Map.of("3", head), "xem", PASSWORD, Clock.SYSTEM);
        fixture = ServerFixture.start(ServerOptions.at(data));
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), List.of(camera(PASSWORD, device.address("3"))));
        operator = fixture.desk("operator");
    }

    @AfterEach
    void stop() {
        fixture.close();
        device.close();
    }

    private static CameraEntry camera(Secret password, URI service) {
        return new CameraEntry(
                ServerFixture.camera(3, "Ngã tư số 3").camera(),
                List.of(new StreamSource(StreamRole.MAIN, URI.create("rtsp://127.0.0.1:5554/main"), "xem", password)),
                service);
    }

    private void take() {
        lockId = operator.put(LOCK, "{\"ttlS\":60}").json().path("lockId").asString();
    }

    /** Until what is asked before a first movement was asked. */
    private void takeAndMeet() throws InterruptedException {
        take();
        within(
                Duration.ofSeconds(8),
                () -> head.heard().stream().anyMatch(one -> one.operation().equals("GetStatus")));
    }

    private Desk.Answer tell(String command) {
        return operator.post(
                COMMANDS, "{\"lockId\":\"" + lockId + "\",\"seq\":" + ++seq + ",\"kind\":" + command + "}");
    }

    private void move(int deadmanMs) {
        Desk.Answer answer = tell("\"continuous\",\"pan\":0.1,\"tilt\":-0.1,\"deadmanMs\":" + deadmanMs);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("dropped").asBoolean()).isFalse();
        assertThat(head.isMoving()).isTrue();
    }

    private static void within(Duration most, BooleanSupplier what) throws InterruptedException {
        long end = Clock.SYSTEM.nanos() + most.toNanos();
        while (!what.getAsBoolean() && Clock.SYSTEM.nanos() - end < 0) {
            Thread.sleep(10);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    private HeardRequest last() {
        return head.moves().stream().filter(HeardRequest::accepted).toList().getLast();
    }

    @Test
    void aCommandMovesTheHeadAndAStopStopsIt() throws Exception {
        take();
        assertThat(operator.get(LOCK).json().path("lastMover").isNull()).isTrue();
        move(5000);
        HeardRequest heard = last();
        assertThat(List.of(heard.pan(), heard.tilt(), heard.zoom())).containsExactly(0.1, -0.1, 0.0);
        assertThat(operator.get(LOCK).json().at("/lastMover/name").asString()).isEqualTo("Ca operator");
        assertThat(tell("\"stop\"").status()).isEqualTo(202);
        within(Duration.ofSeconds(2), () -> !head.isMoving());
        seq = 0;
        assertThat(tell("\"continuous\",\"pan\":1").json().path("dropped").asBoolean())
                .as("older than what was told")
                .isTrue();
        assertThat(head.isMoving()).isFalse();
        JsonNode moved =
                fixture.desk("administrator").get("/audit?action=ptz.moved").json();
        assertThat(moved.at("/items/0/subject").asString()).isEqualTo("camera/c-3");
        assertThat(moved.at("/items").size()).isEqualTo(1);
        seq = 100;
        assertThat(tell("\"home\"").status()).isEqualTo(202);
        move(5000);
        move(5000);
        assertThat(tell("\"stop\"").status()).isEqualTo(202);
        move(5000);
        String all =
                fixture.desk("administrator").get("/audit?action=ptz.moved").body();
        assertThat(all).as("where it went").containsOnlyOnce("\"home\"");
        assertThat(all.split("\"ptz.moved\"", -1))
                .as("each movement once: %s", all)
                .hasSize(1 + 4);
    }

    @Test
    void whatStandsInThePictureComesToItsMiddle() throws Exception {
        take();
        assertThat(tell("\"look\",\"pan\":0.5,\"share\":0.5").status()).isEqualTo(202);
        within(Duration.ofSeconds(5), () -> head.position().pan() > 0.08 && !head.isMoving());
        assertThat(head.position().pan()).isCloseTo(15.5 / 180, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(head.position().zoom()).isPositive();
        Desk.Answer none = tell("\"look\",\"pan\":0.5,\"share\":0");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("/share");
    }

    @Test
    void aHeadThatIsNotToldAgainIsStoppedThoughItHeedsNoTime() throws Exception {
        head.inject(HeadFault.RUNAWAY);
        take();
        move(1000);
        within(
                Duration.ofSeconds(3),
                () -> !head.isMoving() && last().operation().equals("Stop"));
    }

    /** It would end by itself after two seconds. */
    @Test
    void aMovementIsToldAgainAsLongAsItIsWanted() throws Exception {
        take();
        move(5000);
        Thread.sleep(3500);
        assertThat(head.isMoving()).isTrue();
        assertThat(head.moves().stream().filter(HeardRequest::isMove)).hasSizeBetween(3, 5);
        within(Duration.ofSeconds(4), () -> !head.isMoving());
    }

    /** The ways to lose a head, each with one that goes on for ever where nobody stops it. */
    enum Loss {
        GIVEN_BACK,
        SIGNED_OUT,
        TAKEN_OVER,
        DISABLED,
        SERVER_ENDS
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whoLosesTheHeadLosesTheMovement(Loss loss) throws Exception {
        head.inject(HeadFault.RUNAWAY);
        take();
        move(5000);
        Desk administrator = fixture.desk("administrator");
        switch (loss) {
            case GIVEN_BACK -> operator.delete(LOCK);
            case SIGNED_OUT -> operator.delete("/sessions/current");
            case TAKEN_OVER -> administrator.put(LOCK, "{\"takeover\":true}");
            case DISABLED -> disable(administrator);
            case SERVER_ENDS -> fixture.server.close();
        }
        within(loss == Loss.SERVER_ENDS ? Duration.ZERO : Duration.ofSeconds(6), () -> !head.isMoving());
        assertThat(last().isStop()).isTrue();
    }

    private static void disable(Desk administrator) {
        JsonNode users = administrator.get("/users").json().path("items");
        JsonNode own = Stream.iterate(0, i -> i < users.size(), i -> i + 1)
                .map(users::get)
                .filter(user -> user.path("username").asString().equals("operator"))
                .findFirst()
                .orElseThrow();
        Desk.Answer done = administrator.put(
                "/users/" + own.path("id").asString(),
                "{\"displayName\":\"Ca operator\",\"roleId\":\"operator\",\"enabled\":false}",
                "If-Match",
                "\"" + own.path("version").asInt() + "\"");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_STOP", "SLOW", "BARE_STOP", "STATUS_UNKNOWN", "MUTE"})
    void whateverIsWrongWithAHeadItIsStopped(HeadFault fault) throws Exception {
        takeAndMeet();
        head.inject(HeadFault.RUNAWAY);
        head.inject(fault);
        tell("\"continuous\",\"pan\":0.1");
        Desk.Answer stopped = tell("\"stop\"");
        if (fault == HeadFault.MUTE) {
            assertThat(stopped.code()).as("nobody knows").isEqualTo("ptz.noAnswer");
        } else if (fault != HeadFault.SLOW) {
            assertThat(stopped.status()).isEqualTo(202);
        }
        within(Duration.ofSeconds(8), () -> head.moves().stream().anyMatch(HeardRequest::isMove) && !head.isMoving());
        Thread.sleep(1500);
        assertThat(head.isMoving()).isFalse();
        assertThat(last().isStop()).isTrue();
    }

    @Test
    void aStopIsSaidAgainUntilADeafHeadHears() throws Exception {
        take();
        head.inject(HeadFault.RUNAWAY);
        move(5000);
        head.inject(HeadFault.DEAF);
        assertThat(tell("\"stop\"").code()).isEqualTo("ptz.noAnswer");
        Thread.sleep(1200);
        assertThat(head.isMoving()).isTrue();
        head.heal();
        within(Duration.ofSeconds(4), () -> !head.isMoving());
    }

    @Test
    void whatAHeadCannotDoIsSaid() {
        take();
        head.inject(HeadFault.NO_LENS);
        assertThat(tell("\"focus\",\"focus\":1").code()).isEqualTo("ptz.cannot");
        head.heal();
        Desk.Answer nowhere = tell("\"gotoPreset\",\"presetId\":\"99\"");
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.code()).isEqualTo("ptz.notThere");
        head.inject(HeadFault.DEAF);
        assertThat(tell("\"home\"").code()).isEqualTo("ptz.noAnswer");
        assertThat(operator.post(COMMANDS, "{\"lockId\":\"l-x\",\"seq\":1,\"kind\":\"stop\"}")
                        .code())
                .isEqualTo("ptz.held");
    }

    /** Nothing of it is told to anybody, and a camera that locks accounts is not tried again and again. */
    @Test
    void aPasswordThatTheHeadRefusesIsSaidAndNotTriedOn() {
        fixture.server.inventory().merge(List.of(), List.of(camera(Secret.of("da-doi"), device.address("3"))));
        take();
        for (int i = 0; i < 5; i++) {
            Desk.Answer refused = tell("\"continuous\",\"pan\":0.1");
            assertThat(refused.status()).isEqualTo(502);
            assertThat(refused.code()).isEqualTo("ptz.credentials");
            assertThat(refused.body()).doesNotContain("da-doi");
        }
        assertThat(head.heard()).isEmpty();
        assertThat(operator.get(LOCK).json().path("lastMover").isNull()).isTrue();
    }

    /** The address of the head came with the list; the stream has moved away from it since, and its password with it. */
    @Test
    void aHeadAtAnotherHostThanItsStreamIsNotToldTheStreamsPassword() {
        CameraEntry away = new CameraEntry(
                ServerFixture.camera(3, "Ngã tư số 3").camera(),
                List.of(new StreamSource(StreamRole.MAIN, URI.create("rtsp://127.0.0.2/main"), "xem", PASSWORD)));
        fixture.server.inventory().merge(List.of(), List.of(away));
        take();
        assertThat(tell("\"continuous\",\"pan\":0.1").code()).isEqualTo("ptz.noHead");
        assertThat(head.heard()).isEmpty();
    }

    @Test
    void anImportedHeadIsAtTheHostOfAStream() {
        Desk administrator = fixture.desk("administrator");
        String line = "{\"sites\":[],\"cameras\":[{\"id\":\"c-9\",\"name\":\"Chín\",\"siteId\":\""
                + ServerFixture.WARD.id().value()
                + "\",\"ptz\":true,\"onvif\":\"%s\",\"streams\":[{\"role\":\"main\",\"url\":\"rtsp://10.1.2.3/a\"}]}]}";
        for (String bad :
                List.of("http://10.1.2.4/onvif/device_service", "rtsp://10.1.2.3/", "http://an:b@10.1.2.3/", "x")) {
            Desk.Answer refused = administrator.post("/imports", line.formatted(bad));
            assertThat(refused.code()).as(bad).isEqualTo("importRefused");
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/cameras/0/onvif");
        }
        Desk.Answer taken = administrator.post("/imports", line.formatted("http://10.1.2.3:8080/onvif/device_service"));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(fixture.server.inventory().headAddress("c-9")).contains("http://10.1.2.3:8080/onvif/device_service");
    }
}
