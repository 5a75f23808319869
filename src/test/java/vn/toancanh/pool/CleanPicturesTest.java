package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.Player;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripReader;

/** Real libVLC on cameras that sent nothing for a while, or nothing that can be decoded: only whole and new pictures come after it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class CleanPicturesTest {
    private static final PixelSize TILE = new PixelSize(640, 360);
    private static final long UNREADABLE = -1;
    private static final int WATCHED_MILLIS = 4500;
    private static final int SILENT_MILLIS = 4600;

    private PlayedCameras cameras;

    @BeforeAll
    void open(@TempDir Path logs) throws Exception {
        cameras = new PlayedCameras(logs);
    }

    @AfterEach
    void clear() {
        cameras.clear();
    }

    @AfterAll
    void close() {
        cameras.close();
    }

    /** The ages of all pictures that come in the time, milliseconds, {@link #UNREADABLE} where that is not to be read. */
    private static List<Long> ages(Player player, long millis) {
        List<Long> ages = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(4L * TILE.width() * TILE.height());
            long seen = player.pictures().published();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (System.nanoTime() < until) {
                PictureSource pictures = player.pictures();
                long now = pictures.published();
                if (now > seen
                        && pictures.copy(PictureSource.NEWEST, pixels, 4L * TILE.width(), TILE.width(), TILE.height())
                                != 0) {
                    ages.add(StripReader.read(pixels, 4L * TILE.width(), 0, 0, pictures.width(), pictures.height())
                            .map(mark -> Schedule.STANDARD.ageNanos(mark, System.nanoTime()) / 1_000_000)
                            .orElse(UNREADABLE));
                }
                seen = now;
                Patience.pause(10);
            }
        }
        return ages;
    }

    /** When the camera sends the first key frame that is due in so long or later, {@code System.nanoTime()}. */
    private static long keyAfter(CameraEntry camera, long millis) {
        int number = Objects.requireNonNull(camera.camera().number());
        int interval = Schedule.keyInterval(StreamRole.SUB);
        long from = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long count = Schedule.STANDARD.countAt(number, StreamRole.SUB, from);
        return Schedule.STANDARD.dueNanos(
                number, StreamRole.SUB, (Math.floorDiv(count, (long) interval) + 1) * interval);
    }

    private static void awaitTime(long nanos) {
        Patience.pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Codec.class,
            names = {"H264", "H265"})
    void afterASilenceTheFirstPictureIsNewAndNoneIsSpoilt(Codec codec) {
        CameraEntry camera = cameras.camera(codec);
        Heard heard = new Heard();
        Player player = cameras.open(camera, TILE, heard);
        Patience.until("it plays", () -> player.pictures().published() > 60);
        // Its session is given up after five seconds without a packet, and the first one to come is a key frame.
        long key = keyAfter(camera, SILENT_MILLIS);
        awaitTime(key - TimeUnit.MILLISECONDS.toNanos(SILENT_MILLIS));
        cameras.inject(camera.camera().id(), Fault.SILENCE);
        awaitTime(key - TimeUnit.MILLISECONDS.toNanos(100));
        cameras.clear(camera.camera().id());
        List<Long> ages = ages(player, WATCHED_MILLIS);
        assertThat(ages).as("pictures come again").hasSizeGreaterThan(20);
        assertThat(ages).allMatch(age -> age >= 0 && age < 1000);
        assertThat(heard.failures).isEmpty();
    }

    /** A decoder that begins at a key frame of which it makes nothing makes grey of all that leans on it. */
    @ParameterizedTest
    @EnumSource(
            value = Codec.class,
            names = {"H264", "H265"})
    void whatLeansOnAKeyFrameThatNoDecoderCanBeginIsNotShown(Codec codec) {
        CameraEntry camera = cameras.camera(codec);
        cameras.inject(camera.camera().id(), Fault.UNDECODABLE);
        Heard heard = new Heard();
        Player player = cameras.open(camera, TILE, heard);
        Patience.until("it is received", () -> heard.statistics.stream().anyMatch(told -> told.framesReceived() > 0));
        awaitTime(keyAfter(camera, 500) + TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(player.pictures().published()).isZero();
        cameras.clear(camera.camera().id());
        List<Long> ages = ages(player, WATCHED_MILLIS);
        assertThat(ages).as("pictures come").hasSizeGreaterThan(20);
        assertThat(ages).allMatch(age -> age >= 0 && age < 1000);
        assertThat(heard.failures).isEmpty();
    }
}
