package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;

/** Places of a head that speaks ONVIF, from the API: seen, kept, named, locked and removed. The head's time goes by hand. */
@Tag("slow")
@Timeout(180)
class PresetsTest {
    private static final String PTZ = "/cameras/c-3/ptz";
    private static final String PRESETS = PTZ + "/presets";
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");

    private final ManualClock time = new ManualClock();
    private final SimulatedHead head = new SimulatedHead("Simulated head", time);
    private HeadServer device;
    private ServerFixture fixture;
    private Desk operator;
    private Desk administrator;
    private int seq;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        device = HeadServer.start(0, Map.of("3", head), "xem", PASSWORD, time);
        fixture = ServerFixture.start(data);
        CameraEntry camera = new CameraEntry(
                ServerFixture.camera(3, "Ngã tư số 3").camera(),
                List.of(new StreamSource(StreamRole.MAIN, URI.create("rtsp://127.0.0.1:5554/main"), "xem", PASSWORD)),
                device.address("3"));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), List.of(camera));
        operator = fixture.desk("operator");
        administrator = fixture.desk("administrator");
    }

    @AfterEach
    void stop() {
        fixture.close();
        device.close();
    }

    private String take(Desk desk) {
        return desk.put(PTZ + "/lock", "{\"ttlS\":600}").json().path("lockId").asString();
    }

    private void tell(Desk desk, String lockId, String command) {
        Desk.Answer answer = desk.post(
                PTZ + "/commands", "{\"lockId\":\"" + lockId + "\",\"seq\":" + ++seq + ",\"kind\":" + command + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        time.advance(Duration.ofMinutes(1));
    }

    /** Keeps where the head is now; the id that it gives the place. */
    private String kept(String name) {
        Desk.Answer made = administrator.post(PRESETS, "{\"name\":\"" + name + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("name").asString()).isEqualTo(name);
        return made.json().path("id").asString();
    }

    private JsonNode places() {
        return operator.get(PRESETS).json();
    }

    @Test
    void aPlaceIsKeptSeenGoneToAndRemovedByWhoHoldsTheHead() throws Exception {
        assertThat(fixture.anonymous.get("/info").json().path("features").toString())
                .contains("\"ptz.presets\"");
        String lockId = take(administrator);
        tell(administrator, lockId, "\"absolute\",\"pan\":0.5,\"tilt\":-0.5,\"zoom\":0.5");
        String id;
        try (Hearing hearing = new Hearing(operator, fixture.contract, "ptz")) {
            id = kept("Ngã tư Tràng Tiền");
            assertThat(hearing.event("presets.changed", "PresetsChanged")
                            .path("cameraId")
                            .asString())
                    .isEqualTo("c-3");
        }
        JsonNode seen = places();
        assertThat(seen.at("/items/0/number").asInt()).isEqualTo(1);
        assertThat(seen.at("/items/0/name").asString()).isEqualTo("Ngã tư Tràng Tiền");
        assertThat(seen.path("most").asInt()).isEqualTo(64);
        assertThat(seen.path("home").asBoolean()).isTrue();
        tell(administrator, lockId, "\"home\"");
        assertThat(head.position().pan()).isZero();
        tell(administrator, lockId, "\"gotoPreset\",\"presetId\":\"" + id + "\"");
        assertThat(head.position().pan()).isEqualTo(0.5);
        assertThat(administrator.put(PTZ + "/home", "").status()).isEqualTo(204);
        assertThat(administrator.delete(PRESETS + "/" + id).status()).isEqualTo(204);
        assertThat(administrator.delete(PRESETS + "/" + id).code()).isEqualTo("ptz.notThere");
        assertThat(places().path("items").size()).isZero();
        String trail = administrator.get("/audit?action=ptz.").body();
        assertThat(trail).contains("ptz.presetMade", "ptz.homeSet", "ptz.presetRemoved", "Ngã tư Tràng Tiền");
    }

    @Test
    void onlyWhoManagesAndHoldsTheHeadChangesIt() {
        assertThat(administrator.post(PRESETS, "{\"name\":\"A\"}").code()).isEqualTo("ptz.noLock");
        take(operator);
        assertThat(operator.post(PRESETS, "{\"name\":\"A\"}").status()).isEqualTo(403);
        assertThat(operator.put(PTZ + "/home", "").status()).isEqualTo(403);
        Desk.Answer held = administrator.post(PRESETS, "{\"name\":\"A\"}");
        assertThat(held.code()).isEqualTo("ptz.held");
        assertThat(held.json().at("/errors/0/args/holder").asString()).isEqualTo("Ca operator");
        assertThat(administrator.delete(PRESETS + "/1").code()).isEqualTo("ptz.held");
        assertThat(fixture.desk("viewer").get(PRESETS).status()).isEqualTo(403);
        assertThat(head.heard()).noneMatch(one -> one.operation().startsWith("Set"));
    }

    /** A name alone moves nothing, and a place that is locked is neither moved, nor named, nor removed. */
    @Test
    void aPlaceIsNamedReplacedAndLocked() {
        String lockId = take(administrator);
        String id = kept("Cổng");
        tell(administrator, lockId, "\"absolute\",\"pan\":-0.25");
        assertThat(administrator
                        .put(PRESETS + "/" + id, "{\"name\":\"Cổng chính\",\"locked\":true}")
                        .json()
                        .path("locked")
                        .asBoolean())
                .isTrue();
        assertThat(places().at("/items/0/name").asString()).isEqualTo("Cổng chính");
        tell(administrator, lockId, "\"gotoPreset\",\"presetId\":\"" + id + "\"");
        assertThat(head.position().pan()).as("where it was").isZero();
        tell(administrator, lockId, "\"absolute\",\"pan\":-0.25");
        for (String change : List.of("{\"here\":true}", "{\"name\":\"B\"}", "{\"locked\":false,\"here\":true}")) {
            Desk.Answer refused = administrator.put(PRESETS + "/" + id, change);
            assertThat(refused.status()).as(change).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("ptz.presetLocked");
        }
        assertThat(administrator.delete(PRESETS + "/" + id).code()).isEqualTo("ptz.presetLocked");
        assertThat(administrator.put(PRESETS + "/" + id, "{\"locked\":false}").status())
                .isEqualTo(200);
        assertThat(administrator.put(PRESETS + "/" + id, "{\"here\":true}").status())
                .isEqualTo(200);
        assertThat(places().at("/items/0/name").asString()).isEqualTo("Cổng chính");
        tell(administrator, lockId, "\"home\"");
        tell(administrator, lockId, "\"gotoPreset\",\"presetId\":\"" + id + "\"");
        assertThat(head.position().pan()).isEqualTo(-0.25);
        assertThat(administrator.put(PRESETS + "/77", "{\"locked\":true}").code())
                .isEqualTo("ptz.notThere");
        assertThat(administrator.get("/audit?action=ptz.presetChanged").body()).contains("\"from\":\"Cổng\"");
    }

    @Test
    void aHeadThatTakesPlainNamesOnlyKeepsOneAndThePlaceIsCalledAsItWasNamed() {
        head.inject(HeadFault.PLAIN_NAMES);
        take(administrator);
        kept("Ngã tư Tràng Tiền");
        assertThat(places().at("/items/0/name").asString()).isEqualTo("Ngã tư Tràng Tiền");
        assertThat(head.heard().stream().filter(one -> one.operation().equals("SetPreset")))
                .hasSize(2);
    }

    @Test
    void whatIsWrongWithAHeadIsSaidAndWhatMayHaveBeenDoneIsNoted() {
        take(administrator);
        kept("Cổng");
        head.inject(HeadFault.MUTE);
        assertThat(operator.get(PRESETS).code()).isEqualTo("ptz.noAnswer");
        assertThat(administrator.post(PRESETS, "{\"name\":\"Sân\"}").code()).isEqualTo("ptz.noAnswer");
        head.heal();
        assertThat(administrator.get("/audit?action=ptz.presetMade").body())
                .contains("\"answered\":false")
                .contains("Sân");
        assertThat(places().path("items").size()).as("it was done").isEqualTo(2);
    }
}
