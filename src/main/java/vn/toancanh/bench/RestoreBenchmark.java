package vn.toancanh.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code restore}: a wall over several monitors is built, its client killed as by a power cut, and started again without a word
 * about monitors: how long from the start of the process until every camera is back in its tile, in the window of its monitor
 * ({@code restoreMs}, by the client's own log, so that nobody asks it anything meanwhile), and until all of them are live. On real outputs of an X server.
 */
final class RestoreBenchmark implements Benchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What stands on the walls, and what is granted, is kept by then. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final long TARGET_MS = 3000;

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 100, 1, 100),
                Option.whole("--monitors", 4, 1, 8),
                Option.whole("--times", 3, 1, 1000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        int monitors = given.get("--monitors");
        int times = given.get("--times");
        Percentiles restored = new Percentiles();
        Percentiles live = new Percentiles();
        try (BenchCity city = new BenchCity(ground, tiles);
                ManyScreens screens = new ManyScreens(monitors, "1280x720")) {
            List<String> built = List.of("--tiles", Integer.toString(tiles), "--monitors", Integer.toString(monitors));
            try (MeasuredClient client = new MeasuredClient(ground, city, screens.display(), tiles, built)) {
                client.awaitLive(ground.clock(), PATIENCE);
                TimeUnit.NANOSECONDS.sleep(KEPT.toNanos());
                client.kill();
            }
            for (int i = 0; i < times; i++) {
                long begun = ground.clock().nanos();
                try (MeasuredClient client = new MeasuredClient(ground, city, screens.display(), tiles, List.of())) {
                    long placed = client.awaitPlaced(ground.clock(), PATIENCE, tiles);
                    restored.add((double) placed);
                    client.awaitLive(ground.clock(), PATIENCE);
                    live.add(millis(ground.clock().nanos() - begun));
                    ground.err().println("bench: restored after " + placed + " ms");
                    client.kill();
                }
            }
        }
        Targets targets = new Targets();
        targets.atMost("restoreMs", Math.round(restored.at(0.5)), TARGET_MS);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("tiles", tiles);
        figures.put("monitors", monitors);
        figures.put("times", times);
        figures.put("restoreMs", Math.round(restored.at(0.5)));
        figures.put("restoreMsMax", Math.round(restored.at(1)));
        figures.put("allLiveMs", Math.round(live.at(0.5)));
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.status();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
