package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.LiveRig;
import vn.toancanh.live.LiveTile;

/** When the wall is painted next. */
class BeatPeriodTest {
    private static final long FASTEST = 32_000_000L;

    private final LiveRig rig = new LiveRig();
    private final BeatPeriod period = new BeatPeriod();

    private long nanos() {
        return period.nanos(false, rig.wall.tiles());
    }

    private static String[] cameras(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "c" + number).toArray(String[]::new);
    }

    private void steady(int tiles) {
        rig.show(cameras(tiles));
        rig.play(Duration.ofSeconds(5));
        period.follow(rig.wall.tiles());
    }

    @Test
    void aWallOfSteadyStreamsIsPaintedAlmostAsOftenAsTheyHavePictures() {
        steady(4);
        assertThat(nanos()).isBetween(45_000_000L, 50_000_000L);
        assertThat(period.nanos(true, rig.wall.tiles())).isEqualTo(FASTEST);
    }

    @Test
    void aFirstPictureIsPaintedWithTheNextTickOfTheScreen() {
        steady(1);
        rig.show(cameras(3));
        assertThat(nanos()).as("it waits, but nothing has come").isGreaterThan(FASTEST);
        rig.publish();
        assertThat(nanos()).isZero();
        rig.wall.tiles().forEach(LiveTile::noticeFirst);
        assertThat(nanos()).as("it was noticed").isGreaterThan(FASTEST);
    }

    @Test
    void aWholeWallThatOpensIsPaintedNoMoreOftenThanTheFastest() {
        steady(1);
        rig.show(cameras(36));
        rig.publish();
        assertThat(nanos()).isEqualTo(FASTEST);
    }
}
