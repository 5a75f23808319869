package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.StreamRole;

/** A camera whose certificate is not accepted: named as that, tried rarely, and with another grant. */
class CertificatesTest {
    private static final TileState DARK = TileState.of(Phase.FAILED, Cause.CERTIFICATE_REFUSED);

    private final LiveRig rig = new LiveRig();

    @Test
    void itIsNamedAndTriedOnceAMinuteAndNotByTheOtherStream() {
        rig.show("c1");
        StreamRole role = rig.players.last().request.grant().role();
        rig.players.last().fail(Failure.Kind.UNTRUSTED);
        assertThat(rig.tile(0).state()).isEqualTo(DARK);
        rig.advance(Reconnection.RARE_TRY.minus(Reconnection.RARE_SPREAD));
        assertThat(rig.players.opened).hasSize(1);
        rig.advance(Reconnection.RARE_SPREAD.plusSeconds(1));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.players.last().request.grant().role()).isEqualTo(role);
        assertThat(rig.grants.asked).as("a new grant may accept it").hasSize(2);
    }

    @Test
    void whereTheGrantIsOfEarlierANewOneIsAskedForSoon() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofSeconds(3));
        assertThat(rig.grants.asked).as("it was kept").hasSize(1);
        rig.players.last().fail(Failure.Kind.UNTRUSTED);
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.CERTIFICATE_REFUSED);
        rig.advance(Duration.ofSeconds(6));
        assertThat(rig.grants.asked).hasSize(2);
        rig.players.last().fail(Failure.Kind.UNTRUSTED);
        assertThat(rig.tile(0).state()).isEqualTo(DARK);
    }

    @Test
    void aGrantThatWasKeptStaysWhileTheServerIsAway() {
        rig.grants.kept = true;
        rig.show("c1");
        rig.players.last().fail(Failure.Kind.UNTRUSTED);
        assertThat(rig.tile(0).state()).as("the leave to watch is not over").isEqualTo(DARK);
    }
}
