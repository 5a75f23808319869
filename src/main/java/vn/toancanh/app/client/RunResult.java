package vn.toancanh.app.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.desk.WallReading;
import vn.toancanh.pool.WorkerFacts;

/**
 * What came of a run, as its last line tells programs.
 *
 * @param tiles how many tiles were asked for, or stood on the wall
 * @param live how many of them were live at the end
 * @param presentedFpsMin pictures shown a second by the slowest tile, since all were live; 0 where they never were
 * @param presentedFpsMean the same over all tiles
 * @param firstPictureMsP95 from a tile's opening to its first picture, 95th percentile; 0 where there was none
 * @param windowMs from the client's making until its window was on the screen
 * @param signedInMs until the server had let it in; 0 where it never did
 * @param contentsMs until the cameras were known and the wall asked for pictures; 0 where it never came to that
 * @param allLiveMs until every tile was live; 0 where it never came to that
 * @param workers decoder processes that run
 * @param restarts how often a worker was replaced
 * @param stallMsMax how long the thread that paints was held up at most since every tile was live, milliseconds
 * @param seconds how long the client ran
 */
record RunResult(
        int tiles,
        int live,
        double presentedFpsMin,
        double presentedFpsMean,
        long firstPictureMsP95,
        long windowMs,
        long signedInMs,
        long contentsMs,
        long allLiveMs,
        int workers,
        int restarts,
        long stallMsMax,
        double seconds) {
    @JsonIgnore
    boolean allLive() {
        return tiles > 0 && live == tiles;
    }

    /** To two places, as figures are told. */
    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
    /**
     * Puts together what is known now. On DESK.
     *
     * @param asked how many tiles are to be live at least
     */
    static RunResult of(
            int asked,
            WallReading reading,
            List<WallOnScreen> walls,
            Milestones milestones,
            Heartbeat heartbeat,
            List<WorkerFacts> workers) {
        List<Double> means = new ArrayList<>();
        List<Long> firsts = new ArrayList<>();
        for (WallOnScreen wall : walls) {
            means.addAll(wall.meter().means());
            firsts.addAll(wall.meter().firstPictures());
        }
        return new RunResult(
                Math.max(asked, reading.shown()),
                reading.live(),
                round(means.stream().mapToDouble(Double::doubleValue).min().orElse(0)),
                round(means.stream().mapToDouble(Double::doubleValue).average().orElse(0)),
                TileMeter.percentile(firsts, 95),
                milestones.millis(Milestones.Point.WINDOW),
                milestones.millis(Milestones.Point.SIGNED_IN),
                milestones.millis(Milestones.Point.CONTENTS),
                milestones.millis(Milestones.Point.ALL_LIVE),
                (int) workers.stream().filter(worker -> worker.pid() != 0).count(),
                workers.stream().mapToInt(WorkerFacts::restarts).sum(),
                heartbeat.longest(),
                round(milestones.sinceBegin().toMillis() / 1e3));
    }
}
