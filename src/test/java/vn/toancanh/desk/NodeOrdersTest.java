package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.LiveTile;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.ScreenReport.Result;
import vn.toancanh.wall.remote.WallOrder;
import vn.toancanh.wall.remote.WallOrder.Details;

/** A wall that is told to do something with single tiles, to say which screen is which, to show words. */
class NodeOrdersTest {
    private NodeRig rig;
    private DeskRig first;

    @BeforeEach
    void start() {
        rig = new NodeRig("Phòng trực");
        rig.server.with(FakeCityWalls.wall("truc", "Phòng trực", "DP-1", "DP-2"));
        first = rig.windows.get(0);
        first.desk.showCameras(0, DeskRig.cameras(2));
        rig.windows.get(1).desk.showCamera(0, DeskRig.camera(5));
        rig.pass(1);
    }

    private static Details about(int tile) {
        return new Details(tile, List.of(), Details.NO_TILE, 0, "", Details.USUAL_TIME);
    }

    private static Details camera(int tile, int number) {
        return new Details(tile, List.of(DeskRig.camera(number)), Details.NO_TILE, 0, "", Details.USUAL_TIME);
    }

    private WallOrder tell(String op, Details details, String... screens) {
        WallOrder order = rig.server.order(op, List.of(screens), details);
        rig.server.tell(news -> news.told("truc"));
        rig.lane.runReady();
        return order;
    }

    private static Result done(WallOrder order) {
        return new Result(order.id(), true, "");
    }

    private static Result refused(WallOrder order, String why) {
        return new Result(order.id(), false, why);
    }

    @Test
    void camerasAreLetTakeTurnsInATile() {
        List<CameraId> cameras = DeskRig.cameras(3);
        WallOrder put = tell("setCell", new Details(1, cameras, Details.NO_TILE, 0, "", Details.USUAL_TIME), "DP-1");
        assertThat(rig.server.answers(put)).isEqualTo(Map.of("DP-1", done(put)));
        assertThat(first.desk.wall().content(1)).isEqualTo(Carousel.of(cameras, 5));
        WallOrder on = tell("playlistStep", new Details(1, List.of(), -1, 1, "", Details.USUAL_TIME), "DP-1");
        assertThat(rig.server.answers(on)).isEqualTo(Map.of("DP-1", done(on)));
    }

    @Test
    void aCameraIsPutIntoATileOrATileEmptiedAndTheOthersPlayOn() {
        LiveTile playing = first.live.tiles().getFirst();
        WallOrder put = tell("setCell", camera(1, 9), "DP-1");
        assertThat(rig.stands(0)).containsExactly("c1", "c9");
        assertThat(first.live.tiles().getFirst()).isSameAs(playing);
        assertThat(rig.server.answers(put)).isEqualTo(Map.of("DP-1", done(put)));
        assertThat(rig.node.plate(1)).isPresent();
        assertThat(rig.node.plate(2)).isEmpty();
        assertThat(rig.kept.get(0).layout.map(DeskRig::names)).contains(List.of("c1", "c9"));
        tell("setCell", about(0), "DP-1");
        assertThat(rig.stands(0)).containsExactly("-", "c9");
        rig.server.release();
        rig.pass(6);
        assertThat(rig.stands(0)).as("as before the first of them").containsExactly("c1", "c2");
    }

    @Test
    void twoTilesChangePlacesAndOneThatIsNotThereIsRefusedOnAllScreens() {
        Details swap = new Details(0, List.of(), 1, 0, "", Details.USUAL_TIME);
        WallOrder done = tell("swapCells", swap, "DP-1", "DP-2");
        assertThat(rig.stands(0)).containsExactly("c2", "c1");
        assertThat(rig.stands(1)).containsExactly("-", "c5");
        assertThat(rig.server.answers(done)).containsEntry("DP-2", done(done));
        first.desk.showLayout(WallState.empty(GridShape.uniform(1, 1)).layout());
        WallOrder none = tell("swapCells", swap, "DP-1", "DP-2");
        assertThat(rig.stands(1)).containsExactly("-", "c5");
        assertThat(rig.server.answers(none))
                .isEqualTo(Map.of("DP-1", refused(none, "noCell"), "DP-2", refused(none, "noCell")));
        WallOrder half = tell("setCell", about(Details.NO_TILE), "DP-2");
        assertThat(rig.server.answers(half)).containsEntry("DP-2", refused(half, "noCell"));
    }

    @Test
    void oneTileFillsTheScreenUntilAllAreWantedOrControlEnds() {
        tell("fullscreen", about(1), "DP-1");
        assertThat(first.desk.wall().enlarged()).isEqualTo(1);
        tell("setCell", camera(1, 9), "DP-1");
        assertThat(first.desk.wall().enlarged())
                .as("what is looked at stays large")
                .isEqualTo(1);
        tell("fullscreen", Details.NONE, "DP-1");
        assertThat(first.desk.wall().enlarged()).isEqualTo(WallState.NONE);
        tell("fullscreen", about(0), "DP-1");
        rig.server.release();
        rig.pass(6);
        assertThat(first.desk.wall().enlarged()).isEqualTo(WallState.NONE);
        assertThat(rig.stands(0)).containsExactly("c1", "c2");
    }

    @Test
    void turnsGoOnAndBackWithoutControlOfTheWall() {
        first.desk.showLayout(WallEdits.place(
                        first.desk.wall(), 1, Carousel.of(List.of(DeskRig.camera(7), DeskRig.camera(8)), 60))
                .layout());
        rig.pass(6);
        Details on = new Details(1, List.of(), Details.NO_TILE, 1, "", Details.USUAL_TIME);
        WallOrder step = tell("playlistStep", on, "DP-1");
        assertThat(first.played()).containsExactly("c1", "c8");
        assertThat(rig.server.answers(step)).containsEntry("DP-1", done(step));
        assertThat(rig.node.plate(1)).isEmpty();
        WallOrder none = tell("playlistStep", new Details(0, List.of(), -1, 1, "", Details.USUAL_TIME), "DP-1");
        assertThat(rig.server.answers(none)).containsEntry("DP-1", refused(none, "noTurns"));
    }

    @Test
    void eachScreenSaysWhichItIsForAWhile() {
        WallOrder order = tell("identify", Details.NONE, "DP-1", "DP-2");
        assertThat(rig.node.signs().number(2)).contains(new NodeSigns.Which(2, "DP-2", "Phòng trực"));
        assertThat(rig.server.answers(order)).hasSize(2);
        rig.pass((int) NodeSigns.IDENTIFY.toSeconds());
        assertThat(rig.node.signs().number(2)).isEmpty();
        assertThat(rig.stands(0)).containsExactly("c1", "c2");
    }

    @Test
    void wordsStandAsLongAsTheyAreToAndTheNextTakeTheirPlace() {
        int[] changes = {0};
        rig.node.signs().onChange(() -> changes[0]++);
        tell("message", words("Họp lúc 9 giờ", 30), "DP-1");
        NodeSigns.Message said = rig.node.signs().message(1).orElseThrow();
        assertThat(said.text()).isEqualTo("Họp lúc 9 giờ");
        assertThat(said.by()).isEqualTo("Chị Lan");
        assertThat(said.desk()).isEqualTo("bàn 3");
        assertThat(rig.node.signs().message(2)).isEmpty();
        rig.pass(20);
        tell("message", words("Họp lúc 10 giờ", 30), "DP-1");
        rig.pass(20);
        assertThat(rig.node.signs().message(1).orElseThrow().text())
                .as("its own time")
                .isEqualTo("Họp lúc 10 giờ");
        rig.pass(11);
        assertThat(rig.node.signs().message(1)).isEmpty();
        tell("message", words("Đã xong", 30), "DP-1");
        rig.node.signs().read(1);
        assertThat(rig.node.signs().message(1)).isEmpty();
        assertThat(changes[0]).isEqualTo(5);
        assertThat(rig.node.plate(1)).isEmpty();
    }

    @Test
    void wordsStandAgainAfterAKillForTheRestOfTheirTime() {
        tell("message", words("Họp lúc\t9 giờ\nở \\tầng 2", 60), "DP-1");
        tell("message", words("Đã đọc", 60), "DP-2");
        NodeSigns.Message said = rig.node.signs().message(1).orElseThrow();
        rig.node.signs().read(2);
        rig.pass(30);
        rig.killedAndStartedAgain();
        assertThat(rig.node.signs().message(1)).as("with who said it, and when").contains(said);
        assertThat(rig.node.signs().message(2)).as("it was read").isEmpty();
        rig.pass(20);
        assertThat(rig.node.signs().message(1)).isPresent();
        rig.pass(11);
        assertThat(rig.node.signs().message(1)).isEmpty();
        rig.killedAndStartedAgain();
        assertThat(rig.node.signs().message(1)).isEmpty();
    }

    @Test
    void wordsOfAMachineThatWasOffStandNoLongerThanTheyWereTo() {
        tell("message", words("Họp", 60), "DP-1");
        rig.clock.advance(Duration.ofHours(1));
        rig.killedAndStartedAgain();
        assertThat(rig.node.signs().message(1)).isEmpty();
        assertThat(rig.preferences.get(KeptMessages.KEPT)).isEmpty();
        assertThat(KeptMessages.read("1\tx")).isEqualTo(KeptMessages.NONE);
        NodeSigns.Message later =
                new NodeSigns.Message("Họp", "Chị Lan", "", rig.clock.now().plusSeconds(3600));
        assertThat(new KeptMessages.Kept(later, Duration.ofSeconds(60)).left(rig.clock.now()))
                .as("whoever set the clock")
                .isEqualTo(Duration.ofSeconds(60));
    }

    private static Details words(String text, int seconds) {
        return new Details(Details.NO_TILE, List.of(), Details.NO_TILE, 0, text, Duration.ofSeconds(seconds));
    }

    @Test
    void whatChangesNothingOvertakesNothingAndIsDoneOnceAlsoAfterAKill() {
        WallOrder scene = tell("setCell", camera(0, 9), "DP-1");
        WallOrder words = tell("message", words("Họp", 3600), "DP-1");
        assertThat(words.stateVersion()).isEqualTo(scene.stateVersion());
        assertThat(rig.server.answers(words)).containsEntry("DP-1", done(words));
        rig.server.forgetAnswers(words);
        rig.killedAndStartedAgain();
        rig.pass(6);
        assertThat(rig.server.answers(words)).containsEntry("DP-1", done(words));
        assertThat(rig.node.signs().message(1).orElseThrow().text()).isEqualTo("Họp");
        WallOrder next = tell("setCell", camera(1, 8), "DP-1");
        assertThat(rig.server.answers(next)).containsEntry("DP-1", done(next));
    }
}
