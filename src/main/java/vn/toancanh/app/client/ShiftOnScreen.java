package vn.toancanh.app.client;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.HandoverDesk;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.NoteAlarms;
import vn.toancanh.desk.NoteShift;
import vn.toancanh.desk.NoteTurns;
import vn.toancanh.desk.NoteWalls;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.desk.OpenWindow;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.RotationSwitch;
import vn.toancanh.desk.StandingOnWalls;
import vn.toancanh.shift.Export;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftMemory;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.ui.shift.ShiftModel;
import vn.toancanh.wall.remote.CityWalls;

/** The shift of whoever works here, from what is noted of it to the view that hands it over. Lane: DESK. */
final class ShiftOnScreen implements Handle {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Lane desk;
    private final Clock clock;
    private final boolean attended;
    private final ShiftBook book;
    private final ShiftModel model;
    private final List<Handle> held = new ArrayList<>();

    /**
     * @param attended false where nobody sits, and so nobody has a shift
     * @param walls of all windows, in the order of their numbers
     * @param compute where disks and printers are waited for
     */
    ShiftOnScreen(
            boolean attended,
            CentralClient central,
            ClientDatabase database,
            DeskDeeds deeds,
            AlarmsOnScreen alarms,
            Catalogue catalogue,
            MonitorDesk monitors,
            List<WallOnScreen> walls,
            Lane desk,
            Lane compute,
            Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.attended = attended;
        ShiftMemory memory = database.shifts();
        book = new ShiftBook(desk, clock, memory, UUID::randomUUID);
        Supplier<List<OpenWindow>> windows = () -> windows(monitors, walls);
        StandingOnWalls standing = new StandingOnWalls(windows, catalogue::snapshot);
        HandoverDesk handovers = new HandoverDesk(
                desk,
                clock,
                book,
                memory,
                deeds.log(),
                central.handovers(),
                central.sessions(),
                alarms.book(),
                catalogue::snapshot,
                standing);
        model = new ShiftModel(handovers, new ReportsOnDisk(desk, compute), desk, compute, ZoneId.systemDefault());
        held.addAll(List.of(
                new NoteShift(desk, clock, book, windows, standing),
                new NoteAlarms(alarms.book(), book),
                central.sessions().onChange(this::follow),
                model));
    }

    private static List<OpenWindow> windows(MonitorDesk monitors, List<WallOnScreen> walls) {
        return monitors.windows().stream()
                .map(window -> new OpenWindow(
                        window.id(),
                        window.number(),
                        // A window that opens just now has its wall a moment later.
                        walls.stream().skip(window.number() - 1L).findFirst().map(WallOnScreen::desk)))
                .toList();
    }

    /** Says whom to tell what whoever signs on should know of his shift. */
    void tellTo(Consumer<Notice> told) {
        book.onLeftOpen(began -> told.accept(
                new Notice("desk.shiftLeftOpen", List.of(WHEN.format(began.atZone(ZoneId.systemDefault()))))));
    }

    private void follow(SessionState state) {
        book.follow(state.signedIn()
                .filter(session -> attended)
                .map(session -> new ShiftOwner(session.server(), session.user()))
                .orElse(null));
    }

    /** From now on it has notes of what is done with walls of the city, too, and of what stops all that takes turns here. */
    void noteAlso(PushDesk pushing, CityWalls walls, SessionService sessions, RotationSwitch rotation) {
        NoteWalls made = new NoteWalls(clock, book, walls, sessions);
        pushing.tell(made);
        held.addAll(List.of(made, new NoteTurns(clock, book, rotation)));
    }

    /** A file of the audit trail was kept on this machine. Any thread. */
    void trailKept(String file) {
        desk.execute(() -> book.note(Happening.EXPORTED, Export.TRAIL.name(), file, Note.UNKNOWN));
    }

    /** Where the shift is noted. */
    ShiftBook book() {
        return book;
    }

    ShiftModel model() {
        return model;
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
    }
}
