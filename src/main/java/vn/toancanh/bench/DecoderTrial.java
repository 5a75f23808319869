package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.bench.fuzz.BrokenCameras;
import vn.toancanh.bench.fuzz.Footage;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.pool.DecoderPool;
import vn.toancanh.pool.PoolOptions;
import vn.toancanh.pool.ProcessLauncher;
import vn.toancanh.pool.WorkerFacts;

/**
 * Pictures that are coded wrongly, in real decoder workers. A worker may fall of them; the pool that keeps the workers must
 * not, and streams that are sound play to the end, wherever they sit.
 */
final class DecoderTrial {
    private static final int BROKEN_OF_EACH = 4;
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofHours(6);
    private static final long STEP_MILLIS = 100;
    private static final long TELL_NANOS = 10_000_000_000L;

    private final Ground ground;
    private final Clock clock;
    private final long wanted;
    private final long seed;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final List<TrialTile> sound = new ArrayList<>();
    private final List<TrialTile> broken = new ArrayList<>();

    /** @param wanted how many spoiled pictures are sent */
    DecoderTrial(Ground ground, long wanted, long seed) {
        this.ground = ground;
        this.clock = ground.clock();
        this.wanted = wanted;
        this.seed = seed;
    }

    /** Runs it; what did not survive, nothing where all did. */
    List<String> run() throws IOException, InterruptedException {
        ground.err().println("drill: recording what is to be spoiled…");
        List<Footage> footage = Recording.all(ground);
        ThreadLane desk = new ThreadLane("DESK");
        ThreadLane lane = new ThreadLane("POOL");
        try (RunFolder logs = RunFolder.make("fuzz");
                BrokenCameras cameras = new BrokenCameras(footage, clock, seed)) {
            DecoderPool pool = pool(desk, lane, logs.path());
            try {
                return tried(desk, pool, cameras, footage);
            } finally {
                desk.execute(
                        () -> Stream.concat(sound.stream(), broken.stream()).forEach(TrialTile::close));
                pool.close();
                awaitEnd(pool);
            }
        } finally {
            lane.close();
            desk.close();
        }
    }

    /** What the figures of the drill say of it. */
    Map<String, Object> figures() {
        return figures;
    }

    private DecoderPool pool(ThreadLane desk, ThreadLane lane, Path logs) {
        String temporary = System.getProperty("java.io.tmpdir", "/tmp");
        ProcessLauncher.Setup setup = new ProcessLauncher.Setup(
                Path.of(System.getProperty("java.home", ""), "bin", "java"),
                number -> List.of(
                        "@" + Path.of(System.getProperty("toancanh.home", "."), "installers", "jvm", "worker.args")),
                System.getProperty("java.class.path", ""),
                Path.of(temporary),
                logs,
                ProcessLauncher.Setup.USUAL_FAREWELL);
        return new DecoderPool(
                desk,
                lane,
                clock,
                StripFolder.ofMachine(System.getenv(), temporary),
                new ProcessLauncher(setup),
                PoolOptions.forCores(Runtime.getRuntime().availableProcessors()),
                new SplittableRandom(seed));
    }

    private List<String> tried(ThreadLane desk, DecoderPool pool, BrokenCameras cameras, List<Footage> footage)
            throws InterruptedException {
        for (int i = 0; i < footage.size(); i++) {
            String encoding = footage.get(i).encoding().name();
            sound.add(new TrialTile(pool, desk, encoding + " sound", cameras.address(i, false)));
            for (int j = 0; j < BROKEN_OF_EACH; j++) {
                broken.add(new TrialTile(pool, desk, encoding + " broken " + j, cameras.address(i, true)));
            }
        }
        desk.execute(() -> sound.forEach(TrialTile::open));
        List<String> falls = new ArrayList<>();
        until(() -> sound.stream().allMatch(this::plays), FIRST_PATIENCE);
        missing("did not begin", falls);
        desk.execute(() -> broken.forEach(TrialTile::open));
        flood(pool, cameras);
        // What fell last has as long as that to come back.
        until(() -> sound.stream().allMatch(this::plays) && ready(pool), LAST_PATIENCE);
        missing("does not play in the end", falls);
        if (!ready(pool)) {
            falls.add("a worker was not replaced");
        }
        if (!answers(desk)) {
            falls.add("the lane of the desk does not answer");
        }
        figures(pool, cameras, falls);
        return falls;
    }

    private void flood(DecoderPool pool, BrokenCameras cameras) throws InterruptedException {
        long next = clock.nanos() + TELL_NANOS;
        long until = clock.nanos() + LIMIT.toNanos();
        while (cameras.spoiled() < wanted && clock.nanos() < until) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            long fallen = gone(pool);
            if (clock.nanos() - next >= 0) {
                next += TELL_NANOS;
                ground.err()
                        .println("drill: " + cameras.spoiled() + " of " + wanted + " spoiled pictures, " + fallen
                                + " workers gone");
            }
        }
    }

    private void missing(String what, List<String> falls) {
        for (TrialTile tile : sound) {
            if (!plays(tile)) {
                falls.add(tile.label() + " " + what);
            }
        }
    }

    private void figures(DecoderPool pool, BrokenCameras cameras, List<String> falls) {
        figures.put("spoiledPictures", cameras.spoiled());
        figures.put("workerFalls", gone(pool));
        figures.put("reopened", broken.stream().mapToLong(TrialTile::failures).sum());
        figures.put("shownOfBroken", broken.stream().mapToLong(TrialTile::shown).sum());
        figures.put("shownOfSound", sound.stream().mapToLong(TrialTile::shown).sum());
        figures.put(
                "soundInterrupted",
                sound.stream().mapToLong(TrialTile::failures).sum());
        figures.put(
                "soundReasons",
                sound.stream().flatMap(tile -> tile.reasons().stream()).toList());
        figures.put("decoderFalls", List.copyOf(falls));
    }

    private boolean plays(TrialTile tile) {
        long at = tile.newestNanos();
        return at > 0 && clock.nanos() - at < 1_000_000_000L;
    }

    private static boolean ready(DecoderPool pool) {
        List<WorkerFacts> workers = pool.workers();
        return !workers.isEmpty() && workers.stream().allMatch(each -> each.state() == WorkerFacts.State.READY);
    }

    /** Workers that were there and are no more: fallen, or replaced in order. */
    private long gone(DecoderPool pool) {
        Set<Long> present = new HashSet<>();
        pool.workers().stream().map(WorkerFacts::pid).filter(pid -> pid > 0).forEach(present::add);
        seen.addAll(present);
        return seen.stream().filter(pid -> !present.contains(pid)).count();
    }

    private static boolean answers(ThreadLane lane) throws InterruptedException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        lane.execute(() -> answer.complete(true));
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private void until(Condition condition, Duration patience) throws InterruptedException {
        long end = clock.nanos() + patience.toNanos();
        while (!condition.holds() && clock.nanos() < end) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private void awaitEnd(DecoderPool pool) throws InterruptedException {
        until(() -> pool.workers().stream().noneMatch(each -> each.pid() > 0), Duration.ofSeconds(5));
    }
}
