package vn.toancanh.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.SimulatedHead;
import vn.toancanh.simulator.rtsp.Pictures;
import vn.toancanh.simulator.rtsp.RawRtspClient;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;

/** The simulated cameras over real sockets, from real encoders. */
@Tag("slow")
class SimulatorTest {
    @TempDir
    static Path folder;

    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(4, CodedLoops.FOLDER));
        simulator.whenReady().get(240, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void bothDigestsAreOfferedAndBothLetIn() throws IOException {
        for (String algorithm : List.of("MD5", "SHA-256")) {
            try (RawRtspClient client = client(0, algorithm)) {
                assertThat(client.play(uri(0))).isEqualTo(200);
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        SimulatorOptions same = SimulatorOptions.of(1, CodedLoops.FOLDER).withPort(simulator.port());
        assertThatThrownBy(() -> Simulator.start(same).close())
                .isInstanceOfSatisfying(
                        FailureException.class,
                        taken -> assertThat(new Texts(Language.EN).of(taken.failure()))
                                .startsWith("Port " + simulator.port() + " at 127.0.0.1 is used"));
    }

    @Test
    void wrongPasswordsUnknownCamerasAndOtherTransportsAreRefused() throws IOException {
        StreamSource source = source(0, StreamRole.SUB);
        try (RawRtspClient stranger = new RawRtspClient(simulator.port(), "" + source.user(), "wrong", "MD5", 0)) {
            assertThat(stranger.play(uri(0))).isEqualTo(401);
        }
        try (RawRtspClient client = client(0, "MD5")) {
            assertThat(client.ask("DESCRIBE", "rtsp://127.0.0.1/camera/9/sub").status())
                    .isEqualTo(404);
            assertThat(client.ask("SETUP", uri(0) + "/trackID=0", "Transport: RTP/AVP;unicast;client_port=4000-4001")
                            .status())
                    .isEqualTo(461);
            assertThat(client.ask("PLAY", uri(0)).status()).isEqualTo(454);
            assertThat(client.ask("OPTIONS", uri(0)).fields().get("public")).contains("DESCRIBE", "GET_PARAMETER");
        }
    }

    @Test
    void everyPictureArrivesNumberedTimedAndWhenItIsDue() throws Exception {
        for (int camera : new int[] {0, 3}) {
            try (RawRtspClient client = client(camera, "SHA-256")) {
                assertThat(client.play(uri(camera))).isEqualTo(200);
                Pictures pictures = new Pictures(codec(camera) == Codec.H265);
                List<Long> ages = new ArrayList<>();
                RawRtspClient.Packet before = null;
                while (pictures.count() < 40) {
                    RawRtspClient.Packet packet = client.next();
                    if (packet.rtp() && before != null) {
                        assertThat(packet.sequence()).isEqualTo(before.sequence() + 1 & 0xFFFF);
                        assertThat(packet.time() - before.time()).isEqualTo(before.marker() ? 6000 : 0);
                    }
                    before = packet.rtp() ? packet : before;
                    pictures.take(packet);
                    if (packet.rtp() && packet.marker()) {
                        ages.add(System.nanoTime());
                    }
                }
                List<Optional<Mark>> marks = pictures.marks(folder);
                assertThat(marks).hasSize(40);
                for (int i = 0; i < marks.size(); i++) {
                    Mark mark = marks.get(i).orElseThrow();
                    Mark first = marks.getFirst().orElseThrow();
                    assertThat(mark.camera()).isEqualTo(number(camera));
                    assertThat(mark.role()).isEqualTo(StreamRole.SUB);
                    assertThat(mark.frame()).isEqualTo((first.frame() + i) % Schedule.frames(StreamRole.SUB));
                    // a picture sent early would look nearly a whole loop old
                    assertThat(simulator.schedule().ageNanos(mark, ages.get(i))).isLessThan(6_000_000_000L);
                }
                assertThat(marks.getFirst().orElseThrow().frame() % Schedule.keyInterval(StreamRole.SUB))
                        .isZero();
            }
        }
    }

    @Test
    void senderReportsTieRtpTimeToTheClock() throws IOException {
        try (RawRtspClient client = client(1, "MD5")) {
            assertThat(client.play(uri(1))).isEqualTo(200);
            RawRtspClient.Packet picture = null;
            RawRtspClient.Packet report = null;
            while (report == null || picture == null) {
                RawRtspClient.Packet packet = client.next();
                picture = packet.rtp() ? packet : picture;
                report = packet.rtp() ? report : packet;
            }
            byte[] b = report.bytes();
            assertThat(b[1] & 0xFF).isEqualTo(200);
            long seconds = Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(b).getInt(8)) - 2_208_988_800L;
            assertThat(seconds).isCloseTo(System.currentTimeMillis() / 1000, org.assertj.core.data.Offset.offset(60L));
            int apart = java.nio.ByteBuffer.wrap(b).getInt(16) - picture.time();
            assertThat(Math.abs(apart)).isLessThan(90_000 * 20);
        }
    }

    @Test
    void manyWatchAtOnceAndASlowOneDisturbsNobody() throws Exception {
        List<RawRtspClient> clients = new ArrayList<>();
        StreamSource source = source(2, StreamRole.SUB);
        try (RawRtspClient slow = new RawRtspClient(
                simulator.port(),
                "" + source.user(),
                Objects.requireNonNull(source.password()).reveal(),
                "MD5",
                4096)) {
            assertThat(slow.play(uri(2))).isEqualTo(200);
            long leftBefore = simulator.figures().get(60, TimeUnit.SECONDS).left();
            for (int i = 0; i < 32; i++) {
                RawRtspClient client = client(i % 4, "MD5");
                clients.add(client);
                assertThat(client.play(uri(i % 4))).isEqualTo(200);
            }
            assertThat(simulator.figures().get(60, TimeUnit.SECONDS).watchers()).isGreaterThanOrEqualTo(33);
            for (int round = 0; round < 45; round++) {
                for (RawRtspClient client : clients) {
                    RawRtspClient.Packet packet = client.next();
                    while (!packet.marker() || !packet.rtp()) {
                        packet = client.next();
                    }
                }
            }
            long deadline = System.nanoTime() + 90_000_000_000L;
            while (simulator.figures().get(60, TimeUnit.SECONDS).left() - leftBefore < 200
                    && System.nanoTime() < deadline) {
                clients.getFirst().next();
            }
            assertThat(simulator.figures().get(60, TimeUnit.SECONDS).left() - leftBefore)
                    .isGreaterThanOrEqualTo(200);
            Pictures late = new Pictures(false);
            while (late.count() < 20) {
                late.take(slow.next());
            }
        } finally {
            for (RawRtspClient client : clients) {
                client.close();
            }
        }
    }

    private static StreamRole shown(Simulator of, Path marks) throws Exception {
        StreamSource source = of.cameras().get(1).sources().stream()
                .filter(each -> each.role() == StreamRole.MAIN)
                .findFirst()
                .orElseThrow();
        String password = Objects.requireNonNull(source.password()).reveal();
        try (RawRtspClient client = new RawRtspClient(of.port(), "" + source.user(), password, "SHA-256", 0)) {
            assertThat(client.play(source.uri().toString())).isEqualTo(200);
            Pictures pictures = new Pictures(false);
            while (pictures.count() < 5) {
                pictures.take(client.next());
            }
            return pictures.marks(marks).getFirst().orElseThrow().role();
        }
    }

    /** Until its encoder, which a test holds up, has made the main stream, the sub stream is shown. */
    @Test
    void aMainStreamIsEncodedWhenFirstAskedForAndUntilThenItShowsTheSubStream() throws Exception {
        Path go = folder.resolve("go");
        Path held = Files.writeString(folder.resolve("held-up"), """
                #!/bin/sh
                case "$*" in *1280x720*) until [ -e '%s' ]; do sleep 0.1; done ;; esac
                exec ffmpeg "$@"
                """.formatted(go));
        Files.setPosixFilePermissions(held, PosixFilePermissions.fromString("rwx------"));
        SimulatorOptions usual = SimulatorOptions.of(2, CodedLoops.subStreams(folder.resolve("loops-without-main")));
        try (Simulator slow = Simulator.start(new SimulatorOptions(
                2, 0, usual.cache(), false, false, usual.patience(), 1, held.toString(), Progress.NONE))) {
            slow.whenReady().get(240, TimeUnit.SECONDS);
            assertThat(shown(slow, folder)).isEqualTo(StreamRole.SUB);
            assertThat(shown(slow, folder)).isEqualTo(StreamRole.SUB);
            Files.createFile(go);
            StreamRole shown = StreamRole.SUB;
            for (int tries = 0; shown == StreamRole.SUB && tries < 80; tries++) {
                shown = shown(slow, folder);
            }
            assertThat(shown).isEqualTo(StreamRole.MAIN);
        }
    }

    @Test
    void theControlLineNamesFaultsAndMistakes() {
        SimulatorControl control = simulator.control();
        assertThat(control.take("cameras")).contains("1201", "Tràng Tiền");
        assertThat(control.take("fault 1201 melted")).startsWith("error").contains("freeze", "wrong-password");
        assertThat(control.take("fault 7 freeze")).startsWith("error");
        assertThat(control.take("dance")).startsWith("error");
        assertThat(control.take("clear 1201")).isEqualTo("ok 1201");
        assertThat(control.take("help")).startsWith("ok");
        assertThat(control.take("  ")).isEmpty();
    }

    @Test
    void theControlLineSaysWhereAHeadLooksAndMakesItGoWrong() {
        SimulatorControl control = simulator.control();
        assertThat(control.take("head 1202")).isEqualTo("ok 1202 pan 0.000 tilt 0.000 zoom 0.000 still");
        assertThat(control.take("head 1202 no-stop")).startsWith("ok 1202");
        SimulatedHead head = simulator.head(entry(1).camera().id()).orElseThrow();
        assertThat(head.has(HeadFault.NO_STOP)).isTrue();
        assertThat(control.take("head 1202 well")).startsWith("ok 1202");
        assertThat(head.has(HeadFault.NO_STOP)).isFalse();
        assertThat(control.take("head 1202 melted")).startsWith("error").contains("runaway", "well");
        assertThat(control.take("head 1201")).as("stands still").startsWith("error");
        assertThat(control.take("head")).startsWith("error");
        assertThat(simulator.headAddress(entry(0).camera().id())).isEmpty();
    }

    @Test
    void droppedConnectionsEndAndNewOnesWork() throws IOException {
        try (RawRtspClient client = client(1, "MD5")) {
            assertThat(client.play(uri(1))).isEqualTo(200);
            simulator.inject(entry(1).camera().id(), Fault.DROP);
            assertThatThrownBy(() -> {
                        while (true) {
                            client.next();
                        }
                    })
                    .isInstanceOfAny(EOFException.class, java.net.SocketException.class);
        }
        try (RawRtspClient again = client(1, "MD5")) {
            assertThat(again.play(uri(1))).isEqualTo(200);
        }
    }

    static RawRtspClient client(int camera, String algorithm) throws IOException {
        StreamSource source = source(camera, StreamRole.SUB);
        return new RawRtspClient(
                simulator.port(),
                "" + source.user(),
                Objects.requireNonNull(source.password()).reveal(),
                algorithm,
                0);
    }

    private static CameraEntry entry(int camera) {
        return simulator.cameras().get(camera);
    }

    private static int number(int camera) {
        return Objects.requireNonNull(entry(camera).camera().number());
    }

    private static Codec codec(int camera) {
        return entry(camera).camera().stream(StreamRole.SUB).orElseThrow().codec();
    }

    private static StreamSource source(int camera, StreamRole role) {
        return entry(camera).sources().stream()
                .filter(source -> source.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static String uri(int camera) {
        return source(camera, StreamRole.SUB).uri().toString();
    }
}
