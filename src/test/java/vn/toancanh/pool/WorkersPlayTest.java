package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.Delivery;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Effort;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripReader;

/** Real workers with real libVLC on simulated cameras; every fourth of them is H.265. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class WorkersPlayTest {
    private static final PixelSize TILE = new PixelSize(320, 180);
    private static final int CAMERAS = 4;

    private Path logs;
    private Simulator simulator;
    private RealPool pool;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        logs = folder;
        simulator = Simulator.start(SimulatorOptions.of(CAMERAS, CodedLoops.FOLDER));
        simulator.whenReady().get(4, TimeUnit.MINUTES);
        pool = new RealPool(logs);
    }

    @AfterAll
    void stopServing() {
        pool.close();
        simulator.close();
    }

    @AfterEach
    void close() {
        pool.clear();
    }

    private StreamSource source(int camera) {
        return simulator.cameras().get(camera - 1).sources().stream()
                .filter(source -> source.role() == StreamRole.SUB)
                .findFirst()
                .orElseThrow();
    }

    private PlayRequest request(int camera, @Nullable PixelSize size) {
        return request(source(camera).uri(), source(camera).password(), size);
    }

    private PlayRequest request(URI uri, @Nullable Secret password, @Nullable PixelSize size) {
        return Grants.request("test", uri, source(1).user(), password, size);
    }

    private Player play(int camera, @Nullable PixelSize size, Heard heard) {
        return pool.open(request(camera, size), heard);
    }

    private static long published(Player player) {
        return player.pictures().published();
    }

    @Test
    void picturesOfBothCodingsArriveInTheTilesSizeWithFigures() {
        Heard avc = new Heard();
        Heard hevc = new Heard();
        Player first = play(1, TILE, avc);
        Player fourth = play(4, new PixelSize(200, 200), hevc);
        Patience.until("H.264 plays", () -> published(first) > 30);
        Patience.until("H.265 plays", () -> published(fourth) > 30);
        assertThat(first.pictures().width() + "x" + first.pictures().height()).isEqualTo("320x180");
        assertThat(fourth.pictures().width() + "x" + fourth.pictures().height()).isEqualTo("200x112");
        Patience.until("figures come", () -> !avc.statistics.isEmpty() && !hevc.statistics.isEmpty());
        Patience.until("sizes are known", () -> hevc.statistics.stream().anyMatch(told -> told.width() == 640));
        assertThat(hevc.statistics).anyMatch(told -> told.codec() == Codec.H265);
        assertThat(avc.failures).isEmpty();
        assertThat(hevc.failures).isEmpty();
        assertThat(
                        Files.exists(Path.of("/dev/shm"))
                                ? Path.of("/dev/shm")
                                        .toFile()
                                        .list((dir, name) -> name.startsWith("toan-canh-"
                                                + ProcessHandle.current().pid()))
                                : new String[0])
                .as("names of strips are gone")
                .isEmpty();
    }

    @Test
    void howAStreamComesAndHowOldItsPictureIsAreTold() {
        Heard heard = new Heard();
        Player player = play(2, TILE, heard);
        Patience.until("pictures come", () -> published(player) > 30);
        Patience.until(
                "the camera tells its time",
                () -> heard.statistics.stream()
                        .anyMatch(told ->
                                told.delivery().age() != null && told.delivery().decodedFps() > 5));
        Delivery told = heard.statistics.stream()
                .map(StreamStatistics::delivery)
                .filter(each -> each.age() != null && each.decodedFps() > 5)
                .findFirst()
                .orElseThrow();
        assertThat(told.transport()).isEqualTo(MediaTransport.TCP);
        assertThat(told.worker()).isBetween(1, 9);
        assertThat(told.receivedFps()).isBetween(5.0, 30.0);
        PictureAge age = Objects.requireNonNull(told.age());
        assertThat(age.trusted()).isTrue();
        assertThat(age.millis()).isBetween(0L, 5_000L);
        assertThat(player.pictures().delayNanos()).isBetween(0L, 5_000_000_000L);
    }

    @Test
    void aStreamThatFallsSilentIsNotCountedAsPlaying() {
        CameraId camera = simulator.cameras().get(1).camera().id();
        Player player = play(2, TILE, new Heard());
        Patience.until("plays", () -> published(player) > 15);
        simulator.inject(camera, Fault.SILENCE);
        try {
            long[] before = {published(player)};
            Patience.until("comes to rest, though libVLC draws the last picture again", () -> {
                long now = published(player);
                boolean rests = now == before[0];
                before[0] = now;
                Patience.pause(1500);
                return rests && published(player) == now;
            });
        } finally {
            simulator.clear(camera);
        }
        long rest = published(player);
        Patience.until("goes on", () -> published(player) > rest + 15);
    }

    @Test
    void aSceneThatStandsStillIsNoFaultOfItsDecoderAndCountsItsPictures() {
        CameraId camera = simulator.cameras().get(1).camera().id();
        Heard heard = new Heard();
        Player player = play(2, TILE, heard);
        Patience.until("plays", () -> published(player) > 60);
        simulator.inject(camera, Fault.FREEZE);
        try {
            Patience.until(
                    "its pixels have been the same for four seconds",
                    () -> player.pictures().publishedAtNanos()
                                    - player.pictures().changedAtNanos()
                            > TimeUnit.SECONDS.toNanos(4));
            long from = published(player);
            Patience.until("counts on", () -> published(player) > from + 30);
        } finally {
            simulator.clear(camera);
        }
        assertThat(heard.failures).isEmpty();
        assertThat(heard.statistics).noneMatch(told -> told.delivery().timeStands());
        simulator.inject(camera, Fault.STUCK);
        try {
            Patience.until(
                    "its time stands, which is told",
                    () -> heard.statistics.stream()
                            .anyMatch(told -> told.delivery().timeStands()));
        } finally {
            simulator.clear(camera);
        }
    }

    @Test
    void aCameraThatTurnsBlackIsSeenToBeBlackUntilItSeesAgain() {
        CameraId camera = simulator.cameras().get(0).camera().id();
        Player player = play(1, TILE, new Heard());
        Patience.until("plays", () -> published(player) > 15);
        assertThat(player.pictures().blackSinceNanos()).isZero();
        simulator.inject(camera, Fault.BLACK);
        try {
            Patience.until("is black", () -> player.pictures().blackSinceNanos() > 0);
        } finally {
            simulator.clear(camera);
        }
        Patience.until("sees again", () -> player.pictures().blackSinceNanos() == 0);
    }

    @Test
    void aResizeHasNoMomentWithoutAPictureAndNoneThatGoesBack() {
        Player player = play(1, TILE, new Heard());
        Patience.until("plays", () -> published(player) > 15);
        pool.desk.execute(() -> player.resize(new PixelSize(640, 360)));
        long[] last = {published(player)};
        List<Integer> widths = new ArrayList<>();
        Patience.until("the new size is there", () -> {
            long now = published(player);
            int width = player.pictures().width();
            assertThat(now).isGreaterThanOrEqualTo(last[0]);
            last[0] = now;
            widths.add(width);
            return width == 640;
        });
        assertThat(widths).containsOnly(320, 640);
        long from = published(player);
        Patience.until("it plays on", () -> published(player) > from + 15);
    }

    private static long publishedIn(Player player, long millis) {
        long from = published(player);
        Patience.pause(millis);
        return published(player) - from;
    }

    @Test
    void aStreamOfWhichLessIsMadeShowsLessAndThenAllAgainWithoutAFailure() {
        Heard heard = new Heard();
        Player player = play(1, new PixelSize(640, 360), heard);
        Patience.until("plays", () -> published(player) > 15);
        pool.desk.execute(() -> player.ease(Effort.UNSMOOTHED));
        Patience.until("all its pictures", () -> publishedIn(player, 2000) > 20);
        pool.desk.execute(() -> player.ease(Effort.KEY_FRAMES));
        Patience.until("one every two seconds", () -> {
            long shown = publishedIn(player, 5000);
            return shown >= 1 && shown <= 4;
        });
        pool.desk.execute(() -> player.ease(Effort.FULL));
        Patience.until("all again", () -> publishedIn(player, 2000) > 20);
        assertThat(heard.failures).isEmpty();
    }

    /** Age of the newest picture by the strip in its pixels, milliseconds; negative where there is none to be read. */
    private static long ageMillis(Player player) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(640L * 360 * 4);
            if (player.pictures().copy(PictureSource.NEWEST, pixels, 640 * 4, 640, 360) == 0) {
                return -1;
            }
            int width = player.pictures().width();
            int height = player.pictures().height();
            return StripReader.read(pixels, 640 * 4, 0, 0, width, height)
                    .map(mark -> Schedule.STANDARD.ageNanos(mark, System.nanoTime()) / 1_000_000)
                    .orElse(-1L);
        }
    }

    @Test
    void aStreamThatRestedShowsWhatHappensNowAndNothingOlder() {
        Heard heard = new Heard();
        Player player = play(1, null, heard);
        Patience.until("it is received", () -> heard.statistics.stream().anyMatch(told -> told.framesReceived() > 40));
        assertThat(heard.statistics).allMatch(told -> told.framesDecoded() == 0);
        for (int turn = 0; turn < 3; turn++) {
            pool.desk.execute(() -> player.resize(new PixelSize(640, 360)));
            Patience.until("a picture", () -> published(player) > 0);
            assertThat(ageMillis(player)).as("age in turn %d", turn).isBetween(0L, 600L);
            Patience.until("it plays", () -> published(player) > 15);
            pool.desk.execute(player::rest);
            Patience.until("it rests", () -> published(player) == 0);
        }
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void aKilledWorkerIsToldAndItsTilesOpenAgain() {
        try (RealPool other = new RealPool(logs)) {
            Heard heard = new Heard();
            Player player = other.open(request(1, TILE), heard);
            Patience.until("plays", () -> published(player) > 5);
            Patience.until("the worker is known", () -> !other.pids().isEmpty());
            other.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            Patience.until("the failure is told", () -> !heard.failures.isEmpty());
            assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.WORKER);
            assertThat(player.pictures().width())
                    .as("the last picture can still be shown")
                    .isEqualTo(320);
            Player again = other.open(request(1, TILE), new Heard());
            Patience.until("plays again", () -> published(again) > 15);
            Patience.until(
                    "it is known to have been replaced",
                    () -> other.pool.workers().stream().anyMatch(worker -> worker.restarts() > 0));
        }
    }

    @Test
    void openingAndClosingAtOnceDisturbsNobody() {
        Heard heard = new Heard();
        Player steady = play(1, TILE, new Heard());
        Patience.until("plays", () -> published(steady) > 5);
        for (int i = 0; i < 30; i++) {
            Player brief = play(1 + i % CAMERAS, TILE, heard);
            if (i % 3 == 0) {
                Patience.pause(40);
            }
            pool.desk.execute(brief::close);
        }
        long from = published(steady);
        Patience.until("the steady one goes on", () -> published(steady) > from + 30);
        Patience.until(
                "the others are gone",
                () -> pool.pool.workers().stream()
                                .mapToInt(WorkerFacts::streams)
                                .sum()
                        == 1);
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void whatIsWrongWithAStreamIsTold() throws IOException {
        Heard away = new Heard();
        Heard password = new Heard();
        Heard path = new Heard();
        int nobody;
        try (ServerSocket taken = new ServerSocket(0)) {
            nobody = taken.getLocalPort();
        }
        StreamSource good = source(1);
        pool.open(request(URI.create("rtsp://127.0.0.1:" + nobody + "/1"), good.password(), TILE), away);
        pool.open(request(good.uri(), Secret.of("wrong"), TILE), password);
        URI nothing = URI.create("rtsp://127.0.0.1:" + simulator.port() + "/nothing/here");
        pool.open(request(nothing, good.password(), TILE), path);
        for (Map.Entry<Heard, Failure.Kind> each : Map.of(
                        away, Failure.Kind.UNREACHABLE,
                        password, Failure.Kind.CREDENTIALS,
                        path, Failure.Kind.NOT_FOUND)
                .entrySet()) {
            Patience.until(
                    "told " + each.getValue(), () -> !each.getKey().failures.isEmpty());
            assertThat(each.getKey().failures).extracting(Failure::kind).containsExactly(each.getValue());
        }
    }

    @Test
    void workersDieWithAClientThatIsKilled() throws IOException {
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + logs,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClientToBeKilled.class.getName(),
                        logs.toString())
                .redirectErrorStream(true)
                .start();
        long worker = 0;
        try (var lines = client.inputReader()) {
            for (String line = lines.readLine(); line != null && worker == 0; line = lines.readLine()) {
                worker = line.startsWith("worker ") ? Long.parseLong(line.substring(7)) : 0;
            }
            assertThat(worker).isPositive();
            assertThat(Patience.lives(worker)).isTrue();
        } finally {
            client.destroyForcibly();
        }
        long pid = worker;
        Patience.until("the worker is gone", () -> !Patience.lives(pid));
    }
}
