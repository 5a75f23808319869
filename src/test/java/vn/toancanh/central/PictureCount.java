package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.toancanh.base.Clock;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.rtsp.TransportPolicy;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.server.relay.SendingCamera;

/**
 * The small stream of a camera as a desk is granted it and plays it, over one connection, which is never opened anew. Each picture's time
 * tells its number: whichever is not the one after the one before was missed, or came twice.
 */
final class PictureCount implements RtspSink, AutoCloseable {
    /** Half a second of pictures, in their ticks. */
    private static final int A_WHILE = 45_000;

    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final SendingCamera camera;
    private final RtspClient client;
    private final RtspSession session;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile long newest;

    PictureCount(Desk desk, CameraId id, SendingCamera camera) throws IOException {
        this.camera = camera;
        this.client = new RtspClient(Clock.SYSTEM, new SecureRandom());
        StreamGrant grant = Objects.requireNonNull(ask(desk, id).grant(), "a grant");
        assertThat(grant.way().relayed()).isTrue();
        assertThat(grant.uri().getScheme()).isEqualTo("rtsps");
        session = client.open(
                new RtspTarget(
                        grant.uri(),
                        grant.user(),
                        grant.password(),
                        grant.tlsPins(),
                        TransportPolicy.of(grant.way().transports()),
                        RtspTimings.USUAL),
                this);
    }

    /** What the server answers a desk that wants the small stream of that camera. */
    static Answer ask(Desk desk, CameraId id) {
        return desk.<List<Answer>>ask(answer -> desk.client.grants().ask(List.of(new Wish(id, StreamRole.SUB)), answer))
                .getFirst();
    }

    @Override
    public void playing(VideoTrack track) {
        // Pictures are what counts.
    }

    @Override
    public void accessUnit(AccessUnit unit) {
        long time = unit.rtpTime();
        if (newest != 0 && time != newest + SendingCamera.TICKS) {
            wrong.add("after " + newest + " came " + time);
        }
        newest = time;
    }

    @Override
    public void ended(RtspFailure failure) {
        wrong.add("cut off: " + failure.kind() + ", " + failure.detail());
    }

    /** Every picture so far has come, once, and those of the next half second do, too. */
    void goesOn() throws InterruptedException {
        long wanted = camera.newest() + A_WHILE;
        SteeringSeat.within(IN_TIME, "pictures come", () -> newest >= wanted || !wrong.isEmpty());
        assertThat(wrong).as("pictures missed, doubled, or cut off").isEmpty();
        assertThat(session.counters().lost()).as("packets missed").isZero();
    }

    @Override
    public void close() {
        session.close();
        client.close();
    }
}
