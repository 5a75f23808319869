package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.simulator.Fault;

/**
 * {@code faults}: cameras fail in every way the simulator knows, at random moments. How soon does a tile stop saying LIVE,
 * how soon is it back, does any tile ever say LIVE over pixels that stand still or are old, and does any cry wolf, also through
 * minutes of still and noisy night?
 */
final class FaultDrill implements Drill {
    private static final Duration STEP = Duration.ofMillis(50);
    /** A tile is broken only after it was whole and live for so long. */
    private static final Duration CALM = Duration.ofSeconds(3);

    private static final int LONGEST_GAP_MS = 1500;
    private static final int LONGEST_LINGER_MS = 3000;
    /** What stands still goes on doing so: a tile that was opened anew for it may not take it for new. */
    private static final int STILL_MS = 25_000;

    private static final int LONGEST_STILL_MS = 40_000;
    /** What grows old is opened anew after ten seconds and more: it may not be taken for new then. */
    private static final int OLD_MS = 20_000;

    private static final int LONGEST_OLD_MS = 30_000;
    /** Of so many tiles one may be broken at a time. */
    private static final int TILES_A_FAULT = 6;

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 36, 1, 100),
                Option.whole("--faults", 40, 1, 10_000),
                Option.whole("--minutes", 30, 0, 10_000),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE),
                Option.whole("--direct", 0, 0, 1));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        boolean direct = given.get("--direct") == 1;
        try (WatchedWall wall =
                new WatchedWall(ground, tiles, direct ? StreamPolicy.Way.DIRECT : StreamPolicy.Way.RELAY)) {
            long begun = ground.clock().nanos();
            FaultFigures faults = throwFaults(ground, wall, new Random(given.get("--seed")), given.get("--faults"));
            WallFigures seen = new WallFigures(wall.records().values());
            int minutes = given.get("--minutes");
            NightWatch night = new NightWatch(ground, wall);
            if (minutes > 0) {
                night.watch(Duration.ofMinutes(minutes));
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("drill", name());
            figures.put("tiles", tiles);
            figures.put("streams", direct ? "direct" : "relay");
            figures.put("seed", given.get("--seed"));
            figures.put("seconds", (ground.clock().nanos() - begun) / 1_000_000_000L);
            figures.putAll(faults.all());
            figures.put("lies", seen.lies());
            figures.put("lyingMs", seen.lyingMillis());
            figures.put("livePercent", seen.livePercent());
            figures.put("falseAlarms", seen.falseAlarms() + night.falseAlarms());
            figures.put("falseAlarmStates", seen.alarmStates());
            figures.put("nightMinutes", minutes);
            figures.put("nightFalseAlarms", night.falseAlarms());
            figures.put("nightFalseAlarmStates", night.alarmStates());
            figures.put("faults", faults.each());
            List<String> missed = missed(faults, seen, night);
            figures.put("missed", missed);
            ground.out().println(new JsonMapper().writeValueAsString(figures));
            return missed.isEmpty() ? 0 : 1;
        }
    }

    /** Names of the targets that were not met. */
    private static List<String> missed(FaultFigures faults, WallFigures seen, NightWatch night) {
        Targets targets = new Targets();
        targets.atMost("detectMsMax", faults.detectMsMax(), 3000);
        targets.atMost("unchangedMsMax", faults.unchangedMsMax(), 10_000);
        targets.atMost("undetected", faults.undetected(), 0);
        targets.atMost("neverBegan", faults.neverBegan(), 0);
        targets.atMost("unrecovered", faults.unrecovered(), 0);
        targets.atMost("lies", seen.lies(), 0);
        targets.atMost("falseAlarms", seen.falseAlarms() + night.falseAlarms(), 0);
        return targets.missed();
    }

    private static FaultFigures throwFaults(Ground ground, WatchedWall wall, Random random, int count)
            throws IOException, InterruptedException {
        Deque<Fault> plan = plan(random, count);
        int atOnce = Math.clamp(wall.cameras().size() / TILES_A_FAULT, 1, 8);
        List<FaultThrow> all = new ArrayList<>();
        List<FaultThrow> open = new ArrayList<>();
        long next = ground.clock().nanos();
        while (!plan.isEmpty() || !open.isEmpty()) {
            wall.assertRunning();
            long now = ground.clock().nanos();
            for (FaultThrow each : List.copyOf(open)) {
                if (each.step(now)) {
                    open.remove(each);
                    tell(ground, each);
                }
            }
            List<Integer> calm = wall.cameras().stream()
                    .filter(camera -> record(wall, camera).calm(now, CALM))
                    .toList();
            if (now >= next && !plan.isEmpty() && open.size() < atOnce && !calm.isEmpty()) {
                FaultThrow made = make(wall, plan.remove(), calm.get(random.nextInt(calm.size())), now, random);
                all.add(made);
                open.add(made);
                next = now + random.nextInt(LONGEST_GAP_MS) * 1_000_000L;
            }
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
        }
        return new FaultFigures(all);
    }

    /** Every kind as often as every other, each round of kinds in an order of its own. */
    static Deque<Fault> plan(Random random, int count) {
        Deque<Fault> plan = new ArrayDeque<>();
        while (plan.size() < count) {
            List<Fault> round = new ArrayList<>(FaultTerms.THROWN);
            Collections.shuffle(round, random);
            round.stream().limit(count - plan.size()).forEach(plan::add);
        }
        return plan;
    }

    private static TileRecord record(WatchedWall wall, int camera) {
        return java.util.Objects.requireNonNull(wall.records().get(camera));
    }

    private static FaultThrow make(WatchedWall wall, Fault fault, int camera, long now, Random random) {
        CameraId id = wall.city().simulator().cameras().stream()
                .map(CameraEntry::camera)
                .filter(each -> Integer.valueOf(camera).equals(each.number()))
                .map(each -> each.id())
                .findFirst()
                .orElseThrow();
        Duration linger = Duration.ofMillis(
                FaultTerms.of(fault).standsStill()
                        ? random.nextInt(STILL_MS, LONGEST_STILL_MS)
                        : FaultTerms.of(fault).growsOld()
                                ? random.nextInt(OLD_MS, LONGEST_OLD_MS)
                                : random.nextInt(LONGEST_LINGER_MS));
        FaultThrow made = new FaultThrow(
                fault,
                camera,
                record(wall, camera),
                now,
                linger,
                () -> wall.city().simulator().clear(id));
        wall.city().simulator().inject(id, fault, made::begun);
        return made;
    }

    private static void tell(Ground ground, FaultThrow over) {
        ground.err()
                .println("drill: camera " + over.camera + " " + over.fault.word() + ": "
                        + (over.detectMillis().isPresent()
                                ? over.answer() + " after "
                                        + over.detectMillis().getAsLong() + " ms"
                                : over.happened() ? "stayed LIVE" : "never began")
                        + (over.recoverMillis().isPresent()
                                ? ", back after " + over.recoverMillis().getAsLong() + " ms"
                                : over.unrecovered() ? ", not back" : ""));
    }
}
