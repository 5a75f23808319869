package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** Whoever watches is told that the way from the camera to the relay was slow already when the relay went it, over real sockets. */
@Timeout(60)
final class SlowWayTest {
    private static final String FIELD = "x-behind";

    private final RelayRig rig = new RelayRig();
    private final RawRtspClient viewer = rig.viewer();

    SlowWayTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        viewer.close();
        rig.close();
    }

    private Map<String, String> told() throws IOException {
        RawRtspClient.Answer answer = viewer.ask("GET_PARAMETER", rig.uri());
        assertThat(answer.status()).isEqualTo(200);
        return answer.fields();
    }

    @Test
    void untilTheCameraAnswersQuickly() throws Exception {
        rig.camera.takes = Duration.ofMillis(700);
        rig.plays(viewer);
        assertThat(Integer.parseInt(told().getOrDefault(FIELD, "0"))).isBetween(700, 5000);
        rig.camera.takes = Duration.ZERO;
        for (Map<String, String> now = told(); now.containsKey(FIELD); now = told()) {
            // Its own question is asked every two seconds.
            Thread.sleep(100);
        }
    }

    @Test
    void ofAQuickOneNothingIsSaid() throws Exception {
        rig.plays(viewer);
        assertThat(told()).doesNotContainKey(FIELD);
    }
}
