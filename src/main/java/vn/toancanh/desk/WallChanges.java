package vn.toancanh.desk;

import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallHistory;
import vn.toancanh.wall.WallState;

/**
 * What people have changed on one wall, which they take back and bring again. Only what people did is in it: what alarms are
 * lent lies over the layout and is neither taken back nor lost with a change below it. Lane: DESK.
 */
public final class WallChanges {
    private final Supplier<WallState> wall;
    private final Consumer<Layout> show;
    private final Runnable told;
    private final WallHistory history = new WallHistory();

    /**
     * @param show brings a layout of before to the wall; players of cameras that stay go on
     * @param told says that there is nothing to take back any more
     */
    WallChanges(Supplier<WallState> wall, Consumer<Layout> show, Runnable told) {
        this.wall = wall;
        this.show = show;
        this.told = told;
    }

    void changed(Layout before, Layout after) {
        history.changed(before, after);
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /** Takes the last change back; false where there is none. */
    public boolean undo() {
        var before = history.undo(wall.get().layout());
        before.ifPresent(show);
        return before.isPresent();
    }

    /** Brings again what was taken back last; false where there is nothing. */
    public boolean redo() {
        var after = history.redo(wall.get().layout());
        after.ifPresent(show);
        return after.isPresent();
    }

    /** What stands there now is where it begins: another person sits down, or the wall got its first contents. */
    public void forget() {
        if (canUndo() || canRedo()) {
            history.forget();
            told.run();
        }
    }
}
