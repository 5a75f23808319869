package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;

/** A wall on which nobody may see anything any more, and grants that are over while they are used. */
class WithheldTest {
    private final LiveRig rig = new LiveRig();

    private void live() {
        rig.show("c1", "", "c2");
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void allPicturesEndAndEachTileSaysWhy() {
        live();
        rig.wall.expect(List.of(new CameraId("c9")));
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.open()).hasSize(3);
        rig.wall.withhold(Cause.RIGHTS_OVER);
        assertThat(rig.players.open()).as("nothing is received either").isEmpty();
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.NO_RIGHTS, Cause.RIGHTS_OVER));
        assertThat(rig.phase(1)).isEqualTo(Phase.EMPTY);
        assertThat(rig.tile(2).why()).extracting(Reason::textKey).contains("cause.rightsOver");
        assertThat(rig.tile(0).pictures().published()).isZero();
    }

    @Test
    void nothingOpensThemUntilItIsAllowedAgain() {
        live();
        rig.wall.withhold(Cause.RIGHTS_OVER);
        int opened = rig.players.opened.size();
        int asked = rig.grants.asked.size();
        rig.tile(0).tryNow();
        rig.wall.tryNow(Set.of(Cause.RIGHTS_OVER, Cause.SERVER_AWAY));
        rig.wall.camerasChanged();
        rig.know(LiveRig.camera("c1", List.of(LiveRig.SUB)));
        rig.wall.camerasChanged();
        rig.wall.expect(List.of(new CameraId("c9")));
        rig.show("c3", "c1");
        rig.wall.commons().comeback().everywhere();
        rig.advance(Duration.ofMinutes(10));
        assertThat(rig.players.opened).hasSize(opened);
        assertThat(rig.grants.asked).hasSize(asked);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.NO_RIGHTS, Cause.RIGHTS_OVER));

        rig.wall.allow();
        rig.advance(Duration.ofSeconds(1));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
        assertThat(rig.grants.asked).as("with grants of its own").hasSizeGreaterThan(asked);
    }

    @Test
    void allowingWhatIsAllowedDisturbsNothing() {
        live();
        int opened = rig.players.opened.size();
        rig.wall.allow();
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(opened);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aGrantThatIsOverEndsItsPicturesAndSaysSo() {
        live();
        rig.grants.refusal = Failure.Kind.LAPSED;
        rig.play(Duration.ofSeconds(50));
        assertThat(rig.tile(0).state().phase()).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.GRANT_OVER);
        assertThat(rig.players.open()).isEmpty();
        rig.advance(Duration.ofMinutes(3));
        rig.grants.refusal = null;
        rig.wall.tryNow(Set.of(Cause.GRANT_OVER));
        rig.advance(Duration.ofSeconds(1));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aServerThatDoesNotAnswerEndsNothing() {
        live();
        rig.grants.refusal = Failure.Kind.UNREACHABLE;
        rig.play(Duration.ofMinutes(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aStreamKeptWarmEndsWithItsGrant() {
        live();
        rig.show("c3");
        assertThat(rig.players.open()).as("one shown, two warm").hasSize(3);
        rig.grants.refusal = Failure.Kind.LAPSED;
        rig.advance(Duration.ofSeconds(29));
        rig.wall.expect(List.of(new CameraId("c1"), new CameraId("c2")));
        rig.play(Duration.ofSeconds(29));
        assertThat(rig.players.open()).isEmpty();
    }
}
