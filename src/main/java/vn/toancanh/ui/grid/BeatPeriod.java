package vn.toancanh.ui.grid;

import java.util.List;
import vn.toancanh.live.LiveTile;

/** When the wall is painted: a period is a little less than the interval of the wall's fastest stream. FX thread. */
final class BeatPeriod {
    /** Shortest and longest time between two pulses. */
    private static final long FASTEST_NANOS = 32_000_000L;

    private static final long SLOWEST_NANOS = 66_000_000L;

    /** Share of a frame interval that passes between pulses: a little less than one, so that no queue of pictures grows. */
    private static final double WITHIN_INTERVAL = 0.94;

    /** So many tiles may open without the wall being painted more often than it should be. */
    private static final int FEW = 3;

    /**
     * A picture stands for all of the period but one tick of a usual screen. What is painted takes its way through render thread and X server, which a busy
     * machine holds up by some ten milliseconds; two pictures closer than that reach the screen as one. But what a late tick cost must be
     * made up for, on a wall of thirty pictures a second too.
     */
    private static final long TICK_NANOS = 17_000_000L;

    private final Beats beats = new Beats();
    private long nanos = FASTEST_NANOS;

    /**
     * Which beat the tick of the screen is.
     *
     * @param behind true where pictures wait that the last beat could not bring
     */
    Beats.Beat at(long now, boolean behind, List<LiveTile> tiles) {
        return beats.at(now, nanos(behind, tiles), least(), firstsWait(tiles));
    }

    private long least() {
        return nanos - TICK_NANOS;
    }

    /** Time from the last beat to the next. */
    long nanos(boolean behind, List<LiveTile> tiles) {
        boolean hurry = behind || tiles.stream().anyMatch(LiveTile::firstWaits);
        return hurry ? Math.max(FASTEST_NANOS, least()) : nanos;
    }

    /**
     * True where somebody waits for a first picture and it has come, so that it is to be on the screen with the next tick; but a whole
     * wall that opens is painted no more often than the fastest wall.
     */
    boolean firstsWait(List<LiveTile> tiles) {
        int opening = 0;
        boolean first = false;
        for (LiveTile tile : tiles) {
            opening += tile.awaitsFirst() ? 1 : 0;
            first |= tile.firstWaits();
        }
        return first && opening <= FEW;
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
