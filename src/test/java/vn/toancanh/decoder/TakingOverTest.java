package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.frames.StripWriter;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.VideoTrack;

/** A player that begins three seconds back, on a busy machine, in the place of one that shows what happens now. */
@SuppressWarnings("restricted") // writes where libVLC would
class TakingOverTest {
    private static final int BURST = 45;
    private static final Duration APART = Duration.ofMillis(66);
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    @TempDir
    Path shared;

    private final ManualClock clock = new ManualClock();
    private final OnShow onShow = new OnShow();
    private final Arena arena = Arena.ofShared();
    private final NativeCalls.Block block = new NativeCalls.Block();
    private PictureStrip strip;
    private StripWriter writer;
    private Playback coming;
    private int colour;

    @BeforeEach
    void begin() throws IOException {
        clock.advance(Duration.ofMinutes(1));
        block.goesTo(
                arena.allocate(8).address(),
                arena.allocate(8).address(),
                arena.allocate(8).address(),
                arena.allocate(8).address());
        strip = new StripFolder(List.of(shared)).create(64, 36);
        writer = StripWriter.open(strip.file());
        writer.format(64, 36);
        VlcClock vlc = new VlcClock(clock);
        coming = new Playback(VideoTrack.Encoding.JPEG, null, false, BURST, writer, vlc, onShow, () -> {});
        for (int unit = 0; unit < BURST; unit++) {
            long taken = clock.nanos() - APART.multipliedBy(BURST - 1L - unit).toNanos();
            coming.put(
                    new AccessUnit(new byte[] {1}, true, unit, taken, false),
                    false,
                    vlc.micros(),
                    clock.nanos(),
                    () -> taken);
        }
        for (int pulled = 0; pulled <= BURST; pulled++) {
            coming.next(block);
        }
    }

    @AfterEach
    void end() {
        coming.free();
        writer.close();
        strip.close();
        arena.close();
    }

    private void shownMeanwhile() {
        onShow.published(clock.nanos(), clock.nanos());
    }

    /** libVLC draws the next picture, which took its decoder so long. */
    private void draws(Duration took) {
        clock.advance(took);
        MEMORY.set(JAVA_INT_UNALIGNED, coming.lock(), ++colour);
        coming.display();
    }

    @Test
    void showsNothingThatIsOlderThanWhatIsOnShow() {
        for (int picture = 1; picture < 38; picture++) {
            shownMeanwhile();
            draws(Duration.ofMillis(100));
            assertThat(writer.published()).as("picture %d", picture).isZero();
        }
        for (int picture = 38; picture <= BURST; picture++) {
            shownMeanwhile();
            draws(Duration.ofMillis(10));
        }
        assertThat(writer.published()).isEqualTo(1);
    }

    @Test
    void showsWhatItHasWhereNothingElseMoves() {
        for (int picture = 1; picture <= 15; picture++) {
            draws(Duration.ofMillis(100));
            assertThat(writer.published()).as("picture %d", picture).isZero();
        }
        draws(Duration.ofMillis(200));
        assertThat(writer.published()).isEqualTo(1);
    }

    @Test
    void whatItShowsBeforeItHasCaughtUpIsAsOldAsItIs() {
        for (int picture = 1; picture <= 16; picture++) {
            draws(Duration.ofMillis(101));
        }
        assertThat(writer.published()).isEqualTo(1);
        long since = APART.multipliedBy(BURST - 16).plusMillis(16 * 101).toNanos();
        long kept = APART.multipliedBy(4).toNanos();
        assertThat(writer.delayNanos()).isBetween(since - kept, since);
    }

    /** The next key frame mends it; held back for its heap's sake it would never come to that. */
    @Test
    void isFedOnThoughItMakesNothingOfItsHeap() {
        clock.advance(Duration.ofSeconds(2));
        long before = coming.fed();
        for (int unit = 0; unit < 3; unit++) {
            long now = clock.nanos();
            coming.put(
                    new AccessUnit(new byte[] {1}, true, 1000 + unit, now, false), false, now / 1000, now, () -> now);
            coming.next(block);
        }
        assertThat(coming.fed()).isEqualTo(before + 3);
    }
}
