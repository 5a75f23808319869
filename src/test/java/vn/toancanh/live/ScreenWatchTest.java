package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Handle;
import vn.toancanh.live.TileState.Phase;

/** What says that it is live is seen to move: pictures that are published and not painted are not live. */
class ScreenWatchTest {
    private final LiveRig rig = new LiveRig();
    private final Map<Integer, Long> brought = new HashMap<>();
    private boolean paints = true;

    private Handle paint() {
        return rig.wall.paintedBy(tile -> brought.getOrDefault(tile.index(), 0L));
    }

    /** Pictures come 20 times a second, and are painted with the next pulse where anybody paints. */
    private void play(Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            rig.publish();
            rig.advance(Duration.ofMillis(20));
            if (paints) {
                rig.wall.tiles().forEach(tile -> brought.merge(tile.index(), 1L, Long::sum));
            }
            rig.advance(Duration.ofMillis(30));
        }
    }

    @Test
    void picturesThatDoNotComeToTheScreenAreLateAfterASecondAndFrozenAfterThree() {
        paint();
        rig.show("c1", "c2");
        play(Duration.ofSeconds(5));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.LIVE);
        paints = false;
        play(Duration.ofMillis(900));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.LIVE);
        play(Duration.ofMillis(600));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.LATE, Cause.NOT_PAINTED));
        play(Duration.ofSeconds(2));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.FROZEN, Cause.NOT_PAINTED));
        assertThat(rig.wall.notLive()).isEqualTo(new LiveWall.NotLive(2, 2));
        assertThat(rig.clock.nanos() - rig.tile(0).newestAtNanos())
                .as("its age is that of what is seen")
                .isGreaterThan(StallWatch.FROZEN_AFTER.toNanos());
    }

    @Test
    void thatIsNoFaultOfTheStreamWhichGoesOnAndIsLiveWithTheNextPictureThatIsSeen() {
        paint();
        rig.show("c1");
        play(Duration.ofSeconds(2));
        paints = false;
        play(Feed.STUCK_AFTER.plusSeconds(10));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        paints = true;
        play(Duration.ofMillis(500));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.LIVE);
        assertThat(rig.players.opened).hasSize(1);
    }

    @Test
    void nothingIsExpectedOfATileThatCannotBeSeenNorOfAWallThatNobodyPaints() {
        Handle painter = rig.wall.paintedBy(tile -> tile.index() == 0 ? TileScreen.NOT_SEEN : 7);
        rig.show("c1", "c2");
        play(Duration.ofSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.phase(1)).isEqualTo(Phase.FROZEN);
        painter.close();
        play(Duration.ofSeconds(5));
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aTileThatComesBackFromAPauseHasItsSecond() {
        paint();
        rig.show("c1");
        play(Duration.ofSeconds(2));
        rig.wall.see(0, false);
        paints = false;
        play(Attention.UNSEEN.plusSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.PAUSED);
        rig.wall.see(0, true);
        play(Duration.ofMillis(800));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        paints = true;
        play(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void onePictureInTwoSecondsIsEnoughWhereItIsPainted() {
        paint();
        rig.show("c1");
        for (int picture = 0; picture < 10; picture++) {
            rig.publish();
            rig.advance(Duration.ofMillis(40));
            brought.merge(0, 1L, Long::sum);
            rig.advance(Duration.ofMillis(1960));
            assertThat(rig.tile(0).state().cause()).isNotEqualTo(Cause.NOT_PAINTED);
        }
    }
}
