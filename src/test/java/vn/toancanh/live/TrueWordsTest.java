package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.StreamRole;

/** What is wrong is said of whom it is true. */
class TrueWordsTest {
    private final LiveRig rig = new LiveRig();

    @ParameterizedTest
    @CsvSource({
        "RELAY_AWAY, RECONNECTING, RELAY_AWAY",
        "UNREACHABLE, RECONNECTING, CAMERA_UNREACHABLE",
        "CREDENTIALS, FAILED, PASSWORD_REFUSED",
        "FORBIDDEN, FAILED, SERVER_REFUSED",
        "UNTRUSTED, FAILED, CERTIFICATE_REFUSED",
        "NO_ENCRYPTION, RECONNECTING, NO_ENCRYPTION",
        "INTERNAL, RECONNECTING, PLAYER_FAILED",
        "PROTOCOL, RECONNECTING, BAD_STREAM",
    })
    void aFailureOfAPlayerHasItsOwnCause(Failure.Kind kind, Phase phase, Cause cause) {
        rig.show("c1");
        rig.players.last().fail(kind);
        assertThat(rig.phase(0)).isEqualTo(phase);
        assertThat(rig.tile(0).state().cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"NO_TRANSPORT, NO_TRANSPORT", "NO_VIDEO, NO_VIDEO_OFFERED", "UNSUPPORTED, CODEC_NOT_SUPPORTED"})
    void whereTheOtherStreamMayDoBetterItIsTriedAndThenTheCauseIsNamed(Failure.Kind kind, Cause cause) {
        rig.show("c1");
        StreamRole first = rig.players.last().request.grant().role();
        rig.players.last().fail(kind);
        assertThat(rig.tile(0).state().cause()).isEqualTo(cause);
        rig.advance(Duration.ofSeconds(3));
        assertThat(rig.players.last().request.grant().role()).isNotEqualTo(first);
        rig.players.last().fail(kind);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.UNSUPPORTED, cause));
    }

    @Test
    void aPlayerThatCannotBeginIsNoReasonToTakeTheOtherStream() {
        rig.show("c1");
        StreamRole first = rig.players.last().request.grant().role();
        rig.players.last().fail(Failure.Kind.INTERNAL);
        rig.advance(Duration.ofSeconds(3));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.players.last().request.grant().role()).isEqualTo(first);
    }
}
