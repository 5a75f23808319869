package vn.toancanh.app.client;

import com.fasterxml.jackson.annotation.JsonIgnore;

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
        double seconds) {
    @JsonIgnore
    boolean allLive() {
        return tiles > 0 && live == tiles;
    }

    /** To two places, as figures are told. */
    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
