package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.rtsp.RtspTimings;

/** Where a stream is open and no video comes, its operator reads after five seconds that none has come for so long. */
class NoVideoTest {
    private final LiveRig rig = new LiveRig();

    private static void saysFiveSeconds(TileState state) {
        assertThat(state.cause()).isEqualTo(Cause.NO_VIDEO);
        for (Language language : Language.values()) {
            assertThat(new Texts(language).get(Cause.NO_VIDEO.textKey()))
                    .contains(Long.toString(Verdicts.NO_VIDEO_AFTER.toSeconds()));
        }
    }

    @Test
    void aSessionIsGivenUpWhenItSaysSo() {
        assertThat(RtspTimings.USUAL.silence()).isEqualTo(Verdicts.NO_VIDEO_AFTER);
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.players.last().fail(Failure.Kind.TIMEOUT);
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        saysFiveSeconds(rig.tile(0).state());
    }

    @Test
    void oneThatBringsNoFirstPictureSaysSoWhileItOpens() {
        rig.show("c1");
        rig.advance(Duration.ofMillis(3800));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.OPENING);
        rig.advance(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.OPENING);
        saysFiveSeconds(rig.tile(0).state());
        rig.play(Duration.ofMillis(300));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.LIVE);
    }

    @Test
    void oneWhosePicturesStopSaysAtFirstOnlyThatNoneIsNew() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.advance(Duration.ofMillis(1500));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.LATE, Cause.NO_PICTURE));
        rig.advance(Duration.ofSeconds(2));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.FROZEN, Cause.NO_PICTURE));
        rig.advance(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        saysFiveSeconds(rig.tile(0).state());
    }
}
