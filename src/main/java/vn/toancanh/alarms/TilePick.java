package vn.toancanh.alarms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import vn.toancanh.alarms.AlarmWalls.Tile;

/**
 * Which tile an alarm takes: an empty one first, else that where the least urgent is watched, and only if the alarm is more
 * urgent than that. No tile at which a person works, and no more than a part of those that show what people put there.
 */
final class TilePick {
    /** Of so many tiles with cameras alarms have one at most. */
    static final int ONE_OF = 4;

    private static final int NOTHING = -1;

    private final List<Tile> tiles;
    private final ToIntFunction<Tile> watched;

    /** @param watched how urgent is what is watched in a tile that is not empty, 0 to 100 */
    TilePick(List<Tile> tiles, ToIntFunction<Tile> watched) {
        this.tiles = tiles;
        this.watched = watched;
    }

    Optional<Tile> forPriority(int priority) {
        boolean full = taken() >= most();
        return tiles.stream()
                .filter(Tile::untouched)
                .filter(tile -> priority > urgency(tile))
                .filter(tile -> !full || tile.loan() != 0 || tile.camera().isEmpty())
                .min(Comparator.comparingInt(this::urgency)
                        .thenComparingInt(tile -> tile.loan() == 0 ? 0 : 1)
                        .thenComparingInt(Tile::window)
                        .thenComparing(Comparator.comparingInt(Tile::place).reversed()));
    }

    private int urgency(Tile tile) {
        return tile.camera().isEmpty() ? NOTHING : watched.applyAsInt(tile);
    }

    private long taken() {
        return tiles.stream().filter(tile -> tile.loan() != 0).count();
    }

    private long most() {
        return Math.max(
                1, tiles.stream().filter(tile -> tile.camera().isPresent()).count() / ONE_OF);
    }
}
