package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A camera that has another address at the server while it is watched: what comes from the old one is another camera's. */
@Timeout(180)
final class MovedAtTheRelayTest {
    private final RelayRig rig;

    MovedAtTheRelayTest() throws IOException {
        rig = new RelayRig();
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private void told(URI where, String password) {
        Admission who = Objects.requireNonNull(rig.grants.get("g-1"));
        RtspTarget target = new RtspTarget(where, "admin", Secret.of(password));
        rig.relay.follow(List.of(new Allowance(who, target, Long.MAX_VALUE, Long.MAX_VALUE)));
    }

    @Test
    void whoWatchesItIsLetGoAndComesBackToWhereItIs() throws Exception {
        try (FakeCamera right = new FakeCamera();
                RawRtspClient viewer = rig.viewer()) {
            // A camera that only falls silent is let go of later.
            viewer.patience(4_000);
            rig.plays(viewer);
            rig.where = right.uri();
            told(right.uri(), "mat-khau");
            assertThatThrownBy(viewer::next)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            RelayRig.await(() -> rig.camera.sessions() == 0);
            try (RawRtspClient again = rig.viewer()) {
                assertThat(again.play(rig.uri())).isEqualTo(200);
                RelayRig.await(() -> right.sessions() == 1);
                byte[][] key = new Footage(1).keyWithSets().toArray(byte[][]::new);
                right.rtp(key);
                assertThat(again.next().bytes()).isEqualTo(key[0]);
            }
            assertThat(rig.camera.plays).hasValue(1);
        }
    }

    @Test
    void oneThatNobodyWatchesAnyMoreIsLetGoOfToo() throws Exception {
        try (FakeCamera right = new FakeCamera()) {
            RawRtspClient viewer = rig.viewer();
            rig.plays(viewer);
            viewer.close();
            RelayRig.await(() -> rig.figures().viewers() == 0);
            assertThat(rig.figures().streams()).as("kept for a while").isEqualTo(1);
            rig.where = right.uri();
            told(right.uri(), "mat-khau");
            try (RawRtspClient again = rig.viewer()) {
                assertThat(again.play(rig.uri())).isEqualTo(200);
            }
            assertThat(right.plays).hasValue(1);
        }
    }

    @Test
    void aPasswordThatIsChangedCutsNobodyOff() throws Exception {
        try (RawRtspClient viewer = rig.viewer()) {
            rig.plays(viewer);
            told(rig.camera.uri(), "another");
            byte[][] key = new Footage(1).keyWithSets().toArray(byte[][]::new);
            assertThat(rig.figures().viewers()).isEqualTo(1);
            rig.camera.rtp(key);
            assertThat(viewer.next().bytes()).isEqualTo(key[0]);
        }
    }
}
