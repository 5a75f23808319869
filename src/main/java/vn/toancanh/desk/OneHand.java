package vn.toancanh.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one hand does at several windows at once, as a salvo, a file or a tile that is dragged from one to another does: one step, which
 * is taken back and brought again in all those windows together where nothing else was done since. Lane: DESK.
 */
public final class OneHand {
    private final List<WallChanges> windows;

    private OneHand(List<WallChanges> windows) {
        this.windows = windows;
    }

    /** Does that; what it changes at these walls is one step. */
    public static <T> T on(List<WallDesk> walls, Supplier<T> work) {
        List<WallChanges> windows = walls.stream().map(WallDesk::changes).toList();
        OneHand hand = new OneHand(windows);
        windows.forEach(each -> each.by(Optional.of(hand)));
        try {
            return work.get();
        } finally {
            windows.forEach(each -> each.by(Optional.empty()));
        }
    }

    /** Those of its windows of which that is told. */
    List<WallChanges> where(Function<WallChanges, Optional<OneHand>> told) {
        return windows.stream()
                .filter(each -> told.apply(each).equals(Optional.of(this)))
                .toList();
    }
}
