package vn.toancanh.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.Relay;
import vn.toancanh.server.relay.RelaySettings;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * {@code relay}: what the RTSP relay costs between simulated cameras and viewers that only receive. All are in this process;
 * counted is the processor time of the relay's own thread, which does both of its sides.
 */
final class RelayBenchmark implements Benchmark {
    private static final Secret TOKEN = Secret.of("of-a-measurement");
    private static final String THREAD = "relay";
    private static final Duration SETTLE = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public int run(Ground ground, List<String> words) throws Exception {
        Optional<Arguments> heard = Arguments.heard(
                ground, "bench " + name(), words, Map.of("--streams", 64, "--viewers", 1, "--seconds", 20));
        if (heard.isEmpty()) {
            return 2;
        }
        Arguments given = heard.get();
        SimulatorOptions city =
                SimulatorOptions.of(given.get("--streams"), ground.cache().resolve("clips"));
        try (Simulator simulator = Simulator.start(city);
                Relay relay = Relay.bind(RelaySettings.usual("127.0.0.1", 0), ground.clock());
                RtspClient viewers = new RtspClient(ground.clock(), new SecureRandom())) {
            ready(ground, simulator);
            relay.open(new Everybody(), (camera, role) -> source(simulator, camera, role));
            measure(ground, simulator, relay, viewers, given);
        }
        return 0;
    }

    private static void ready(Ground ground, Simulator simulator) throws IOException, InterruptedException {
        ground.err().println("bench: " + simulator.cameras().size() + " cameras…");
        try {
            simulator.whenReady().get();
        } catch (ExecutionException failed) {
            throw new IOException("cameras could not be simulated: " + failed.getCause(), failed);
        }
    }

    private static Optional<RtspTarget> source(Simulator simulator, String cameraId, StreamRole role) {
        return simulator.cameras().stream()
                .filter(entry -> entry.camera().id().value().equals(cameraId))
                .flatMap(entry -> entry.sources().stream())
                .filter(source -> source.role() == role)
                .findFirst()
                .map(RelayBenchmark::target);
    }

    private static RtspTarget target(StreamSource source) {
        return new RtspTarget(source.uri(), source.user(), source.password());
    }

    private static void measure(Ground ground, Simulator simulator, Relay relay, RtspClient client, Arguments given)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        Count count = new Count();
        List<RtspSession> sessions = new ArrayList<>();
        for (CameraEntry entry : simulator.cameras()) {
            String id = entry.camera().id().value();
            URI uri = URI.create(relay.address().of("127.0.0.1", id, StreamRole.SUB));
            for (int i = 0; i < given.get("--viewers"); i++) {
                sessions.add(client.open(new RtspTarget(uri, id, TOKEN), count));
            }
        }
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        Clock clock = ground.clock();
        long from = clock.nanos();
        long cpu = cpuNanos();
        long pictures = count.units.get();
        long sent = relay.figures().get(10, TimeUnit.SECONDS).bytesSent();
        TimeUnit.SECONDS.sleep(given.get("--seconds"));
        double seconds = (clock.nanos() - from) / 1e9;
        double cores = (cpuNanos() - cpu) / 1e9 / seconds;
        double rate = (count.units.get() - pictures) / seconds / sessions.size();
        var figures = relay.figures().get(10, TimeUnit.SECONDS);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("bench", "relay");
        told.put("streams", figures.streams());
        told.put("viewers", figures.viewers());
        told.put("seconds", given.get("--seconds"));
        told.put("relayCpuPercent", LiveBenchmark.rounded(100 * cores));
        told.put("picturesPerSecond", LiveBenchmark.rounded(rate));
        told.put("megabitsOut", LiveBenchmark.rounded((figures.bytesSent() - sent) * 8 / 1e6 / seconds));
        told.put(
                "lost",
                sessions.stream().mapToLong(each -> each.counters().lost()).sum());
        told.put("skips", figures.skips());
        told.put("ended", count.ended.get());
        sessions.forEach(RtspSession::close);
        ground.out().println(new JsonMapper().writeValueAsString(told));
    }

    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long all = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().equals(THREAD)) {
                all += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return all;
    }

    /** Lets everybody in for the camera that is named. */
    private static final class Everybody implements Admissions {
        @Override
        public Admission of(String camera) {
            return new Admission(camera, TOKEN, "bench", camera, StreamRole.SUB);
        }

        @Override
        public Set<Admission> ended(Set<Admission> watching) {
            return Set.of();
        }
    }

    /** Counts pictures and failures of all viewers. */
    private static final class Count implements RtspSink {
        final AtomicLong units = new AtomicLong();
        final AtomicLong ended = new AtomicLong();

        @Override
        public void playing(VideoTrack track) {
            // Pictures are what counts.
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            units.incrementAndGet();
        }

        @Override
        public void ended(RtspFailure failure) {
            ended.incrementAndGet();
        }
    }
}
