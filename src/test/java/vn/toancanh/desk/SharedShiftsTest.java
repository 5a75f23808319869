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
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
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
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** What the server keeps of when layouts are to stand holds at every desk of whoever sees them, without the server too. */
class SharedShiftsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LayoutId DAY = new LayoutId("day");
    private static final LayoutId NIGHT = new LayoutId("night");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer library = new SharedServer(lane);
    private final SharedTimetables server = new SharedTimetables(lane);
    private final TimetablesInMemory memory = new TimetablesInMemory(lane);
    private final WallDesk wall = DeskRig.window(clock, lane, 1, 1).desk;
    private final Preferences preferences = FreshPreferences.on(lane);
    private final List<Notice> notices = new ArrayList<>();
    private final EditMode editing = new EditMode(preferences, false, () -> {});
    private final Random ids = new Random(7);
    private final SaveLayouts saves = new SaveLayouts(
            library,
            library,
            new UnsentShelfInMemory(lane),
            sessions,
            lane,
            clock,
            () -> new UUID(ids.nextLong(), ids.nextLong()),
            new Random(1));
    private final LayoutDesk layouts =
            new LayoutDesk(saves, library, () -> List.of(wall), sessions, editing, notices::add);
    private SharedShifts shared = new SharedShifts(server, memory, sessions, lane, new Random(1));

    @BeforeEach
    void fill() {
        server.there = true;
        library.by("Bình", shape("c-9").as(DAY, "Ca ngày", Scope.CITY, 0));
        library.by("Bình", shape("c-8").as(NIGHT, "Ca đêm", Scope.ROLE, 0));
        notices.clear();
    }

    private Layout shape(String camera) {
        wall.changeShape(GridShape.uniform(1, 1));
        wall.showCamera(0, new CameraId(camera));
        return wall.wall().layout();
    }

    private void signIn(String user) {
        sessions.signIn(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        shape("c-1");
        layouts.saveAs(wall, "Đang mở của " + user, Scope.PRIVATE);
        pass(SharedShifts.SPREAD);
        notices.clear();
    }

    private ShiftLayouts desk(boolean unattended) {
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

    private Shift in(Duration wait, LayoutId layout) {
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

    private Shift lasting(Duration wait, Duration time, LayoutId layout) {
        Shift eight = in(wait, layout);
        return new Shift(eight.days(), eight.from(), eight.from().plus(time), 1, layout, eight.name());
    }

    private void pass(Duration time) {
        lane.advance(time);
        lane.runReady();
    }

    private String camera() {
        return wall.wall().content(0) instanceof CellContent.OfCamera of
                ? of.camera().value()
                : "-";
    }

    private List<String> said() {
        return notices.stream().map(Notice::textKey).toList();
    }

    private Failure refused(Consumer<Consumer<Outcome<Timetable>>> asked) {
        List<Outcome<Timetable>> heard = new ArrayList<>();
        asked.accept(heard::add);
        lane.runReady();
        assertThat(heard).hasSize(1);
        return switch (heard.getFirst()) {
            case Outcome.Failed<Timetable>(Failure failure) -> failure;
            case Outcome.Done<Timetable>(Timetable set) -> throw new AssertionError("taken: " + set);
        };
    }

    @Test
    void whatSomebodySetElsewhereIsOfferedHere() {
        signIn("an");
        desk(false);
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofMinutes(30), DAY));
        pass(Duration.ofMinutes(29));
        assertThat(notices).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(said()).containsExactly("desk.shiftBegins");
        assertThat(camera()).isEqualTo("c-1");
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(camera()).isEqualTo("c-9");
    }

    @Test
    void whereNobodyToldOfItItIsThereBeforeLong() {
        signIn("an");
        server.silent = true;
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ZERO, DAY));
        assertThat(shared.all()).isEmpty();
        pass(SharedShifts.ANEW.plus(SharedShifts.SPREAD));
        assertThat(shared.of(DAY).orElseThrow().setBy()).isEqualTo("Bình");
    }

    @Test
    void theyHoldAfterARestartWithoutTheServerForWhomTheyWereToldAndWhoMayGoOn() {
        signIn("an");
        server.by("Bình", Scope.CITY, DAY, true, in(Duration.ofHours(1), DAY));
        pass(SharedShifts.SPREAD);
        for (String user : List.of("an", "bình")) {
            for (boolean goesOn : List.of(true, false)) {
                sessions.signOut();
                shared.close();
                server.failing = Kind.UNREACHABLE;
                server.there = false;
                shared = new SharedShifts(server, memory, sessions, lane, new Random(1));
                sessions.signInWhenBack(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
                sessions.connection(new Connection(
                        Phase.WAITING, clock.now(), null, goesOn ? clock.now().plusSeconds(3600) : null));
                lane.runReady();
                boolean there = user.equals("an") && goesOn;
                assertThat(shared.all()).as(user + " " + goesOn).hasSize(there ? 1 : 0);
                assertThat(shared.offered()).isEqualTo(there);
            }
        }
        sessions.signOut();
        assertThat(shared.all()).isEmpty();
    }

    @Test
    void aServerThatKeepsNoneAnyMoreHasNone() {
        signIn("an");
        server.by("Bình", Scope.CITY, DAY, true, in(Duration.ofHours(1), DAY));
        pass(SharedShifts.SPREAD);
        assertThat(shared.all()).hasSize(1);
        server.there = false;
        pass(SharedShifts.ANEW.plus(SharedShifts.SPREAD));
        assertThat(shared.all()).isEmpty();
        assertThat(shared.offered()).isFalse();
    }

    @Test
    void whatIsSetHereIsThereForOthersAndGoneWhereItIsTakenOut() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        Shift one = in(Duration.ofHours(1), DAY);
        shifts.share(one, answer -> {});
        shifts.share(one, answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).as("once").containsExactly(one);
        assertThat(shifts.shared(DAY).orElseThrow().setBy()).isEqualTo("An · Bàn 1");
        shifts.unshare(one, answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).isEmpty();
        shifts.share(one, answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).as("its version went on").containsExactly(one);
        assertThat(shifts.here()).as("this desk keeps none of them").isEmpty();
    }

    @Test
    void whoWasOvertakenIsToldAndSeesTheOthers() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        server.silent = true;
        server.by("Bình", Scope.CITY, DAY, true, in(Duration.ofHours(1), DAY));
        Failure failure = refused(answer -> shifts.share(in(Duration.ofHours(2), DAY), answer));
        assertThat(failure.textKey()).isEqualTo("desk.shiftsOvertaken");
        assertThat(shifts.shared(DAY).orElseThrow().setBy()).isEqualTo("Bình");
        shifts.share(in(Duration.ofHours(2), DAY), answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).hasSize(2);
    }

    @Test
    void whileTheServerIsAwayNothingIsSetAndThatIsSaid() {
        signIn("an");
        server.failing = Kind.UNREACHABLE;
        ShiftLayouts shifts = desk(false);
        assertThat(refused(answer -> shifts.share(in(Duration.ofHours(1), DAY), answer))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(shifts.here()).isEmpty();
    }

    @Test
    void aWallThatNobodySitsAtFollowsItsOwnAndItsRolesButNotTheCitys() {
        signIn("wall");
        desk(true);
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofMinutes(10), DAY));
        pass(Duration.ofMinutes(12));
        assertThat(camera()).as("of the city").isEqualTo("c-1");
        server.by("Bình", Scope.ROLE, NIGHT, false, in(Duration.ofMinutes(10), NIGHT));
        pass(Duration.ofMinutes(12));
        assertThat(camera()).as("of its role").isEqualTo("c-8");
        assertThat(notices).isEmpty();
    }

    @Test
    void onOneWindowTheNearerOnesHold() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofMinutes(30), DAY));
        shifts.add(in(Duration.ofMinutes(30), NIGHT));
        pass(Duration.ofMinutes(32));
        List<Object> said = notices.stream()
                .filter(notice -> notice.textKey().equals("desk.shiftBegins"))
                .map(notice -> notice.args().getFirst())
                .toList();
        assertThat(said).containsExactly("Ca đêm");
        shifts.remove(shifts.here().getFirst());
        pass(ShiftLayouts.LOOK);
        assertThat(notices.getLast().args())
                .as("once the nearer one is gone")
                .first()
                .isEqualTo("Ca ngày");
    }

    @Test
    void whatANearerOneCoveredComesAgainWhenThatIsOver() {
        preferences.set(PreferenceKey.SHIFTS_OFFERED, true);
        for (boolean unattended : List.of(true, false)) {
            sessions.signOut();
            signIn(unattended ? "wall" : "an");
            ShiftLayouts shifts = desk(unattended);
            server.by("Bình", Scope.ROLE, DAY, false, in(Duration.ofMinutes(10), DAY));
            Shift rush = lasting(Duration.ofMinutes(60), Duration.ofHours(2), NIGHT);
            shifts.add(rush);
            List<String> seen = new ArrayList<>();
            for (Duration until : List.of(Duration.ofMinutes(12), Duration.ofMinutes(50), Duration.ofHours(2))) {
                pass(until);
                takeOffer();
                seen.add(camera());
            }
            assertThat(seen).as("attended: " + !unattended).containsExactly("c-9", "c-8", "c-9");
            shifts.remove(rush);
            shifts.close();
            server.by("Bình", Scope.ROLE, DAY, false);
        }
    }

    /** Does what was offered last, where anything was. */
    private void takeOffer() {
        if (!notices.isEmpty()) {
            Objects.requireNonNull(notices.removeLast().way()).there().run();
            lane.runReady();
        }
    }

    @Test
    void whatOnlyThisDeskHasIsOfferedOnceToBeMoved() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        Shift day = in(Duration.ofHours(2), DAY);
        Shift later = in(Duration.ofHours(3), DAY);
        Shift night = in(Duration.ofHours(2), NIGHT);
        List.of(day, later, night).forEach(shifts::add);
        server.refusing.add(NIGHT);
        pass(ShiftLayouts.LOOK);
        assertThat(said()).containsExactly("desk.shiftsHere");
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(server.of(DAY)).containsExactly(day, later);
        assertThat(shifts.here()).as("what the server does not take stays").containsExactly(night);
        assertThat(said()).containsExactly("desk.shiftsHere", "desk.shiftsStay");
        assertThat(notices.getLast().args()).containsExactly("“Ca đêm”");
        pass(Duration.ofMinutes(30));
        assertThat(notices).as("once").hasSize(2);
        server.refusing.clear();
        shifts.move(night, answer -> {});
        lane.runReady();
        assertThat(shifts.here()).isEmpty();
        assertThat(server.of(NIGHT)).containsExactly(night);
    }

    @Test
    void whereTheServerKeepsNoneOrNobodySitsNothingIsOfferedToBeMoved() {
        server.there = false;
        signIn("an");
        ShiftLayouts attended = desk(false);
        attended.add(in(Duration.ofHours(5), DAY));
        pass(Duration.ofMinutes(30));
        attended.close();
        assertThat(notices).isEmpty();
        server.there = true;
        sessions.signOut();
        signIn("wall");
        assertThat(shared.heard()).isTrue();
        desk(true);
        pass(Duration.ofMinutes(30));
        assertThat(notices).isEmpty();
    }

    @Test
    void theyAreSetByWhoMayChangeTheLayout() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        LayoutFacts others = new LayoutFacts("Bình", null, false, false, null);
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 1, LayoutFacts.UNKNOWN)))
                .isTrue();
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 1, others)))
                .isFalse();
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 0, LayoutFacts.UNKNOWN)))
                .as("the server does not have it")
                .isFalse();
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofHours(1), DAY));
        pass(SharedShifts.SPREAD);
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 1, LayoutFacts.UNKNOWN)))
                .as("by what the server says of its shifts")
                .isFalse();
    }
}
