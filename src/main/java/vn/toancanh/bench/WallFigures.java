package vn.toancanh.bench;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all tiles of a wall together said without a cause, or against their own pixels.
 *
 * @param lies how often a tile began to count as live over pixels that had stood still, or been old, for too long
 * @param lyingMillis for how long, all together
 * @param livePercent of the time of all tiles together, that in which they counted as live and so could lie
 * @param alarmStates how often a tile left LIVE without a cause, by the state it went to
 */
record WallFigures(int lies, long lyingMillis, double livePercent, Map<String, Integer> alarmStates) {
    WallFigures {
        alarmStates = new TreeMap<>(alarmStates);
    }

    WallFigures(Collection<TileRecord> tiles) {
        this(
                tiles.stream().mapToInt(TileRecord::lies).sum(),
                tiles.stream().mapToLong(TileRecord::lyingMillis).sum(),
                livePercent(tiles),
                alarms(tiles));
    }

    private static double livePercent(Collection<TileRecord> tiles) {
        long heard = tiles.stream().mapToLong(TileRecord::heardNanos).sum();
        long live = tiles.stream().mapToLong(TileRecord::liveNanos).sum();
        return heard == 0 ? 0 : Math.round(1000.0 * live / heard) / 10.0;
    }

    private static Map<String, Integer> alarms(Collection<TileRecord> tiles) {
        Map<String, Integer> all = new TreeMap<>();
        tiles.forEach(tile -> tile.falseAlarms().forEach((state, count) -> all.merge(state, count, Integer::sum)));
        return all;
    }

    int falseAlarms() {
        return alarmStates.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Alarms since {@code before}. */
    Map<String, Integer> alarmsSince(WallFigures before) {
        Map<String, Integer> since = new TreeMap<>(alarmStates);
        before.alarmStates.forEach((state, count) -> since.merge(state, -count, Integer::sum));
        since.values().removeIf(count -> count == 0);
        return since;
    }
}
