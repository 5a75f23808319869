package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.LayoutDesk.Standing;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.WallState;

/** Walls that are saved, shared and settled; none changes but by who asks for it, and none by hand while edit mode is off. */
class LayoutDeskTest {
    private static final URI SERVER = URI.create("https://may.vn");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final Random ids = new Random(7);
    private final WallDesk wall = DeskRig.window(clock, lane, 2, 1).desk;
    private final WallDesk other = DeskRig.window(clock, lane, 2, 1).desk;
    private final Preferences preferences = FreshPreferences.on(lane);
    private final List<Notice> notices = new ArrayList<>();
    private int refused;
    private final EditMode editing = new EditMode(preferences, false, () -> refused++);
    private final SaveLayouts saves = new SaveLayouts(
            server,
            server,
            new UnsentShelfInMemory(lane),
            sessions,
            lane,
            clock,
            () -> new UUID(ids.nextLong(), ids.nextLong()),
            new Random(1));
    private final LayoutDesk desk =
            new LayoutDesk(saves, server, () -> List.of(wall, other), sessions, editing, notices::add, notices::remove);

    @BeforeEach
    void signIn() {
        wall.changes().only(editing);
        other.changes().only(editing);
        sessions.signIn(SERVER, "an", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        wall.showCamera(0, new CameraId("c-1"));
        lane.runReady();
    }

    private LayoutId savedAs(String name) {
        desk.saveAs(wall, name, Scope.CITY);
        lane.runReady();
        return Objects.requireNonNull(wall.wall().layout().id());
    }

    private static List<String> cameras(WallDesk wall) {
        return wall.wall().layout().cells().stream()
                .map(cell -> cell.content() instanceof CellContent.OfCamera of
                        ? of.camera().value()
                        : "-")
                .toList();
    }

    private Layout another(LayoutId id, String camera) {
        Layout now = server.of(id).getFirst();
        List<vn.toancanh.model.Cell> cells = new ArrayList<>(now.cells());
        cells.set(
                0,
                cells.getFirst()
                        .with(new CellContent.OfCamera(new CameraId(camera), vn.toancanh.model.StreamChoice.AUTO)));
        return new Layout(id, now.name(), now.scope(), now.grid(), cells, now.version());
    }

    @Test
    void aWallWithoutANameAsksForOneAndThenIsThatLayout() {
        assertThat(desk.standing(wall)).isEqualTo(Standing.NAMELESS);
        assertThat(desk.save(wall)).isFalse();
        LayoutId id = savedAs("Ca sáng");
        assertThat(wall.wall().layout().version()).isEqualTo(1);
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
        wall.showCamera(1, new CameraId("c-2"));
        assertThat(desk.standing(wall)).isEqualTo(Standing.CHANGED);
        assertThat(desk.save(wall)).isTrue();
        lane.runReady();
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
        assertThat(server.of(id)).hasSize(2);
    }

    @Test
    void takingBackAfterASaveBringsBackTheTilesAndGoesOnFromTheNewVersion() {
        LayoutId id = savedAs("A");
        wall.showCamera(1, new CameraId("c-2"));
        desk.save(wall);
        lane.runReady();
        assertThat(wall.changes().undo()).isTrue();
        assertThat(cameras(wall)).containsExactly("c-1", "-");
        assertThat(desk.standing(wall)).isEqualTo(Standing.CHANGED);
        assertThat(wall.wall().layout().version()).isEqualTo(2);
        desk.save(wall);
        lane.runReady();
        assertThat(desk.questions()).isEmpty();
        assertThat(server.of(id)).hasSize(3);
    }

    @Test
    void enlargedAndSelectedTilesStayWhenAWallIsSaved() {
        wall.enlargeTile(0);
        savedAs("A");
        assertThat(wall.wall().enlarged()).isZero();
        assertThat(wall.wall().selected()).isZero();
    }

    @Test
    void whatAnotherSavesIsToldAndChangesNoWallUnasked() {
        LayoutId id = savedAs("A");
        other.showCamera(0, new CameraId("c-5"));
        lane.runReady();
        WallState before = wall.wall();
        notices.clear();
        server.by("Bình", another(id, "c-9"));
        lane.runReady();
        assertThat(wall.wall()).isEqualTo(before);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().args()).containsExactly("Bình", "A");
        assertThat(desk.standing(wall)).isEqualTo(Standing.BEHIND);
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        assertThat(cameras(wall)).containsExactly("c-9", "-");
        assertThat(cameras(other)).as("only where it stands").containsExactly("c-5", "-");
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
        assertThat(wall.changes().undo()).as("loading can be taken back").isTrue();
        assertThat(cameras(wall)).containsExactly("c-1", "-");
    }

    @Test
    void whoSavesOverItIsNotOfferedTheOthersAnyMore() {
        LayoutId id = savedAs("A");
        server.by("Bình", another(id, "c-9"));
        lane.runReady();
        assertThat(notices).extracting(Notice::textKey).contains("desk.layoutSaved");
        wall.showCamera(1, new CameraId("c-2"));
        desk.save(wall);
        lane.runReady();
        assertThat(desk.questions()).as("the same is asked with both sides").hasSize(1);
        desk.keepMine(id);
        lane.runReady();
        assertThat(notices).extracting(Notice::textKey).doesNotContain("desk.layoutSaved");
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
    }

    @Test
    void whatIsSavedHereIsNoNewsHere() {
        savedAs("A");
        wall.showCamera(1, new CameraId("c-2"));
        desk.save(wall);
        lane.runReady();
        assertThat(notices).isEmpty();
    }

    @Test
    void ofTwoDesksThatSaveAtOnceTheSecondChooses() {
        LayoutId id = savedAs("A");
        sessions.connection(
                new Connection(Phase.AWAY, clock.now(), null, clock.now().plusSeconds(99)));
        server.failing = Kind.UNREACHABLE;
        wall.showCamera(1, new CameraId("c-2"));
        desk.save(wall);
        lane.runReady();
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
        server.failing = null;
        server.by("Bình", another(id, "c-9"));
        sessions.connection(new Connection(Phase.ONLINE, clock.now(), null, null));
        lane.runReady();
        assertThat(desk.questions()).hasSize(1);
        assertThat(cameras(wall)).as("unasked nothing changes").containsExactly("c-1", "c-2");
        desk.keepTheirs(id);
        lane.runReady();
        assertThat(cameras(wall)).containsExactly("c-9", "-");
        assertThat(desk.aside(id)).hasSize(1);
        desk.bringBack(entry(id), desk.aside(id).getFirst().layout());
        lane.runReady();
        assertThat(server.of(id).getFirst().says(desk.aside(id).getFirst().layout()))
                .as("nothing is lost")
                .isTrue();
    }

    private Entry entry(LayoutId id) {
        Layout newest = server.of(id).getFirst();
        return new Entry(id, newest.name(), newest.scope(), newest.version());
    }

    @Test
    void anOldVersionIsShownWithoutBeingSavedAndBroughtBackWithoutBeingShown() {
        LayoutId id = savedAs("A");
        Layout first = server.of(id).getFirst();
        wall.showCamera(0, new CameraId("c-2"));
        desk.save(wall);
        lane.runReady();
        desk.show(other, entry(id), first);
        assertThat(cameras(other)).containsExactly("c-1", "-");
        assertThat(desk.standing(other)).isEqualTo(Standing.CHANGED);
        assertThat(server.of(id)).hasSize(2);
        desk.bringBack(entry(id), first);
        lane.runReady();
        assertThat(server.of(id)).hasSize(3);
        assertThat(cameras(wall)).as("walls stay").containsExactly("c-2", "-");
    }

    /** What hands may try at the first tile. */
    private Map<String, Runnable> hands() {
        return Map.ofEntries(
                Map.entry("drop", () -> wall.showCamera(0, new CameraId("c-7"))),
                Map.entry("drop many", () -> wall.showCameras(0, List.of(new CameraId("c-7"), new CameraId("c-8")))),
                Map.entry("from the tree", () -> wall.showTogether(List.of(new CameraId("c-7")))),
                Map.entry(
                        "all",
                        () -> wall.showAll(List.of(new CameraId("c-7"), new CameraId("c-8"), new CameraId("c-9")))),
                Map.entry("swap", () -> wall.swapTiles(0, 1)),
                Map.entry("copy", () -> wall.copyTile(0, 1)),
                Map.entry("clear", () -> wall.clearTile(0)),
                Map.entry("shape", () -> wall.changeShape(GridShape.uniform(3, 3))),
                Map.entry("rotate", () -> wall.chosen().rotate(List.of(new CameraId("c-7"), new CameraId("c-8")))),
                Map.entry("back", () -> wall.memory().back(0)),
                Map.entry("hotspot", () -> wall.hotspots().toggle(0)),
                Map.entry("clear all", () -> {
                    wall.chosen().exactly(Set.of(0, 1));
                    wall.chosen().clear();
                    wall.selectTile(0);
                }));
    }

    private void isHeldBack(String what, Runnable hand, WallState before) {
        refused = 0;
        hand.run();
        lane.runReady();
        assertThat(wall.wall()).as(what).isEqualTo(before);
        assertThat(refused).as("it is said why: " + what).isPositive();
    }

    @Test
    void withEditModeOffNoHandTakesATileFromAnAlarm() {
        CameraId alarm = new CameraId("c-alarm");
        List<LentTiles.Gone> gone = new ArrayList<>();
        wall.showCamera(0, new CameraId("c-2"));
        wall.selectTile(0);
        long loan = wall.lent().lend(0, alarm, gone::add);
        editing.toggle();
        WallState before = wall.wall();
        List<CellContent> live =
                wall.live().tiles().stream().map(tile -> tile.content()).toList();
        hands().forEach((what, hand) -> {
            isHeldBack(what, hand, before);
            assertThat(wall.content(0).cameras()).as(what).containsExactly(alarm);
            assertThat(wall.lent().at(0).map(each -> each.id())).as(what).contains(loan);
            assertThat(wall.live().tiles().stream().map(tile -> tile.content()))
                    .as(what)
                    .containsExactlyElementsOf(live);
        });
        assertThat(gone).isEmpty();
        wall.lent().giveBack(loan);
        assertThat(wall.content(0).cameras()).containsExactly(new CameraId("c-2"));
        assertThat(wall.live().tiles().getFirst().content()).isEqualTo(wall.content(0));
        editing.toggle();
        wall.memory().back(0);
        assertThat(cameras(wall)).as("what lay ahead and behind is as it was").containsExactly("c-1", "-");
        wall.memory().forward(0);
        assertThat(cameras(wall)).containsExactly("c-2", "-");
    }

    @Test
    void withEditModeOffNoHandChangesALayout() {
        LayoutId id = savedAs("A");
        wall.showCamera(1, new CameraId("c-2"));
        wall.showCamera(0, new CameraId("c-3"));
        wall.showCamera(0, new CameraId("c-1"));
        wall.selectTile(0);
        desk.save(wall);
        lane.runReady();
        editing.toggle();
        WallState before = wall.wall();
        hands().forEach((what, hand) -> isHeldBack(what, hand, before));
        Map<String, Runnable> others = Map.of(
                "undo",
                () -> wall.changes().undo(),
                "save",
                () -> desk.save(wall),
                "save as",
                () -> desk.saveAs(wall, "B", Scope.PRIVATE),
                "delete",
                () -> desk.delete(entry(id)),
                "bring back",
                () -> desk.bringBack(entry(id), server.of(id).getLast()));
        others.forEach((what, hand) -> isHeldBack(what, hand, before));
        assertThat(server.of(id)).hasSize(2);
        assertThat(server.sent).hasSize(2);
        wall.chosen().exactly(Set.of(0, 1));
        WallState chosen = wall.wall();
        wall.chosen().merge();
        wall.chosen().clear();
        assertThat(wall.wall()).isEqualTo(chosen);
    }

    @Test
    void whyNothingHappensIsSaidAtTheWallWhereSomebodyTries() {
        int[] said = {0, 0};
        wall.changes().onRefused(() -> said[0]++);
        other.changes().onRefused(() -> said[1]++);
        editing.toggle();
        wall.showCamera(0, new CameraId("c-7"));
        desk.saveAs(wall, "B", Scope.PRIVATE);
        assertThat(said).containsExactly(2, 0);
        other.changeShape(GridShape.uniform(3, 3));
        assertThat(said).containsExactly(2, 1);
        other.enlargeTile(0);
        other.changes().freely(() -> other.showCamera(0, new CameraId("c-7")));
        assertThat(said).containsExactly(2, 1);
        editing.toggle();
        wall.showCamera(0, new CameraId("c-8"));
        assertThat(said).containsExactly(2, 1);
    }

    @Test
    void withEditModeOffPeopleGoOnLookingAndCallUpAndOpen() {
        LayoutId id = savedAs("A");
        editing.toggle();
        refused = 0;
        wall.enlargeTile(0);
        assertThat(wall.wall().enlarged()).isZero();
        wall.backFromEnlarged();
        wall.selectTile(1);
        assertThat(wall.wall().selected()).isEqualTo(1);
        wall.changes().freely(() -> wall.showCamera(1, new CameraId("c-7")));
        assertThat(cameras(wall)).as("called up by number").containsExactly("c-1", "c-7");
        desk.open(id, wall);
        lane.runReady();
        assertThat(cameras(wall)).as("a layout opened").containsExactly("c-1", "-");
        assertThat(refused).isZero();
        editing.toggle();
        wall.showCamera(1, new CameraId("c-8"));
        assertThat(cameras(wall)).containsExactly("c-1", "c-8");
    }

    @Test
    void aWallThatNobodySitsAtIsNeverEdited() {
        EditMode fixed = new EditMode(preferences, true, () -> {});
        fixed.toggle();
        assertThat(fixed.on()).isFalse();
        assertThat(fixed.allows()).isFalse();
    }
}
