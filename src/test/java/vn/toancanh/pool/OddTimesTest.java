package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.live.Cause;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.PixelSize;
import vn.toancanh.pool.WatchedTile.Seen;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** One tile and real workers with real libVLC on streams whose pictures come in another order, very often, or seldom. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class OddTimesTest {
    private static final PixelSize TILE = new PixelSize(320, 180);
    private static final PixelSize CODED = new PixelSize(640, 360);

    @TempDir
    Path folder;

    private RealPool pool;

    @BeforeAll
    void open(@TempDir Path logs) {
        pool = new RealPool(logs);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    /**
     * How many pictures at the end of what was seen came one after the other, none left out; fails where one came that is
     * older than the one before.
     */
    private static int inARow(List<Seen> seen, int pictures) {
        int row = 0;
        for (int at = 1; at < seen.size(); at++) {
            Seen before = seen.get(at - 1);
            Seen now = seen.get(at);
            int step = Math.floorMod(now.number() - before.number(), pictures);
            assertThat(step).as("from %s to %s", before, now).isLessThan(pictures / 2);
            row = step == now.count() - before.count() ? row + 1 : 0;
        }
        return row;
    }

    private static List<Phase> phases(List<TileState> states) {
        return states.stream().map(TileState::phase).toList();
    }

    /** By how much the age that is told differs from that in the pixels just now, milliseconds; empty where one is not known. */
    private static Optional<Long> wrongBy(WatchedTile tile, MarkedCamera camera) {
        List<Long> ages = tile.seen().reversed().stream()
                .filter(seen -> seen.publishedAt() != 0)
                .limit(25)
                .map(seen -> (seen.publishedAt() - camera.takenAt(seen.number(), seen.publishedAt())) / 1_000_000)
                .sorted()
                .toList();
        PictureAge told = tile.tile()
                .statistics()
                .map(statistics -> statistics.delivery().age())
                .filter(PictureAge::trusted)
                .orElse(null);
        return told == null || ages.isEmpty()
                ? Optional.empty()
                : Optional.of(told.millis() - ages.get(ages.size() / 2));
    }

    @ParameterizedTest(name = "{0}, {1} between, pyramid {2}")
    @CsvSource({"H264, 2, false", "H264, 3, true", "H265, 2, false", "H265, 3, true"})
    void picturesThatComeInTheOrderOfTheirCodingAreShownInTheirOwn(Encoding encoding, int between, boolean pyramid)
            throws Exception {
        int pictures = 120;
        MarkedClip clip =
                MarkedClip.code(new MarkedClip.Terms(encoding, CODED, pictures, 25, 24, between, pyramid), folder);
        assertThat(clip.reorder()).as("pictures that wait for others").isEqualTo(pyramid ? 2 : 1);
        try (MarkedCamera camera = new MarkedCamera(clip);
                WatchedTile tile = new WatchedTile(pool, camera.address(), TILE)) {
            Patience.until("a hundred pictures, each after the one before", () -> inARow(tile.seen(), pictures) >= 100);
            Patience.until(
                    "the age is that in the pixels",
                    () -> wrongBy(tile, camera)
                            .filter(wrong -> Math.abs(wrong) < 80)
                            .isPresent());
            assertThat(tile.state()).isEqualTo(TileState.LIVE);
            assertThat(phases(tile.states())).doesNotContain(Phase.RECONNECTING, Phase.FROZEN, Phase.FAILED);
        }
    }

    @Test
    void sixtyPicturesASecondAreAllShownAndLive() throws Exception {
        int pictures = 240;
        MarkedClip clip =
                MarkedClip.code(new MarkedClip.Terms(Encoding.H264, CODED, pictures, 60, 60, 0, false), folder);
        try (MarkedCamera camera = new MarkedCamera(clip);
                WatchedTile tile = new WatchedTile(pool, camera.address(), TILE)) {
            Patience.until("two seconds of pictures, none left out", () -> inARow(tile.seen(), pictures) >= 120);
            Patience.until(
                    "the pace is told",
                    () -> tile.tile()
                            .statistics()
                            .map(StreamStatistics::delivery)
                            .filter(told -> told.receivedFps() > 55 && told.decodedFps() > 50)
                            .isPresent());
            assertThat(tile.state()).isEqualTo(TileState.LIVE);
            assertThat(phases(tile.states())).doesNotContain(Phase.RECONNECTING, Phase.FROZEN, Phase.FAILED);
        }
    }

    @Test
    void onePictureASecondIsLiveBetweenItsPictures() throws Exception {
        int pictures = 10;
        MarkedClip clip = MarkedClip.code(new MarkedClip.Terms(Encoding.H264, CODED, pictures, 1, 2, 0, false), folder);
        try (MarkedCamera camera = new MarkedCamera(clip);
                WatchedTile tile = new WatchedTile(pool, camera.address(), TILE, 1)) {
            Patience.until(
                    "live, its pace known",
                    () -> tile.seen().size() >= 3 && tile.state().equals(TileState.LIVE));
            int states = tile.states().size();
            int from = tile.seen().size();
            Patience.until("plays on", () -> tile.seen().size() >= from + 5);
            assertThat(inARow(tile.seen(), pictures)).as("none is left out").isGreaterThanOrEqualTo(5);
            assertThat(phases(tile.states().subList(states, tile.states().size())))
                    .as("never frozen between two")
                    .doesNotContain(Phase.FROZEN, Phase.RECONNECTING);
        }
    }

    @Test
    void picturesThatGrowOlderAndOlderAreLateThoughTheyMove() throws Exception {
        int pictures = 480;
        MarkedClip clip =
                MarkedClip.code(new MarkedClip.Terms(Encoding.H264, CODED, pictures, 25, 24, 0, false), folder);
        try (MarkedCamera camera = MarkedCamera.behindNarrowLink(clip, 0.8);
                WatchedTile tile = new WatchedTile(pool, camera.address(), TILE)) {
            Patience.until("live at first", () -> tile.state().equals(TileState.LIVE));
            Patience.until(
                    "late, by our own clock",
                    () -> Cause.PICTURES_OLD.equals(tile.state().cause()));
            assertThat(ageOf(tile, camera)).isBetween(900_000_000L, 3_000_000_000L);
            // A machine that is busy for a moment makes a picture old that was about to be.
            Patience.until("older than by any such moment", () -> ageOf(tile, camera) > 1_600_000_000L);
            int states = tile.states().size();
            int from = tile.seen().size();
            Patience.until("plays on for three seconds", () -> tile.seen().size() >= from + 60);
            assertThat(phases(tile.states().subList(states, tile.states().size())))
                    .as("and stays late")
                    .doesNotContain(Phase.LIVE);
            assertThat(tile.tile().statistics().map(StreamStatistics::clockJumps))
                    .hasValue(0L);
        }
    }

    /** How old the newest picture was when it was published, by the number in its pixels, nanoseconds. */
    private static long ageOf(WatchedTile tile, MarkedCamera camera) {
        return tile.seen().reversed().stream()
                .filter(seen -> seen.publishedAt() != 0)
                .findFirst()
                .map(seen -> seen.publishedAt() - camera.takenAt(seen.number(), seen.publishedAt()))
                .orElse(0L);
    }

    @Test
    void h265WhereH264WasAnnouncedIsNeverLiveAndFellsNoWorker() throws Exception {
        MarkedClip clip = MarkedClip.code(new MarkedClip.Terms(Encoding.H265, CODED, 24, 25, 24, 0, false), folder);
        try (MarkedCamera sound = new MarkedCamera(clip);
                MarkedCamera camera = new MarkedCamera(clip, Encoding.H264);
                WatchedTile beside = new WatchedTile(pool, sound.address(), TILE);
                WatchedTile tile = new WatchedTile(pool, camera.address(), TILE)) {
            Patience.until(
                    "the same pictures, announced as they are",
                    () -> beside.seen().size() > 20);
            Patience.until("what is wrong is said", () -> tile.state().cause() != null);
            assertThat(tile.state().cause()).isEqualTo(Cause.CODEC_NOT_SUPPORTED);
            assertThat(tile.seen()).isEmpty();
            assertThat(phases(tile.states())).doesNotContain(Phase.LIVE);
            assertThat(beside.state()).isEqualTo(TileState.LIVE);
            assertThat(pool.pool.workers()).allMatch(worker -> worker.restarts() == 0);
        }
    }
}
