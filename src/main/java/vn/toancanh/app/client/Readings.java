package vn.toancanh.app.client;

import java.util.Optional;
import vn.toancanh.desk.TileReading;
import vn.toancanh.desk.WallReading;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.Reason;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CellContent;

/** Reads walls and tiles into what bars and panels tell. Lane: DESK. */
final class Readings {
    private Readings() {}

    static WallReading of(LiveWall wall, long lostPerSecond) {
        LiveWall.NotLive state = wall.notLive();
        long kbps = wall.tiles().stream()
                .flatMap(tile -> tile.statistics().stream())
                .mapToLong(StreamStatistics::bitrateKbps)
                .sum();
        return new WallReading(state.of(), state.of() - state.count(), kbps, lostPerSecond);
    }

    /** A tile that shows a camera; empty for others. */
    static Optional<TileReading> of(LiveTile tile) {
        if (!(tile.content() instanceof CellContent.OfCamera shown)) {
            return Optional.empty();
        }
        TileState state = tile.state();
        String why = tile.why().stream()
                .filter(reason -> reason.args().isEmpty())
                .map(Reason::textKey)
                .filter(key -> key.startsWith("why."))
                .findFirst()
                .orElse("");
        return Optional.of(new TileReading(
                tile.index() + 1,
                shown.camera(),
                state,
                tile.stream().orElse(null),
                tile.statistics().orElse(null),
                why));
    }
}
