package vn.toancanh.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code latency}: how old pictures are when they stand on the screen, from the moment the camera was due to send them;
 * and whether any tile stays late.
 */
final class LatencyBenchmark implements Benchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** No tile may stay late for longer. */
    private static final long STUCK_MS_MOST = 10_000;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 36, 1, 100),
                Option.whole("--seconds", 20, 1, 10_000),
                Option.whole("--minutes", 0, 1, 10_000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        Duration window = given.get("--minutes") > 0
                ? Duration.ofMinutes(given.get("--minutes"))
                : Duration.ofSeconds(given.get("--seconds"));
        try (BenchCity city = new BenchCity(ground, tiles);
                VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                FrameBuffer pixels = screen.frameBuffer();
                MeasuredClient client = new MeasuredClient(ground, city, screen.display(), tiles)) {
            client.awaitLive(ground.clock(), PATIENCE);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            List<WallProbe.Spot> spots = client.awaitLive(ground.clock(), PATIENCE);
            try (WallProbe probe = new WallProbe(pixels, spots, ground.clock())) {
                TimeUnit.NANOSECONDS.sleep(window.toNanos());
                WallProbe.Result seen = probe.end();
                Map<String, Object> figures = figures(tiles, window, seen);
                Targets targets = new Targets();
                targets.atMost("stuckMsMax", stuckMsMax(seen), STUCK_MS_MOST);
                figures.put("missed", targets.missed());
                ground.out().println(new JsonMapper().writeValueAsString(figures));
                return targets.missed().isEmpty() ? 0 : 1;
            }
        }
    }

    private static long stuckMsMax(WallProbe.Result seen) {
        return seen.stuckMs().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Map<String, Object> figures(int tiles, Duration window, WallProbe.Result seen) {
        Percentiles ages = seen.ageMs();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("tiles", tiles);
        figures.put("seconds", window.toSeconds());
        figures.put("addedMsP50", LiveBenchmark.rounded(ages.at(0.5)));
        figures.put("addedMsP95", LiveBenchmark.rounded(ages.at(0.95)));
        figures.put("addedMsP99", LiveBenchmark.rounded(ages.at(0.99)));
        figures.put("stuckMsMax", stuckMsMax(seen));
        figures.put(
                "stuckTiles",
                seen.stuckMs().stream().filter(ms -> ms > STUCK_MS_MOST).count());
        figures.put("presentedFpsMin", LiveBenchmark.rounded(seen.fpsMin()));
        figures.put(
                "missedMost",
                seen.seen().stream().mapToInt(WallProbe.Seen::missed).max().orElse(0));
        figures.put("pictures", ages.count());
        return figures;
    }
}
