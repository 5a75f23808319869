package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.Shift;

/** When a shift begins its layout is offered, or stands where nobody sits; what was not saved stays. */
class ShiftLayoutsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LayoutId DAY = new LayoutId("day");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final WallDesk wall = DeskRig.window(clock, lane, 1, 1).desk;
    private final WallDesk second = DeskRig.window(clock, lane, 1, 1).desk;
    private final Preferences preferences = FreshPreferences.on(lane);
    private final List<Notice> notices = new ArrayList<>();
    private final List<Notice> withdrawn = new ArrayList<>();
    private final EditMode editing = new EditMode(preferences, false, () -> {});
    private final Random ids = new Random(7);
    private final SaveLayouts saves = new SaveLayouts(
            server,
            server,
            new UnsentShelfInMemory(lane),
            sessions,
            lane,
            clock,
            () -> new UUID(ids.nextLong(), ids.nextLong()),
            new Random(1));
    private final LayoutDesk layouts = new LayoutDesk(
            saves, server, () -> List.of(wall, second), sessions, editing, notices::add, notices::remove);

    /** How far the server's clock is ahead of this desk's. */
    private Duration ahead = Duration.ZERO;

    @BeforeEach
    void signIn() {
        sessions.signIn(URI.create("https://may.vn"), "an", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        wall.showCamera(0, new CameraId("c-9"));
        Layout day = wall.wall().layout().as(DAY, "Ca ngày", Scope.CITY, 0);
        server.by("Bình", day);
        wall.changeShape(GridShape.uniform(1, 1));
        wall.showCamera(0, new CameraId("c-1"));
        layouts.saveAs(wall, "Đang mở", Scope.PRIVATE);
        lane.runReady();
        notices.clear();
    }

    private ShiftLayouts shifts(boolean unattended) {
        return new ShiftLayouts(
                lane,
                layouts,
                preferences,
                new SharedShifts(
                        new SharedTimetables(lane), new TimetablesInMemory(lane), sessions, lane, new Random(1)),
                () -> List.of(wall, second),
                () -> clock.now().plus(ahead),
                ZONE,
                unattended,
                notices::add,
                withdrawn::add);
    }

    /** A shift that begins so long after now, and lasts eight hours. */
    private Shift in(Duration wait) {
        return in(wait, 1);
    }

    private Shift in(Duration wait, int window) {
        LocalTime from = LocalDateTime.ofInstant(clock.now().plus(wait), ZONE)
                .toLocalTime()
                .withSecond(0)
                .withNano(0);
        return new Shift(ALL, from, from.plusHours(8), window, DAY, "Ca ngày");
    }

    private String camera() {
        return camera(wall);
    }

    private static String camera(WallDesk wall) {
        return wall.wall().content(0) instanceof CellContent.OfCamera of
                ? of.camera().value()
                : "-";
    }

    private void pass(Duration time) {
        lane.advance(time);
        lane.runReady();
    }

    @Test
    void itIsOfferedOnceAndOpenedWhereSomebodyWants() {
        ShiftLayouts shifts = shifts(false);
        shifts.add(in(Duration.ofMinutes(30)));
        pass(Duration.ofMinutes(20));
        assertThat(notices).isEmpty();
        pass(Duration.ofMinutes(20));
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().args()).containsExactly("Ca ngày", 1);
        assertThat(camera()).as("unasked nothing changes").isEqualTo("c-1");
        pass(Duration.ofHours(3));
        assertThat(notices).as("once").hasSize(1);
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(camera()).isEqualTo("c-9");
        pass(Duration.ofHours(24));
        assertThat(notices).as("it stands there already the next day").hasSize(1);
    }

    @Test
    void aWallThatNobodySitsAtGetsIt() {
        ShiftLayouts shifts = shifts(true);
        shifts.add(in(Duration.ofMinutes(30)));
        pass(Duration.ofMinutes(31));
        assertThat(camera()).isEqualTo("c-9");
        assertThat(notices).isEmpty();
    }

    @Test
    void theShiftsOfSeveralWindowsAreOneOffer() {
        ShiftLayouts shifts = shifts(false);
        shifts.add(in(Duration.ofMinutes(30), 1));
        shifts.add(in(Duration.ofMinutes(30), 2));
        wall.showCamera(0, new CameraId("c-5"));
        pass(Duration.ofMinutes(31));
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().textKey()).isEqualTo("desk.shiftsUnsaved");
        assertThat(notices.getFirst().args()).containsExactly(2, "1 “Ca ngày”, 2 “Ca ngày”", "1");
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(camera(wall)).isEqualTo("c-9");
        assertThat(camera(second)).isEqualTo("c-9");
    }

    @Test
    void aWallThatNobodySitsAtGetsItOnceTheServerAnswers() {
        ShiftLayouts shifts = shifts(true);
        shifts.add(in(Duration.ofMinutes(30)));
        server.failing = Kind.UNREACHABLE;
        pass(Duration.ofMinutes(40));
        assertThat(camera()).isEqualTo("c-1");
        server.failing = null;
        pass(ShiftLayouts.LOOK);
        assertThat(camera()).isEqualTo("c-9");
    }

    @Test
    void whatIsNoMoreIsNotAskedForAgainAndAgain() {
        ShiftLayouts shifts = shifts(true);
        shifts.add(in(Duration.ofMinutes(30)));
        server.failing = Kind.NOT_FOUND;
        pass(Duration.ofMinutes(40));
        assertThat(notices).hasSize(1);
        assertThat(camera()).isEqualTo("c-1");
    }

    @Test
    void neverOverWhatWasNotSavedEvenWhereNobodySits() {
        ShiftLayouts shifts = shifts(true);
        shifts.add(in(Duration.ofMinutes(30)));
        wall.showCamera(0, new CameraId("c-5"));
        pass(Duration.ofMinutes(31));
        assertThat(camera()).isEqualTo("c-5");
        assertThat(notices).extracting(Notice::textKey).containsExactly("desk.shiftUnsaved");
    }

    @Test
    void itBeginsByTheServersClock() {
        ahead = Duration.ofMinutes(25);
        ShiftLayouts shifts = shifts(true);
        shifts.add(in(Duration.ofMinutes(30)));
        pass(Duration.ofMinutes(4));
        assertThat(camera()).isEqualTo("c-1");
        pass(Duration.ofMinutes(2));
        assertThat(camera()).as("25 minutes ahead there").isEqualTo("c-9");
    }

    @Test
    void anOfferIsTakenBackWhenItsHoursAreOver() {
        ShiftLayouts shifts = shifts(false);
        Shift first = in(Duration.ofMinutes(30));
        shifts.add(first);
        server.by("Bình", wall.wall().layout().as(new LayoutId("night"), "Ca đêm", Scope.CITY, 0));
        shifts.add(new Shift(ALL, first.to(), first.to().plusHours(8), 1, new LayoutId("night"), "Ca đêm"));
        pass(Duration.ofHours(8));
        assertThat(withdrawn).isEmpty();
        pass(Duration.ofMinutes(31));
        assertThat(notices).extracting(each -> each.args().getFirst()).containsExactly("Ca ngày", "Ca đêm");
        assertThat(withdrawn).containsExactly(notices.getFirst());
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(camera()).as("too late").isEqualTo("c-1");
    }

    @Test
    void anOfferIsTakenBackWhenItsLayoutStandsAndOfSeveralWhatIsLeftIsDone() {
        ShiftLayouts shifts = shifts(false);
        shifts.add(in(Duration.ofMinutes(30), 1));
        shifts.add(in(Duration.ofMinutes(30), 2));
        pass(Duration.ofMinutes(31));
        layouts.open(DAY, wall);
        pass(ShiftLayouts.LOOK);
        assertThat(withdrawn).as("the second is left").isEmpty();
        wall.showCamera(0, new CameraId("c-5"));
        layouts.open(DAY, second);
        pass(ShiftLayouts.LOOK);
        assertThat(withdrawn).as("the first is changed by now").isEmpty();
        layouts.open(DAY, wall);
        pass(ShiftLayouts.LOOK);
        assertThat(withdrawn).containsExactlyElementsOf(notices);
    }

    @Test
    void nightsGoOnPastMidnightAndDaysCountFromWhereTheyBegin() {
        Shift night =
                new Shift(EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), 1, DAY, "Ca đêm");
        LocalDateTime saturday = LocalDateTime.of(2026, 11, 21, 22, 0);
        assertThat(night.begun(saturday.minusMinutes(1))).isEmpty();
        assertThat(night.begun(saturday)).contains(saturday);
        assertThat(night.begun(saturday.plusHours(7).plusMinutes(59))).contains(saturday);
        assertThat(night.begun(saturday.plusHours(8))).isEmpty();
        assertThat(night.begun(saturday.plusDays(1))).as("a Sunday").isEmpty();
    }

    @Test
    void aTimetableComesBackAsItWasWrittenAndWhatIsNoneIsLeftOut() {
        Shift one = new Shift(ALL, LocalTime.of(6, 0), LocalTime.of(14, 30), 2, DAY, "Ca \"sáng\"\t1");
        Shift two = new Shift(Set.of(), LocalTime.of(0, 0), LocalTime.of(0, 0), 1, DAY, "");
        String text = Shift.write(List.of(one, two));
        assertThat(Shift.read(text)).hasSize(2);
        assertThat(Shift.read(text).getFirst().days()).isEqualTo(ALL);
        assertThat(Shift.read(text).getFirst().to()).isEqualTo(LocalTime.of(14, 30));
        assertThat(Shift.read(
                        "9\t06:00\t14:00\t1\tday\tA\n12\t26:00\t14:00\t1\tday\tA\n12\t06:00\t14:00\t0\tday\tA\nx"))
                .isEmpty();
        preferences.set(PreferenceKey.SHIFTS, text);
        ShiftLayouts shifts = shifts(false);
        shifts.remove(shifts.here().getFirst());
        assertThat(shifts.here()).containsExactly(two);
    }
}
