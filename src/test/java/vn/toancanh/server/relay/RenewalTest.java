package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A session with a camera that has fallen behind is given up for one that has not. */
@Timeout(180)
final class RenewalTest {
    private static final Duration BETWEEN = Duration.ofMillis(250);
    /** Between two pictures by their own time. */
    private static final Duration FRAME = Duration.ofNanos(33_333_333);

    private final SteeredClock clock = new SteeredClock();
    private final RelayRig rig;
    private final Footage footage = new Footage(100);

    RenewalTest() throws IOException {
        rig = new RelayRig(RelaySettings.usual("127.0.0.1", 0), clock);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    /** So many pictures, one every so often, the first of which a viewer can begin with. */
    private void send(int pictures, Duration between) throws InterruptedException {
        rig.camera.rtp(footage.keyWithSets().toArray(byte[][]::new));
        for (int i = 1; i < pictures; i++) {
            // For the relay to have taken what was sent.
            TimeUnit.MILLISECONDS.sleep(10);
            clock.pass(between.minusMillis(10));
            rig.camera.rtp(footage.picture(500));
        }
        TimeUnit.MILLISECONDS.sleep(50);
    }

    /** The same, each of which the relay has taken and passed on before the next one comes. */
    private void relayed(RawRtspClient viewer, int pictures) throws IOException {
        rig.camera.rtp(footage.keyWithSets().toArray(byte[][]::new));
        for (int i = 0; i < 3; i++) {
            assertThat(viewer.next().rtp()).isTrue();
        }
        for (int i = 1; i < pictures; i++) {
            // Not as evenly as a source that stamps with a rate of its own.
            clock.pass(BETWEEN.plusMillis(i % 7 * 3L));
            rig.camera.rtp(footage.picture(500));
            assertThat(viewer.next().rtp()).isTrue();
        }
    }

    /** So many pictures, each at its time, whatever else the machine does. */
    private void sendInTime(int pictures) throws InterruptedException {
        long begun = clock.nanos();
        rig.camera.rtp(footage.keyWithSets().toArray(byte[][]::new));
        for (int i = 1; i < pictures; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
            clock.pass(Duration.ofNanos(Math.max(0, begun + i * FRAME.toNanos() - clock.nanos())));
            rig.camera.rtp(footage.picture(500));
        }
    }

    /** What a viewer gets at last. */
    private static byte[] until(RawRtspClient viewer, byte[] packet) throws IOException {
        byte[] got = viewer.next().bytes();
        while (!Arrays.equals(got, packet)) {
            got = viewer.next().bytes();
        }
        return got;
    }

    @Test
    void whoeverComesAnewGetsWhatIsNowAndWhoeverWatchesToo() throws Exception {
        try (RawRtspClient first = rig.viewer()) {
            rig.plays(first);
            relayed(first, 42);
            assertThat(rig.camera.plays).hasValue(1);
            try (RawRtspClient second = rig.viewer()) {
                assertThat(second.play(rig.uri())).isEqualTo(200);
                assertThat(rig.camera.plays).hasValue(2);
                RelayRig.await(() -> rig.camera.sessions() == 1);
                List<byte[]> key = footage.keyWithSets();
                rig.camera.rtp(key.toArray(byte[][]::new));
                assertThat(second.next().bytes()).isEqualTo(key.getFirst());
                assertThat(until(first, key.getLast())).isEqualTo(key.getLast());
            }
        }
    }

    @Test
    void oneThatStaysBehindIsRenewedByItselfAndNotAgainForAMinute() throws Exception {
        try (RawRtspClient viewer = rig.viewer()) {
            rig.plays(viewer);
            send(70, BETWEEN);
            RelayRig.await(() -> rig.camera.plays.get() == 2 && rig.camera.sessions() == 1);
            send(100, BETWEEN);
            // Some of the relay's own turns.
            TimeUnit.MILLISECONDS.sleep(600);
            assertThat(rig.camera.plays).as("again behind, and no minute over").hasValue(2);
        }
    }

    @Test
    void oneThatKeepsUpIsLeftAlone() throws Exception {
        try (RawRtspClient first = rig.viewer()) {
            rig.plays(first);
            sendInTime(400);
            try (RawRtspClient second = rig.viewer()) {
                assertThat(second.play(rig.uri())).isEqualTo(200);
            }
            assertThat(rig.camera.plays).hasValue(1);
            assertThat(rig.camera.connections).hasValue(1);
        }
    }

    @Test
    void whereTheCameraRefusesThatItIsToldAsEver() throws Exception {
        try (RawRtspClient first = rig.viewer()) {
            rig.plays(first);
            relayed(first, 42);
            rig.camera.refusesWith = 404;
            try (RawRtspClient second = rig.viewer()) {
                assertThat(second.play(rig.uri())).isEqualTo(404);
            }
            RelayRig.await(() -> rig.figures().viewers() == 0);
        }
    }
}
