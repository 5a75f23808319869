package vn.toancanh.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ManualClock;
import vn.toancanh.desk.EditMode;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.LayoutQuestions;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.SaveLayouts;
import vn.toancanh.desk.SharedServer;
import vn.toancanh.desk.SharedShifts;
import vn.toancanh.desk.SharedTimetables;
import vn.toancanh.desk.ShiftLayouts;
import vn.toancanh.desk.TimetablesInMemory;
import vn.toancanh.desk.UnsentShelfInMemory;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.layouts.LayoutsModel;
import vn.toancanh.wall.GridShape;

/** Saving and sharing of one wall over a server of fakes, whose clock stands. DESK lane. */
public final class LayoutRig {
    public final SharedServer server;
    /** Shifts of layouts, which it keeps only where a test says so. */
    public final SharedTimetables timetables;

    public final SaveLayouts saves;
    public final LayoutDesk desk;
    public final EditMode editing;
    public final ShiftLayouts shifts;
    public final LayoutsModel model;
    /** The walls of all windows. */
    public final List<WallDesk> walls = new ArrayList<>();

    public LayoutRig(Lane lane, Desk shell, OpeningWall wall) {
        Random ids = new Random(7);
        walls.add(wall.desk);
        server = new SharedServer(lane);
        saves = new SaveLayouts(
                server,
                server,
                new UnsentShelfInMemory(lane),
                shell.sessions,
                lane,
                new ManualClock(),
                () -> new UUID(ids.nextLong(), ids.nextLong()),
                new Random(1));
        editing = new EditMode(
                shell.preferences, false, () -> shell.notices.tell(new Notices.Notice("desk.editingOff", List.of())));
        desk = new LayoutDesk(
                saves, server, () -> walls, shell.sessions, editing, shell.notices::tell, shell.notices::withdraw);
        timetables = new SharedTimetables(lane);
        // Nobody waits here until others have asked.
        SharedShifts shared =
                new SharedShifts(timetables, new TimetablesInMemory(lane), shell.sessions, lane, () -> 0L);
        shifts = new ShiftLayouts(
                lane,
                desk,
                shell.preferences,
                shared,
                () -> walls,
                shell.parts.clock()::now,
                shell.parts.zone(),
                false,
                shell.notices::tell,
                shell.notices::withdraw);
        model = new LayoutsModel(desk, shifts, () -> walls, shell.catalogue::snapshot);
        new LayoutQuestions(saves, shell.notices::tell, shell.notices::withdraw, model::decide);
        wall.desk.changes().only(editing);
        wall.part.layouts(model);
    }

    /** Somebody elsewhere saves a layout of these cameras, by their ids. */
    public Layout saved(String by, String id, String name, Scope scope, String... cameras) {
        int side = (int) Math.ceil(Math.sqrt(cameras.length));
        GridShape shape = GridShape.uniform(side, side);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < shape.cells().size(); i++) {
            Cell cell = shape.cells().get(i);
            cells.add(
                    i < cameras.length && !cameras[i].isEmpty()
                            ? cell.with(new CellContent.OfCamera(new CameraId(cameras[i]), StreamChoice.AUTO))
                            : cell);
        }
        return server.by(by, new Layout(new LayoutId(id), name, scope, shape.grid(), cells, 0));
    }
}
