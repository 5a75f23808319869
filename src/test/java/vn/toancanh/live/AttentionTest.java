package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.Effort;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;

/** Tiles of which less is made, or nothing while nobody sees them. */
class AttentionTest {
    private final LiveRig rig = new LiveRig();

    @Test
    void aTileOfKeyFramesIsNotFrozenBetweenThemAndIsOnceTheyStayAway() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.tile(0).ease(Effort.KEY_FRAMES);
        for (int i = 0; i < 5; i++) {
            rig.advance(Duration.ofSeconds(4));
            assertThat(rig.phase(0))
                    .as("after the second, the next is waited for")
                    .isEqualTo(i < 2 ? Phase.LATE : Phase.REDUCED);
            rig.players.last().pictures().publish();
            rig.advance(Duration.ofMillis(300));
            assertThat(rig.phase(0)).isEqualTo(Phase.REDUCED);
        }
        rig.advance(Duration.ofSeconds(13));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
    }

    @Test
    void aCameraThatFallsSilentIsSaidToBeInATileOfKeyFramesBeforeTheNextOneIsDue() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.tile(0).ease(Effort.KEY_FRAMES);
        long received = 0;
        for (int second = 0; second < 22; second++) {
            received += 15;
            tellReceived(received);
            if (second % 4 == 0) {
                rig.players.last().pictures().publish();
            }
            rig.advance(Duration.ofSeconds(1));
            if (second >= 8) {
                assertThat(rig.phase(0)).isEqualTo(Phase.REDUCED);
            }
        }
        tellReceived(received);
        rig.advance(Duration.ofSeconds(1));
        tellReceived(received);
        rig.advance(Duration.ofMillis(300));
        assertThat(rig.phase(0)).isEqualTo(Phase.LATE);
        rig.advance(Duration.ofMillis(700));
        tellReceived(received);
        rig.advance(Duration.ofMillis(300));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        tellReceived(received + 15);
        rig.players.last().pictures().publish();
        rig.advance(Duration.ofMillis(300));
        assertThat(rig.phase(0)).isEqualTo(Phase.REDUCED);
    }

    @Test
    void aDecoderThatSaysNothingOfAStreamOfKeyFramesMakesItNotSilent() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.tile(0).ease(Effort.KEY_FRAMES);
        tellReceived(15);
        for (int i = 0; i < 5; i++) {
            rig.players.last().pictures().publish();
            rig.advance(Duration.ofSeconds(4));
        }
        assertThat(rig.phase(0)).isEqualTo(Phase.REDUCED);
    }

    private void tellReceived(long units) {
        Delivery delivery = new Delivery(MediaTransport.TCP, 1, 15, 0.25, null, false, false);
        rig.players.last().listener.statistics(LiveRig.figures(units, units / 60, delivery));
    }

    @Test
    void whatNobodySeesRestsAndIsBackAtOnce() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(2));
        rig.wall.see(1, false);
        rig.play(Attention.UNSEEN.minusSeconds(1));
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.phase(1)).isEqualTo(Phase.PAUSED);
        assertThat(rig.players.last().size).isNull();
        assertThat(rig.tile(1).why()).extracting(Reason::textKey).contains("why.unseen");
        assertThat(rig.wall.notLive()).isEqualTo(new LiveWall.NotLive(0, 1));
        rig.wall.resize(1, new PixelSize(200, 100), false);
        rig.play(Duration.ofMinutes(2));
        assertThat(rig.players.last().size).as("rests on").isNull();
        rig.wall.see(1, true);
        assertThat(Objects.requireNonNull(rig.players.last().size)).isEqualTo(new PixelSize(200, 100));
        rig.play(Duration.ofMillis(400));
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).hasSize(2);
    }

    @Test
    void whoeverEnlargesATileForAMomentFindsTheOthersAsTheyWere() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(2));
        rig.wall.see(1, false);
        rig.play(Duration.ofSeconds(8));
        rig.wall.see(1, true);
        rig.play(Duration.ofSeconds(20));
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.last().size).isNotNull();
    }
}
