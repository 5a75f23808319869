package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.PixelSize;

/** A tile is enlarged on a machine that has too much to do: the large stream is seconds behind when its pictures begin. */
class LargeStreamTest {
    private final LiveRig rig = new LiveRig();
    private FakePlayers.One small;
    private FakePlayers.One large;

    @BeforeEach
    void enlarge() {
        rig.show("c1");
        small = rig.players.last();
        rig.play(Duration.ofSeconds(2));
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        rig.advance(Duration.ofMillis(600));
        large = rig.players.last();
        assertThat(large).isNotSameAs(small);
        large.pictures.delayBy(2500);
    }

    @Test
    void waitsUntilItHasCaughtUp() {
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.tile(0).pictures()).isSameAs(small.pictures);
        large.pictures.delayBy(40);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).pictures()).isSameAs(large.pictures);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void takesOverAfterAWhileAndSaysThatItIsLate() {
        rig.play(Succession.PROVES_WITHIN.plusSeconds(1));
        assertThat(rig.tile(0).pictures()).isSameAs(large.pictures);
        assertThat(rig.phase(0)).isEqualTo(Phase.LATE);
    }

    @Test
    void takesOverAtOnceWhereTheSmallOneIsNoBetter() {
        small.pictures.delayBy(2500);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.tile(0).pictures()).isSameAs(large.pictures);
        assertThat(rig.phase(0)).isEqualTo(Phase.LATE);
    }
}
