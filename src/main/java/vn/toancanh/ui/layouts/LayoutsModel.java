package vn.toancanh.ui.layouts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.ShiftLayouts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;

/** What the views of layouts of all windows share. FX thread. */
public final class LayoutsModel {
    private final LayoutDesk desk;
    private final ShiftLayouts shifts;
    private final Supplier<List<WallDesk>> walls;
    private final Supplier<CatalogueSnapshot> cameras;
    private BiConsumer<Ask, WallDesk> asker = (ask, wall) -> {};

    /** What a person is to be shown. */
    public enum Ask {
        /** All layouts. */
        LIST,
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

    /** Says who shows lists and questions; the main window does, for every window. */
    public void onAsk(BiConsumer<Ask, WallDesk> who) {
        asker = who;
    }

    /** Shows all layouts, to open them on that wall. */
    public void list(WallDesk wall) {
        asker.accept(Ask.LIST, wall);
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
            asker.accept(Ask.NAME, wall);
        }
    }
}
