package vn.toancanh.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.rtsp.Pictures;
import vn.toancanh.simulator.rtsp.RawRtspClient;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;

/** What each fault does to one who watches. */
@Tag("slow")
class FaultsTest {
    private static final long PATIENCE = 90_000_000_000L;

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static CameraId camera;
    private static StreamSource source;

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(1, CodedLoops.FOLDER));
        simulator.whenReady().get(240, TimeUnit.SECONDS);
        camera = simulator.cameras().getFirst().camera().id();
        source = simulator.cameras().getFirst().sources().getLast();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void heal() {
        simulator.clear(camera);
    }

    @Test
    void aFrozenPictureKeepsComing() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.FREEZE);
            List<Optional<Mark>> last = until(
                    client, marks -> distinct(marks) == 1 && marks.getLast().isPresent());
            assertThat(last).isNotEmpty();
            simulator.clear(camera);
            assertThat(until(client, marks -> distinct(marks) > 10)).isNotEmpty();
        }
    }

    @Test
    void whatHangsStillHangsForWhoComesNext() throws Exception {
        Optional<Mark> hung;
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.FREEZE);
            hung = until(
                            client,
                            marks -> distinct(marks) == 1 && marks.getLast().isPresent())
                    .getLast();
        }
        try (RawRtspClient client = playing()) {
            Pictures pictures = new Pictures(false);
            while (pictures.count() < 10) {
                pictures.take(client.next());
            }
            assertThat(pictures.marks(folder)).containsOnly(hung);
        }
        simulator.clear(camera);
        try (RawRtspClient client = playing()) {
            assertThat(until(client, marks -> distinct(marks) > 10)).isNotEmpty();
        }
    }

    @Test
    void aStuckPictureKeepsComingAtOneTime() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.STUCK);
            assertThat(inARow(client, 0, 40)).isTrue();
            simulator.clear(camera);
            assertThat(until(client, marks -> distinct(marks) > 10)).isNotEmpty();
        }
    }

    @Test
    void aBlackPictureKeepsComing() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.BLACK);
            assertThat(until(client, marks -> marks.stream().allMatch(Optional::isEmpty)))
                    .isNotEmpty();
        }
    }

    @Test
    void aSlowCameraSendsOnePictureASecond() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.SLOW);
            assertThat(inARow(client, 90_000, 3)).isTrue();
        }
    }

    @Test
    void overAThinLinkEachPictureWaitsLongerAndAllComeOnceItIsWide() throws Exception {
        try (RawRtspClient client = playing()) {
            int first = pictureTime(client);
            long begun = System.nanoTime();
            simulator.inject(camera, Fault.THIN);
            long deadline = begun + PATIENCE;
            long late = 0;
            while (late < 2000 && System.nanoTime() < deadline) {
                late = late(client, first, begun);
            }
            assertThat(late).isGreaterThanOrEqualTo(2000);
            simulator.clear(camera);
            while (late > 300 && System.nanoTime() < deadline) {
                late = late(client, first, begun);
            }
            assertThat(late).isLessThanOrEqualTo(300);
        }
    }

    /** By how many milliseconds more the next picture comes late than one that came at that time. */
    private static long late(RawRtspClient client, int firstTime, long firstNanos) throws IOException {
        int time = pictureTime(client);
        return (System.nanoTime() - firstNanos) / 1_000_000 - (time - firstTime) / 90;
    }

    @Test
    void packetsStopAndComeAgainWithAKeyFrame() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.SILENCE);
            client.patience(2500);
            long deadline = System.nanoTime() + PATIENCE;
            boolean silent = false;
            while (!silent && System.nanoTime() < deadline) {
                try {
                    client.next();
                } catch (SocketTimeoutException quiet) {
                    silent = true;
                }
            }
            assertThat(silent).isTrue();
            client.patience(60_000);
            simulator.clear(camera);
            Pictures pictures = new Pictures(false);
            while (pictures.count() < 3) {
                pictures.take(client.next());
            }
            int frame = pictures.marks(folder).getFirst().orElseThrow().frame();
            assertThat(frame % Schedule.keyInterval(StreamRole.SUB)).isZero();
        }
    }

    @Test
    void corruptBytesComeInWellFormedPackets() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.CORRUPT);
            // well formed: they can be depacketised and counted; wrong: hardly a strip can be read any more
            assertThat(until(
                            client,
                            marks -> marks.stream().filter(Optional::isEmpty).count() > 3))
                    .isNotEmpty();
        }
    }

    @Test
    void noPictureCanBeMadeOfWhatComesWhole() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.UNDECODABLE);
            Pictures sent = new Pictures(false);
            Pictures spoilt = new Pictures(false);
            while (sent.count() < 35) {
                RawRtspClient.Packet packet = client.next();
                sent.take(packet);
                // those before it was thrown are left out
                if (sent.count() > 5) {
                    spoilt.take(packet);
                }
            }
            assertThat(spoilt.count()).isGreaterThan(20);
            assertThat(spoilt.marks(folder)).isEmpty();
        }
    }

    @Test
    void timeLeapsAndReturns() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.TIME_JUMP);
            long deadline = System.nanoTime() + PATIENCE;
            int before = pictureTime(client);
            boolean forward = false;
            boolean back = false;
            while (!(forward && back) && System.nanoTime() < deadline) {
                int time = pictureTime(client);
                forward |= time - before > 29 * 90_000;
                back |= time - before < -29 * 90_000;
                before = time;
            }
            assertThat(forward && back).isTrue();
        }
    }

    @Test
    void aChangedPasswordEndsAndRefuses() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.WRONG_PASSWORD);
            assertEnds(client);
        }
        try (RawRtspClient again = client()) {
            assertThat(again.play(source.uri().toString())).isEqualTo(401);
        }
        simulator.clear(camera);
        playing().close();
    }

    @Test
    void anOfflineCameraAnswersNobody() throws Exception {
        try (RawRtspClient client = playing()) {
            simulator.inject(camera, Fault.OFFLINE);
            assertEnds(client);
        }
        try (RawRtspClient again = client()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> again.play(source.uri().toString()))
                    .isInstanceOf(IOException.class);
        }
    }

    private interface Wanted {
        boolean holds(List<Optional<Mark>> marks);
    }

    /** Takes a key interval of pictures again and again until they are as wanted. */
    private static List<Optional<Mark>> until(RawRtspClient client, Wanted wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline) {
            Pictures pictures = new Pictures(false);
            RawRtspClient.Packet packet = client.next();
            // a STAP-A with parameter sets stands before every key frame
            while (!packet.rtp() || (packet.bytes()[12] & 0x1F) != 24) {
                packet = client.next();
            }
            pictures.take(packet);
            while (pictures.count() < 25) {
                pictures.take(client.next());
            }
            List<Optional<Mark>> marks = pictures.marks(folder);
            if (marks.size() > 20 && wanted.holds(marks)) {
                return marks;
            }
        }
        return List.of();
    }

    private static long distinct(List<Optional<Mark>> marks) {
        return marks.stream().distinct().count();
    }

    /** True once so many pictures in a row came that many ticks of RTP time after the one before. */
    private static boolean inARow(RawRtspClient client, int ticks, int pictures) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        int before = pictureTime(client);
        int row = 0;
        while (row < pictures && System.nanoTime() < deadline) {
            int time = pictureTime(client);
            row = time - before == ticks ? row + 1 : 0;
            before = time;
        }
        return row == pictures;
    }

    private static int pictureTime(RawRtspClient client) throws IOException {
        RawRtspClient.Packet packet = client.next();
        while (!packet.rtp() || !packet.marker()) {
            packet = client.next();
        }
        return packet.time();
    }

    private static void assertEnds(RawRtspClient client) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> {
                    while (true) {
                        client.next();
                    }
                })
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    private static RawRtspClient client() throws IOException {
        return new RawRtspClient(
                simulator.port(),
                "" + source.user(),
                Objects.requireNonNull(source.password()).reveal(),
                "SHA-256",
                0);
    }

    private static RawRtspClient playing() throws IOException {
        RawRtspClient client = client();
        assertThat(client.play(source.uri().toString())).isEqualTo(200);
        return client;
    }
}
