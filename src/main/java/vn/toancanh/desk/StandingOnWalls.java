package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.shift.StandingWall;

/** Which cameras stand on the walls of this desk, by what they are called. Lane: DESK. */
public final class StandingOnWalls implements Supplier<List<StandingWall>> {
    private final Supplier<List<OpenWindow>> windows;
    private final Supplier<CatalogueSnapshot> known;

    /**
     * @param windows all that are open
     * @param known the cameras that are known now
     */
    public StandingOnWalls(Supplier<List<OpenWindow>> windows, Supplier<CatalogueSnapshot> known) {
        this.windows = windows;
        this.known = known;
    }

    @Override
    public List<StandingWall> get() {
        return windows.get().stream()
                .flatMap(window -> window.wall().stream()
                        .map(wall -> new StandingWall(
                                window.id(),
                                window.number(),
                                cameras(wall.wall().layout()),
                                wall.wall().layout().cells().stream()
                                        .anyMatch(cell -> cell.content() instanceof CellContent.Carousel))))
                .toList();
    }

    /** What the cameras of a layout are called, by their ids; the id where nobody knows. */
    Map<String, String> cameras(Layout layout) {
        CatalogueSnapshot now = known.get();
        Map<String, String> names = new LinkedHashMap<>();
        layout.cells().stream()
                .flatMap(cell -> cell.content().cameras().stream())
                .forEach(id ->
                        names.put(id.value(), now.camera(id).map(Camera::name).orElse(id.value())));
        return names;
    }
}
