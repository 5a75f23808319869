package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** A machine at its limit: one tick in seven comes late, one in forty not at all. */
    @ParameterizedTest
    @ValueSource(ints = {15, 20, 25, 30})
    void whatLateTicksCostIsMadeUpFor(int rate) {
        BeatPeriod paced = paced(rate);
        Random random = new Random(rate);
        long shown = 0;
        long mostWaiting = 0;
        for (long tick = 1; tick < 60 * 60; tick++) {
            if (random.nextInt(40) == 0) {
                continue;
            }
            long late = random.nextInt(7) == 0 ? random.nextLong(12_000_000L) : random.nextLong(1_500_000L);
            long now = tick * 16_666_667L + late;
            long come = now * rate / 1_000_000_000L;
            if (paced.at(now, come - shown > 1, rig.wall.tiles()) == Beats.Beat.ALL && shown < come) {
                shown++;
            }
            mostWaiting = Math.max(mostWaiting, come - shown);
        }
        assertThat(mostWaiting).as("a strip keeps four").isLessThanOrEqualTo(4);
        assertThat(shown).isGreaterThan(59L * rate);
    }

    private BeatPeriod paced(int rate) {
        rig.show("c1");
        long interval = 1_000_000_000L / rate;
        for (long passed = 0; passed < 5_000_000_000L; passed += interval) {
            rig.publish();
            rig.advance(Duration.ofNanos(interval));
        }
        period.follow(rig.wall.tiles());
        return period;
    }
}
