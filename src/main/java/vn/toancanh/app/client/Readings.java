package vn.toancanh.app.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.WallReading;
import vn.toancanh.desk.WatchDesk;
import vn.toancanh.pool.WorkerFacts;

/** What a run has come to, for programs and for whoever started it. On DESK. */
final class Readings {
    private final ClientOptions options;
    private final Supplier<WallReading> counts;
    private final List<WallOnScreen> walls;
    private final Milestones milestones;
    private final Heartbeat heartbeat;
    private final Supplier<List<WorkerFacts>> workers;
    private final WatchDesk watch;
    private final MonitorDesk monitors;

    Readings(
            ClientOptions options,
            Supplier<WallReading> counts,
            List<WallOnScreen> walls,
            Milestones milestones,
            Heartbeat heartbeat,
            Supplier<List<WorkerFacts>> workers,
            WatchDesk watch,
            MonitorDesk monitors) {
        this.options = options;
        this.counts = counts;
        this.walls = walls;
        this.milestones = milestones;
        this.heartbeat = heartbeat;
        this.workers = workers;
        this.watch = watch;
        this.monitors = monitors;
    }

    /** Looks whether every tile is live, which counts for the start once only. */
    void noteAllLive() {
        if (!milestones.has(Milestones.Point.ALL_LIVE) && result().allLive()) {
            milestones.reached(Milestones.Point.ALL_LIVE);
            heartbeat.reset();
        }
    }

    /** What the run has come to so far. */
    RunResult result() {
        return RunResult.of(options.tilesAsked(), counts.get(), walls, milestones, heartbeat, workers.get());
    }

    /** What is shown now, for {@code ./wall status}. */
    StatusReport report(long pid) {
        return TileLines.report(
                pid, options.server(), watch.state(), heartbeat, walls, workers.get(), monitors.windows());
    }

    /** Why not all that was asked for is on show and live, for the person who started this; empty where all is. */
    Optional<String> shortfall(Texts texts) {
        RunResult result = result();
        boolean byItself = options.passwordFile().isPresent();
        Failure held = watch.state().session().connection().why();
        return Optional.of(Shortfall.words(texts, result, report(0), byItself, held))
                .filter(words -> !result.allLive());
    }
}
