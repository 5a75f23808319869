package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Strikes one decoder worker after the other, the next when the tiles of the last are back, and notes what came of it. */
final class Blows {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int SHORTEST_PAUSE_MS = 2000;
    private static final int LONGEST_PAUSE_MS = 6000;

    private final Ground ground;
    private final WatchedWall wall;
    private final Random random;
    private final List<Blow> all = new ArrayList<>();
    private final Set<Long> workers = new TreeSet<>();
    private final FrameLoss foreign = new FrameLoss();
    private final FrameLoss foreignUnseen = new FrameLoss();
    private final FrameLoss calm = new FrameLoss();
    private int ofTheWall;

    Blows(Ground ground, WatchedWall wall, Random random) {
        this.ground = ground;
        this.wall = wall;
        this.random = random;
    }

    /** Strikes again and again for that long. */
    void strike(Duration time) throws IOException, InterruptedException {
        long until = ground.clock().nanos() + time.toNanos();
        while (ground.clock().nanos() < until) {
            pause();
            List<ClientStatus.Worker> busy = wall.latest().workers().stream()
                    .filter(worker -> worker.streams() > 0)
                    .toList();
            if (!busy.isEmpty()) {
                one(busy.get(random.nextInt(busy.size())));
            }
        }
        pause();
    }

    private void pause() throws IOException, InterruptedException {
        calm.begin(wall.missedOfCalm(), ground.clock().nanos());
        long pause = random.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS) * 1_000_000L;
        long until = ground.clock().nanos() + pause;
        while (ground.clock().nanos() < until) {
            step();
        }
        calm.end(wall.missed(), ground.clock().nanos(), Set.of());
    }

    private void one(ClientStatus.Worker worker) throws IOException, InterruptedException {
        Set<Integer> hit = cameras(worker.pid());
        List<Blow.Signal> signals = List.of(Blow.Signal.values());
        Blow.Signal signal = signals.get(random.nextInt(signals.size()));
        int lostBefore = foreign.lost();
        int unseenBefore = foreignUnseen.lost();
        Map<Integer, Integer> missed = wall.missedOfCalm();
        Map<Integer, Integer> unseen = wall.unseen();
        unseen.keySet().retainAll(missed.keySet());
        foreign.begin(missed, ground.clock().nanos());
        foreignUnseen.begin(unseen, ground.clock().nanos());
        long struckAt = ground.clock().nanos();
        Blow blow = new Blow(signal, worker.pid(), struckAt, hit, wall.records());
        int status = new ProcessBuilder("kill", "-" + signal.name(), Long.toString(worker.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("worker " + worker.pid() + " could not be struck");
        }
        all.add(blow);
        while (!blow.step(ground.clock().nanos())) {
            step();
        }
        foreign.end(wall.missed(), ground.clock().nanos(), hit);
        foreignUnseen.end(wall.unseen(), ground.clock().nanos(), hit);
        int lost = foreign.lost() - lostBefore;
        Set<Integer> others = new TreeSet<>(missed.keySet());
        others.removeAll(hit);
        List<Losses.Moment> moments = wall.losses().since(struckAt, others);
        moments.stream().filter(Losses.Moment::ofTheWall).forEach(moment -> ofTheWall += moment.pictures());
        int overlooked = foreignUnseen.lost() - unseenBefore;
        ground.err()
                .println("drill: " + signal + " " + worker.pid() + ": " + hit.size() + " tiles, back after "
                        + blow.backMillis() + (blow.keptDark() > 0 ? ", kept dark: " + blow.keptDark() : "")
                        + (blow.notBack() > 0 ? ", not back: " + blow.notBack() : "")
                        + (lost > 0 ? ", others lost " + lost + ": " + moments : "")
                        + (overlooked > 0 ? ", not looked at " + overlooked : ""));
    }

    private void step() throws IOException, InterruptedException {
        wall.assertRunning();
        wall.latest().workers().forEach(worker -> workers.add(worker.pid()));
        TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
    }

    /** The cameras whose streams a worker plays: both ends of each connection must agree. */
    private Set<Integer> cameras(long pid) throws IOException, InterruptedException {
        try {
            Map<Integer, Integer> byPort =
                    wall.city().simulator().figures().get().cameras();
            Set<Integer> cameras = new TreeSet<>();
            for (int port : WorkerSockets.ports(pid)) {
                Integer camera = byPort.get(port);
                if (camera != null) {
                    cameras.add(camera);
                }
            }
            return cameras;
        } catch (ExecutionException failed) {
            throw new IOException("the cameras do not say who watches them", failed);
        }
    }

    /** Pids of all workers that were ever seen. */
    Set<Long> workers() {
        return Set.copyOf(workers);
    }

    int foreignFramesLost() {
        return foreign.lost();
    }

    long notBack() {
        return all.stream().mapToInt(Blow::notBack).sum();
    }

    long backMsP95() {
        return FaultFigures.millis(back(all), 0.95);
    }

    private static Percentiles back(List<Blow> blows) {
        Percentiles back = new Percentiles();
        blows.forEach(blow -> blow.backMillis().forEach(back::add));
        return back;
    }

    /** All figures of the blows, as they are printed. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("blows", all.size());
        figures.put("tilesHit", all.stream().mapToInt(blow -> blow.hit().size()).sum());
        figures.put("tilesBackMsP50", FaultFigures.millis(back(all), 0.5));
        figures.put("tilesBackMsP95", backMsP95());
        figures.put("tilesBackMsMax", FaultFigures.millis(back(all), 1));
        figures.put("tilesNotBack", notBack());
        figures.put("tilesKeptDark", all.stream().mapToInt(Blow::keptDark).sum());
        figures.put("foreignFramesLost", foreign.lost());
        figures.put("foreignFramesLostTogether", ofTheWall);
        figures.put("foreignFramesUnseen", foreignUnseen.lost());
        figures.put("foreignTileSeconds", Math.round(foreign.tileSeconds()));
        figures.put("calmFramesLost", calm.lost());
        figures.put("calmTileSeconds", Math.round(calm.tileSeconds()));
        for (Blow.Signal signal : Blow.Signal.values()) {
            List<Blow> own = all.stream().filter(blow -> blow.signal == signal).toList();
            Map<String, Object> kind = new LinkedHashMap<>();
            kind.put("blows", own.size());
            kind.put("tilesBackMsP50", FaultFigures.millis(back(own), 0.5));
            kind.put("tilesBackMsMax", FaultFigures.millis(back(own), 1));
            kind.put("tilesNotBack", own.stream().mapToInt(Blow::notBack).sum());
            figures.put(signal.name(), kind);
        }
        return figures;
    }
}
