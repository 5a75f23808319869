package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.Certificates;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A relay before a camera that speaks RTSPS with a certificate of its own making. */
@Timeout(180)
final class EncryptedCameraTest {
    @TempDir
    static Path folder;

    @Test
    void oneThatIsPinnedPlays() throws Exception {
        Certificates own = Certificates.make(folder, "camera", "ip:127.0.0.1");
        try (RelayRig rig = new RelayRig(RelaySettings.usual("127.0.0.1", 0), new FakeCamera(own.encrypting()))) {
            rig.pins = List.of(own.pin());
            try (RawRtspClient viewer = rig.viewer()) {
                rig.plays(viewer);
            }
        }
    }

    @Test
    void oneThatIsNotPinnedIsToldAsAMatterOfItsCertificate() throws Exception {
        Certificates own = Certificates.make(folder, "unknown", "ip:127.0.0.1");
        try (RelayRig rig = new RelayRig(RelaySettings.usual("127.0.0.1", 0), new FakeCamera(own.encrypting()));
                RtspClient client = new RtspClient(Clock.SYSTEM, new SecureRandom())) {
            try (RawRtspClient viewer = rig.viewer()) {
                assertThat(viewer.play(rig.uri())).isEqualTo(471);
            }
            CompletableFuture<RtspFailure> told = new CompletableFuture<>();
            client.open(
                    new RtspTarget(java.net.URI.create(rig.uri()), "g-1", Secret.of(RelayRig.TOKEN)), new Ends(told));
            assertThat(told.get(60, TimeUnit.SECONDS).kind()).isEqualTo(RtspFailure.Kind.CERTIFICATE);
            assertThat(rig.camera.passwordsSeen()).isZero();
        }
    }

    private record Ends(CompletableFuture<RtspFailure> told) implements RtspSink {
        @Override
        public void playing(VideoTrack track) {
            told.completeExceptionally(new AssertionError("plays"));
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            told.completeExceptionally(new AssertionError("pictures"));
        }

        @Override
        public void ended(RtspFailure failure) {
            told.complete(failure);
        }
    }
}
