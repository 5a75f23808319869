package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.simulator.head.SimulatedHead;

/**
 * {@code ptz}: a stick, plugged virtually into the client, steers the head of one of many live tiles, by way of the server and ONVIF: how
 * soon has the head a movement, and how soon the stop, also while the thread that paints stands still. Beside it the same two hops with
 * nothing done on the way.
 */
final class PtzBenchmark implements Benchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final long WIRE_MS = 20;
    private static final long STOP_MS = 30;
    private static final int WARMING = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SETTLE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "ptz";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 36, 2, 100),
                Option.whole("--times", 200, 1, 100_000),
                Option.whole("--stalls", 50, 0, 10_000),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        try (BenchCity city = BenchCity.whole(ground, tiles);
                VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                MeasuredClient client = new MeasuredClient(ground, city, screen.display(), tiles);
                TwoHops floor = new TwoHops(ground.clock())) {
            client.awaitLive(ground.clock(), PATIENCE);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            SimulatedHead head = steer(city, client);
            Wrist warming = new Wrist(ground.clock(), client, head, new Random(given.get("--seed")));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("bench", name());
            figures.put("tiles", tiles);
            figures.put("firstMs", rounded(warming.first()));
            for (int i = 0; i < WARMING; i++) {
                warming.turn(false);
                floor.millis();
            }
            Wrist wrist = new Wrist(ground.clock(), client, head, new Random(given.get("--seed")));
            Percentiles hops = new Percentiles();
            for (int i = 0; i < given.get("--times"); i++) {
                wrist.turn(false);
                hops.add(floor.millis());
            }
            ground.err().println("bench: and while the thread that paints stands still");
            for (int i = 0; i < given.get("--stalls"); i++) {
                wrist.turn(true);
                hops.add(floor.millis());
            }
            int live = client.awaitLive(ground.clock(), PATIENCE).size();
            Targets targets = judge(wrist, hops, figures);
            figures.put("liveInTheEnd", live);
            figures.put("missed", targets.missed());
            ground.out().println(new JsonMapper().writeValueAsString(figures));
            return targets.status();
        }
    }

    /** Has the client steer the first camera on its wall that has a head, with a stick at rest. */
    private static SimulatedHead steer(BenchCity city, MeasuredClient client) throws IOException, InterruptedException {
        List<ClientStatus.Tile> shown = client.status()
                .orElseThrow(() -> new IOException("the client does not answer"))
                .tiles();
        Map<Integer, Camera> heads = new LinkedHashMap<>();
        city.simulator().cameras().stream()
                .map(CameraEntry::camera)
                .filter(Camera::ptz)
                .forEach(camera -> heads.put(Objects.requireNonNull(camera.number()), camera));
        for (int i = 0; i < shown.size(); i++) {
            Camera camera = heads.get(shown.get(i).camera());
            if (camera != null) {
                client.ask("steer " + (i + 1));
                client.ask("stick 0 0");
                TimeUnit.SECONDS.sleep(2);
                return city.simulator().head(camera.id()).orElseThrow();
            }
        }
        throw new IOException("no camera on the wall has a head");
    }

    /** Tells and judges. */
    static Targets judge(Wrist wrist, Percentiles hops, Map<String, Object> figures) {
        Percentiles allStops = new Percentiles();
        wrist.toStop().forEach(allStops::add);
        wrist.stalledToStop().forEach(allStops::add);
        put(figures, "stickToWireMs", wrist.toWire());
        put(figures, "releaseToZeroMs", wrist.toZero());
        put(figures, "releaseToStopMs", allStops);
        put(figures, "stalledReleaseToStopMs", wrist.stalledToStop());
        put(figures, "floorMs", hops);
        figures.put("ratioToFloorP50", rounded(wrist.toWire().at(0.5) / hops.at(0.5)));
        figures.put("ratioToFloorP99", rounded(wrist.toWire().at(0.99) / hops.at(0.99)));
        figures.put("unheard", wrist.unheard());
        Targets targets = new Targets();
        targets.atMost("stickToWireMsP99", tenths(wrist.toWire().at(0.99)), WIRE_MS * 10);
        targets.atMost("releaseToStopMsP99", tenths(allStops.at(0.99)), STOP_MS * 10);
        targets.atMost("unheard", wrist.unheard(), 0);
        targets.atLeast("turns", wrist.toWire().count(), 1);
        return targets;
    }

    private static void put(Map<String, Object> figures, String name, Percentiles of) {
        if (of.count() > 0) {
            figures.put(name + "P50", rounded(of.at(0.5)));
            figures.put(name + "P99", rounded(of.at(0.99)));
            figures.put(name + "Max", rounded(of.at(1)));
        }
    }

    private static long tenths(double millis) {
        return Math.round(millis * 10);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
