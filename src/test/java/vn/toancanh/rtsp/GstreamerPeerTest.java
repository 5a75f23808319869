package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;

/** Against a server that is not ours: GStreamer's, from the system's packages. */
@Tag("slow")
final class GstreamerPeerTest {
    private static final RtspTimings PATIENT = new RtspTimings(
            java.time.Duration.ofSeconds(20), java.time.Duration.ofSeconds(30), java.time.Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"none,h264", "basic,h264", "digest,h264", "digest,h265"})
    void playsWholePicturesFromKeyFrames(String auth, String codec) throws Exception {
        try (Peer peer = new Peer("--auth", auth);
                RtspClient client = new RtspClient(Clock.SYSTEM, new Random(1))) {
            assumeTrue(peer.codecs.contains(codec), "GStreamer has no encoder of " + codec);
            RecordingSink sink = new RecordingSink();
            RtspSession session = client.open(peer.target("/" + codec, "s3cret"), sink);
            VideoTrack track = sink.awaitTrack();
            assertThat(track.encoding().name()).isEqualToIgnoringCase(codec);
            ClockRecovery clock = new ClockRecovery(track.clockRate());
            int keys = 0;
            long last = 0;
            for (int i = 0; i < 45; i++) {
                AccessUnit unit = sink.awaitUnit();
                assertThat(unit.data()).startsWith(0, 0, 0, 1);
                assertThat(unit.afterGap()).isFalse();
                keys += unit.key() ? 1 : 0;
                if (unit.key()) {
                    assertThat(unitTypes(unit.data(), codec)).containsAll(parameterSetTypes(codec));
                }
                long mapped = clock.map(unit.rtpTime(), unit.arrivalNanos());
                assertThat(mapped).isGreaterThan(last);
                last = mapped;
            }
            assertThat(keys).isGreaterThanOrEqualTo(2);
            assertThat(session.counters().lost()).isZero();
            assertThat(session.counters().malformed()).isZero();
            assertThat(session.counters().units()).isGreaterThanOrEqualTo(45);
            if (auth.equals("none")) {
                tellsItsClock(session, sink);
            }
            session.close();
            sink.assertNothingEnded();
        }
    }

    /** The first sender report comes when the server likes, within some seconds. */
    private static void tellsItsClock(RtspSession session, RecordingSink sink) throws InterruptedException {
        for (int i = 0; i < 600 && session.senderClock() == null; i++) {
            sink.awaitUnit();
        }
        SenderClock sender = session.senderClock();
        assertThat(sender).isNotNull();
        assertThat(Math.abs(sender.unixMillis() - System.currentTimeMillis())).isLessThan(60_000);
    }

    @ParameterizedTest
    @CsvSource({
        "UDP_FIRST,any,h264",
        "UDP_ONLY,any,h265",
        "TCP_FIRST,udp,h264",
        "UDP_FIRST,tcp,h264",
        "UDP_ONLY,any,jpeg"
    })
    void playsByTheTransportThatBothAllow(TransportPolicy policy, String served, String codec) throws Exception {
        try (Peer peer = new Peer("--transport", served, "--auth", "digest");
                RtspClient client = new RtspClient(Clock.SYSTEM, new Random(1))) {
            assumeTrue(peer.codecs.contains(codec), "GStreamer has no encoder of " + codec);
            RecordingSink sink = new RecordingSink();
            RtspSession session = client.open(peer.target("/" + codec, "s3cret").by(policy), sink);
            int keys = 0;
            for (int i = 0; i < 45; i++) {
                AccessUnit unit = sink.awaitUnit();
                keys += unit.key() ? 1 : 0;
            }
            assertThat(keys).isGreaterThanOrEqualTo(2);
            assertThat(session.counters().lost()).isZero();
            assertThat(session.counters().malformed()).isZero();
            assertThat(session.counters().strangers()).isZero();
            if (policy == TransportPolicy.UDP_ONLY) {
                // A sender report by UDP comes from the port that was negotiated for it.
                tellsItsClock(session, sink);
            }
            session.close();
            sink.assertNothingEnded();
        }
    }

    @ParameterizedTest
    @CsvSource({"h264", "jpeg"})
    void playsEncryptedFromAPinnedServer(String codec, @TempDir Path folder) throws Exception {
        Certificates camera = Certificates.make(folder, "camera", "dns:localhost");
        List<Path> pem = camera.pem();
        try (Peer peer = new Peer(
                        "--auth",
                        "basic",
                        "--certificate",
                        pem.getFirst().toString(),
                        "--key",
                        pem.getLast().toString());
                RtspClient client = new RtspClient(Clock.SYSTEM, new Random(1))) {
            RecordingSink sink = new RecordingSink();
            client.open(peer.target("rtsps", "/" + codec, "s3cret", List.of()), sink);
            RtspFailure refused = sink.awaitFailure();
            assertThat(refused.kind()).isEqualTo(RtspFailure.Kind.CERTIFICATE);
            assertThat(refused.shownPin()).isEqualTo(camera.pin());
            RtspSession session = client.open(peer.target("rtsps", "/" + codec, "s3cret", List.of(camera.pin())), sink);
            for (int i = 0; i < 45; i++) {
                sink.awaitUnit();
            }
            assertThat(session.counters().malformed()).isZero();
            session.close();
            sink.assertNothingEnded();
        }
    }

    @Test
    void imagesDecodeAndAreAllKeyFrames() throws Exception {
        try (Peer peer = new Peer();
                RtspClient client = new RtspClient(Clock.SYSTEM, new Random(1))) {
            RecordingSink sink = new RecordingSink();
            RtspSession session = client.open(peer.target("/jpeg", "s3cret"), sink);
            VideoTrack track = sink.awaitTrack();
            assertThat(track.encoding()).isEqualTo(VideoTrack.Encoding.JPEG);
            assertThat(track.payloadType()).isEqualTo(26);
            long before = 0;
            for (int i = 0; i < 30; i++) {
                AccessUnit unit = sink.awaitUnit();
                assertThat(unit.key()).isTrue();
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(unit.data()));
                assertThat(image.getWidth()).isEqualTo(320);
                assertThat(image.getHeight()).isBetween(180, 184);
                // The ball is white on black: something has to be bright, and most is not.
                assertThat(brightShare(image)).isBetween(0.001, 0.2);
                assertThat(unit.rtpTime()).isGreaterThan(before);
                before = unit.rtpTime();
            }
            assertThat(session.counters().malformed()).isZero();
            assertThat(session.counters().dropped()).isZero();
        }
    }

    private static double brightShare(BufferedImage image) {
        int bright = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                bright += (image.getRGB(x, y) & 0xff) > 200 ? 1 : 0;
            }
        }
        return bright / (double) (image.getWidth() * image.getHeight());
    }

    @Test
    void aWrongPasswordAndAnUnknownStreamAreToldApart() throws Exception {
        try (Peer peer = new Peer("--auth", "digest");
                RtspClient client = new RtspClient(Clock.SYSTEM, new Random(1))) {
            RecordingSink sink = new RecordingSink();
            client.open(peer.target("/h264", "wrong"), sink);
            assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.CREDENTIALS);
            client.open(peer.target("/nothing", "s3cret"), sink);
            assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.NOT_FOUND);
        }
    }

    @Test
    void aServerThatGoesAwayIsUnreachable() throws Exception {
        RecordingSink sink = new RecordingSink();
        try (RtspClient client = new RtspClient(Clock.SYSTEM, new Random(1))) {
            try (Peer peer = new Peer()) {
                client.open(peer.target("/h264", "s3cret"), sink);
                sink.awaitUnit();
            }
            assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.UNREACHABLE);
        }
    }

    private static List<Integer> parameterSetTypes(String codec) {
        return codec.equals("h264") ? List.of(7, 8) : List.of(32, 33, 34);
    }

    private static List<Integer> unitTypes(byte[] data, String codec) {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i + 4 < data.length; i++) {
            if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 0 && data[i + 3] == 1) {
                types.add(codec.equals("h264") ? data[i + 4] & 0x1f : data[i + 4] >> 1 & 0x3f);
            }
        }
        return types;
    }

    /** The server's process; ends with its standard input. */
    private static final class Peer implements AutoCloseable {
        private static final Path PYTHON = Path.of("/usr/bin/python3");

        private final Process process;
        private final BufferedReader said;
        private String codecs = "";
        private int port;

        Peer(String... options) throws IOException {
            assumeTrue(Files.isExecutable(PYTHON), "the system has no " + PYTHON);
            List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "src/test/peers/gst_rtsp_peer.py"));
            command.addAll(List.of(options));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            said = process.inputReader(StandardCharsets.UTF_8);
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                assumeTrue(!line.startsWith("missing"), "GStreamer's RTSP server is not installed: " + line);
                if (line.startsWith("codecs ")) {
                    codecs = line;
                } else if (line.startsWith("port ")) {
                    port = Integer.parseInt(line.substring(5));
                    return;
                }
            }
            throw new IOException("the peer ended before it listened");
        }

        RtspTarget target(String path, String password) {
            return target("rtsp", path, password, List.of());
        }

        RtspTarget target(String scheme, String path, String password, List<String> pins) {
            URI uri = URI.create(scheme + "://127.0.0.1:" + port + path);
            return new RtspTarget(uri, "viewer", Secret.of(password), pins, PATIENT);
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            said.close();
        }
    }
}
