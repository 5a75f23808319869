package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import vn.toancanh.model.CameraId;
import vn.toancanh.wall.remote.Push;

/**
 * What somebody at this desk does with single tiles of the wall that is looked at, one screen at a time. Tiles count from 0; that one is
 * there is known by what the screen said last, and looked at again where it is done. Lane: DESK.
 */
public final class TileOrders {
    private final WatchedWalls watched;
    private final BiConsumer<Push.What, List<String>> order;
    private final Consumer<Said> said;

    TileOrders(WatchedWalls watched, BiConsumer<Push.What, List<String>> order, Consumer<Said> said) {
        this.watched = watched;
        this.order = order;
        this.said = said;
    }

    /**
     * Shows a camera in a tile, or lets several take turns there.
     *
     * @param numbered the camera of a number, where there is one; without one of them nothing is shown
     */
    public void show(String screen, int tile, List<Integer> numbers, IntFunction<Optional<CameraId>> numbered) {
        List<CameraId> cameras = new ArrayList<>();
        for (int number : numbers) {
            Optional<CameraId> camera = numbered.apply(number);
            if (camera.isEmpty()) {
                said.accept(Said.refused("walls.noNumber", Integer.toString(number)));
                return;
            }
            cameras.add(camera.get());
        }
        tell(screen, new Push.What.OfTile(tile, cameras), tile);
    }

    /** Shows nothing there. */
    public void clear(String screen, int tile) {
        tell(screen, new Push.What.OfTile(tile, List.of()), tile);
    }

    /** Lets two tiles change places. */
    public void swap(String screen, int tile, int with) {
        if (tile != with) {
            tell(screen, new Push.What.Swap(tile, with), tile, with);
        }
    }

    /** Lets one tile fill its screen. */
    public void enlarge(String screen, int tile) {
        tell(screen, new Push.What.Enlarge(OptionalInt.of(tile)), tile);
    }

    /** Shows all tiles of a screen again. */
    public void back(String screen) {
        tell(screen, new Push.What.Enlarge(OptionalInt.empty()));
    }

    /** Goes on to the next camera of a tile in which several take turns, or back to the one before by -1. */
    public void turn(String screen, int tile, int step) {
        tell(screen, new Push.What.Turn(tile, step), tile);
    }

    private void tell(String screen, Push.What what, int... tiles) {
        for (int tile : tiles) {
            if (watched.content(screen, tile).isEmpty()) {
                said.accept(Said.refused("walls.noTile"));
                return;
            }
        }
        order.accept(what, List.of(screen));
    }
}
