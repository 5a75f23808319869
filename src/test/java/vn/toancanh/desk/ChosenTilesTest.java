package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.LentTiles.Gone;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.WallState;

/** What a person does with many tiles at once, and that it is one step. */
class ChosenTilesTest {
    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final LiveWall live = new LiveWall(new LiveParts(
            lane,
            clock,
            (wishes, answers) -> {},
            (request, listener) -> {
                throw new IllegalStateException("nothing is granted, so nothing plays");
            },
            id -> Optional.empty(),
            new Random(1),
            true));
    private final WallDesk desk = new WallDesk(lane, live, new Forgetful(), GridShape.uniform(3, 3));

    private static CameraId camera(int number) {
        return new CameraId("c" + number);
    }

    private List<String> shown() {
        return desk.wall().layout().cells().stream()
                .map(cell -> cell.content() instanceof CellContent.OfCamera of
                        ? of.camera().value()
                        : "-")
                .toList();
    }

    private void fill(int cameras) {
        List<CameraId> all = new ArrayList<>();
        for (int i = 1; i <= cameras; i++) {
            all.add(camera(i));
        }
        desk.showCameras(0, all);
    }

    @Test
    void manyAreClearedInOneStepAndOnesThatAreLentGiveBackWhatTheyCover() {
        fill(9);
        List<Gone> gone = new ArrayList<>();
        desk.lent().lend(4, camera(90), gone::add);
        desk.chosen().exactly(Set.of(0, 1, 4));
        desk.chosen().clear();
        assertThat(shown()).containsExactly("-", "-", "c3", "c4", "c5", "c6", "c7", "c8", "c9");
        assertThat(gone).containsExactly(Gone.BY_HAND);
        assertThat(desk.wall().selection()).as("still selected").containsExactly(0, 1, 4);
        desk.changes().undo();
        assertThat(shown()).startsWith("c1", "c2");
    }

    @Test
    void camerasFillTheSelectionInItsOrderAndThoseLeftOverTheEmptyTiles() {
        fill(4);
        desk.chosen().exactly(Set.of(3, 1, 7));
        desk.showTogether(List.of(camera(20), camera(21), camera(22), camera(23)));
        assertThat(shown()).containsExactly("c1", "c20", "c3", "c21", "c23", "-", "-", "c22", "-");
        desk.changes().undo();
        assertThat(shown()).startsWith("c1", "c2", "c3", "c4", "-");
        desk.chosen().exactly(Set.of(0, 8));
        desk.chosen().fill(List.of(camera(30), camera(31), camera(32)));
        assertThat(shown()).containsExactly("c30", "c2", "c3", "c4", "-", "-", "-", "-", "c31");
    }

    @Test
    void aRectangleOfTilesBecomesOneAndComesApartAgainWithPlayersGoingOn() {
        fill(9);
        LiveTile last = live.tiles().get(8);
        desk.chosen().exactly(Set.of(0, 1, 3));
        assertThat(desk.chosen().canMerge()).as("they are no rectangle").isFalse();
        desk.chosen().merge();
        assertThat(desk.wall().tiles()).isEqualTo(9);
        desk.chosen().exactly(Set.of(0, 1, 3, 4));
        assertThat(desk.chosen().canMerge()).isTrue();
        desk.chosen().merge();
        assertThat(shown()).containsExactly("c1", "c3", "c6", "c7", "c8", "c9");
        assertThat(live.tiles().get(5)).isSameAs(last);
        assertThat(desk.wall().selection()).containsExactly(0);
        assertThat(desk.chosen().canSplit()).isTrue();
        desk.chosen().split();
        assertThat(desk.wall().layout().grid()).isEqualTo(new Grid(3, 3));
        assertThat(shown()).containsExactly("c1", "-", "c3", "-", "-", "c6", "c7", "c8", "c9");
        desk.changes().undo();
        desk.changes().undo();
        assertThat(shown()).containsExactly("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9");
    }

    @Test
    void aCopyShowsTheSameCameraTwiceAndTheFirstGoesOn() {
        fill(2);
        LiveTile first = live.tiles().getFirst();
        desk.copyTile(0, 5);
        assertThat(shown()).containsExactly("c1", "c2", "-", "-", "-", "c1", "-", "-", "-");
        assertThat(live.tiles().getFirst()).isSameAs(first);
        desk.copyTile(0, 9);
        desk.copyTile(0, 0);
        assertThat(shown()).containsExactly("c1", "c2", "-", "-", "-", "c1", "-", "-", "-");
    }

    @Test
    void tilesThatAreNotThereAreNotSelected() {
        desk.chosen().exactly(Set.of(2, 40));
        assertThat(desk.wall().selection()).containsExactly(2);
        desk.chosen().toggle(99);
        desk.chosen().extendTo(-1);
        assertThat(desk.wall().selection()).containsExactly(2);
        desk.chosen().all();
        assertThat(desk.wall().selection()).hasSize(9);
        desk.selectTile(WallState.NONE);
        assertThat(desk.wall().selection()).isEmpty();
    }
}
