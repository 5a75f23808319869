package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.live.Cause;
import vn.toancanh.live.LiveRig;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.testing.Fx;

/** What a beat brings to the screen. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class WallPainterTest {
    private static final List<PixelRect> HALVES =
            List.of(new PixelRect(0, 0, 318, 180), new PixelRect(320, 0, 318, 180));

    @Test
    void aFirstPictureInBetweenTakesNoOtherTilesPictureAway() throws Exception {
        Fx.run(() -> {
            LiveRig rig = new LiveRig();
            WallPainter painter = new WallPainter(new ImageView(), Theme.NIGHT.palette(), 640, 180, 1);
            painter.place(HALVES);
            rig.show("c1");
            rig.play(Duration.ofSeconds(1));
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            long before = painter.presented(0);
            assertThat(before).isPositive();
            rig.wall.rearrange(
                    List.of(new LiveWall.Slot(LiveRig.content("c1"), 0), new LiveWall.Slot(LiveRig.content("c2"), -1)));
            rig.advance(Duration.ofMillis(500));
            rig.publish();
            painter.paint(Beats.Beat.FIRSTS, rig.wall.tiles());
            assertThat(painter.presented(1)).isEqualTo(1);
            assertThat(rig.wall.tiles().get(1).state().phase()).isEqualTo(Phase.LIVE);
            assertThat(painter.presented(0)).as("it stands until its turn").isEqualTo(before);
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(painter.presented(0)).isEqualTo(before + 1);
        });
    }

    @Test
    void aTileThatRestsBehindAnEnlargedOneKeepsNothingOfIt() throws Exception {
        Fx.run(() -> {
            LiveRig rig = new LiveRig();
            WallPainter painter = twoLive(rig);
            painter.place(List.of(new PixelRect(0, 0, 640, 180), PixelRect.NONE));
            rig.wall.see(1, false);
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            rig.play(Duration.ofSeconds(20));
            assertThat(rig.wall.tiles().get(1).state().phase()).isEqualTo(Phase.PAUSED);
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            rig.breakOff();
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            painter.place(HALVES);
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(painter.picture(1)).isEqualTo(PixelRect.NONE);
            assertThat(painter.picture(0)).as("the other one's last picture").isNotEqualTo(PixelRect.NONE);
        });
    }

    @Test
    void aTileThatIsLostBeforeItIsPaintedInANewPlaceKeepsNothingOfWhatWasThere() throws Exception {
        Fx.run(() -> {
            LiveRig rig = new LiveRig();
            WallPainter painter = twoLive(rig);
            painter.place(HALVES.reversed());
            rig.breakOff();
            rig.advance(Duration.ofMillis(50));
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(rig.wall.tiles().get(1).state().phase()).isEqualTo(Phase.RECONNECTING);
            assertThat(painter.picture(0)).isEqualTo(PixelRect.NONE);
            assertThat(painter.picture(1)).isEqualTo(PixelRect.NONE);
        });
    }

    @Test
    void aPictureOfWhichNobodyKnowsTheAgeIsNotShownAsTheLastOne() throws Exception {
        Fx.run(() -> {
            LiveRig rig = new LiveRig();
            WallPainter painter = twoLive(rig);
            rig.breakOff();
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(painter.hasPicture(0)).isTrue();
            rig.wall.withhold(Cause.RIGHTS_OVER);
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(painter.picture(0)).isEqualTo(PixelRect.NONE);
            rig.wall.allow();
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(rig.wall.tiles().get(0).state().phase()).isEqualTo(Phase.OPENING);
            assertThat(painter.picture(0)).as("of before").isEqualTo(PixelRect.NONE);
            assertThat(painter.hasPicture(0)).isFalse();
        });
    }

    @Test
    void aTileThatHasNoSizeToShowShowsNothingOfBeforeInstead() throws Exception {
        Fx.run(() -> {
            LiveRig rig = new LiveRig();
            WallPainter painter = twoLive(rig);
            rig.breakOff();
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(painter.picture(0)).as("its last one").isNotEqualTo(PixelRect.NONE);
            rig.advance(Duration.ofSeconds(3));
            rig.publishWithoutSize();
            rig.advance(Duration.ofMillis(300));
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
            assertThat(rig.wall.tiles().get(0).state().phase()).isEqualTo(Phase.LIVE);
            assertThat(painter.picture(0)).isEqualTo(PixelRect.NONE);
        });
    }

    private static WallPainter twoLive(LiveRig rig) {
        WallPainter painter = new WallPainter(new ImageView(), Theme.NIGHT.palette(), 640, 180, 1);
        painter.place(HALVES);
        rig.show("c1", "c2");
        // Into both of the composite's pictures.
        for (int beat = 0; beat < 2; beat++) {
            rig.play(Duration.ofSeconds(1));
            painter.paint(Beats.Beat.ALL, rig.wall.tiles());
        }
        assertThat(painter.picture(0)).isNotEqualTo(PixelRect.NONE);
        assertThat(painter.picture(1)).isNotEqualTo(PixelRect.NONE);
        return painter;
    }
}
