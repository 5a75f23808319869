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
        assertThat(period.nanos(true, rig.wall.tiles()))
                .as("sooner where pictures wait")
                .isBetween(FASTEST, 40_000_000L);
    }

    @Test
    void aFirstPictureIsPaintedWithTheNextTickOfTheScreen() {
        steady(1);
        rig.show(cameras(3));
        assertThat(period.firstsWait(rig.wall.tiles()))
                .as("it waits, but nothing has come")
                .isFalse();
        rig.publish();
        assertThat(period.firstsWait(rig.wall.tiles())).isTrue();
        rig.wall.tiles().forEach(LiveTile::noticeFirst);
        assertThat(period.firstsWait(rig.wall.tiles())).as("it was noticed").isFalse();
        assertThat(nanos()).isGreaterThan(FASTEST);
    }

    @Test
    void aWholeWallThatOpensIsPaintedNoMoreOftenThanTheFastest() {
        steady(1);
        rig.show(cameras(36));
        rig.publish();
        assertThat(period.firstsWait(rig.wall.tiles())).isFalse();
        assertThat(nanos()).isBetween(FASTEST, 40_000_000L);
    }
}
