package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.server.inventory.CameraAddresses;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** What viewers are told of a camera that fails, and how it is left alone. */
@Timeout(180)
final class CamerasThatFailTest {
    private final RelayRig rig;

    CamerasThatFailTest() throws IOException {
        rig = new RelayRig();
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404, 404",
        "454, 404",
        "403, 403",
        "503, 503",
        "500, 503",
        "415, 415",
        "406, 406",
        "461, 461",
        "302, 503"
    })
    void aRefusalIsSaidInRtspTerms(int camera, int told) throws Exception {
        rig.camera.refusesWith = camera;
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(viewer.play(rig.uri())).isEqualTo(told);
        }
    }

    @Test
    void aCameraThatIsNotThereIsAGatewaysMatter() throws Exception {
        rig.camera.close();
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(viewer.play(rig.uri())).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp://127.0.0.1", "rtsp://localhost"})
    void whereNoCameraMayBeNothingIsConnectedTo(String host) throws Exception {
        RelaySettings settings = RelaySettings.usual("127.0.0.1", 0).withCameras(new CameraAddresses(false));
        try (RelayRig strict = new RelayRig(settings)) {
            strict.host = host;
            try (RawRtspClient viewer = strict.viewer()) {
                assertThat(viewer.play(strict.uri())).isEqualTo(503);
            }
            assertThat(strict.camera.connections).hasValue(0);
        }
    }

    @Test
    void aCameraThatSaysNothingIsToldInTime() throws Exception {
        rig.camera.silent = true;
        try (RawRtspClient viewer = rig.viewer()) {
            long asked = System.nanoTime();
            assertThat(viewer.play(rig.uri())).isEqualTo(504);
            assertThat(System.nanoTime() - asked).isLessThan(8_000_000_000L);
        }
    }

    @Test
    void aCameraThatRefusesIsLeftAloneForAWhileAndThenAskedAgain() throws Exception {
        rig.camera.refusesWith = 503;
        try (RawRtspClient viewer = rig.viewer()) {
            // Each refusal lengthens the wait: 250 to 500 ms, 500 ms to 1 s, 1 to 2 s.
            RelayRig.await(() -> told(viewer) == 503 && rig.camera.connections.get() >= 3);
            int before = rig.camera.connections.get();
            for (int i = 0; i < 10; i++) {
                assertThat(told(viewer)).isEqualTo(503);
            }
            assertThat(rig.camera.connections).hasValue(before);
            rig.camera.refusesWith = 0;
            RelayRig.await(() -> told(viewer) == 200);
        }
    }

    @Test
    void aCameraWhosePasswordIsCorrectedIsAskedAtOnce() throws Exception {
        rig.camera.refusesWith = 403;
        try (RawRtspClient viewer = rig.viewer()) {
            RelayRig.await(() -> told(viewer) == 403 && rig.camera.connections.get() >= 3);
            int before = rig.camera.connections.get();
            rig.camera.refusesWith = 0;
            assertThat(told(viewer)).as("its wait of a second is not over").isEqualTo(403);
            assertThat(rig.camera.connections).hasValue(before);
            rig.password = "mat-khau-dung";
            assertThat(told(viewer)).isEqualTo(200);
        }
    }

    @Test
    void aPasswordThatIsWrongAgainLocksNobodyOut() throws Exception {
        rig.camera.refusesWith = 403;
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(told(viewer)).isEqualTo(403);
            rig.password = "van-sai";
            int before = rig.camera.connections.get();
            long begun = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                assertThat(told(viewer)).isEqualTo(403);
            }
            long halves = (System.nanoTime() - begun) / 250_000_000L;
            assertThat(rig.camera.connections.get() - before)
                    .as("once for the change")
                    .isBetween(1, 1 + (int) halves);
        }
    }

    private int told(RawRtspClient viewer) {
        try {
            return viewer.ask("DESCRIBE", rig.uri()).status();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void whoWatchesACameraThatIsLostIsLetGoAtOnceAndMayComeBack() throws Exception {
        RawRtspClient viewer = rig.viewer();
        rig.plays(viewer);
        rig.camera.drop();
        assertThatThrownBy(viewer::next).isInstanceOf(IOException.class).isNotInstanceOf(SocketTimeoutException.class);
        viewer.close();
        RelayRig.await(() -> {
            try (RawRtspClient again = rig.viewer()) {
                return again.play(rig.uri()) == 200;
            } catch (IOException gone) {
                throw new AssertionError(gone);
            }
        });
        RelayRig.await(() -> rig.camera.plays.get() == 2);
    }
}
