package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.fuzz.BrokenCameras;
import vn.toancanh.bench.fuzz.Footage;
import vn.toancanh.live.Player;
import vn.toancanh.model.PixelSize;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** Real workers with real libVLC on pictures that few cameras send. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class OddPicturesTest {
    private static final PixelSize TILE = new PixelSize(320, 180);

    @TempDir
    Path folder;

    private RealPool pool;

    @BeforeAll
    void open(@TempDir Path logs) {
        pool = new RealPool(logs);
    }

    @AfterEach
    void clear() {
        pool.clear();
    }

    @AfterAll
    void close() {
        pool.close();
    }

    private Player play(BrokenCameras cameras, Heard heard) {
        return play(cameras, TILE, heard);
    }

    private Player play(BrokenCameras cameras, @Nullable PixelSize size, Heard heard) {
        return pool.open(Grants.request("odd", cameras.address(0, false), null, null, size), heard);
    }

    private static BrokenCameras serve(Footage footage) throws IOException {
        return new BrokenCameras(List.of(footage), Clock.SYSTEM, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"H264", "H265"})
    void picturesThatChangeTheirSizeInMidStreamGoOn(Encoding encoding) throws Exception {
        Footage footage = Coded.footage(
                encoding,
                List.of(
                        Coded.units(encoding, "640x360", 40, folder),
                        Coded.units(encoding, "360x640", 40, folder),
                        Coded.units(encoding, "1280x720", 40, folder)));
        try (BrokenCameras cameras = serve(footage)) {
            Heard heard = new Heard();
            Player player = play(cameras, heard);
            for (int round = 0; round < 2; round++) {
                Patience.until(
                        "wide",
                        () -> player.pictures().width() > player.pictures().height());
                Patience.until(
                        "high",
                        () -> player.pictures().width() < player.pictures().height());
                assertThat(player.pictures().height()).isLessThanOrEqualTo(TILE.height());
            }
            Patience.until(
                    "the new size is told", () -> heard.statistics.stream().anyMatch(told -> told.width() == 1280));
            assertThat(heard.failures).isEmpty();
        }
    }

    /** What the tile opens from are all pictures since the one key frame, more than a player is ever let lag behind. */
    @Test
    void aWarmStreamWithAKeyFrameEveryMinuteOpensAtOnce() throws Exception {
        List<byte[]> units = Coded.units(Encoding.H264, "320x180", 1500, 1500, folder);
        try (BrokenCameras cameras = serve(new Footage(Encoding.H264, units))) {
            Heard heard = new Heard();
            Player player = play(cameras, null, heard);
            Patience.until(
                    "450 pictures have come and none was shown",
                    () -> heard.statistics.stream().anyMatch(told -> told.framesReceived() > 450));
            assertThat(player.pictures().published()).isZero();
            long begun = System.nanoTime();
            pool.desk.execute(() -> player.resize(TILE));
            Patience.until("plays", () -> player.pictures().published() > 20);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(heard.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"H264", "H265"})
    void picturesOfEightThousandColumnsAreShownInTheSizeOfTheTile(Encoding encoding) throws Exception {
        try (BrokenCameras cameras = serve(new Footage(encoding, Coded.units(encoding, "7680x4320", 5, folder)))) {
            Heard heard = new Heard();
            Player player = play(cameras, heard);
            Patience.until("plays", () -> player.pictures().published() > 2 || !heard.failures.isEmpty());
            assertThat(heard.failures).isEmpty();
            assertThat(player.pictures().width()).isEqualTo(TILE.width());
            assertThat(player.pictures().height()).isEqualTo(TILE.height());
            Patience.until("the size is told", () -> heard.statistics.stream().anyMatch(told -> told.width() == 7680));
        }
    }

    @Test
    void imagesByRtpArePlayedAndNewOnes() throws Exception {
        try (BrokenCameras cameras = serve(new Footage(Encoding.JPEG, images()))) {
            Heard heard = new Heard();
            Player player = play(cameras, heard);
            Patience.until("plays", () -> player.pictures().published() > 30 || !heard.failures.isEmpty());
            assertThat(heard.failures).isEmpty();
            assertThat(player.pictures().height()).isEqualTo(TILE.height());
            assertThat(player.pictures().width())
                    .as("as wide as it is, and not as it is coded")
                    .isEqualTo(TILE.width());
            assertThat(player.pictures().delayNanos()).as("is known").isNotNegative();
            long moved = player.pictures().changedAtNanos();
            Patience.until("moves", () -> player.pictures().changedAtNanos() > moved);
        }
    }

    private static List<byte[]> images() throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setColor(Color.ORANGE);
            pen.fillRect(i * 60, 100, 80, 120);
            pen.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            images.add(out.toByteArray());
        }
        return images;
    }
}
