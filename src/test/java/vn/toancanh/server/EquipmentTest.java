package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;

/** Lens and auxiliaries of a head that speaks ONVIF, from the API; and that a focus never goes on by itself. */
@Tag("slow")
@Timeout(180)
class EquipmentTest {
    private static final String PTZ = "/cameras/c-3/ptz";
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
        fixture = ServerFixture.start(data);
        CameraEntry camera = new CameraEntry(
                ServerFixture.camera(3, "Ngã tư số 3").camera(),
                List.of(new StreamSource(StreamRole.MAIN, URI.create("rtsp://127.0.0.1:5554/main"), "xem", PASSWORD)),
                device.address("3"));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), List.of(camera));
        operator = fixture.desk("operator");
    }

    @AfterEach
    void stop() {
        fixture.close();
        device.close();
    }

    private void take() {
        lockId = operator.put(PTZ + "/lock", "{\"ttlS\":60}")
                .json()
                .path("lockId")
                .asString();
    }

    private Desk.Answer send(String command) {
        return operator.post(
                PTZ + "/commands", "{\"lockId\":\"" + lockId + "\",\"seq\":" + ++seq + ",\"kind\":" + command + "}");
    }

    private void tell(String command) {
        Desk.Answer answer = send(command);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("dropped").asBoolean()).isFalse();
    }

    private static void within(Duration most, BooleanSupplier what) throws InterruptedException {
        long end = Clock.SYSTEM.nanos() + most.toNanos();
        while (!what.getAsBoolean() && Clock.SYSTEM.nanos() - end < 0) {
            Thread.sleep(10);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    private void focus(int deadmanMs) {
        tell("\"focus\",\"focus\":0.05,\"deadmanMs\":" + deadmanMs);
        assertThat(head.lens().moving()).isTrue();
    }

    @Test
    void whatAHeadHasIsSeenAndSwitched() {
        JsonNode seen = operator.get(PTZ + "/equipment").json();
        assertThat(seen.path("focus").asBoolean()).isTrue();
        assertThat(seen.path("autoFocus").asBoolean()).isTrue();
        assertThat(seen.path("iris").asBoolean()).isTrue();
        assertThat(seen.at("/auxiliaries/0/name").asString()).isEqualTo("Wiper");
        assertThat(seen.at("/auxiliaries/0/state").asString()).isEqualTo("On");
        assertThat(send("\"aux\",\"aux\":\"tt:Wiper|On\"").status())
                .as("without a lease")
                .isEqualTo(400);
        take();
        tell("\"aux\",\"aux\":\"tt:Wiper|On\"");
        assertThat(head.lens().switched()).containsEntry("tt:Wiper", "On");
        for (String bad : List.of("\"focus\"", "\"focus\",\"focus\":2", "\"iris\"", "\"autoFocus\"", "\"aux\"")) {
            assertThat(send(bad).status()).as(bad).isEqualTo(400);
        }
        tell("\"iris\",\"iris\":0.25");
        assertThat(head.lens().irisDb()).isEqualTo(-5.0);
        assertThat(operator.get(PTZ + "/equipment").json().path("autoIris").asBoolean())
                .isFalse();
        tell("\"autoIris\",\"on\":true");
        tell("\"autoFocus\",\"on\":false");
        assertThat(head.lens().autoIris()).isTrue();
        assertThat(head.lens().autoFocus()).isFalse();
        assertThat(send("\"aux\",\"aux\":\"tt:Siren|On\"").code()).isEqualTo("ptz.refused");
        JsonNode noted = fixture.desk("administrator")
                .get("/audit?action=ptz.set")
                .json()
                .path("items");
        assertThat(noted.size()).isEqualTo(4);
        assertThat(noted.toString()).contains("tt:Wiper|On").doesNotContain("Siren");
        assertThat(operator.get(PTZ + "/lock").json().path("lastMover").isNull())
                .isTrue();
    }

    @Test
    void aHeadWithoutSuchThingsSaysSo() {
        head.inject(HeadFault.NO_LENS);
        JsonNode seen = operator.get(PTZ + "/equipment").json();
        assertThat(seen.path("focus").asBoolean()).isFalse();
        assertThat(seen.path("autoFocus").isNull()).isTrue();
        assertThat(seen.path("auxiliaries").size()).isZero();
        take();
        assertThat(send("\"iris\",\"iris\":1").code()).isEqualTo("ptz.cannot");
        assertThat(fixture.desk("viewer").get(PTZ + "/equipment").status()).isEqualTo(403);
    }

    @Test
    void aFocusStandsWhereItIsStoppedOrNotToldAgain() throws Exception {
        take();
        focus(5000);
        tell("\"stop\"");
        assertThat(head.lens().moving()).isFalse();
        focus(500);
        within(Duration.ofSeconds(3), () -> !head.lens().moving());
        head.inject(HeadFault.NO_STOP);
        focus(500);
        within(Duration.ofSeconds(3), () -> !head.lens().moving());
    }

    @Test
    void aFocusStandsWithTheLeaseAndWhereTheHeadDoesSomethingElse() throws Exception {
        take();
        focus(5000);
        tell("\"continuous\",\"pan\":0.1,\"deadmanMs\":5000");
        assertThat(head.lens().moving()).as("before the head turns").isFalse();
        assertThat(head.isMoving()).isTrue();
        focus(5000);
        within(Duration.ofSeconds(1), () -> !head.isMoving());
        tell("\"aux\",\"aux\":\"tt:Wiper|Off\"");
        assertThat(head.lens().moving()).as("an auxiliary goes beside it").isTrue();
        assertThat(operator.delete(PTZ + "/lock").status()).isEqualTo(204);
        within(Duration.ofSeconds(2), () -> !head.lens().moving());
    }
}
