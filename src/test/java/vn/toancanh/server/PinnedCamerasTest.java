package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamSource;
import vn.toancanh.rtsp.Certificates;
import vn.toancanh.server.relay.FakeCamera;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A camera with a certificate of its own making: seen, accepted, and played, by the relay and straight. */
@Tag("slow")
@Timeout(180)
class PinnedCamerasTest {
    private static final String OTHER = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @TempDir
    Path data;

    private Certificates own;
    private FakeCamera camera;
    private ServerFixture fixture;
    private Desk administrator;

    @BeforeEach
    void start() throws Exception {
        own = Certificates.make(data, "camera", "ip:127.0.0.1");
        camera = new FakeCamera(own.encrypting());
        fixture = ServerFixture.start(data.resolve("server"));
        fixture.server
                .inventory()
                .merge(
                        List.of(ServerFixture.CITY, ServerFixture.WARD),
                        List.of(camera.entry(ServerFixture.camera(1, "Ngã tư"))));
        administrator = fixture.desk("administrator");
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
        camera.close();
    }

    private JsonNode certificate() {
        return administrator.get("/cameras/c-1/certificates").json().at("/items/0");
    }

    private JsonNode grant() {
        return administrator
                .post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}")
                .json()
                .at("/items/0");
    }

    private int plays() throws IOException {
        JsonNode grant = grant();
        try (RawRtspClient viewer = new RawRtspClient(
                fixture.server.relay().address().port(),
                grant.path("username").asString(),
                grant.path("password").asString(),
                "SHA-256",
                0)) {
            viewer.patience(10_000);
            return viewer.play(grant.path("url").asString());
        }
    }

    private int accept(String pins) {
        return administrator
                .put("/cameras/c-1/tls-pins", "{\"tlsPins\":[" + pins + "]}")
                .status();
    }

    @Test
    void itPlaysAsSoonAsItsCertificateIsAcceptedAndNotBefore() throws Exception {
        assertThat(plays()).isEqualTo(471);
        assertThat(plays()).as("and the relay knows").isEqualTo(471);
        assertThat(certificate().path("shown").asString()).isEqualTo(own.pin());
        assertThat(certificate().path("accepted")).as("not by being seen").isEmpty();
        assertThat(camera.requests()).isZero();
        assertThat(accept("\"" + own.pin() + "\"")).isEqualTo(204);
        assertThat(certificate().path("accepted").path(0).asString()).isEqualTo(own.pin());
        assertThat(plays())
                .as("the relay does not say from memory what came of another certificate")
                .isEqualTo(200);
    }

    private long revision() {
        return administrator.get("/cameras/c-1").json().path("revision").asLong();
    }

    @Test
    void whoWaitsForItLearnsThatAnotherIsAcceptedAndNothingElse() throws Exception {
        JsonNode before = administrator.get("/cameras/c-1").json();
        long catalogue = administrator.get("/cameras").json().path("revision").asLong();
        accept("\"" + own.pin() + "\"");
        JsonNode changed =
                administrator.get("/cameras?changedSince=" + catalogue).json().path("items");
        assertThat(changed).hasSize(1);
        assertThat(changed.at("/0/revision").asLong())
                .isGreaterThan(before.path("revision").asLong());
        assertThat(((ObjectNode) changed.get(0)).without("revision"))
                .isEqualTo(((ObjectNode) before).without("revision"));
        long accepted = revision();
        accept("\"" + own.pin() + "\"");
        assertThat(revision()).as("what stands so already is tried no sooner").isEqualTo(accepted);
        accept("");
        assertThat(revision()).as("withdrawn").isGreaterThan(accepted);
    }

    @Test
    void aGrantStraightToItNamesWhatIsAccepted() throws Exception {
        fixture.direct();
        assertThat(grant().path("tlsPins")).isEmpty();
        accept("\"" + own.pin() + "\"");
        JsonNode grant = grant();
        assertThat(grant.path("url").asString()).startsWith("rtsps://127.0.0.1:");
        assertThat(grant.path("tlsPins")).hasSize(1);
        assertThat(grant.path("tlsPins").path(0).asString()).isEqualTo(own.pin());
        accept("");
        assertThat(grant().path("tlsPins")).isEmpty();
    }

    @Test
    void itIsListedWithSinceWhenAsLongAsSomebodyAcceptedJustThat() throws Exception {
        JsonNode none = administrator.get("/camera-certificates").json();
        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("nextCursor").isNull()).isTrue();
        accept("\"" + own.pin() + "\"");
        JsonNode camera = administrator.get("/camera-certificates").json().at("/items/0");
        assertThat(camera.path("cameraId").asString()).isEqualTo("c-1");
        assertThat(camera.at("/accepted/0").asString()).isEqualTo(own.pin());
        assertThat(camera.path("since"))
                .isEqualTo(administrator
                        .get("/audit?action=camera.certificates")
                        .json()
                        .at("/items/0/at"));
        CameraEntry entry = showing(OTHER);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), List.of(entry));
        JsonNode imported = administrator.get("/camera-certificates").json().at("/items/0");
        assertThat(imported.at("/accepted/0").asString()).isEqualTo(OTHER);
        assertThat(imported.has("since")).as("nobody accepted that one").isFalse();
        accept("");
        assertThat(administrator.get("/camera-certificates").json().path("items"))
                .isEmpty();
    }

    @Test
    void whatIsAcceptedIsReplacedByWhoSawItAsItIs() {
        String path = "/cameras/c-1/tls-pins";
        String other = "{\"tlsPins\":[\"" + OTHER + "\"]}";
        String seen = administrator.get("/cameras/c-1/certificates").header("ETag");
        Desk.Answer first = administrator.put(path, other, "If-Match", seen);
        assertThat(first.status()).isEqualTo(204);
        Desk.Answer slower = administrator.put(path, "{\"tlsPins\":[]}", "If-Match", seen);
        assertThat(slower.status()).isEqualTo(412);
        assertThat(slower.code()).isEqualTo("preconditionFailed");
        assertThat(certificate().at("/accepted/0").asString()).isEqualTo(OTHER);
        String now = administrator.get("/cameras/c-1/certificates").header("ETag");
        assertThat(now).isEqualTo(first.header("ETag")).isNotEqualTo(seen);
        assertThat(administrator.put(path, other, "If-Match", now).status()).isEqualTo(204);
        assertThat(accept(""))
                .as("a desk of before says nothing of what it saw")
                .isEqualTo(204);
    }

    private CameraEntry showing(String pin) {
        CameraEntry entry = camera.entry(ServerFixture.camera(1, "Ngã tư"));
        StreamSource source = entry.sources().getFirst();
        return new CameraEntry(
                entry.camera(),
                List.of(new StreamSource(
                        source.role(), source.uri(), source.user(), source.password(), List.of(pin), null)));
    }

    @Test
    void whatIsNoFingerprintIsRefusedAndWhatChangedIsNoted() throws Exception {
        assertThat(accept("\"x\"")).isEqualTo(400);
        assertThat(administrator.put("/cameras/c-1/tls-pins", "{}").status()).isEqualTo(400);
        assertThat(administrator
                        .put("/cameras/c-9/tls-pins", "{\"tlsPins\":[]}")
                        .status())
                .isEqualTo(404);
        accept("\"" + own.pin() + "\"");
        accept("\"" + own.pin() + "\"");
        JsonNode notes =
                administrator.get("/audit?action=camera.certificates").json().path("items");
        assertThat(notes).hasSize(1);
        assertThat(notes.path(0).path("subject").asString()).isEqualTo("camera/c-1");
        assertThat(notes.path(0).at("/facts/accepted/0").asString()).isEqualTo(own.pin());
    }
}
