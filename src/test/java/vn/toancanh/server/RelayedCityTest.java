package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.SenderClock;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Simulated cameras of both codings, through server and relay, to the client's own RTSP. */
@Tag("slow")
class RelayedCityTest {
    @TempDir
    static Path folder;

    /** Keeps what comes. */
    private static final class Kept implements RtspSink {
        final LinkedBlockingQueue<AccessUnit> units = new LinkedBlockingQueue<>();
        final LinkedBlockingQueue<RtspFailure> ends = new LinkedBlockingQueue<>();

        @Override
        public void playing(VideoTrack track) {
            // Pictures are what counts.
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            units.add(unit);
        }

        @Override
        public void ended(RtspFailure failure) {
            ends.add(failure);
        }

        AccessUnit next() throws InterruptedException {
            @Nullable AccessUnit unit = units.poll(60, TimeUnit.SECONDS);
            assertThat(unit).as("ended: %s", ends).isNotNull();
            return unit;
        }
    }

    @Test
    void camerasOfBothCodingsPassWholeAndWithTheirAge() throws Exception {
        SimulatorOptions options = SimulatorOptions.of(4, CodedLoops.FOLDER);
        try (Simulator simulator = Simulator.start(options);
                ServerFixture fixture = ServerFixture.start(ServerOptions.at(folder.resolve("data")));
                RtspClient client = new RtspClient(Clock.SYSTEM, new SecureRandom())) {
            simulator.whenReady().get(240, TimeUnit.SECONDS);
            fixture.server.inventory().merge(simulator.sites(), simulator.cameras());
            Desk desk = fixture.desk("viewer");
            for (Codec codec : List.of(Codec.H264, Codec.H265)) {
                passes(client, desk, camera(simulator, codec));
            }
            falls(client, desk, simulator);
        }
    }

    private static CameraEntry camera(Simulator simulator, Codec codec) {
        return simulator.cameras().stream()
                .filter(entry ->
                        entry.camera().stream(StreamRole.SUB).orElseThrow().codec() == codec)
                .findFirst()
                .orElseThrow();
    }

    private static RtspTarget target(Desk desk, CameraEntry entry) {
        String id = entry.camera().id().value();
        JsonNode grant = desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"" + id + "\",\"role\":\"sub\"}]}")
                .json()
                .path("items")
                .path(0);
        assertThat(grant.path("access").asString()).isEqualTo("relay");
        return new RtspTarget(
                URI.create(grant.path("url").asString()),
                grant.path("username").asString(),
                Secret.of(grant.path("password").asString()));
    }

    private static void passes(RtspClient client, Desk desk, CameraEntry entry) throws InterruptedException {
        Kept first = new Kept();
        RtspSession session = client.open(target(desk, entry), first);
        AccessUnit before = first.next();
        assertThat(before.key()).isTrue();
        // More than two groups of pictures, so that a new viewer has something to begin with.
        for (int i = 0; i < 75; i++) {
            AccessUnit unit = first.next();
            assertThat(unit.afterGap()).isFalse();
            assertThat(unit.rtpTime() - before.rtpTime()).isEqualTo(6000);
            before = unit;
        }
        assertThat(session.counters().malformed()).isZero();
        assertThat(session.counters().lost()).isZero();
        SenderClock age = session.senderClock();
        assertThat(age).isNotNull();
        assertThat(age.unixMillis()).isCloseTo(Clock.SYSTEM.now().toEpochMilli(), within(Duration.ofSeconds(20)));

        Kept second = new Kept();
        long asked = Clock.SYSTEM.nanos();
        RtspSession late = client.open(target(desk, entry), second);
        AccessUnit opening = second.next();
        assertThat(opening.key()).isTrue();
        // The camera itself sends the next key frame up to two seconds later.
        List<AccessUnit> burst = List.of(second.next(), second.next());
        assertThat(burst).allMatch(unit -> !unit.afterGap());
        assertThat(opening.arrivalNanos() - asked)
                .isLessThan(Duration.ofMillis(1500).toNanos());
        long patience = Clock.SYSTEM.nanos() + Duration.ofSeconds(4).toNanos();
        while (late.senderClock() == null && Clock.SYSTEM.nanos() - patience < 0) {
            second.next();
        }
        assertThat(late.senderClock()).isNotNull();
        session.close();
        late.close();
    }

    private static org.assertj.core.data.Offset<Long> within(Duration distance) {
        return org.assertj.core.data.Offset.offset(distance.toMillis());
    }

    /** A camera that goes away is known from one behind which a camera is away. */
    private static void falls(RtspClient client, Desk desk, Simulator simulator) throws InterruptedException {
        CameraEntry entry = camera(simulator, Codec.H264);
        RtspTarget target = target(desk, entry);
        Kept kept = new Kept();
        client.open(target, kept);
        kept.next();
        simulator.inject(entry.camera().id(), Fault.OFFLINE);
        RtspFailure lost = kept.ends.poll(60, TimeUnit.SECONDS);
        assertThat(lost).isNotNull();
        assertThat(lost.kind()).isEqualTo(RtspFailure.Kind.UNREACHABLE);
        Kept again = new Kept();
        client.open(target, again);
        RtspFailure told = again.ends.poll(60, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        assertThat(told.kind()).isEqualTo(RtspFailure.Kind.UNREACHABLE);
        assertThat(told.detail()).contains("502");
    }
}
