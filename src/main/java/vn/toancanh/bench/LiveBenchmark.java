package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;

/**
 * {@code live}: what a wall of live tiles costs and whether every picture is really presented, beside ffmpeg decoding the
 * same streams and a GStreamer wall of the same tiles, one after the other in one run.
 */
final class LiveBenchmark implements Benchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int STREAM_FPS = 15;
    private static final double BASE_MB = 350;
    /** What an operator's shift is like: opening and compiling are over. The same for the peers. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "live";
    }

    /**
     * What the client did.
     *
     * @param servingCores what the simulated cameras and the central server used meanwhile: this process
     */
    private record Ours(double cores, double servingCores, double pssMb, WallProbe.Result seen) {}

    @Override
    public List<Option> options() {
        return List.of(Option.whole("--tiles", 36, 1, 100), Option.whole("--seconds", 20, 1, 10_000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        Duration window = Duration.ofSeconds(given.get("--seconds"));
        try (BenchCity city = new BenchCity(ground, tiles)) {
            ground.err().println("bench: Toàn Cảnh…");
            Ours ours = ours(ground, city, tiles, window);
            ground.err().println("bench: GStreamer…");
            double gstreamer = gstreamer(ground.clock(), city, tiles, window);
            ground.err().println("bench: ffmpeg…");
            double decode = decode(ground.clock(), city.streams(), window) / tiles;
            Map<String, Object> figures = new LinkedHashMap<>();
            double each = ours.cores() / tiles;
            figures.put("bench", name());
            figures.put("tiles", tiles);
            figures.put("seconds", window.toSeconds());
            figures.put("presentedFpsMin", rounded(ours.seen().fpsMin()));
            figures.put("presentedFpsMean", rounded(ours.seen().fpsMean()));
            figures.put("cpuPerStreamPercent", rounded(100 * each));
            figures.put("decodePerStreamPercent", rounded(100 * decode));
            figures.put("gstreamerPerStreamPercent", rounded(100 * gstreamer / tiles));
            figures.put("ratioToDecode", rounded(each / decode));
            figures.put("ratioToGStreamer", rounded(ours.cores() / gstreamer));
            figures.put("pssMb", Math.round(ours.pssMb()));
            figures.put("pssPerTileMb", rounded((ours.pssMb() - BASE_MB) / tiles));
            figures.put("simulatorCores", rounded(ours.servingCores()));
            ground.out().println(new JsonMapper().writeValueAsString(figures));
            return 0;
        }
    }

    private static Ours ours(Ground ground, BenchCity city, int tiles, Duration window) throws Exception {
        try (VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                FrameBuffer pixels = screen.frameBuffer();
                MeasuredClient client = new MeasuredClient(ground, city, screen.display(), tiles)) {
            client.awaitLive(ground.clock(), PATIENCE);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            // First what it costs, then what it shows: to watch a screen is work too, which the peers are spared.
            double served = servingSeconds();
            double cores = Rate.cores(ground.clock(), client::processes, window);
            double servingCores = (servingSeconds() - served) / window.toSeconds();
            double pssMb = Usage.of(client.processes()).pssMb();
            // Where tiles are is asked only now: the first pictures may have been of another size.
            List<WallProbe.Spot> spots = client.awaitLive(ground.clock(), PATIENCE);
            try (WallProbe probe = new WallProbe(pixels, spots, ground.clock())) {
                TimeUnit.NANOSECONDS.sleep(window.toNanos());
                return new Ours(cores, servingCores, pssMb, probe.end());
            }
        }
    }

    /** Processor time of this process, which serves the cameras, in seconds. */
    private static double servingSeconds() throws IOException {
        return Usage.cpuSeconds(ProcessHandle.current().pid());
    }

    private static double gstreamer(Clock clock, BenchCity city, int tiles, Duration window) throws Exception {
        try (VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                PeerProcesses wall = PeerProcesses.gstreamerWall(
                        city.streams(), screen.display(), new Mosaic(tiles, WIDTH, HEIGHT), STREAM_FPS)) {
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            return Rate.cores(clock, wall::handles, window);
        }
    }

    private static double decode(Clock clock, List<java.net.URI> streams, Duration window) throws Exception {
        try (PeerProcesses decoders = PeerProcesses.decodeOnly(streams)) {
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            return Rate.cores(clock, decoders::handles, window);
        }
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
