package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** Whoever comes to a camera that has fallen silent is not given its old pictures as if they were new, over real sockets. */
@Timeout(60)
final class SilentCameraTest {
    private final SteeredClock clock = new SteeredClock();
    private final Footage footage = new Footage(0);
    private final RelayRig rig = new RelayRig(RelaySettings.usual("127.0.0.1", 0), clock);
    private final RawRtspClient first = rig.viewer();
    private final RawRtspClient second = rig.viewer();

    SilentCameraTest() throws IOException {}

    @BeforeEach
    void oneWatches() throws Exception {
        rig.plays(first);
    }

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
        rig.close();
    }

    /** Has them sent, and waits until the relay has passed them on. */
    private void relayed(List<byte[]> packets) throws IOException {
        rig.camera.rtp(packets.toArray(byte[][]::new));
        for (byte[] packet : packets) {
            assertThat(first.next().bytes()).isEqualTo(packet);
        }
    }

    private void relayedReport(byte[] report) throws IOException {
        rig.camera.rtcp(report);
        assertThat(first.next().bytes()).isEqualTo(report);
    }

    private void pass(Duration silent) {
        clock.pass(silent);
        footage.pass(silent);
    }

    /** A key frame and what follows it. */
    private List<byte[]> group() {
        List<byte[]> group = new ArrayList<>(footage.keyWithSets());
        for (int i = 0; i < 5; i++) {
            group.add(footage.picture(300));
        }
        return group;
    }

    @Test
    void heBeginsAtTheNextKeyFrame() throws Exception {
        relayed(group());
        pass(Duration.ofSeconds(3));
        rig.plays(second);
        relayed(List.of(footage.picture(300)));
        List<byte[]> group = group();
        relayed(group);
        for (byte[] packet : group) {
            assertThat(second.next().bytes()).isEqualTo(packet);
        }
    }

    @Test
    void heIsGivenParameterSetsThatCameOnceAndTheNewestReport() throws Exception {
        List<byte[]> group = group();
        relayed(group);
        relayedReport(footage.report());
        pass(Duration.ofSeconds(3));
        rig.plays(second);
        relayed(List.of(footage.picture(300)));
        byte[] report = footage.report();
        relayedReport(report);
        List<byte[]> key = footage.key();
        relayed(key);
        byte[] sets = second.next().bytes();
        assertThat(sets).endsWith(Arrays.copyOfRange(group.getFirst(), 12, group.getFirst().length));
        assertThat(ByteBuffer.wrap(sets).getInt(4)).isEqualTo(footage.time());
        List<byte[]> pictures = new ArrayList<>();
        List<byte[]> reports = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RawRtspClient.Packet packet = second.next();
            (packet.rtp() ? pictures : reports).add(packet.bytes());
        }
        assertThat(pictures).containsExactlyElementsOf(key);
        assertThat(reports).containsExactly(report);
    }

    @Test
    void halfASecondIsNoSilence() throws Exception {
        List<byte[]> group = group();
        relayed(group);
        pass(Duration.ofMillis(500));
        rig.plays(second);
        for (byte[] packet : group) {
            assertThat(second.next().bytes()).isEqualTo(packet);
        }
    }

    /** The relay, or the camera's link, stood still: all that piled up comes at one go. */
    @Test
    void heIsNotGivenWhatPiledUpAsIfItWereNew() throws Exception {
        relayed(group());
        clock.pass(Duration.ofSeconds(4));
        rig.plays(second);
        for (int i = 0; i < 2; i++) {
            footage.pass(Duration.ofSeconds(1));
            relayed(group());
        }
        footage.pass(Duration.ofSeconds(1));
        List<byte[]> group = group();
        relayed(group);
        for (byte[] packet : group) {
            assertThat(second.next().bytes()).isEqualTo(packet);
        }
    }

    @Test
    void whereEverythingGoesOnComingLateHeWaitsForSomeSecondsAndThenTakesIt() throws Exception {
        relayed(group());
        clock.pass(Duration.ofSeconds(3));
        rig.plays(second);
        relayed(group());
        pass(Cursor.PATIENCE.dividedBy(2));
        relayed(group());
        pass(Cursor.PATIENCE.dividedBy(2));
        List<byte[]> group = group();
        relayed(group);
        for (byte[] packet : group) {
            assertThat(second.next().bytes()).isEqualTo(packet);
        }
    }

    @Test
    void reportsAloneAreNoPictures() throws Exception {
        relayed(group());
        pass(Duration.ofSeconds(3));
        relayedReport(footage.report());
        rig.plays(second);
        List<byte[]> key = footage.keyWithSets();
        relayed(key);
        assertThat(second.next().bytes()).isEqualTo(key.getFirst());
    }
}
