package vn.toancanh.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.commissioning.Looks.CERTIFICATE;
import static vn.toancanh.commissioning.Looks.look;
import static vn.toancanh.commissioning.Looks.stream;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Secret;
import vn.toancanh.commissioning.DeviceLook.SeenStream;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;

/** Which of a device's streams a camera gets. */
class ProposalTest {
    private static final SeenStream BIG = stream("a", "lens-1", Codec.H265, 3840, 2160);
    private static final SeenStream MIDDLE = stream("b", "lens-1", Codec.H264, 1280, 720);
    private static final SeenStream SMALL = stream("c", "lens-1", Codec.H264, 640, 360);
    private static final SeenStream TINY = stream("d", "lens-1", Codec.H264, 320, 180);
    private static final SeenStream PICTURES = stream("e", "lens-1", Codec.MJPEG, 4000, 3000);
    private static final SeenStream OTHER_LENS = stream("f", "lens-2", Codec.H264, 704, 576);

    private static Proposal of(SeenStream... streams) {
        return Proposal.of(look(streams), Optional.empty()).orElseThrow();
    }

    @Test
    void theLargestIsForLargeTilesAndTheOneNearestToATileForSmallOnes() {
        assertThat(of(TINY, MIDDLE, BIG, SMALL, PICTURES)).isEqualTo(new Proposal(BIG, SMALL));
        assertThat(of(MIDDLE, BIG)).isEqualTo(new Proposal(BIG, MIDDLE));
        assertThat(of(SMALL)).isEqualTo(new Proposal(SMALL, null));
        assertThat(of(PICTURES)).as("better than nothing").isEqualTo(new Proposal(PICTURES, null));
        assertThat(Proposal.of(look(), Optional.empty())).isEmpty();
    }

    /** A recorder tells of all its cameras: a tile must not change to another one when it grows. */
    @Test
    void bothStreamsShowTheSameLens() {
        assertThat(of(OTHER_LENS, BIG, SMALL)).isEqualTo(new Proposal(OTHER_LENS, null));
        assertThat(of(BIG, OTHER_LENS)).isEqualTo(new Proposal(BIG, null));
        assertThat(Proposal.of(look(BIG, OTHER_LENS, SMALL), Optional.of("f")))
                .contains(new Proposal(OTHER_LENS, null));
        assertThat(Proposal.of(look(BIG), Optional.of("none"))).isEmpty();
    }

    @Test
    void theCameraBearsWhatTheDeviceTold() {
        CameraEntry entry = of(BIG, SMALL)
                .entry(
                        look(BIG, SMALL),
                        new Proposal.Named(new CameraId("c-7"), 7, "Cửa Bắc", new SiteId("ha-noi"), null),
                        "xem",
                        Secret.of("mat-khau"));
        assertThat(entry.camera().streams())
                .containsExactly(
                        new StreamProfile("main", StreamRole.MAIN, Codec.H265, 3840, 2160, 25, 4000, 50),
                        new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 25, 4000, 50));
        assertThat(entry.head()).isEqualTo(URI.create("https://10.1.2.3/onvif/device_service"));
        assertThat(entry.camera().ptz()).isTrue();
        assertThat(entry.sources())
                .extracting(StreamSource::uri)
                .containsExactly(URI.create("rtsp://10.1.2.3/a"), URI.create("rtsp://10.1.2.3/c"));
        assertThat(entry.sources())
                .allSatisfy(source -> assertThat(source.tlsPins()).isEqualTo(List.of(CERTIFICATE.base64())));
    }
}
