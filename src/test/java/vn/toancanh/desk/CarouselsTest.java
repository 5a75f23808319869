package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.WallState;

/** Cameras that take turns in tiles. */
class CarouselsTest {
    private static final Duration TURN = Duration.ofSeconds(Carousel.USUAL_SECONDS);

    private static final class Memory implements WallMemory {
        final List<Layout> saved = new ArrayList<>();

        @Override
        public void save(Layout wall) {
            saved.add(wall);
        }

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final Memory memory = new Memory();
    private final RotationSwitch rotation = new RotationSwitch();
    private final List<String> asked = new ArrayList<>();
    private final LiveWall live = new LiveWall(new LiveParts(
            lane,
            clock,
            (wishes, answers) -> wishes.forEach(wish -> asked.add(wish.camera().value())),
            (request, listener) -> {
                throw new IllegalStateException("nothing is granted, so nothing plays");
            },
            id -> Optional.of(known(id)),
            new Random(1),
            true));
    private final WallDesk desk = new WallDesk(lane, live, memory, rotation, GridShape.uniform(2, 2));

    private static Camera known(CameraId id) {
        return new Camera(
                id,
                null,
                id.value(),
                new SiteId("s"),
                List.of(),
                null,
                CameraState.ONLINE,
                false,
                List.of(new StreamProfile("s", StreamRole.SUB, Codec.H264, 640, 360, 15, 400, 30)),
                1);
    }

    private static CameraId camera(int number) {
        return new CameraId("c" + number);
    }

    private static List<CameraId> cameras(int count) {
        List<CameraId> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(camera(i));
        }
        return all;
    }

    private List<String> played() {
        return live.tiles().stream()
                .map(tile -> tile.content() instanceof CellContent.OfCamera of
                        ? of.camera().value()
                        : "-")
                .toList();
    }

    private void begin(int count) {
        desk.selectTile(0);
        desk.chosen().rotate(cameras(count));
    }

    @Test
    void camerasTakeTurnsRoundAndRoundEachForItsTime() {
        begin(3);
        assertThat(played()).containsExactly("c1", "-", "-", "-");
        lane.advance(TURN.minusMillis(500));
        assertThat(played().getFirst()).isEqualTo("c1");
        lane.advance(Duration.ofMillis(500));
        assertThat(played().getFirst()).isEqualTo("c2");
        lane.advance(TURN);
        assertThat(played().getFirst()).isEqualTo("c3");
        assertThat(desk.carousels().at(0).orElseThrow().at()).isEqualTo(3);
        lane.advance(TURN);
        assertThat(played().getFirst()).isEqualTo("c1");
        desk.chosen().dwell(20);
        lane.advance(Duration.ofMillis(19_500));
        assertThat(played().getFirst()).isEqualTo("c1");
        lane.advance(Duration.ofMillis(500));
        assertThat(played().getFirst()).isEqualTo("c2");
    }

    @Test
    void theNextOneIsReceivedBeforeItsTurn() {
        begin(3);
        lane.advance(TURN.minus(Carousels.AHEAD).minusMillis(500));
        assertThat(asked).doesNotContain("c2");
        lane.advance(Duration.ofMillis(500));
        lane.advance(Duration.ofMillis(100));
        assertThat(asked).contains("c2").doesNotContain("c3");
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
        assertThat(memory.saved).hasSize(1);
        assertThat(desk.wall().content(0)).isInstanceOf(Carousel.class);
        desk.changes().undo();
        assertThat(played()).containsExactly("-", "-", "-", "-");
        assertThat(desk.changes().canUndo()).isFalse();
        lane.advance(TURN.multipliedBy(2));
        assertThat(played()).containsExactly("-", "-", "-", "-");
        desk.changes().redo();
        lane.advance(TURN);
        assertThat(played().getFirst()).isEqualTo("c2");
    }

    @Test
    void turnsWaitWhileHeldStoppedEnlargedOrLent() {
        begin(3);
        desk.carousels().holdWhile(tile -> tile == 0);
        lane.advance(TURN.multipliedBy(3));
        assertThat(played().getFirst()).isEqualTo("c1");
        assertThat(desk.carousels().at(0).orElseThrow().waits()).isTrue();
        desk.carousels().holdWhile(tile -> false);
        rotation.toggle();
        lane.advance(TURN.multipliedBy(3));
        assertThat(played().getFirst()).isEqualTo("c1");
        rotation.toggle();
        desk.enlargeTile(0);
        lane.advance(TURN.multipliedBy(3));
        assertThat(played().getFirst()).isEqualTo("c1");
        desk.backFromEnlarged();
        long loan = desk.lent().lend(0, camera(90), why -> {});
        lane.advance(TURN.multipliedBy(3));
        assertThat(played().getFirst()).isEqualTo("c90");
        desk.lent().giveBack(loan);
        assertThat(played().getFirst()).as("where it was").isEqualTo("c1");
        lane.advance(TURN);
        assertThat(played().getFirst()).isEqualTo("c2");
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
        assertThat(played().get(1)).isEqualTo("c3");
    }

    @Test
    void camerasOfManyTilesTakeTurnsInTheFirstAndTheOneOnShowStaysWhenItEnds() {
        desk.showCameras(0, cameras(4));
        desk.chosen().exactly(Set.of(1, 2, 3));
        assertThat(desk.chosen().canRotate()).isTrue();
        desk.chosen().rotate();
        assertThat(played()).containsExactly("c1", "c2", "-", "-");
        assertThat(desk.wall().selection()).containsExactly(1);
        lane.advance(TURN);
        assertThat(desk.chosen().isCarousel()).isTrue();
        desk.carousels().end(1);
        assertThat(played()).containsExactly("c1", "c3", "-", "-");
        assertThat(desk.wall().content(1)).isInstanceOf(CellContent.OfCamera.class);
        lane.advance(TURN.multipliedBy(2));
        assertThat(played()).containsExactly("c1", "c3", "-", "-");
        desk.changes().undo();
        desk.changes().undo();
        assertThat(played()).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    void moreCamerasThanTilesTurnPageByPage() {
        desk.selectTile(WallState.NONE);
        desk.chosen().rotate(cameras(10));
        assertThat(played()).containsExactly("c1", "c2", "c3", "c4");
        lane.advance(TURN);
        assertThat(played()).containsExactly("c5", "c6", "c7", "c8");
        lane.advance(TURN);
        assertThat(played()).as("the last page is short, so two begin anew").containsExactly("c9", "c10", "c3", "c4");
        assertThat(desk.changes().undo()).as("one step").isTrue();
        assertThat(desk.changes().canUndo()).isFalse();
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
        assertThat(played()).containsExactly("c1", "c2");
        desk.carousels().step(0, -1);
        assertThat(played()).containsExactly("c3", "c2");
        desk.carousels().step(7, 1);
        desk.carousels().end(-1);
        lane.advance(TURN);
        assertThat(played()).containsExactly("c1", "c3");
    }
}
