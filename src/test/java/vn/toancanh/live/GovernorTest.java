package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.Governor.Use;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;

class GovernorTest {
    private final LiveRig rig = new LiveRig();
    private Use use = new Use(0.3, 0.1);
    private final Governor governor = new Governor(
            rig.desk, rig.clock, () -> List.of(rig.wall), () -> use, Governor.Budget.USUAL, rig.wall.commons());

    private void load(double processors, Duration time) {
        use = new Use(processors, 0.1);
        rig.play(time);
    }

    private Effort effort(int place) {
        return rig.tile(place).effort();
    }

    @Test
    void theSmallestTilesGiveWayFirstAndTheOneWorkedWithNever() {
        rig.show("c1", "c2", "c3", "c4");
        rig.wall.resize(0, new PixelSize(640, 360), false);
        rig.wall.attend(3);
        load(0.95, Duration.ofSeconds(5));
        assertThat(governor.level()).isEqualTo(1);
        assertThat(effort(2)).as("small and last").isEqualTo(Effort.UNSMOOTHED);
        assertThat(effort(0)).as("the largest").isEqualTo(Effort.FULL);
        load(0.95, Duration.ofSeconds(60));
        assertThat(governor.level()).isEqualTo(Shedding.MOST);
        assertThat(List.of(effort(0), effort(1), effort(2))).containsOnly(Effort.KEY_FRAMES);
        assertThat(effort(3)).isEqualTo(Effort.FULL);
        assertThat(rig.phase(0)).isEqualTo(Phase.REDUCED);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.MACHINE_BUSY);
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).contains("why.effortKeyFrames");
        assertThat(rig.phase(3)).isEqualTo(Phase.LIVE);
        assertThat(rig.wall.notLive().count()).isZero();
    }

    @Test
    void aStreamWhoseKeyFramesAreFarApartIsNotShownByThemAlone() {
        rig.show("c1");
        load(0.95, Duration.ofSeconds(60));
        assertThat(effort(0)).isEqualTo(Effort.KEY_FRAMES);
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        for (int i = 0; i < 50; i++) {
            rig.advance(Duration.ofMillis(100));
            seen.add(rig.phase(0));
        }
        assertThat(seen).containsExactlyInAnyOrder(Phase.REDUCED, Phase.LATE, Phase.FROZEN);
        load(0.95, Duration.ofSeconds(3));
        assertThat(rig.players.last().effort).isEqualTo(Effort.FEWER_PICTURES);
        assertThat(rig.phase(0)).isEqualTo(Phase.REDUCED);
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).contains("why.effortFewer");
    }

    @Test
    void everythingIsGivenBackOnceTheMachineHasTime() {
        rig.show("c1", "c2");
        load(0.95, Duration.ofSeconds(60));
        load(0.2, Duration.ofMinutes(4));
        assertThat(governor.level()).isZero();
        assertThat(rig.players.playing()).extracting(one -> one.effort).containsOnly(Effort.FULL);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aTileThatIsOpenedMeanwhileBeginsWithLess() {
        rig.show("c1", "c2");
        load(0.95, Duration.ofSeconds(60));
        rig.wall.rearrange(List.of(new LiveWall.Slot(LiveRig.content("c5"), -1)));
        load(0.95, Duration.ofSeconds(3));
        assertThat(rig.players.last().effort).isEqualTo(Effort.KEY_FRAMES);
    }

    @Test
    void picturesThatAreMadeTooSlowlyAreNoticedThoughOthersTakeTheProcessors() {
        rig.show("c1", "c2", "c3");
        for (int second = 1; second <= 12; second++) {
            rig.play(Duration.ofSeconds(1));
            long received = 15L * second;
            long decoded = 9L * second;
            rig.players
                    .playing()
                    .forEach(one -> one.listener.statistics(LiveRig.figures(received, decoded, Delivery.UNKNOWN)));
        }
        assertThat(governor.level()).isPositive();
    }

    @Test
    void aCameraThatIsSlowAloneIsNotTheMachinesFault() {
        rig.show("c1", "c2", "c3", "c4", "c5", "c6");
        for (int second = 1; second <= 12; second++) {
            rig.play(Duration.ofSeconds(1));
            long received = 15L * second;
            FakePlayers.One odd = rig.players.playing().getFirst();
            rig.players
                    .playing()
                    .forEach(one -> one.listener.statistics(
                            LiveRig.figures(received, one == odd ? received / 3 : received, Delivery.UNKNOWN)));
        }
        assertThat(governor.level()).isZero();
    }

    @Test
    void streamsThatNobodySeesGoFirst() {
        rig.show("c1");
        rig.wall.expect(List.of(new CameraId("c2")));
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.wall.commons().warm().count()).isEqualTo(1);
        use = new Use(0.3, 0.7);
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.wall.commons().warm().count()).isZero();
    }
}
