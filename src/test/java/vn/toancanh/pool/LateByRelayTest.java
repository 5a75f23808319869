package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.Relay;
import vn.toancanh.server.relay.RelaySettings;

/** One tile and real workers with real libVLC, a real relay, and a camera whose clock nobody set behind a link narrower than its stream. */
@Tag("slow")
@Timeout(300)
class LateByRelayTest {
    private static final String CAMERA = "marked";
    private static final Secret TOKEN = Secret.of("tcs_mot-hai-ba");
    private static final int PICTURES = 480;
    /** A picture may be a second old; what is old for half a second more, and looked at every quarter of a second, is late. */
    private static final long OLDEST_LIVE = Duration.ofMillis(2500).toNanos();

    @TempDir
    Path folder;

    private static final Admissions ALL = new Admissions() {
        @Override
        public Admission of(String grantId) {
            return new Admission(grantId, TOKEN, "s", CAMERA, StreamRole.SUB);
        }

        @Override
        public Set<Admission> ended(Set<Admission> watching) {
            return Set.of();
        }
    };

    @Test
    void itIsNeverLiveOverOldPicturesHoweverOftenItIsOpenedAnew() throws Exception {
        MarkedClip clip = MarkedClip.code(
                new MarkedClip.Terms(Encoding.H264, new PixelSize(640, 360), PICTURES, 25, 24, 0, false), folder);
        try (MarkedCamera camera = MarkedCamera.behindNarrowLink(clip, 0.8);
                RealPool pool = new RealPool(folder);
                Relay relay = Relay.bind(RelaySettings.usual("127.0.0.1", 0), Clock.SYSTEM)) {
            relay.open(ALL, (id, role) -> Optional.of(new RtspTarget(camera.address(), null, null)));
            URI stream = URI.create(relay.address().of("127.0.0.1", CAMERA, StreamRole.SUB));
            try (WatchedTile tile = WatchedTile.relayed(pool, stream, "g", TOKEN, new PixelSize(320, 180))) {
                watch(tile, camera);
            }
        }
    }

    /** Until it was opened anew twice. */
    private static void watch(WatchedTile tile, MarkedCamera camera) {
        Set<PictureSource> openings = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> lies = new ArrayList<>();
        List<Phase> said = new ArrayList<>();
        Patience.until("pictures", () -> !tile.seen().isEmpty());
        long begun = System.nanoTime();
        while (openings.size() < 3
                && System.nanoTime() - begun < Duration.ofSeconds(170).toNanos()) {
            openings.add(tile.tile().pictures());
            WatchedTile.Seen newest = tile.seen().getLast();
            Phase phase = tile.state().phase();
            said.add(phase);
            if (newest.publishedAt() != 0 && phase == Phase.LIVE) {
                long age = newest.publishedAt() - camera.takenAt(newest.number(), newest.publishedAt());
                if (age > OLDEST_LIVE) {
                    lies.add("LIVE, " + age / 1_000_000 + " ms old");
                }
            }
            Patience.pause(50);
        }
        assertThat(openings).as("opened anew twice").hasSizeGreaterThanOrEqualTo(3);
        assertThat(lies).isEmpty();
        assertThat(said).as("and what is new is said to be").contains(Phase.LIVE, Phase.LATE);
    }
}
