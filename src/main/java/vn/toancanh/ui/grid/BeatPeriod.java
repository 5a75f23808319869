package vn.toancanh.ui.grid;

import java.util.List;
import vn.toancanh.live.LiveTile;

/** How long it is from one pulse to the next: a little less than the interval of the wall's fastest stream. FX thread. */
final class BeatPeriod {
    /** Shortest and longest time between two pulses. */
    private static final long FASTEST_NANOS = 32_000_000L;

    private static final long SLOWEST_NANOS = 66_000_000L;

    /** Share of a frame interval that passes between pulses: a little less than one, so that no queue of pictures grows. */
    private static final double WITHIN_INTERVAL = 0.94;

    /** So many tiles may open without the wall being painted more often than it should be. */
    private static final int FEW = 3;

    private long nanos = FASTEST_NANOS;

    /**
     * Time from the last pulse to the next: none where somebody waits for a first picture and it has come, so that it is on the
     * screen with the next tick; but a whole wall that opens is painted no more often than the fastest wall.
     *
     * @param behind true where pictures wait that the last pulse could not bring
     */
    long nanos(boolean behind, List<LiveTile> tiles) {
        int opening = 0;
        boolean first = false;
        for (LiveTile tile : tiles) {
            opening += tile.awaitsFirst() ? 1 : 0;
            first |= tile.firstWaits();
        }
        if (first && opening <= FEW) {
            return 0;
        }
        return behind || first ? FASTEST_NANOS : nanos;
    }

    /** Looks how fast the streams are now. */
    void follow(List<LiveTile> tiles) {
        double fastest = Double.MAX_VALUE;
        for (LiveTile tile : tiles) {
            if (tile.frameIntervalNanos() > 0) {
                fastest = Math.min(fastest, tile.frameIntervalNanos());
            }
        }
        nanos = fastest == Double.MAX_VALUE
                ? FASTEST_NANOS
                : Math.clamp((long) (fastest * WITHIN_INTERVAL), FASTEST_NANOS, SLOWEST_NANOS);
    }
}
