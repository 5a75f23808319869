package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.simulator.Fault;

/**
 * Minutes over still night streets where nothing changes but the noise of the sensors: whoever says that such a picture
 * does not change, or is black, is wrong.
 */
final class NightWatch {
    private static final Duration CODING = Duration.ofMinutes(10);
    private static final Duration FALLS = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final String EARLY = "EARLY";
    private static final Duration FOREVER = Duration.ofDays(1);

    private final Ground ground;
    private final WatchedWall wall;
    private Map<String, Integer> alarms = new TreeMap<>();

    NightWatch(Ground ground, WatchedWall wall) {
        this.ground = ground;
        this.wall = wall;
    }

    /** Lets night fall on every camera and watches; the cameras stay as they are then. */
    void watch(Duration time) throws IOException, InterruptedException {
        ground.err().println("drill: night falls…");
        // The strips stand still as the scene does, so pixels say nothing about lies.
        wall.records().values().forEach(record -> record.expectTrouble(FOREVER));
        CountDownLatch fallen = new CountDownLatch(wall.cameras().size());
        for (CameraEntry entry : wall.city().simulator().cameras()) {
            Integer number = entry.camera().number();
            if (number != null && wall.records().containsKey(number)) {
                wall.city().simulator().inject(entry.camera().id(), Fault.NOISY_NIGHT, nanos -> fallen.countDown());
            }
        }
        if (!fallen.await(CODING.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("night did not fall on " + fallen.getCount() + " cameras");
        }
        TimeUnit.NANOSECONDS.sleep(FALLS.toNanos());
        wall.records().values().forEach(TileRecord::expectNothing);
        wall.records().values().forEach(TileRecord::stopJudging);
        int early = (int) wall.latest().tiles().stream()
                .filter(tile -> !tile.state().equals(ClientStatus.LIVE))
                .count();
        WallFigures before = new WallFigures(wall.records().values());
        long until = ground.clock().nanos() + time.toNanos();
        while (ground.clock().nanos() < until) {
            wall.assertRunning();
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
        }
        alarms = new WallFigures(wall.records().values()).alarmsSince(before);
        if (early > 0) {
            alarms.merge(EARLY, early, Integer::sum);
        }
    }

    int falseAlarms() {
        return alarms.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** By the state a tile went to; {@code EARLY}: tiles that were not LIVE when the watch began. */
    Map<String, Integer> alarmStates() {
        return Map.copyOf(alarms);
    }
}
