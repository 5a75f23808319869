package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.bench.Ground;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.VideoTrack;

/** Viewers of relayed streams, who renew what they were granted, open nothing anew, and count what they miss. */
final class RelayedViewers implements Handle {
    private static final long RENEWAL_SECONDS = 20;
    private static final long AGAIN_SECONDS = 1;

    private final Ground ground;
    private final URI server;
    private final Supplier<String> token;
    private final RtspClient client;
    private final List<RtspSession> sessions = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final List<String> grants = new ArrayList<>();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicLong pictures = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);

    private RelayedViewers(Ground ground, URI server, Supplier<String> token) throws IOException {
        this.ground = ground;
        this.server = server;
        this.token = token;
        this.client = new RtspClient(ground.clock(), new SecureRandom());
    }

    /**
     * Asks for the small streams of those cameras and plays them.
     *
     * @param token the one that is good now
     */
    static RelayedViewers open(Ground ground, URI server, Supplier<String> token, List<CameraEntry> cameras)
            throws IOException {
        RelayedViewers all = new RelayedViewers(ground, server, token);
        try (Line line = new Line(server).with(token.get())) {
            for (CameraEntry each : cameras) {
                all.open(line, each.camera().id().value());
            }
        }
        Threads.daemon("viewers-renew", all::renew).start();
        return all;
    }

    private void open(Line line, String camera) throws IOException {
        Line.Answer answer =
                line.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"" + camera + "\",\"role\":\"sub\"}]}");
        ServerBenchmark.expect(200, answer);
        JsonNode grant = new JsonMapper().readTree(answer.text()).at("/items/0");
        grants.add(grant.path("sessionId").asString());
        RtspTarget target = new RtspTarget(
                URI.create(grant.path("url").asString()),
                grant.path("username").asString(),
                Secret.of(grant.path("password").asString()));
        Sight sight = new Sight();
        sights.add(sight);
        sessions.add(client.open(target, sight));
    }

    private void renew() {
        long wait = RENEWAL_SECONDS;
        try {
            while (!ended.await(wait, TimeUnit.SECONDS)) {
                wait = renewed() ? RENEWAL_SECONDS : AGAIN_SECONDS;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where the server was away. */
    private boolean renewed() {
        try (Line line = new Line(server)) {
            for (String grant : grants) {
                line.with(token.get());
                ServerBenchmark.expect(200, line.put("/stream-sessions/" + grant));
            }
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    /** Pictures seen by all. */
    long pictures() {
        return pictures.get();
    }

    /** Packets that were sent and did not come, by their numbers. */
    long packetsLost() {
        return sessions.stream().mapToLong(each -> each.counters().lost()).sum();
    }

    void tell(Map<String, Object> figures) {
        figures.put("viewers", sessions.size());
        figures.put("viewersCut", cut.get());
        figures.put("pictures", pictures.get());
        figures.put("packetsLost", packetsLost());
        figures.put("pictureGapMsMax", longestGapMs());
    }

    /** The longest that one of those who saw a picture waited for the next, that of now included. */
    long longestGapMs() {
        long now = ground.clock().nanos();
        long longest = longestNanos.get();
        for (Sight each : sights) {
            longest = Math.max(longest, each.before == 0 ? 0 : now - each.before);
        }
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }

    int cut() {
        return cut.get();
    }

    @Override
    public void close() {
        ended.countDown();
        sessions.forEach(RtspSession::close);
        client.close();
    }

    private final class Sight implements RtspSink {
        private volatile long before;

        @Override
        public void playing(VideoTrack track) {
            // Pictures are what counts.
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            long now = ground.clock().nanos();
            if (before != 0) {
                longestNanos.accumulateAndGet(now - before, Math::max);
            }
            before = now;
            pictures.incrementAndGet();
        }

        @Override
        public void ended(RtspFailure failure) {
            cut.incrementAndGet();
            ground.err().println("drill: a viewer was cut off: " + failure.kind() + ", " + failure.detail());
        }
    }
}
