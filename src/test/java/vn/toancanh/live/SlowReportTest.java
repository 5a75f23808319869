package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.Governor.Use;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;

/** Whoever is slow is not given more to do: no large stream is taken for a small one meanwhile, and for five seconds after. */
class SlowReportTest {
    private static final PixelSize LARGE = new PixelSize(960, 540);

    private final LiveRig rig = new LiveRig();
    private Use use = new Use(0.3, 0.1);

    private List<StreamRole> opened() {
        return rig.players.opened.stream()
                .map(one -> one.request.grant().role())
                .toList();
    }

    private List<String> why() {
        return rig.tile(0).why().stream().map(Reason::textKey).toList();
    }

    @Test
    void aTileWhosePicturesAreOldKeepsItsSmallStream() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(6));
        rig.players.last().pictures.delayBy(2000);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.LATE);
        rig.wall.resize(0, LARGE, false);
        rig.play(Duration.ofSeconds(3));
        assertThat(opened()).containsExactly(StreamRole.SUB);
        assertThat(why()).contains("why.slowNow");
        rig.players.last().pictures.delayBy(30);
        rig.play(StreamChooser.SLOW_FOR.minusSeconds(1));
        assertThat(opened()).containsExactly(StreamRole.SUB);
        rig.play(Duration.ofSeconds(2));
        assertThat(opened()).containsExactly(StreamRole.SUB, StreamRole.MAIN);
        rig.play(Duration.ofSeconds(1));
        assertThat(why()).contains("why.largeTile").doesNotContain("why.slowNow");
    }

    @Test
    void aBusyMachineRaisesNoTileUntilItHasTimeButOneThatIsEnlarged() {
        try (Governor governor = new Governor(
                rig.desk, rig.clock, () -> List.of(rig.wall), () -> use, Governor.Budget.USUAL, rig.wall.commons())) {
            rig.show("c1", "c2");
            use = new Use(0.95, 0.1);
            rig.play(Duration.ofSeconds(3));
            rig.wall.resize(0, LARGE, false);
            rig.play(Duration.ofSeconds(8));
            assertThat(governor.level()).isPositive();
            assertThat(opened()).containsExactly(StreamRole.SUB, StreamRole.SUB);
            rig.wall.resize(1, LARGE, true);
            rig.play(Duration.ofSeconds(1));
            assertThat(opened()).containsExactly(StreamRole.SUB, StreamRole.SUB, StreamRole.MAIN);
            use = new Use(0.3, 0.1);
            rig.play(Duration.ofSeconds(2));
            assertThat(opened()).hasSize(3);
            rig.play(StreamChooser.SLOW_FOR);
            assertThat(opened()).hasSize(4);
            assertThat(opened().getLast()).isEqualTo(StreamRole.MAIN);
        }
    }
}
