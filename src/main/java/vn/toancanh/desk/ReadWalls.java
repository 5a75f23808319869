package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.StreamStatistics;

/** Counts what the tiles of all windows show, for the status strip and the badge. */
public final class ReadWalls implements Supplier<WallReading> {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Supplier<List<LiveWall>> walls;
    private final Clock clock;
    private final Map<LiveTile, Long> lostBefore = new WeakHashMap<>();
    private long countedAt;
    private long lostPerSecond;

    /** @param walls the walls of all open windows */
    public ReadWalls(Supplier<List<LiveWall>> walls, Clock clock) {
        this.walls = walls;
        this.clock = clock;
        this.countedAt = clock.nanos();
    }

    @Override
    public WallReading get() {
        int shown = 0;
        int notLive = 0;
        long kbps = 0;
        for (LiveWall wall : walls.get()) {
            LiveWall.NotLive count = wall.notLive();
            shown += count.of();
            notLive += count.count();
            for (LiveTile tile : wall.tiles()) {
                kbps += tile.state().phase().live()
                        ? tile.statistics().map(StreamStatistics::bitrateKbps).orElse(0)
                        : 0;
            }
        }
        countLost();
        return new WallReading(shown, shown - notLive, kbps, lostPerSecond);
    }

    private void countLost() {
        long passed = clock.nanos() - countedAt;
        if (passed < SECOND) {
            return;
        }
        long lost = 0;
        for (LiveWall wall : walls.get()) {
            for (LiveTile tile : wall.tiles()) {
                long now = tile.statistics().map(StreamStatistics::packetsLost).orElse(0L);
                Long before = lostBefore.put(tile, now);
                // A tile that opened anew counts from zero again.
                lost += before == null || now < before ? now : now - before;
            }
        }
        lostPerSecond = lost * SECOND / passed;
        countedAt = clock.nanos();
    }
}
