package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.simulator.Fault;

/**
 * {@code soak}: a full wall goes from page to page and from layout to layout, and cameras drop out and come back, round
 * after round. At the end of each round, with every tile live and garbage collected, memory, threads and handles are read:
 * do they stay level?
 */
final class SoakDrill implements Drill {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int SMALLER = 36;
    private static final int SMALLEST = 9;
    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFFLINE = Duration.ofSeconds(2);
    private static final Duration COLLECTED = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofSeconds(4);
    /** A run shorter than that says little of an hour's slope. */
    private static final double JUDGED_HOURS = 0.5;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.of("--hours", 1, 0.01, 1000),
                Option.whole("--tiles", 64, SMALLEST, 100),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        double hours = given.number("--hours");
        SoakFigures figures = new SoakFigures(hours);
        try (BenchCity city = BenchCity.whole(ground, tiles + tiles / 8);
                VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
                MeasuredClient client = new MeasuredClient(ground, city, screen.display(), tiles)) {
            client.awaitLive(ground.clock(), FIRST_PATIENCE);
            Rounds rounds = new Rounds(ground, city, client, tiles, new Random(given.get("--seed")));
            rounds.go(hours, figures);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("drill", name());
            told.put("tiles", tiles);
            told.put("hours", hours);
            told.put("rounds", rounds.count);
            told.put("roundsNotLive", rounds.notLive);
            told.put("garbageCollected", rounds.collecting.possible());
            told.putAll(figures.all());
            List<String> missed = missed(figures, hours);
            told.put("missed", missed);
            ground.out().println(new JsonMapper().writeValueAsString(told));
            return missed.isEmpty() ? 0 : 1;
        }
    }

    /** Names of the targets that were not met. */
    static List<String> missed(SoakFigures figures, double hours) {
        Targets targets = new Targets();
        if (hours >= JUDGED_HOURS) {
            targets.atMost("memorySlopeMbPerHour", Math.round(figures.memorySlopeMbPerHour()), 30);
        }
        targets.atMost("threadsGrowth", Math.round(figures.threadsGrowth()), 8);
        targets.atMost("handlesGrowth", Math.round(figures.handlesGrowth()), 16);
        return targets.missed();
    }

    /** One round after another. */
    private static final class Rounds {
        private final Ground ground;
        private final BenchCity city;
        private final MeasuredClient client;
        private final int tiles;
        private final Random random;
        private final Collecting collecting = Collecting.ofThisJdk();
        private int count;
        private int notLive;

        Rounds(Ground ground, BenchCity city, MeasuredClient client, int tiles, Random random) {
            this.ground = ground;
            this.city = city;
            this.client = client;
            this.tiles = tiles;
            this.random = random;
        }

        void go(double hours, SoakFigures figures) throws IOException, InterruptedException {
            long begun = ground.clock().nanos();
            double gone = 0;
            while (gone < hours) {
                round();
                gone = (ground.clock().nanos() - begun) / 3.6e12;
                collecting.collect(client.processes());
                TimeUnit.NANOSECONDS.sleep(COLLECTED.toNanos());
                Footprint taken = Footprint.of(client.processes());
                figures.add(gone, taken);
                ground.err()
                        .println(String.format(
                                java.util.Locale.ROOT,
                                "drill: %.1f min, %.0f MB, %d threads, %d handles",
                                gone * 60,
                                taken.memoryMb(),
                                taken.threads(),
                                taken.handles()));
            }
        }

        private void round() throws IOException, InterruptedException {
            count++;
            boolean live = shows(1 + tiles / 8, tiles);
            live &= shows(1, Math.min(SMALLER, tiles));
            live &= shows(1 + random.nextInt(tiles - SMALLEST + 1), SMALLEST);
            live &= shows(1, tiles);
            dropOut();
            live &= await(tiles);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            notLive += live && await(tiles) ? 0 : 1;
        }

        private boolean shows(int first, int cameras) throws IOException, InterruptedException {
            client.show(first, cameras);
            return await(cameras);
        }

        private boolean await(int cameras) throws IOException, InterruptedException {
            try {
                client.awaitLive(ground.clock(), PATIENCE, cameras);
                return true;
            } catch (IOException late) {
                if (!client.running()) {
                    throw late;
                }
                ground.err().println("drill: not all of " + cameras + " tiles are live");
                return false;
            }
        }

        /** Some connections drop, some cameras are away for a moment. */
        private void dropOut() throws InterruptedException {
            List<CameraId> cameras = new ArrayList<>(city.simulator().cameras().stream()
                    .map(CameraEntry::camera)
                    .map(camera -> camera.id())
                    .toList());
            Collections.shuffle(cameras, random);
            List<CameraId> struck = cameras.subList(0, Math.max(2, tiles / 8));
            for (int i = 0; i < struck.size(); i++) {
                Fault fault = i % 2 == 0 ? Fault.DROP : Fault.OFFLINE;
                city.simulator().inject(struck.get(i), fault, nanos -> {});
            }
            TimeUnit.NANOSECONDS.sleep(OFFLINE.toNanos());
            struck.forEach(city.simulator()::clear);
        }
    }
}
