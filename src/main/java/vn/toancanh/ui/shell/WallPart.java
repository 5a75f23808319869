package vn.toancanh.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.Glimpse;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.TileReading;
import vn.toancanh.desk.WallChanges;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.tree.CameraTreeView;
import vn.toancanh.wall.GridShape;

/** What the main window asks of the wall in its middle. FX thread. */
public interface WallPart extends CameraTreeView.Hands {
    /** The wall in those texts' language; asked for again when the language changes, the one before is then given up. */
    Node node(Texts texts);

    /** Name of the layout on show; empty where it has none. */
    String layoutName();

    /** True where something has changed since the layout was saved. */
    boolean unsaved();

    /** The shape on show; empty where cells are merged in a way of their own. */
    Optional<GridShape> shape();

    /** Gives the wall that shape, with as many of the cameras as it holds. */
    void shape(GridShape shape);

    /** The tile that is selected and shows a camera. */
    Optional<TileReading> selected();

    /** The cameras on show, each with the number of its tile. */
    Map<CameraId, Integer> cameras();

    /** What a camera shows on the wall now; empty where it is not live there. */
    default Optional<Glimpse> glimpse(CameraId camera) {
        return Optional.empty();
    }

    /** Shows cameras, the first in the selected tile, the others in free ones; the wall grows where these are too few. */
    @Override
    void put(List<CameraId> cameras);

    /** What people have changed on it, to be taken back; empty for a wall that is not theirs to change. */
    default Optional<WallChanges> changes() {
        return Optional.empty();
    }

    /** Layouts to be saved, listed and settled; empty for a wall that is not of this desk. */
    default Optional<WallLayouts> layouts() {
        return Optional.empty();
    }

    /** True where there is a head that whoever is signed in may steer from here. */
    default boolean hasHeads() {
        return false;
    }

    /** What the window can do, for the command palette, in the present language. */
    default void offer(Supplier<List<PaletteAction>> actions) {}

    /** Opens the command palette, or closes it. */
    default void togglePalette() {}

    /** Closes the command palette where it is open. */
    default void closePalette() {}

    /** Undoes one level, such as an enlarged tile; false where there is none. */
    boolean stepBack();

    /** Tells of every change of layout, shape, content, selection or a tile's state, until the handle is closed. */
    Handle onChange(Runnable changed);
}
