package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;
import static vn.toancanh.desk.DeskRig.cameras;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualLane;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

/** Cameras that take turns in tiles. */
class CarouselsTest {
    private static final Duration TURN = Duration.ofSeconds(Carousel.USUAL_SECONDS);

    private final DeskRig rig = DeskRig.ofKnownCameras(2, 2);
    private final ManualLane lane = rig.lane;
    private final LiveWall live = rig.live;
    private final WallDesk desk = rig.desk;

    private void begin(int count) {
        desk.selectTile(0);
        desk.chosen().rotate(cameras(count));
    }

    @Test
    void camerasTakeTurnsRoundAndRoundEachForItsTime() {
        begin(3);
        assertThat(rig.played()).containsExactly("c1", "-", "-", "-");
        lane.advance(TURN.minusMillis(500));
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        lane.advance(Duration.ofMillis(500));
        assertThat(rig.played().getFirst()).isEqualTo("c2");
        lane.advance(TURN);
        assertThat(rig.played().getFirst()).isEqualTo("c3");
        assertThat(desk.carousels().at(0).orElseThrow().at()).isEqualTo(3);
        lane.advance(TURN);
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        desk.chosen().dwell(20);
        lane.advance(Duration.ofMillis(19_500));
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        lane.advance(Duration.ofMillis(500));
        assertThat(rig.played().getFirst()).isEqualTo("c2");
    }

    @Test
    void theNextOneIsReceivedBeforeItsTurn() {
        begin(3);
        lane.advance(TURN.minus(Carousels.AHEAD).minusMillis(500));
        assertThat(rig.asked).doesNotContain("c2");
        lane.advance(Duration.ofMillis(500));
        lane.advance(Duration.ofMillis(100));
        assertThat(rig.asked).contains("c2").doesNotContain("c3");
    }

    @Test
    void thoseWithoutAPictureInTheirTurnAreCounted() {
        begin(3);
        lane.advance(TURN.multipliedBy(2));
        assertThat(desk.carousels().at(0).orElseThrow().dead()).isEqualTo(2);
        lane.advance(TURN.multipliedBy(5));
        assertThat(desk.carousels().at(0).orElseThrow().dead()).as("each once").isEqualTo(3);
    }

    @Test
    void whoseTurnItIsIsNoChangeOfTheWall() {
        begin(3);
        lane.advance(TURN.multipliedBy(4));
        assertThat(rig.saved).hasSize(1);
        assertThat(desk.wall().content(0)).isInstanceOf(Carousel.class);
        desk.changes().undo();
        assertThat(rig.played()).containsExactly("-", "-", "-", "-");
        assertThat(desk.changes().canUndo()).isFalse();
        lane.advance(TURN.multipliedBy(2));
        assertThat(rig.played()).containsExactly("-", "-", "-", "-");
        desk.changes().redo();
        lane.advance(TURN);
        assertThat(rig.played().getFirst()).isEqualTo("c2");
    }

    @Test
    void turnsWaitWhileHeldStoppedEnlargedOrLent() {
        begin(3);
        desk.carousels().holdWhile(tile -> tile == 0);
        lane.advance(TURN.multipliedBy(3));
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        assertThat(desk.carousels().at(0).orElseThrow().waits()).isTrue();
        desk.carousels().holdWhile(tile -> false);
        rig.rotation.toggle();
        lane.advance(TURN.multipliedBy(3));
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        rig.rotation.toggle();
        desk.enlargeTile(0);
        lane.advance(TURN.multipliedBy(3));
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        desk.backFromEnlarged();
        long loan = desk.lent().lend(0, camera(90), why -> {});
        lane.advance(TURN.multipliedBy(3));
        assertThat(rig.played().getFirst()).isEqualTo("c90");
        desk.lent().giveBack(loan);
        assertThat(rig.played().getFirst()).as("where it was").isEqualTo("c1");
        lane.advance(TURN);
        assertThat(rig.played().getFirst()).isEqualTo("c2");
        assertThat(desk.carousels().at(0).orElseThrow().waits()).isFalse();
    }

    @Test
    void whatIsDoneBesideItLeavesItsPlayerAlone() {
        begin(3);
        lane.advance(TURN);
        LiveTile second = live.tiles().getFirst();
        desk.showCamera(3, camera(50));
        desk.lent().lend(2, camera(90), why -> {});
        desk.swapTiles(2, 3);
        assertThat(live.tiles().getFirst()).isSameAs(second);
        desk.swapTiles(0, 1);
        assertThat(live.tiles().get(1)).as("it goes along, and on where it was").isSameAs(second);
        lane.advance(TURN);
        assertThat(rig.played().get(1)).isEqualTo("c3");
    }

    @Test
    void camerasOfManyTilesTakeTurnsInTheFirstAndTheOneOnShowStaysWhenItEnds() {
        desk.showCameras(0, cameras(4));
        desk.chosen().exactly(Set.of(1, 2, 3));
        assertThat(desk.chosen().canRotate()).isTrue();
        desk.chosen().rotate();
        assertThat(rig.played()).containsExactly("c1", "c2", "-", "-");
        assertThat(desk.wall().selection()).containsExactly(1);
        lane.advance(TURN);
        assertThat(desk.chosen().isCarousel()).isTrue();
        desk.carousels().end(1);
        assertThat(rig.played()).containsExactly("c1", "c3", "-", "-");
        assertThat(desk.wall().content(1)).isInstanceOf(CellContent.OfCamera.class);
        lane.advance(TURN.multipliedBy(2));
        assertThat(rig.played()).containsExactly("c1", "c3", "-", "-");
        desk.changes().undo();
        desk.changes().undo();
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    void moreCamerasThanTilesTurnPageByPage() {
        desk.selectTile(WallState.NONE);
        desk.chosen().rotate(cameras(10));
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
        lane.advance(TURN);
        assertThat(rig.played()).containsExactly("c5", "c6", "c7", "c8");
        lane.advance(TURN);
        assertThat(rig.played()).as("the last page is short, so two stay").containsExactly("c9", "c10", "c7", "c8");
        lane.advance(TURN);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
        assertThat(desk.changes().undo()).as("one step").isTrue();
        assertThat(desk.changes().canUndo()).isFalse();
    }

    @Test
    void aPageWhoseTileWasHeldIsWholeAgainWhenTheHoldEnds() {
        desk.selectTile(WallState.NONE);
        desk.chosen().rotate(cameras(10));
        lane.advance(TURN);
        desk.carousels().holdWhile(tile -> tile == 1);
        lane.advance(TURN);
        assertThat(rig.played()).as("whoever holds it sees it").containsExactly("c9", "c6", "c7", "c8");
        lane.advance(TURN.plusSeconds(2));
        assertThat(rig.played()).containsExactly("c1", "c6", "c3", "c4");
        desk.carousels().holdWhile(tile -> false);
        lane.advance(Duration.ofMillis(500));
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
        lane.advance(TURN.minusMillis(2500));
        assertThat(rig.played()).as("and all go on together").containsExactly("c5", "c6", "c7", "c8");
        long loan = desk.lent().lend(3, camera(90), why -> {});
        lane.advance(TURN);
        desk.lent().giveBack(loan);
        assertThat(rig.played()).as("as it was left").containsExactly("c9", "c10", "c7", "c8");
        lane.advance(TURN);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    void turnsThatBeganApartOrComeRoundApartKeepTheirOwnStep() {
        desk.selectTile(0);
        desk.chosen().rotate(cameras(3));
        lane.advance(Duration.ofSeconds(2));
        desk.selectTile(1);
        desk.chosen().rotate(cameras(3));
        desk.carousels().holdWhile(tile -> tile == 1);
        lane.advance(TURN);
        desk.carousels().holdWhile(tile -> false);
        lane.advance(Duration.ofSeconds(1));
        assertThat(rig.played().subList(0, 2)).containsExactly("c2", "c1");
        desk.chosen().exactly(Set.of(0, 1));
        desk.chosen().dwell(10);
        lane.advance(Duration.ofSeconds(10));
        assertThat(rig.played().subList(0, 2)).as("begun together").containsExactly("c2", "c2");
    }

    @Test
    void eachTurnHasItsOwnTimeByHandAndWhoseTurnItIsStays() {
        begin(3);
        lane.advance(TURN);
        desk.carousels()
                .turn(
                        0,
                        List.of(
                                new Carousel.Stop(camera(3), 2),
                                new Carousel.Stop(camera(2), 7),
                                new Carousel.Stop(camera(9), 1)));
        assertThat(rig.played().getFirst()).isEqualTo("c2");
        lane.advance(Duration.ofMillis(6500));
        assertThat(rig.played().getFirst()).isEqualTo("c2");
        lane.advance(Duration.ofMillis(500));
        assertThat(rig.played().getFirst()).isEqualTo("c9");
        lane.advance(Duration.ofSeconds(1));
        assertThat(rig.played().getFirst()).isEqualTo("c3");
        desk.carousels().turn(0, List.of(new Carousel.Stop(camera(2), 7)));
        assertThat(desk.wall().content(0)).isInstanceOf(CellContent.OfCamera.class);
        desk.carousels().turn(0, List.of());
        assertThat(desk.changes().undo()).isTrue();
        assertThat(desk.wall().content(0).cameras()).containsExactly(camera(3), camera(2), camera(9));
        desk.changes().undo();
        assertThat(desk.wall().content(0).cameras()).containsExactly(camera(1), camera(2), camera(3));
    }

    @Test
    void oneGoesOnByHandAndALayoutOfTwoAlikeKeepsThemApart() {
        Carousel carousel = Carousel.of(cameras(3), 5);
        Layout empty = WallState.empty(GridShape.uniform(2, 1)).layout();
        desk.showLayout(new Layout(
                null,
                "Đêm",
                Layout.Scope.CITY,
                new Grid(2, 1),
                List.of(
                        empty.cells().getFirst().with(carousel),
                        empty.cells().getLast().with(carousel)),
                1));
        desk.carousels().step(1, 1);
        assertThat(rig.played()).containsExactly("c1", "c2");
        desk.carousels().step(0, -1);
        assertThat(rig.played()).containsExactly("c3", "c2");
        desk.carousels().step(7, 1);
        desk.carousels().end(-1);
        lane.advance(TURN);
        assertThat(rig.played()).containsExactly("c1", "c3");
    }

    @Test
    void whereNobodyCanSeeThemTurnsWaitAndNothingIsCountedOrOpened() {
        begin(3);
        live.see(0, false);
        lane.advance(TURN.multipliedBy(9));
        assertThat(rig.played().getFirst()).isEqualTo("c1");
        assertThat(desk.carousels().at(0).orElseThrow().dead()).isZero();
        assertThat(desk.carousels().at(0).orElseThrow().waits()).isTrue();
        assertThat(rig.asked).doesNotContain("c2");
        live.see(0, true);
        lane.advance(TURN.minusMillis(500));
        assertThat(rig.played().getFirst()).as("its whole turn anew").isEqualTo("c1");
        lane.advance(Duration.ofMillis(500));
        assertThat(rig.played().getFirst()).isEqualTo("c2");
    }

    /** A camera that is gone has no picture wherever the window is, and holds nobody up. */
    @Test
    void camerasThatAreGoneTakeTheirTurns() {
        DeskRig unknown = new DeskRig(1, 1);
        unknown.desk.selectTile(0);
        unknown.desk.chosen().rotate(cameras(2));
        unknown.lane.advance(TURN);
        assertThat(unknown.desk.carousels().at(0).orElseThrow().at()).isEqualTo(2);
        assertThat(unknown.desk.carousels().at(0).orElseThrow().dead()).isEqualTo(1);
    }
}
