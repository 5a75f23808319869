package vn.toancanh.bench;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.server.ServerProcess;

/**
 * {@code offline}: client and server are killed, as by a power cut, and the client is started without its server: how long until its window stands, until every camera has its
 * tile, until the first tile shows what happens now, and until every tile does, which is what counts; windows and pictures are read off the screen's own pixels. With streams of the relay,
 * which goes on, and straight from cameras, where the next key frame has to be waited for; and with the server, for comparison.
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

    /** What was on the screen of a client that was killed is gone by then. */
    private static final Duration GONE = Duration.ofSeconds(3);

    private static final long STILL_MILLIS = 100;

    /**
     * Milliseconds from the start of the process; negative where it never came to that.
     *
     * @param placedMs until every camera had its tile, by the client's own log
     */
    private record Start(long windowMs, long placedMs, long firstMs, long wallMs) {}

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.whole("--tiles", 36, 1, 100), Option.whole("--times", 3, 1, 1000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        int times = given.get("--times");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("tiles", tiles);
        figures.put("times", times);
        Targets targets = new Targets();
        try (BenchCity city = new BenchCity(ground, tiles);
                VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                FrameBuffer pixels = screen.frameBuffer()) {
            Path data = city.endServer();
            Seat seat = new Seat(ground, city, screen, pixels, tiles);
            targets.atMost("wallMs", seat.measure(data, "relay", times, "", figures), TARGET_MS);
            targets.atMost("directWallMs", seat.measure(data, "direct", times, "direct", figures), TARGET_MS);
        }
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.status();
    }

    /** Where the client is started again and again. */
    private record Seat(Ground ground, BenchCity city, VirtualScreen screen, FrameBuffer pixels, int tiles) {
        /**
         * Signs in once, kills the server, and starts the client without it.
         *
         * @param way which streams take
         * @param prefix of the figures' names
         * @return the median until every tile is live, milliseconds; more than any target where it did not always come to that
         */
        long measure(Path data, String way, int times, String prefix, Map<String, Object> figures)
                throws IOException, InterruptedException {
            List<Start> came = new ArrayList<>();
            Start with;
            URI address;
            // Whoever starts one more server in the end ends the relay in order, too.
            try (ServerProcess server = server(data, way, 0)) {
                address = server.address();
                List<WallProbe.Spot> spots = places(address);
                with = start(address, spots);
                ground.err().println("bench: " + way + ", with its server " + with);
                server.kill();
                for (int i = 0; i < times; i++) {
                    Start without = start(address, spots);
                    ground.err().println("bench: " + way + ", without its server " + without);
                    if (without.wallMs() >= 0) {
                        came.add(without);
                    }
                }
            } finally {
                server(data, way, 0).close();
            }
            long wallMs = part(came, Start::wallMs, 0.5);
            figures.put(named(prefix, "windowMs"), part(came, Start::windowMs, 0.5));
            figures.put(named(prefix, "placedMs"), part(came, Start::placedMs, 0.5));
            figures.put(named(prefix, "firstMs"), part(came, Start::firstMs, 0.5));
            figures.put(named(prefix, "wallMs"), wallMs);
            figures.put(named(prefix, "wallMsMax"), part(came, Start::wallMs, 1));
            figures.put(named(prefix, "allLive"), came.size() == times);
            figures.put(named(prefix, "wallMsWithServer"), with.wallMs());
            return came.size() == times ? wallMs : Long.MAX_VALUE;
        }

        private ServerProcess server(Path data, String way, int port) throws IOException, InterruptedException {
            return new ServerProcess(ground, data, port, List.of("--streams", way, "--offline-grace", "10"));
        }

        /** The first start: somebody signs in, everything is granted and kept. */
        private List<WallProbe.Spot> places(URI server) throws IOException, InterruptedException {
            try (MeasuredClient client = new MeasuredClient(ground, city, server, screen.display(), tiles)) {
                client.awaitLive(ground.clock(), PATIENCE);
                TimeUnit.NANOSECONDS.sleep(KEPT.toNanos());
                List<WallProbe.Spot> spots = client.awaitLive(ground.clock(), PATIENCE);
                client.kill();
                return spots;
            }
        }

        private Start start(URI server, List<WallProbe.Spot> spots) throws IOException, InterruptedException {
            Clock clock = ground.clock();
            int[] before = still(pixels, clock);
            long begun = clock.nanos();
            try (MeasuredClient client = new MeasuredClient(ground, city, server, screen.display(), tiles);
                    CameraWatch watch = new CameraWatch(pixels, spots, clock)) {
                long windowMs = awaitWindow(pixels, before, clock, begun);
                OptionalLong all = watch.awaitAll(city.numbers(), LONGEST);
                boolean running = client.running();
                long placedMs = client.placedMillis();
                client.kill();
                long firstMs = city.numbers().stream()
                        .map(watch::firstAt)
                        .filter(OptionalLong::isPresent)
                        .mapToLong(at -> millis(at.getAsLong() - begun))
                        .min()
                        .orElse(-1);
                if (all.isEmpty() || !running) {
                    ground.err().println("bench: the client said " + String.join(" | ", client.said()));
                    return new Start(windowMs, placedMs, firstMs, -1);
                }
                return new Start(windowMs, placedMs, firstMs, millis(all.getAsLong() - begun));
            }
        }
    }

    private static String named(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    private static long part(List<Start> came, ToLongFunction<Start> figure, double part) {
        Percentiles values = new Percentiles();
        came.forEach(start -> values.add((double) figure.applyAsLong(start)));
        return values.count() == 0 ? -1 : Math.round(values.at(part));
    }

    /** What stands on the screen once nothing changes on it any more. */
    private static int[] still(FrameBuffer pixels, Clock clock) throws InterruptedException {
        long until = clock.nanos() + GONE.toNanos();
        int[] before;
        int[] now = look(pixels);
        do {
            before = now;
            TimeUnit.MILLISECONDS.sleep(STILL_MILLIS);
            now = look(pixels);
        } while (!Arrays.equals(before, now) && clock.nanos() < until);
        return now;
    }

    /** Something else stands on the screen than before: nothing does while no window is open. */
    private static long awaitWindow(FrameBuffer pixels, int[] before, Clock clock, long begun)
            throws InterruptedException {
        while (clock.nanos() - begun < LONGEST.toNanos()) {
            int[] now = look(pixels);
            int changed = 0;
            for (int i = 0; i < now.length; i++) {
                changed += now[i] == before[i] ? 0 : 1;
            }
            if (changed > now.length / LOOKED_AT) {
                return millis(clock.nanos() - begun);
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
