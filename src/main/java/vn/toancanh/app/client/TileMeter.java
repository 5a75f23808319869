package vn.toancanh.app.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.TileState;

/** Measures what the tiles of one window show: first pictures and pictures a second. Lane: DESK. */
final class TileMeter implements Handle {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    /** What is known of one tile. */
    private static final class Reading {
        long openedAt;
        long firstPictureMs;
        long shownBefore;
        long readAt;
        double fps;
        long shownAtBase;
        long baseAt;
    }

    private final LiveWall wall;
    private final ToLongFunction<LiveTile> shown;
    private final Clock clock;
    private final IdentityHashMap<LiveTile, Reading> readings = new IdentityHashMap<>();
    private final List<Handle> held;
    private boolean based;

    /** @param shown how many different pictures of a tile the window has shown so far */
    TileMeter(LiveWall wall, ToLongFunction<LiveTile> shown, Lane desk, Clock clock) {
        this.wall = wall;
        this.shown = shown;
        this.clock = clock;
        this.held = List.of(
                wall.onChange(new LiveWall.Listener() {
                    @Override
                    public void rearranged() {
                        readings.keySet().retainAll(wall.tiles());
                    }

                    @Override
                    public void changed(LiveTile tile) {
                        note(tile);
                    }
                }),
                desk.every(PERIOD, this::read));
    }

    private Reading of(LiveTile tile) {
        return readings.computeIfAbsent(tile, any -> new Reading());
    }

    private void note(LiveTile tile) {
        Reading reading = of(tile);
        TileState.Phase phase = tile.state().phase();
        if (phase == TileState.Phase.OPENING && reading.openedAt == 0) {
            reading.openedAt = clock.nanos();
        } else if (phase.live() && reading.openedAt != 0) {
            reading.firstPictureMs = (clock.nanos() - reading.openedAt) / 1_000_000;
            reading.openedAt = 0;
        } else if (phase == TileState.Phase.EMPTY) {
            reading.openedAt = 0;
        }
    }

    private void read() {
        long now = clock.nanos();
        for (LiveTile tile : wall.tiles()) {
            Reading reading = of(tile);
            long count = shown.applyAsLong(tile);
            if (reading.readAt != 0 && count >= reading.shownBefore) {
                reading.fps = (count - reading.shownBefore) * NANOS / (now - reading.readAt);
            }
            reading.shownBefore = count;
            reading.readAt = now;
        }
        LiveWall.NotLive state = wall.notLive();
        if (!based && state.of() > 0 && state.count() == 0) {
            rebase(now);
        }
    }

    /** Means are counted from the first moment when every tile is live. */
    private void rebase(long now) {
        based = true;
        for (LiveTile tile : wall.tiles()) {
            Reading reading = of(tile);
            reading.shownAtBase = shown.applyAsLong(tile);
            reading.baseAt = now;
        }
    }

    /** Pictures shown a second, over the last second. */
    double fps(LiveTile tile) {
        return of(tile).fps;
    }

    /** Mean pictures a second of each tile with a camera since all were live; empty where they never were. */
    List<Double> means() {
        List<Double> means = new ArrayList<>();
        long now = clock.nanos();
        for (LiveTile tile : wall.tiles()) {
            Reading reading = of(tile);
            if (based && reading.baseAt != 0 && tile.state().phase() != TileState.Phase.EMPTY) {
                double seconds = Math.max(1, now - reading.baseAt) / NANOS;
                means.add((shown.applyAsLong(tile) - reading.shownAtBase) / seconds);
            }
        }
        return means;
    }

    /** Opening to first picture of each tile that had one, milliseconds. */
    List<Long> firstPictures() {
        return readings.values().stream()
                .map(reading -> reading.firstPictureMs)
                .filter(ms -> ms > 0)
                .toList();
    }

    /** The value that {@code percent} of the values do not exceed; 0 where there are none. */
    static long percentile(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int at = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.clamp(at, 0, sorted.size() - 1));
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        readings.clear();
    }
}
