package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.ServerPins;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;
import vn.toancanh.server.ServerFixture;

/** What is sent beside a desk's ordinary work is as the contract says too: imports, and the second person's sign-in. */
class UploadContractTest {
    private static final String PIN = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private static CameraEntry pinned(CameraEntry entry) {
        return new CameraEntry(
                entry.camera(),
                entry.sources().stream()
                        .map(source -> new StreamSource(
                                source.role(),
                                source.uri(),
                                source.user(),
                                source.password(),
                                List.of(PIN),
                                StreamTransport.UDP))
                        .toList(),
                URI.create("http://10.0.0.3:8080/onvif/device_service"));
    }

    private static String only(FakeCentral server, String route) {
        List<RecordedRequest> sent = server.to(route);
        assertThat(sent).hasSize(1);
        RecordedRequest request = sent.getFirst();
        String body = String.valueOf(
                request.getBody() == null ? null : request.getBody().utf8());
        return body;
    }

    @Test
    void anImportIsAsTheContractSays() throws IOException {
        try (FakeCentral server = new FakeCentral()) {
            server.on(
                    "POST /imports",
                    request -> FakeCentral.json(
                            "{\"dryRun\":false,\"sites\":2,\"added\":3,\"changed\":0,\"unchanged\":0,\"revision\":2}"));
            new InventoryUpload(CentralOptions.standard("test"), Clock.SYSTEM, new ServerPins())
                    .send(
                            server.uri(),
                            "truc.ban",
                            Secret.of("mat-khau"),
                            List.of(ServerFixture.CITY, ServerFixture.WARD),
                            List.of(pinned(ServerFixture.camera(3, "Cầu"))),
                            List.of(4));
            assertThat(only(server, "POST /imports"))
                    .contains(
                            "\"c-3\"",
                            "\"tlsPins\":[\"" + PIN + "\"]",
                            "\"transport\":\"udp\"",
                            "\"onvif\":\"http://10.0.0.3:8080/onvif/device_service\"");
        }
    }

    @Test
    void theSecondPersonsSignInIsAsTheContractSays() throws IOException {
        try (FakeCentral server = new FakeCentral()) {
            server.on(
                    "POST /sessions/confirmations",
                    request -> FakeCentral.json(201, FakeCentral.SESSION.formatted(1, 600, 1)));
            CentralOptions options = CentralOptions.standard("test");
            Wire wire = new Wire(
                    new okhttp3.OkHttpClient(),
                    tools.jackson.databind.json.JsonMapper.builder().build());
            new SignIn(wire, Clock.SYSTEM, options)
                    .confirm(server.uri(), "hai.nguoi", Secret.of("tct_ve"), "to.truong", Secret.of("mat-khau"));
            assertThat(only(server, "POST /sessions/confirmations")).contains("to.truong", "tct_ve");
        }
    }
}
