package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.live.LiveTile;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.ScreenReport.Result;
import vn.toancanh.wall.remote.WallOrder;

/** A desk that shows a wall of the city, and what comes of what it is told. */
class WallNodeTest {
    private static final Duration TEN = Duration.ofSeconds(10);

    private NodeRig rig;

    @BeforeEach
    void start() {
        rig = new NodeRig("Phòng trực");
        rig.server.with(FakeCityWalls.wall("truc", "Phòng trực", "DP-1", "DP-2"));
        rig.windows.get(0).desk.showCamera(0, DeskRig.camera(1));
        rig.windows.get(1).desk.showCamera(0, DeskRig.camera(2));
    }

    private static Layout layout(String name, int... cameras) {
        WallState wall = WallState.empty(GridShape.uniform(cameras.length, 1));
        for (int i = 0; i < cameras.length; i++) {
            wall = WallEdits.place(wall, i, new CellContent.OfCamera(DeskRig.camera(cameras[i]), StreamChoice.AUTO));
        }
        Layout made = wall.layout();
        return new Layout(null, name, made.scope(), made.grid(), made.cells(), 0);
    }

    private static Map<String, Optional<Layout>> both(Layout first, Layout second) {
        return Map.of("DP-1", Optional.of(first), "DP-2", Optional.of(second));
    }

    private WallOrder scene(Map<String, Optional<Layout>> layouts) {
        WallOrder order = rig.server.order("applyScene", "Cao điểm", layouts, TEN);
        rig.server.tell(news -> news.told("truc"));
        rig.lane.runReady();
        return order;
    }

    @Test
    void itSaysWhatStandsOnEachOfItsScreensAgainAndAgain() {
        rig.pass(1);
        assertThat(rig.server.reports)
                .extracting(FakeCityWalls.Reported::screen)
                .containsExactly("DP-1", "DP-2");
        FakeCityWalls.Reported first = rig.server.reports.getFirst();
        assertThat(DeskRig.names(first.report().shows())).containsExactly("c1", "-");
        assertThat(first.report().health().tiles()).isEqualTo(1);
        assertThat(first.report().health().live()).isZero();
        String client = first.report().clientId();
        rig.pass(10);
        assertThat(rig.server.reports).hasSize(6);
        rig.killedAndStartedAgain();
        rig.pass(1);
        assertThat(rig.server.reports.getLast().report().clientId()).isEqualTo(client);
    }

    private CityWall wall(String id) {
        return Objects.requireNonNull(rig.server.walls.get(id));
    }

    @Test
    void aWallThatSomebodyHasDeletedIsNotMadeAgainByItsMachine() {
        rig = new NodeRig("Kho hàng");
        rig.server.mayConfigure = true;
        rig.pass(1);
        assertThat(rig.server.walls.keySet()).as("it is made once").containsExactly("kho-hàng");
        rig.server.walls.clear();
        rig.server.tell(news -> news.afresh());
        rig.pass(11);
        rig.killedAndStartedAgain();
        rig.pass(21);
        assertThat(rig.server.walls).isEmpty();
        assertThat(rig.told)
                .extracting(Notices.Notice::textKey)
                .containsExactly("walls.nodeDeleted", "walls.nodeDeleted");
        rig.server.with(new CityWall("moi", "Kho hàng", List.of(), 1));
        rig.pass(11);
        assertThat(wall("moi").screens()).as("made by hand").hasSize(2);
    }

    @Test
    void aWallThatIsCalledOtherwiseMeanwhileIsFoundAgain() {
        rig = new NodeRig("Kho hàng");
        rig.server.mayConfigure = true;
        rig.pass(1);
        CityWall made = wall("kho-hàng");
        rig.server.with(new CityWall(made.id(), "Kho lạnh", made.site(), made.screens(), made.version() + 1));
        rig.server.reports.clear();
        rig.killedAndStartedAgain();
        rig.pass(2);
        assertThat(wall("kho-hàng").name()).isEqualTo("Kho lạnh");
        assertThat(rig.server.reports).hasSize(2);
        assertThat(rig.told).isEmpty();
    }

    @Test
    void nothingIsSaidBeforeTheWallOfLastTimeIsBack() {
        rig.ready = false;
        rig.pass(20);
        assertThat(rig.server.reports).isEmpty();
    }

    @Test
    void aSceneComesToAllItsScreensAtOneStrokeAndEachSaysSo() {
        rig.pass(1);
        LiveTile playing = rig.windows.get(0).live.tiles().getFirst();
        WallOrder order = scene(both(layout("Cầu", 7, 1), layout("Hầm", 3)));
        assertThat(rig.stands(0)).containsExactly("c7", "c1");
        assertThat(rig.stands(1)).containsExactly("c3");
        // its player went along
        assertThat(rig.windows.get(0).live.tiles().get(1)).isSameAs(playing);
        assertThat(rig.server.answers(order))
                .containsEntry("DP-1", new Result("m-1", true, ""))
                .containsEntry("DP-2", new Result("m-1", true, ""));
        WallNode.Plate plate = rig.node.plate(1).orElseThrow();
        assertThat(plate.by()).isEqualTo("Chị Lan");
        assertThat(plate.desk()).isEqualTo("bàn 3");
        assertThat(plate.name()).isEqualTo("Cao điểm");
    }

    @Test
    void aScreenThatTheSceneDoesNotNameStaysAsItIs() {
        rig.pass(1);
        scene(Map.of("DP-2", Optional.empty()));
        assertThat(rig.stands(0)).containsExactly("c1", "-");
        assertThat(rig.stands(1)).containsExactly("-");
        assertThat(rig.node.plate(1)).isEmpty();
        assertThat(rig.node.plate(2)).isPresent();
    }

    @Test
    void theSameOrderIsDoneOnceAlsoAfterAKill() {
        rig.pass(1);
        WallOrder order = scene(both(layout("Cầu", 7), layout("Hầm", 3)));
        rig.windows.get(0).desk.showCamera(0, DeskRig.camera(9));
        rig.pass(1);
        rig.server.forgetAnswers(order);
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c9");
        assertThat(rig.server.answers(order)).hasSize(2);
        rig.server.forgetAnswers(order);
        rig.killedAndStartedAgain();
        rig.windows.get(0).desk.showCamera(0, DeskRig.camera(8));
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c8");
        assertThat(rig.server.answers(order)).containsEntry("DP-1", new Result("m-1", true, ""));
    }

    @Test
    void whatWasToldWhileTheServerOrThisDeskWasAwayIsDoneAfterwards() {
        rig.pass(1);
        rig.server.away = true;
        rig.pass(3);
        WallOrder order = rig.server.order("applyScene", "Cao điểm", both(layout("Cầu", 7), layout("Hầm", 3)), TEN);
        rig.server.away = false;
        rig.server.tell(news -> news.afresh());
        rig.pass(1);
        assertThat(rig.stands(0)).containsExactly("c7");
        assertThat(rig.server.answers(order)).hasSize(2);
    }

    @Test
    void anOrderThatComesTooLateOrAfterALaterOneIsRefusedAndSaysSo() {
        rig.pass(1);
        WallOrder old = rig.server.order("applyScene", "x", both(layout("Cầu", 7), layout("Hầm", 3)), Duration.ZERO);
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c1", "-");
        assertThat(rig.server.answers(old)).containsEntry("DP-1", new Result("m-1", false, "tooOld"));
        WallOrder earlier = rig.server.order("applyScene", "y", both(layout("a", 5), layout("b", 5)), TEN);
        WallOrder later = scene(both(layout("c", 6), layout("d", 6)));
        assertThat(rig.stands(0)).containsExactly("c6");
        rig.server.forgetAnswers(later);
        rig.server.forgetAnswers(earlier);
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c6");
        WallOrder unknown = rig.server.order("explode", "", Map.of("DP-1", Optional.empty()), TEN);
        rig.pass(6);
        assertThat(rig.server.answers(unknown)).containsEntry("DP-1", new Result("m-4", false, "unknownOrder"));
    }

    @Test
    void endingBringsBackWhatStoodBeforeTheFirstOfThemAlsoAfterAKill() {
        rig.pass(1);
        scene(both(layout("Cầu", 7), layout("Hầm", 3)));
        scene(Map.of("DP-1", Optional.of(layout("Phố", 4, 5))));
        assertThat(rig.stands(0)).containsExactly("c4", "c5");
        rig.killedAndStartedAgain();
        assertThat(rig.stands(0)).containsExactly("c4", "c5");
        assertThat(rig.node.plate(1)).isPresent();
        rig.pass(1);
        assertThat(rig.stands(0)).containsExactly("c4", "c5");
        Map<String, Failure> none = new HashMap<>();
        rig.node.end(failure -> failure.ifPresent(why -> none.put("why", why)));
        rig.pass(1);
        assertThat(none).isEmpty();
        assertThat(rig.stands(0)).containsExactly("c1", "-");
        assertThat(rig.stands(1)).containsExactly("c2", "-");
        assertThat(rig.node.plate(1)).isEmpty();
        rig.pass(20);
        assertThat(rig.stands(0)).containsExactly("c1", "-");
    }

    @Test
    void anAnswerFromBeforeAnOrderDoesNotEndIt() {
        rig.pass(1);
        rig.server.hold = true;
        rig.pass(5);
        WallOrder order = rig.server.order("applyScene", "x", both(layout("Cầu", 7), layout("Hầm", 3)), TEN);
        rig.server.hold = false;
        // these were answered before there was an order
        rig.server.answerHeld(true);
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c7");
        assertThat(rig.server.answers(order)).hasSize(2);
        long now = rig.server.stateVersion;
        rig.server.stateVersion = now - 1;
        rig.server.control = Optional.empty();
        rig.pass(6);
        assertThat(rig.stands(0)).as("an old answer").containsExactly("c7");
        rig.server.stateVersion = now + 1;
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c1", "-");
    }

    @Test
    void aWallThatIsNotThereIsDescribedByWhoMay() {
        NodeRig other = new NodeRig("Sảnh UBND");
        other.pass(30);
        assertThat(other.told).containsExactly(new Notices.Notice("walls.nodeUnknown", List.of("Sảnh UBND")));
        assertThat(other.server.walls).isEmpty();
        other.server.mayConfigure = true;
        other.server.tell(news -> news.afresh());
        other.pass(2);
        CityWall made = Objects.requireNonNull(other.server.walls.get("sảnh-ubnd"));
        assertThat(made.name()).isEqualTo("Sảnh UBND");
        assertThat(made.screens())
                .containsExactly(
                        new CityWall.Screen("DP-1", 1, 0, 0, 1920, 1080, false, null),
                        new CityWall.Screen("DP-2", 2, 1920, 0, 1920, 1080, false, null));
        assertThat(other.server.reports).hasSize(2);
    }

    @Test
    void aReportThatTheServerWillNotHaveIsSaidOnceAndAgainAfterOneThatItHad() {
        List<Notices.Notice> both = List.of(
                new Notices.Notice("walls.nodeRefused", List.of("Phòng trực", "DP-1")),
                new Notices.Notice("walls.nodeRefused", List.of("Phòng trực", "DP-2")));
        rig.server.reportFails = Failure.of(Failure.Kind.BAD_INPUT, "400");
        rig.pass(30);
        assertThat(rig.told).containsExactlyInAnyOrderElementsOf(both);
        rig.server.reportFails = Failure.of(Failure.Kind.UNREACHABLE, "away");
        rig.pass(30);
        assertThat(rig.told).as("that it is away is said elsewhere").hasSize(2);
        rig.server.reportFails = null;
        rig.pass(6);
        rig.server.reportFails = Failure.of(Failure.Kind.BAD_INPUT, "400");
        rig.pass(6);
        assertThat(rig.told).hasSize(4);
    }

    @Test
    void aScreenThatSomebodyElseShowsIsSaidOnce() {
        rig.server.reportFails = Failure.of(Failure.Kind.CONFLICT, "taken");
        rig.pass(30);
        assertThat(rig.told)
                .containsExactlyInAnyOrder(
                        new Notices.Notice("walls.nodeTaken", List.of("Phòng trực", "DP-1")),
                        new Notices.Notice("walls.nodeTaken", List.of("Phòng trực", "DP-2")));
    }

    @Test
    void whatIsBroughtWhileWhatStoodBeforeIsReadStays() {
        rig.pass(1);
        scene(both(layout("Cầu", 7), layout("Hầm", 3)));
        rig.beneath.forEach(each -> each.held = true);
        rig.server.release();
        rig.pass(6);
        scene(both(layout("Phố", 8), layout("Chợ", 4)));
        rig.beneath.forEach(NodeRig.Kept::answer);
        assertThat(rig.stands(0)).containsExactly("c8");
        assertThat(rig.stands(1)).containsExactly("c4");
        assertThat(rig.node.plate(1)).isPresent();
        rig.server.release();
        rig.pass(6);
        assertThat(rig.stands(0)).as("what stood before the first").containsExactly("c1", "-");
        assertThat(rig.node.plate(1)).isEmpty();
    }

    @Test
    void whoeverIsSwitchedOffBeforeWhatStoodIsBackBringsItBackAfterwards() {
        rig.pass(1);
        scene(both(layout("Cầu", 7), layout("Hầm", 3)));
        rig.beneath.forEach(each -> each.held = true);
        rig.server.release();
        rig.pass(6);
        rig.killedAndStartedAgain();
        rig.beneath.forEach(each -> each.held = false);
        rig.pass(6);
        assertThat(rig.stands(0)).containsExactly("c1", "-");
        assertThat(rig.node.plate(1)).isEmpty();
    }

    /** At a start with a standing scene the plate is there before anybody is signed in. */
    @Test
    void whoMayEndItIsToldWhenSomebodySignsIn() {
        int[] told = {0};
        rig.pass(1);
        rig.sessions.rights = List.of(new Right(Level.VIEW, null, List.of()));
        rig.sessions.signIn(URI.create("https://may.vn"), "xem", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        assertThat(rig.node.mayEnd()).isFalse();
        rig.node.onChange(() -> told[0]++);
        rig.sessions.rights = List.of(new Right(Level.OPERATE, null, List.of()));
        rig.sessions.signIn(URI.create("https://may.vn"), "truc", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        assertThat(rig.node.mayEnd()).isTrue();
        assertThat(told[0]).isPositive();
    }

    /** Whoever operates another ward only is shown no door here; which wall this is may be known later than who is there. */
    @Test
    void whatStandsHereIsEndedByWhoeverWorksWhereTheWallHangs() {
        SiteId here = new SiteId("hoan-kiem");
        CityWall wall = Objects.requireNonNull(rig.server.walls.get("truc"));
        rig.server.with(new CityWall(wall.id(), wall.name(), here, wall.screens(), wall.version()));
        rig.sessions.rights = List.of(new Right(Level.OPERATE, here, List.of()));
        rig.sessions.signIn(URI.create("https://may.vn"), "truc", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        assertThat(rig.node.mayEnd()).as("not known yet which wall").isFalse();
        int[] told = {0};
        rig.node.onChange(() -> told[0]++);
        rig.pass(1);
        assertThat(told[0]).isPositive();
        assertThat(rig.node.mayEnd()).isTrue();
        rig.sessions.rights = List.of(new Right(Level.OPERATE, new SiteId("ba-dinh"), List.of()));
        rig.sessions.signIn(URI.create("https://may.vn"), "khac", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        assertThat(rig.node.mayEnd()).isFalse();
        rig.sessions.rights = List.of(new Right(Level.OPERATE, null, List.of()));
        rig.sessions.denials = List.of(new Right(Level.OPERATE, here, List.of()));
        rig.sessions.signIn(URI.create("https://may.vn"), "trừ", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        assertThat(rig.node.mayEnd()).as("denied here").isFalse();
    }
}
