package vn.toancanh.bench;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;

/**
 * {@code offline}: a client is started while its server is gone and its cameras are not: how long until its window stands, and
 * until every tile shows what happens now, read off the screen's own pixels; the first time with the server, for comparison.
 */
final class OfflineBenchmark implements Benchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What is granted is kept by then, and the hash of the password made. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long TARGET_MS = 3000;
    private static final int LOOKED_AT = 24;

    /** Milliseconds from the start of the process; negative where it never came to that. */
    private record Start(double windowMs, double wallMs) {}

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public int run(Ground ground, List<String> words) throws Exception {
        Optional<Arguments> heard =
                Arguments.heard(ground, "bench " + name(), words, Map.of("--tiles", 36, "--times", 3));
        if (heard.isEmpty()) {
            return 2;
        }
        int tiles = heard.get().get("--tiles");
        int times = heard.get().get("--times");
        Percentiles window = new Percentiles();
        Percentiles wall = new Percentiles();
        Start with;
        try (BenchCity city = new BenchCity(ground, tiles);
                VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                FrameBuffer pixels = screen.frameBuffer()) {
            List<WallProbe.Spot> spots = places(ground, city, screen, tiles);
            with = start(ground, city, screen, pixels, spots, tiles);
            ground.err().println("bench: with its server " + with);
            city.endServer();
            for (int i = 0; i < times; i++) {
                Start without = start(ground, city, screen, pixels, spots, tiles);
                ground.err().println("bench: without its server " + without);
                if (without.wallMs() >= 0) {
                    window.add(without.windowMs());
                    wall.add(without.wallMs());
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("tiles", tiles);
        figures.put("times", times);
        figures.put("windowMs", rounded(window));
        figures.put("wallMs", rounded(wall));
        figures.put("wallMsMax", wall.count() == 0 ? -1 : Math.round(wall.at(1)));
        figures.put("allLive", wall.count() == times);
        figures.put("wallMsWithServer", Math.round(with.wallMs()));
        Targets targets = new Targets();
        targets.atMost("wallMs", wall.count() == times ? rounded(wall) : Long.MAX_VALUE, TARGET_MS);
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return 0;
    }

    private static long rounded(Percentiles values) {
        return values.count() == 0 ? -1 : Math.round(values.at(0.5));
    }

    /** The first start: somebody signs in, everything is granted and kept. */
    private static List<WallProbe.Spot> places(Ground ground, BenchCity city, VirtualScreen screen, int tiles)
            throws IOException, InterruptedException {
        try (MeasuredClient client = new MeasuredClient(ground, city, screen.display(), tiles)) {
            client.awaitLive(ground.clock(), PATIENCE);
            TimeUnit.NANOSECONDS.sleep(KEPT.toNanos());
            return client.awaitLive(ground.clock(), PATIENCE);
        }
    }

    private static Start start(
            Ground ground,
            BenchCity city,
            VirtualScreen screen,
            FrameBuffer pixels,
            List<WallProbe.Spot> spots,
            int tiles)
            throws IOException, InterruptedException {
        Clock clock = ground.clock();
        int[] before = look(pixels);
        long begun = clock.nanos();
        try (MeasuredClient client = new MeasuredClient(ground, city, screen.display(), tiles);
                CameraWatch watch = new CameraWatch(pixels, spots, clock)) {
            double windowMs = awaitWindow(pixels, before, clock, begun);
            OptionalLong all = watch.awaitAll(city.numbers(), LONGEST);
            if (all.isEmpty() || !client.running()) {
                ground.err().println("bench: the client said " + String.join(" | ", client.said()));
                return new Start(windowMs, -1);
            }
            return new Start(windowMs, Math.round((all.getAsLong() - begun) / 1e6));
        }
    }

    /** Something else stands on the screen than before: nothing does while no window is open. */
    private static double awaitWindow(FrameBuffer pixels, int[] before, Clock clock, long begun)
            throws InterruptedException {
        while (clock.nanos() - begun < LONGEST.toNanos()) {
            int[] now = look(pixels);
            int changed = 0;
            for (int i = 0; i < now.length; i++) {
                changed += now[i] == before[i] ? 0 : 1;
            }
            if (changed > now.length / LOOKED_AT) {
                return Math.round((clock.nanos() - begun) / 1e6);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return -1;
    }

    private static int[] look(FrameBuffer pixels) {
        int[] seen = new int[LOOKED_AT * LOOKED_AT];
        for (int i = 0; i < seen.length; i++) {
            long x = (long) (i % LOOKED_AT) * pixels.width() / LOOKED_AT;
            long y = (long) (i / LOOKED_AT) * pixels.height() / LOOKED_AT;
            seen[i] = pixels.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, y * pixels.stride() + x * 4);
        }
        return seen;
    }
}
