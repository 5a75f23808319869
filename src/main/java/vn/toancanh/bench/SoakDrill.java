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
 * {@code soak}: a full wall goes from page to page and from layout to layout, cameras take turns in two of its tiles, and some
 * drop out and come back, round after round. At the end of each round, with every tile live and garbage collected, memory, threads and handles are read:
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
    /** So often each carousel turns in a round; a turn takes five seconds. */
    private static final int TURNS = 2;

    private static final int CAROUSELS = 2;
    private static final long LOOK_EVERY_MILLIS = 250;
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
            told.put("carouselTurns", rounds.turns);
            told.put("garbageCollected", rounds.collecting.possible());
            told.putAll(figures.all());
            List<String> missed = missed(figures, hours, rounds.count, rounds.notLive, rounds.turns);
            told.put("missed", missed);
            ground.out().println(new JsonMapper().writeValueAsString(told));
            return missed.isEmpty() ? 0 : 1;
        }
    }

    /**
     * Names of the targets that were not met.
     *
     * @param notLive rounds in which not every tile came to be live again
     * @param turns how often cameras took turns in that many rounds
     */
    static List<String> missed(SoakFigures figures, double hours, int rounds, int notLive, int turns) {
        Targets targets = new Targets();
        targets.atMost("roundsNotLive", notLive, 0);
        targets.atLeast("carouselTurns", turns, Math.max(1, rounds));
        if (hours >= JUDGED_HOURS) {
            targets.atMost("memorySlopeMbPerHour", Math.round(figures.memorySlopeMbPerHour()), 30);
        }
        targets.atMost("threadsGrowth", Math.round(figures.threadsGrowth()), 8);
        targets.atMost("handlesGrowth", Math.round(figures.handlesGrowth()), 16);
        return targets.missed();
    }

    /** The cameras of the first tiles, each with some that have no tile. */
    static List<List<Integer>> carousels(List<Integer> numbers, int tiles) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        int others = sorted.size() - tiles;
        List<List<Integer>> carousels = new ArrayList<>();
        for (int at = 0; at < Math.min(CAROUSELS, others); at++) {
            List<Integer> cameras = new ArrayList<>(List.of(sorted.get(at)));
            for (int other = at; other < others; other += CAROUSELS) {
                cameras.add(sorted.get(tiles + other));
            }
            carousels.add(cameras);
        }
        return carousels;
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
        private int turns;

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
            live &= takeTurns();
            dropOut();
            live &= await(tiles);
            live &= shows(1, tiles);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            notLive += live && await(tiles) ? 0 : 1;
        }

        /** Cameras take turns, some of which the wall does not show elsewhere; false where one had no picture for too long. */
        private boolean takeTurns() throws IOException, InterruptedException {
            List<List<Integer>> carousels = carousels(city.numbers(), tiles);
            TurnCount counted = new TurnCount(carousels);
            for (int at = 0; at < carousels.size(); at++) {
                client.turns(at + 1, carousels.get(at));
            }
            long until = ground.clock().nanos() + PATIENCE.toNanos();
            while (counted.least() < TURNS && ground.clock().nanos() < until) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                client.status().ifPresent(counted::look);
            }
            turns += counted.all();
            if (counted.least() < TURNS) {
                ground.err().println("drill: only " + counted.all() + " turns of " + carousels.size() + " carousels");
            }
            return counted.least() >= TURNS;
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
