package vn.toancanh.bench;

import java.io.IOException;
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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
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
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.relay.beside.RelayBeside;
import vn.toancanh.server.relay.beside.RelayProgram;
import vn.toancanh.server.relay.beside.RelaySetup;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * {@code relay}: what the RTSP relay costs between simulated cameras and viewers that only receive. It is a process of its own,
 * as beside a server, and all of its processor time is counted; cameras and viewers are in this one.
 */
public final class RelayBenchmark implements Benchmark {
    private static final Secret TOKEN = Secret.of("of-a-measurement");
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--streams", 64, 1, 1000),
                Option.whole("--viewers", 1, 1, 1000),
                Option.whole("--seconds", 20, 1, 10_000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        SimulatorOptions city =
                SimulatorOptions.of(given.get("--streams"), ground.cache().resolve("clips"));
        try (Simulator simulator = Simulator.start(city);
                RunFolder folder = RunFolder.make("relay");
                RelayBeside relay = RelayBeside.start(setup(ground, folder), ground.clock());
                RtspClient viewers = new RtspClient(ground.clock(), new SecureRandom())) {
            ready(ground, simulator);
            relay.open(new Everybody(simulator, ground.clock()));
            return measure(ground, simulator, relay, viewers, given);
        }
    }

    private static RelaySetup setup(Ground ground, RunFolder folder) {
        return new RelaySetup(
                new RelayProgram(ground.relay(), folder.path()),
                folder.path(),
                "bench",
                Secret.of("measure-" + ground.clock().nanos()),
                "127.0.0.1",
                0,
                true,
                null,
                null,
                List::of,
                GRACE);
    }

    private static void ready(Ground ground, Simulator simulator) throws IOException, InterruptedException {
        ground.err().println("bench: " + simulator.cameras().size() + " cameras…");
        try {
            simulator.whenReady().get();
        } catch (ExecutionException failed) {
            throw new IOException("cameras could not be simulated: " + failed.getCause(), failed);
        }
    }

    private static int measure(
            Ground ground, Simulator simulator, RelayBeside relay, RtspClient client, Arguments given)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
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
        double cpu = Usage.cpuSeconds(relay.pid());
        long pictures = count.units.get();
        long sent = relay.figures().get(10, TimeUnit.SECONDS).bytesSent();
        TimeUnit.SECONDS.sleep(given.get("--seconds"));
        double seconds = (clock.nanos() - from) / 1e9;
        double cores = (Usage.cpuSeconds(relay.pid()) - cpu) / seconds;
        double rate = (count.units.get() - pictures) / seconds / sessions.size();
        var figures = relay.figures().get(10, TimeUnit.SECONDS);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("bench", "relay");
        told.put("streams", figures.streams());
        told.put("viewers", figures.viewers());
        told.put("seconds", given.get("--seconds"));
        told.put("relayCpuPercent", LiveBenchmark.rounded(100 * cores));
        told.put("relayPssMb", Usage.pssKb(relay.pid()) / 1024);
        told.put("picturesPerSecond", LiveBenchmark.rounded(rate));
        told.put("megabitsOut", LiveBenchmark.rounded((figures.bytesSent() - sent) * 8 / 1e6 / seconds));
        told.put(
                "lost",
                sessions.stream().mapToLong(each -> each.counters().lost()).sum());
        told.put("skips", figures.skips());
        told.put("ended", count.ended.get());
        Targets targets = judge(told, sessions.size());
        told.put("missed", targets.missed());
        sessions.forEach(RtspSession::close);
        ground.out().println(new JsonMapper().writeValueAsString(told));
        return targets.status();
    }

    /**
     * Holds figures against what the relay is to be.
     *
     * @param viewers as many as were asked for
     */
    static Targets judge(Map<String, Object> figures, int viewers) {
        Targets targets = new Targets();
        targets.atMost("relayCpuPercent", whole(figures, "relayCpuPercent"), mostCpuPercent(viewers));
        targets.atLeast("viewers", whole(figures, "viewers"), viewers);
        targets.atLeast("picturesPerSecond", whole(figures, "picturesPerSecond"), 1);
        targets.atMost("lost", whole(figures, "lost"), 0);
        targets.atMost("ended", whole(figures, "ended"), 0);
        return targets;
    }

    /** Half a core for 64 small streams with a viewer each, and as much for every 64 more. */
    public static long mostCpuPercent(int viewers) {
        return 50L * Math.ceilDiv(viewers, 64);
    }

    private static long whole(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Number number ? (long) Math.ceil(number.doubleValue()) : 0;
    }

    /** Lets in for each camera whoever names it. */
    private record Everybody(Simulator simulator, Clock clock) implements Grants {
        @Override
        public List<Allowance> all() {
            long end = clock.nanos() + Duration.ofHours(1).toNanos();
            List<Allowance> all = new ArrayList<>();
            for (CameraEntry entry : simulator.cameras()) {
                String id = entry.camera().id().value();
                source(entry)
                        .map(source -> new RtspTarget(source.uri(), source.user(), source.password()))
                        .ifPresent(target -> all.add(new Allowance(
                                new Admission(id, TOKEN, "bench", id, StreamRole.SUB), target, end, end)));
            }
            return all;
        }

        private static Optional<StreamSource> source(CameraEntry entry) {
            return entry.sources().stream()
                    .filter(source -> source.role() == StreamRole.SUB)
                    .findFirst();
        }

        @Override
        public List<Allowance> takeUp(List<Allowance> known) {
            return known;
        }

        @Override
        public @Nullable Admission of(String grantId) {
            return null;
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
