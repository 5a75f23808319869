package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;

/** A camera that has another address at the server: what came from the old one may be another camera's picture. */
class MovedCameraTest {
    private static final Duration RENEWALS = LiveWall.SAMPLE.multipliedBy(9);
    private final LiveRig rig = new LiveRig();

    private void change(String camera, long revision) {
        rig.correct(camera, revision);
        rig.wall.camerasChanged();
    }

    private String uri(int opened) {
        return rig.players.opened.get(opened).request.grant().uri().toString();
    }

    @Test
    void whatPlaysFromItsOldAddressEndsAndNothingOfItIsShown() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(2));
        rig.grants.host = "other";
        change("c1", 2);
        rig.advance(RENEWALS);
        assertThat(rig.tile(0).state().phase()).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.CAMERA_MOVED);
        assertThat(rig.tile(0).newestAtNanos())
                .as("no old picture of this camera")
                .isZero();
        assertThat(rig.players.opened.get(0).closed).isTrue();
        assertThat(rig.players.opened.get(1).closed).as("the other one's").isFalse();
        rig.play(Duration.ofSeconds(2));
        assertThat(uri(2)).startsWith("rtsp://other/c1/");
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void oneThatIsShownLaterIsAskedForAnewThoughItsGrantIsStillGood() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.show("c2");
        rig.play(WarmStreams.KEPT.plusSeconds(1));
        rig.grants.host = "other";
        change("c1", 2);
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        assertThat(uri(2)).startsWith("rtsp://other/c1/");
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).as("at the first try").hasSize(3);
    }

    @Test
    void oneThatIsWhereItWasGoesOnWhateverElseIsChanged() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        int asked = rig.grants.asked.size();
        change("c1", 2);
        rig.play(Duration.ofSeconds(5));
        assertThat(rig.grants.asked).as("once").hasSize(asked + 1);
        assertThat(rig.players.opened).hasSize(1);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void whatComesByARelayIsTheRelaysToEnd() {
        rig.grants.relayed = true;
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        int asked = rig.grants.asked.size();
        rig.grants.host = "relay-elsewhere";
        change("c1", 2);
        rig.play(Duration.ofSeconds(5));
        assertThat(rig.grants.asked).as("by which the relay hears of it").hasSize(asked + 1);
        assertThat(rig.players.opened).hasSize(1);
    }

    @Test
    void oneThatIsReceivedForLaterEndsToo() {
        rig.show("c2");
        rig.play(Duration.ofSeconds(2));
        rig.wall.expect(List.of(new CameraId("c1")));
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.wall.commons().warm().count()).isEqualTo(1);
        rig.grants.host = "other";
        change("c1", 2);
        rig.advance(RENEWALS);
        assertThat(rig.wall.commons().warm().count()).isZero();
    }
}
