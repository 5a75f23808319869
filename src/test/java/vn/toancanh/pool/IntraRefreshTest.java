package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Handle;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.Player;
import vn.toancanh.model.PixelSize;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripReader;

/** Real workers with real libVLC on a stream that has no key picture at all. */
@Tag("slow")
@Timeout(300)
class IntraRefreshTest {
    private static final PixelSize SIZE = new PixelSize(320, 180);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final int BLOCK = 16;
    /** Above the mark. */
    private static final int ROWS = 160;
    /** Coding changes a block by less; what was never sent is further off. */
    private static final int FAR = 24;

    @TempDir
    Path folder;

    private RealPool pool;

    @BeforeEach
    void open(@TempDir Path logs) {
        pool = new RealPool(logs);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void itOpensAndNoPictureThatIsNotWholeIsEverShown() throws Exception {
        MarkedClip clip = MarkedClip.refreshed(SIZE, 1500, 25, 25, folder);
        try (MarkedCamera camera = new MarkedCamera(clip);
                Arena arena = Arena.ofShared()) {
            Heard heard = new Heard();
            Player player = pool.open(Grants.request("refreshed", camera.address(), null, null, SIZE), heard);
            List<String> seen = new CopyOnWriteArrayList<>();
            MemorySegment pixels = arena.allocate(4L * SIZE.width() * SIZE.height());
            long[] last = {0};
            Handle looking = pool.desk.every(LOOK, () -> {
                PictureSource pictures = player.pictures();
                if (pictures.published() > last[0]) {
                    last[0] = pictures.copy(
                            pictures.next(last[0]), pixels, 4L * SIZE.width(), SIZE.width(), SIZE.height());
                    seen.add(brokenIn(pixels));
                }
            });
            Patience.until("three seconds of pictures", () -> seen.size() >= 75 || !heard.failures.isEmpty());
            looking.close();
            assertThat(heard.failures).isEmpty();
            assertThat(seen).allMatch(String::isEmpty);
        }
    }

    /** What of the picture is not as it was drawn; empty where all is. */
    private static String brokenIn(MemorySegment pixels) {
        Optional<Integer> number = StripReader.read(pixels, 4L * SIZE.width(), 0, 0, SIZE.width(), SIZE.height())
                .map(Mark::frame);
        if (number.isEmpty()) {
            return "no mark";
        }
        StringBuilder broken = new StringBuilder();
        for (int block = 0; block < SIZE.width() / BLOCK; block++) {
            int off = off(pixels, number.get(), block * BLOCK);
            if (off > FAR) {
                broken.append(" column ").append(block).append(" by ").append(off);
            }
        }
        return broken.isEmpty() ? "" : "picture " + number.get() + broken;
    }

    private static int off(MemorySegment pixels, int number, int from) {
        long sum = 0;
        for (int y = 0; y < ROWS; y++) {
            for (int x = from; x < from + BLOCK; x++) {
                int grey = pixels.get(ValueLayout.JAVA_BYTE, 4L * (y * SIZE.width() + x)) & 0xff;
                sum += Math.abs(grey - MarkedClip.grey(number, x, y));
            }
        }
        return (int) (sum / (BLOCK * ROWS));
    }
}
