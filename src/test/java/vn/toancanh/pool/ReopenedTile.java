package vn.toancanh.pool;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.Simulator;

/** A tile whose owner opens its stream again at once whenever its worker falls. */
final class ReopenedTile implements Player.Listener {
    final AtomicInteger falls = new AtomicInteger();
    private final RealPool pool;
    private final StreamSource source;
    private volatile Player player;

    private ReopenedTile(RealPool pool, StreamSource source) {
        this.pool = pool;
        this.source = source;
        this.player = open();
    }

    /** One for the sub stream of each camera; returns once all play. */
    static List<ReopenedTile> ofAll(Simulator simulator, RealPool pool) {
        List<ReopenedTile> tiles = new CopyOnWriteArrayList<>();
        pool.desk.execute(() ->
                simulator.cameras().forEach(camera -> tiles.add(new ReopenedTile(pool, sub(camera.sources())))));
        Patience.until(
                "all play",
                () -> tiles.size() == simulator.cameras().size()
                        && tiles.stream().allMatch(ReopenedTile::plays));
        return tiles;
    }

    private static StreamSource sub(List<StreamSource> sources) {
        return sources.stream()
                .filter(source -> source.role() == StreamRole.SUB)
                .findFirst()
                .orElseThrow();
    }

    private Player open() {
        return pool.pool.open(
                Grants.request("test", source.uri(), source.user(), source.password(), new PixelSize(320, 180)), this);
    }

    @Override
    public void statistics(StreamStatistics statistics) {}

    @Override
    public void failed(Failure failure) {
        falls.incrementAndGet();
        player.close();
        player = open();
    }

    boolean plays() {
        long at = player.pictures().publishedAtNanos();
        return at > 0 && Clock.SYSTEM.nanos() - at < 500_000_000L;
    }

    static long fallen(List<ReopenedTile> tiles) {
        return tiles.stream().filter(tile -> tile.falls.get() > 0).count();
    }
}
