package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.panorama.PanoramaRenderer;
import vn.toancanh.simulator.rtsp.Pictures;
import vn.toancanh.simulator.rtsp.RawRtspClient;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripReader;

/** A simulated head is turned by ONVIF, and its camera's stream shows what it sees; with real encoders. */
@Tag("slow")
@Timeout(300)
class HeadIsSeenTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 135;
    private static final int FRAMES = Schedule.frames(StreamRole.SUB);
    private static final HeadVector THERE = new HeadVector(0.3, 0.2, 0.2);

    @TempDir
    static Path folder;

    private static Simulator simulator;

    /** All that comes of a stream, and the time of each picture. */
    private static final class Watching implements AutoCloseable {
        private final RawRtspClient client;
        private final Pictures pictures;
        private final List<Integer> times = new ArrayList<>();

        Watching(Camera camera) throws Exception {
            StreamSource source = source(camera);
            String password = Objects.requireNonNull(source.password()).reveal();
            client = new RawRtspClient(simulator.port(), "" + source.user(), password, "MD5", 0);
            pictures = new Pictures(camera.streams().getFirst().codec() == Codec.H265);
            assertThat(client.play(source.uri().toString())).isEqualTo(200);
        }

        void see(int count) throws Exception {
            for (int until = pictures.count() + count; pictures.count() < until; ) {
                RawRtspClient.Packet packet = client.next();
                pictures.take(packet);
                if (packet.rtp() && packet.marker()) {
                    times.add(packet.time());
                }
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(8, CodedLoops.FOLDER));
        simulator.whenReady().get(240, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Camera camera(int number) {
        return simulator.cameras().stream()
                .map(entry -> entry.camera())
                .filter(camera -> Objects.equals(camera.number(), number))
                .findFirst()
                .orElseThrow();
    }

    private static StreamSource source(Camera of) {
        return simulator.cameras().stream()
                .filter(entry -> entry.camera().equals(of))
                .flatMap(entry -> entry.sources().stream())
                .filter(source -> source.role() == StreamRole.SUB)
                .findFirst()
                .orElseThrow();
    }

    /** How much a picture is unlike what is drawn for a place, mean of its green. */
    private static double unlike(byte[] raw, int at, int number, HeadPosition place, int frame) {
        PanoramaRenderer renderer = new PanoramaRenderer(number - 1201, false, 640, 360);
        BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(renderer.paint(place, (double) frame / FRAMES), 0, 0, WIDTH, HEIGHT, null);
        g.dispose();
        double sum = 0;
        // what lies below is covered by caption and strip
        int rows = HEIGHT * 8 / 10;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int seen = raw[at * WIDTH * HEIGHT * 4 + (y * WIDTH + x) * 4 + 1] & 0xFF;
                sum += Math.abs(seen - (small.getRGB(x, y) >> 8 & 0xFF));
            }
        }
        return sum / rows / WIDTH;
    }

    private static boolean codes() {
        return ProcessHandle.current()
                .descendants()
                .anyMatch(process -> process.info().command().orElse("").contains("ffmpeg"));
    }

    /** H.264, and H.265. */
    @ParameterizedTest
    @ValueSource(ints = {1202, 1208})
    void aPictureShowsWhereTheHeadLooksAndEachHasItsNumberAndItsTime(int number) throws Exception {
        Camera camera = camera(number);
        Simulator.DeviceAddress address = simulator.headAddress(camera.id()).orElseThrow();
        List<Optional<Mark>> marks;
        byte[] raw;
        int turned;
        int came;
        try (OnvifDevice device = new OnvifNet(Clock.SYSTEM, FakeDevice.QUICK)
                        .device(new DeviceAccess(
                                address.service(), address.user(), address.password(), List.of(), any -> true));
                Watching watching = new Watching(camera)) {
            watching.see(20);
            assertThat(codes()).as("nobody codes at rest").isFalse();
            turned = watching.pictures.count();
            device.head().moveTo(THERE);
            watching.see(15 * 4);
            assertThat(codes()).as("while it moves, and after").isTrue();
            came = watching.pictures.count();
            watching.see(15 * 17);
            assertThat(codes()).as("the loop of what it sees is sent").isFalse();
            watching.see(15);
            for (int i = 1; i < watching.times.size(); i++) {
                assertThat(watching.times.get(i) - watching.times.get(i - 1)).isEqualTo(6000);
            }
            marks = watching.pictures.marks(folder);
            raw = watching.pictures.decoded(folder);
        }
        for (int i = 1; i < marks.size(); i++) {
            assertThat(marks.get(i).orElseThrow().frame())
                    .isEqualTo((marks.get(i - 1).orElseThrow().frame() + 1) % FRAMES);
        }
        HeadPosition there = new HeadPosition(THERE.pan(), THERE.tilt(), THERE.zoom());
        for (int at : new int[] {came - 1, came + 100, marks.size() - 1}) {
            int frame = marks.get(at).orElseThrow().frame();
            assertThat(unlike(raw, at, number, there, frame))
                    .as("picture %d", at)
                    .isLessThan(8);
            assertThat(unlike(raw, at, number, HeadPosition.AHEAD, frame)).isGreaterThan(16);
        }
        int before = marks.get(turned - 1).orElseThrow().frame();
        assertThat(unlike(raw, turned - 1, number, HeadPosition.AHEAD, before)).isLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "silence", "black"})
    void aFaultShowsOnAHeadThatHasTurnedAndWhatItSeesComesBack(String fault) throws Exception {
        Camera camera = camera(1205);
        Simulator.DeviceAddress address = simulator.headAddress(camera.id()).orElseThrow();
        try (OnvifDevice device = new OnvifNet(Clock.SYSTEM, FakeDevice.QUICK)
                        .device(new DeviceAccess(
                                address.service(), address.user(), address.password(), List.of(), any -> true));
                Watching watching = new Watching(camera)) {
            device.head().moveTo(THERE);
            watching.see(15 * 4);
            simulator.inject(camera.id(), Fault.of(fault).orElseThrow());
            if (!fault.equals("silence")) {
                watching.see(15 * 6);
                List<Optional<Mark>> marks = watching.pictures.marks(folder);
                assertThat(marks.subList(marks.size() - 10, marks.size()).stream()
                                .distinct())
                        .hasSize(1);
            }
            simulator.clear(camera.id());
            watching.see(15 * 4);
            byte[] raw = watching.pictures.decoded(folder);
            int last = raw.length / WIDTH / HEIGHT / 4 - 1;
            int frame = StripReader.read(raw, WIDTH * 4, 0, last * HEIGHT, WIDTH, HEIGHT)
                    .orElseThrow()
                    .frame();
            HeadPosition there = new HeadPosition(THERE.pan(), THERE.tilt(), THERE.zoom());
            assertThat(unlike(raw, last, 1205, there, frame)).isLessThan(8);
            device.head().goHome();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (simulator.head(camera.id()).orElseThrow().isMoving() && System.nanoTime() < deadline) {
                watching.see(1);
            }
        }
    }
}
