package vn.toancanh.ui.layouts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.ShiftLayouts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.LayoutId;

/** What the views of layouts of all windows share. FX thread. */
public final class LayoutsModel {
    private final LayoutDesk desk;
    private final ShiftLayouts shifts;
    private final Supplier<List<WallDesk>> walls;
    private final Supplier<CatalogueSnapshot> cameras;
    private final Map<WallDesk, Consumer<Ask>> askers = new HashMap<>();
    private @Nullable LayoutId toDecide;

    /** What a person is to be shown. */
    public enum Ask {
        /** All layouts. */
        LIST,
        /** All layouts, and of them first the one that somebody must decide about. */
        QUESTION,
        /** A name for what stands on a wall, and for whom it is. */
        NAME
    }

    /**
     * @param walls of all windows, in the order of their numbers
     * @param cameras those that whoever is signed in may see
     */
    public LayoutsModel(
            LayoutDesk desk, ShiftLayouts shifts, Supplier<List<WallDesk>> walls, Supplier<CatalogueSnapshot> cameras) {
        this.desk = desk;
        this.shifts = shifts;
        this.walls = walls;
        this.cameras = cameras;
    }

    public LayoutDesk desk() {
        return desk;
    }

    ShiftLayouts shifts() {
        return shifts;
    }

    int windows() {
        return walls.get().size();
    }

    Optional<Camera> camera(CameraId id) {
        return cameras.get().camera(id);
    }

    /** Says who shows lists and questions at the window of a wall, where the keyboard is, until the handle is closed. */
    public Handle onAsk(WallDesk wall, Consumer<Ask> who) {
        askers.put(wall, who);
        return () -> askers.remove(wall, who);
    }

    private void ask(Ask what, WallDesk wall) {
        Consumer<Ask> who = askers.get(wall);
        if (who != null) {
            who.accept(what);
        }
    }

    /** Shows all layouts, to open them on that wall. */
    public void list(WallDesk wall) {
        ask(Ask.LIST, wall);
    }

    /** Shows both sides of what is to be decided about a layout, in the main window. */
    public void decide(LayoutId id) {
        toDecide = id;
        List<WallDesk> all = walls.get();
        if (!all.isEmpty()) {
            ask(Ask.QUESTION, all.getFirst());
        }
    }

    /** The layout that was last asked to be decided about, if it still asks; else the one that has asked for longest. */
    Optional<LayoutId> question() {
        List<LayoutId> asking = desk.questions().stream().map(each -> each.id()).toList();
        return Optional.ofNullable(toDecide)
                .filter(asking::contains)
                .or(() -> asking.stream().findFirst());
    }

    /** Saves what stands on a wall; asks for a name where it has none. */
    public void save(WallDesk wall) {
        if (!desk.save(wall)) {
            saveAs(wall);
        }
    }

    /** Asks for a name and for whom, and saves what stands on a wall so. */
    public void saveAs(WallDesk wall) {
        if (wall.changes().allowed()) {
            ask(Ask.NAME, wall);
        }
    }
}
