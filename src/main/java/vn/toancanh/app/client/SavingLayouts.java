package vn.toancanh.app.client;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.EditMode;
import vn.toancanh.desk.KeepLayouts;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.LayoutQuestions;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.desk.SaveLayouts;
import vn.toancanh.desk.SharedShifts;
import vn.toancanh.desk.ShiftLayouts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.desk.WallNode;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.ui.layouts.LayoutsModel;
import vn.toancanh.wall.LayoutLibrary;

/** Layouts of the server, of this machine, and on their way from one to the other. On DESK. */
final class SavingLayouts implements Handle {
    private final SaveLayouts saves;
    private final EditMode editing;
    private final LayoutDesk desk;
    private final SharedShifts timetables;
    private final ShiftLayouts shifts;
    private final LayoutsModel model;
    private final Handle news;
    private final Handle questions;

    /**
     * @param kept the layouts of the server, and while it cannot be asked those that it told last
     * @param walls of all windows, in the order of their numbers
     * @param serverTime the time by the server's clock
     * @param unattended nobody sits here who could change a layout
     */
    SavingLayouts(
            CentralClient central,
            KeepLayouts kept,
            ClientDatabase database,
            Catalogue catalogue,
            Preferences preferences,
            Lane lane,
            Clock clock,
            Supplier<Instant> serverTime,
            Supplier<List<WallDesk>> walls,
            Notices notices,
            boolean unattended) {
        saves = new SaveLayouts(
                kept,
                central.layoutArchive(),
                database.unsentLayouts(),
                central.sessions(),
                lane,
                clock,
                UUID::randomUUID,
                RandomGenerator.getDefault());
        editing = new EditMode(preferences, unattended, () -> notices.tell(new Notice("desk.editingOff", List.of())));
        desk = new LayoutDesk(
                saves, central.layoutArchive(), walls, central.sessions(), editing, notices::tell, notices::withdraw);
        timetables = new SharedShifts(
                central.timetables(), database.timetables(), central.sessions(), lane, RandomGenerator.getDefault());
        shifts = new ShiftLayouts(
                lane,
                desk,
                preferences,
                timetables,
                walls,
                serverTime,
                ZoneId.systemDefault(),
                unattended,
                notices::tell,
                notices::withdraw);
        model = new LayoutsModel(desk, shifts, walls, catalogue::snapshot);
        questions =
                unattended ? Handle.NONE : new LayoutQuestions(saves, notices::tell, notices::withdraw, model::decide);
        news = central.layoutArchive().onNews(any -> kept.news());
    }

    LayoutLibrary library() {
        return saves;
    }

    /** Opens a layout on a wall, and says so where it cannot be had. */
    void open(LayoutId id, WallDesk wall) {
        desk.open(id, wall);
    }

    /**
     * Lets what stands on that wall be saved, and be changed only while layouts may be.
     *
     * @param node knows what somebody elsewhere has put there
     */
    void join(WallOnScreen wall, WallNode node) {
        shifts.under(node);
        wall.desk().changes().only(editing);
        wall.part().layouts(model);
    }

    @Override
    public void close() {
        shifts.close();
        timetables.close();
        news.close();
        questions.close();
        desk.close();
        saves.close();
    }
}
