package vn.toancanh.desk;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.Shift;

/** One wall, and a server that keeps layouts and their hours, which may be away. */
abstract class HoursAtServer {
    static final URI SERVER = URI.create("https://may.vn");
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final LayoutId DAY = new LayoutId("day");
    static final LayoutId NIGHT = new LayoutId("night");

    final ManualClock clock = new ManualClock();
    final ManualLane lane = new ManualLane(clock);
    final FakeSessions sessions = new FakeSessions();
    final SharedServer library = new SharedServer(lane);
    final SharedTimetables server = new SharedTimetables(lane);
    final TimetablesInMemory memory = new TimetablesInMemory(lane);
    final WallDesk wall = DeskRig.window(clock, lane, 1, 1).desk;
    final Preferences preferences = FreshPreferences.on(lane);
    final List<Notice> notices = new ArrayList<>();
    final EditMode editing = new EditMode(preferences, false, () -> {});
    final Random ids = new Random(7);
    final SaveLayouts saves = new SaveLayouts(
            library,
            library,
            new UnsentShelfInMemory(lane),
            sessions,
            lane,
            clock,
            () -> new UUID(ids.nextLong(), ids.nextLong()),
            new Random(1));
    final LayoutDesk layouts =
            new LayoutDesk(saves, library, () -> List.of(wall), sessions, editing, notices::add, notices::remove);
    SharedShifts shared = new SharedShifts(server, memory, sessions, lane, new Random(1));

    @BeforeEach
    void fill() {
        server.there = true;
        library.by("Bình", shape("c-9").as(DAY, "Ca ngày", Scope.CITY, 0));
        library.by("Bình", shape("c-8").as(NIGHT, "Ca đêm", Scope.ROLE, 0));
        notices.clear();
    }

    Layout shape(String camera) {
        wall.changeShape(GridShape.uniform(1, 1));
        wall.showCamera(0, new CameraId(camera));
        return wall.wall().layout();
    }

    void signIn(String user) {
        sessions.signIn(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        shape("c-1");
        layouts.saveAs(wall, "Đang mở của " + user, Scope.PRIVATE);
        pass(SharedShifts.SPREAD);
        notices.clear();
    }

    ShiftLayouts desk(boolean unattended) {
        return new ShiftLayouts(
                lane,
                layouts,
                preferences,
                shared,
                () -> List.of(wall),
                clock::now,
                ZONE,
                unattended,
                notices::add,
                notices::remove);
    }

    Shift in(Duration wait, LayoutId layout) {
        LocalTime from = LocalDateTime.ofInstant(clock.now().plus(wait), ZONE)
                .toLocalTime()
                .withSecond(0)
                .withNano(0);
        return new Shift(
                EnumSet.allOf(DayOfWeek.class),
                from,
                from.plusHours(8),
                1,
                layout,
                layout.equals(DAY) ? "Ca ngày" : "Ca đêm");
    }

    Shift lasting(Duration wait, Duration time, LayoutId layout) {
        Shift eight = in(wait, layout);
        return new Shift(eight.days(), eight.from(), eight.from().plus(time), 1, layout, eight.name());
    }

    void pass(Duration time) {
        lane.advance(time);
        lane.runReady();
    }

    String camera() {
        return wall.wall().content(0) instanceof CellContent.OfCamera of
                ? of.camera().value()
                : "-";
    }

    List<String> said() {
        return notices.stream().map(Notice::textKey).toList();
    }

    /** Does what was offered last, where anything was. */
    void takeOffer() {
        if (!notices.isEmpty()) {
            Objects.requireNonNull(notices.removeLast().way()).there().run();
            lane.runReady();
        }
    }
}
