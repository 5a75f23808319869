package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Layout;
import vn.toancanh.shift.StandingWall;

/** Which cameras stand on the walls of this desk, by what they are called. Lane: DESK. */
public final class StandingOnWalls implements Supplier<List<StandingWall>> {
    private final Supplier<List<WallDesk>> walls;
    private final Supplier<CatalogueSnapshot> known;

    /**
     * @param walls those of all windows, the main one first
     * @param known the cameras that are known now
     */
    public StandingOnWalls(Supplier<List<WallDesk>> walls, Supplier<CatalogueSnapshot> known) {
        this.walls = walls;
        this.known = known;
    }

    @Override
    public List<StandingWall> get() {
        List<StandingWall> all = new ArrayList<>();
        for (WallDesk wall : walls.get()) {
            all.add(new StandingWall(all.size() + 1, cameras(wall.wall().layout())));
        }
        return all;
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
