package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.Relay;
import vn.toancanh.server.relay.RelaySettings;

/**
 * One tile and real workers with real libVLC, and a camera whose clock nobody set by a way that was seconds late before the stream was
 * opened: by what comes alone its pictures look new.
 */
@Tag("slow")
@Timeout(180)
class LatePathTest {
    private static final String CAMERA = "marked";
    private static final Secret TOKEN = Secret.of("tcs_mot-hai-ba");
    private static final Duration LATE_BY = Duration.ofMillis(2600);
    /** A picture may be a second old; what is old for half a second more, and looked at every quarter of a second, is late. */
    private static final long OLDEST_LIVE = Duration.ofSeconds(2).toNanos();

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

    private MarkedClip clip() throws Exception {
        return MarkedClip.code(
                new MarkedClip.Terms(Encoding.H264, new PixelSize(640, 360), 480, 25, 24, 0, false), folder);
    }

    @Test
    void straightFromTheCameraItIsNoMomentLiveUntilTheWayIsQuick() throws Exception {
        MarkedClip clip = clip();
        try (MarkedCamera camera = MarkedCamera.withoutClock(clip);
                LatePath path = new LatePath(camera.address(), LATE_BY);
                RealPool pool = new RealPool(folder);
                WatchedTile tile = new WatchedTile(pool, path.address(), new PixelSize(320, 180))) {
            watch(tile, camera, path);
        }
    }

    @Test
    void norByARelay() throws Exception {
        MarkedClip clip = clip();
        try (MarkedCamera camera = MarkedCamera.withoutClock(clip);
                LatePath path = new LatePath(camera.address(), LATE_BY);
                RealPool pool = new RealPool(folder);
                Relay relay = Relay.bind(RelaySettings.usual("127.0.0.1", 0), Clock.SYSTEM)) {
            relay.open(ALL, (id, role) -> Optional.of(new RtspTarget(path.address(), null, null)));
            URI stream = URI.create(relay.address().of("127.0.0.1", CAMERA, StreamRole.SUB));
            try (WatchedTile tile = WatchedTile.relayed(pool, stream, "g", TOKEN, new PixelSize(320, 180))) {
                watch(tile, camera, path);
            }
        }
    }

    private static void watch(WatchedTile tile, MarkedCamera camera, LatePath path) throws Exception {
        List<String> lies = new ArrayList<>();
        Patience.until("pictures", () -> !tile.seen().isEmpty());
        look(tile, camera, Duration.ofSeconds(8), lies);
        assertThat(lies).isEmpty();
        assertThat(tile.state().phase()).isEqualTo(Phase.LATE);
        path.later(Duration.ZERO);
        Patience.until("live", () -> tile.state().phase() == Phase.LIVE);
        look(tile, camera, Duration.ofSeconds(3), lies);
        assertThat(lies).isEmpty();
        assertThat(tile.state().phase()).isEqualTo(Phase.LIVE);
    }

    private static void look(WatchedTile tile, MarkedCamera camera, Duration time, List<String> lies) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < time.toNanos()) {
            WatchedTile.Seen newest = tile.seen().getLast();
            if (newest.publishedAt() != 0 && tile.state().phase() == Phase.LIVE) {
                long age = newest.publishedAt() - camera.takenAt(newest.number(), newest.publishedAt());
                if (age > OLDEST_LIVE) {
                    lies.add("LIVE, " + age / 1_000_000 + " ms old");
                }
            }
            Patience.pause(50);
        }
    }
}
