package vn.toancanh.desk;

import java.util.List;
import vn.toancanh.model.CellContent;

/** What a person does with tiles of two windows at once, which is one step to take back at either. Lane: DESK. */
public final class BetweenWalls {
    private BetweenWalls() {}

    /** True where what stands in two tiles of different windows can change places: both are there, and nothing is lent in either. */
    public static boolean canSwap(WallDesk one, int tile, WallDesk other, int there) {
        return !one.equals(other) && isFree(one, tile) && isFree(other, there);
    }

    private static boolean isFree(WallDesk desk, int tile) {
        return desk.wall().has(tile) && !desk.lent().has(tile);
    }

    /** Has what stands in two tiles of different windows change places; on both walls, or where that cannot be on none. */
    public static void swap(WallDesk one, int tile, WallDesk other, int there) {
        if (canSwap(one, tile, other, there)
                && one.changes().allowed()
                && other.changes().allowed()) {
            CellContent mine = one.wall().content(tile);
            OneHand.on(List.of(one, other), () -> {
                one.put(tile, other.wall().content(there));
                other.put(there, mine);
                return true;
            });
        }
    }

    /** Shows in a tile of one window what a tile of another shows, too, as it is shown there; what is lent there is shown here for good. */
    public static void copy(WallDesk from, int tile, WallDesk to, int there) {
        if (from.wall().has(tile)) {
            to.put(there, from.hotspots().forGood(tile, from.content(tile)));
        }
    }
}
