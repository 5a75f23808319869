package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.WallOrder.Details;

/** Hours of layouts on a wall to which somebody elsewhere brings something: that stands, and the layout comes when it ends. */
class HoursUnderScenesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LayoutId DAY = new LayoutId("day");

    private final NodeRig rig = new NodeRig("Phòng trực");
    private final SharedServer library = new SharedServer(rig.lane);
    private final List<Notice> notices = new ArrayList<>();
    private final Random ids = new Random(7);
    private LayoutDesk layouts = layouts();
    private ShiftLayouts shifts = hours(true);

    @BeforeEach
    void begin() {
        rig.server.with(FakeCityWalls.wall("truc", "Phòng trực", "DP-1", "DP-2"));
        library.by("Bình", layout(9).as(DAY, "Ca ngày", Scope.ROLE, 0));
        first().showLayout(layout(1));
        rig.pass(1);
    }

    private WallDesk first() {
        return rig.windows.getFirst().desk;
    }

    private LayoutDesk layouts() {
        SaveLayouts saves = new SaveLayouts(
                library,
                library,
                new UnsentShelfInMemory(rig.lane),
                rig.sessions,
                rig.lane,
                rig.clock,
                () -> new UUID(ids.nextLong(), ids.nextLong()),
                new Random(1));
        return new LayoutDesk(
                saves,
                library,
                () -> List.of(first()),
                rig.sessions,
                new EditMode(rig.preferences, false, () -> {}),
                notices::add,
                notices::remove);
    }

    private ShiftLayouts hours(boolean unattended) {
        ShiftLayouts made = new ShiftLayouts(
                rig.lane,
                layouts,
                rig.preferences,
                new SharedShifts(
                        new SharedTimetables(rig.lane),
                        new TimetablesInMemory(rig.lane),
                        rig.sessions,
                        rig.lane,
                        new Random(1)),
                () -> List.of(first()),
                rig.clock::now,
                ZONE,
                unattended,
                notices::add,
                notices::remove);
        made.under(rig.node);
        return made;
    }

    private void killedAndStartedAgain() {
        shifts.close();
        layouts.close();
        rig.killedAndStartedAgain();
        layouts = layouts();
        shifts = hours(true);
    }

    private static Layout layout(int camera) {
        CellContent shown = new CellContent.OfCamera(DeskRig.camera(camera), StreamChoice.AUTO);
        return WallEdits.place(WallState.empty(GridShape.uniform(1, 1)), 0, shown)
                .layout();
    }

    private void hoursBeginIn(Duration wait) {
        LocalTime from = LocalDateTime.ofInstant(rig.clock.now().plus(wait), ZONE)
                .toLocalTime()
                .withSecond(0)
                .withNano(0);
        shifts.add(new Shift(EnumSet.allOf(DayOfWeek.class), from, from.plusHours(8), 1, DAY, "Ca ngày"));
    }

    /** Somebody at another desk brings a camera to the first screen. */
    private void scene(int camera) {
        rig.server.order("applyScene", "Cháy", Map.of("DP-1", Optional.of(layout(camera))), Duration.ofSeconds(10));
        rig.server.tell(news -> news.told("truc"));
        rig.lane.runReady();
        assertThat(rig.stands(0)).containsExactly("c" + camera);
    }

    private void controlEnds() {
        rig.server.release();
        rig.pass(6);
        assertThat(rig.node.plate(1)).isEmpty();
    }

    private void pass(Duration time) {
        rig.pass((int) time.toSeconds());
        rig.lane.runReady();
    }

    @Test
    void aSceneStandsAndTheLayoutOfTheHoursComesWhenControlEnds() {
        hoursBeginIn(Duration.ofMinutes(10));
        scene(7);
        pass(Duration.ofMinutes(15));
        assertThat(rig.stands(0)).containsExactly("c7");
        assertThat(rig.node.plate(1)).isPresent();
        controlEnds();
        assertThat(rig.stands(0)).containsExactly("c9");
        assertThat(notices).isEmpty();
    }

    @Test
    void soItIsAfterARestartOfTheMachine() {
        hoursBeginIn(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(11));
        assertThat(rig.stands(0)).containsExactly("c9");
        scene(7);
        pass(Duration.ofSeconds(5));
        killedAndStartedAgain();
        pass(Duration.ofMinutes(2));
        assertThat(rig.stands(0)).containsExactly("c7");
        assertThat(rig.node.plate(1)).isPresent();
        controlEnds();
        assertThat(rig.stands(0)).containsExactly("c9");
    }

    @Test
    void aTileThatSomebodyElsewhereChangedIsNoChangeOfThisWallsOwn() {
        library.by("Bình", layout(3).as(new LayoutId("night"), "Ca đêm", Scope.ROLE, 0));
        layouts.open(new LayoutId("night"), first());
        rig.lane.runReady();
        hoursBeginIn(Duration.ofMinutes(10));
        Details put = new Details(0, List.of(DeskRig.camera(8)), Details.NO_TILE, 0, "", Details.USUAL_TIME);
        rig.server.order("setCell", List.of("DP-1"), put);
        rig.server.tell(news -> news.told("truc"));
        rig.lane.runReady();
        pass(Duration.ofMinutes(15));
        assertThat(rig.stands(0)).containsExactly("c8");
        controlEnds();
        assertThat(rig.stands(0)).containsExactly("c9");
    }

    @Test
    void whatWasChangedHereAndNotSavedComesBackThough() {
        library.by("Bình", layout(3).as(new LayoutId("night"), "Ca đêm", Scope.ROLE, 0));
        layouts.open(new LayoutId("night"), first());
        rig.lane.runReady();
        first().showCamera(0, DeskRig.camera(4));
        hoursBeginIn(Duration.ofMinutes(10));
        scene(7);
        pass(Duration.ofMinutes(15));
        controlEnds();
        assertThat(rig.stands(0)).containsExactly("c4");
    }

    @Test
    void whoeverSitsThereIsAskedAndHasItAfterwards() {
        shifts.close();
        shifts = hours(false);
        hoursBeginIn(Duration.ofMinutes(10));
        scene(7);
        pass(Duration.ofMinutes(15));
        assertThat(notices).extracting(Notice::textKey).containsExactly("desk.shiftCovered");
        assertThat(notices.getFirst().args()).containsExactly("Ca ngày", 1);
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        rig.lane.runReady();
        assertThat(rig.stands(0)).containsExactly("c7");
        controlEnds();
        assertThat(rig.stands(0)).containsExactly("c9");
    }

    @Test
    void nothingComesBeforeWhatStoodLastIsBack() {
        rig.ready = false;
        hoursBeginIn(Duration.ZERO);
        pass(Duration.ofMinutes(2));
        assertThat(rig.stands(0)).containsExactly("c1");
        rig.ready = true;
        pass(ShiftLayouts.LOOK);
        assertThat(rig.stands(0)).containsExactly("c9");
    }
}
