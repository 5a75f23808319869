package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;

class WallDiffTest {
    private static CellContent camera(int number) {
        return new CellContent.OfCamera(new CameraId("c" + number), StreamChoice.AUTO);
    }

    private static Layout layout(GridShape shape, int... cameras) {
        WallState wall = WallState.empty(shape);
        for (int i = 0; i < cameras.length; i++) {
            if (cameras[i] > 0) {
                wall = WallEdits.place(wall, i, camera(cameras[i]));
            }
        }
        return wall.layout();
    }

    @Test
    void tellsWhatOpensClosesMovesAndStays() {
        GridShape shape = GridShape.uniform(2, 2);
        WallDiff diff = WallDiff.between(layout(shape, 1, 2, 3), layout(shape, 1, 3, 0, 4));
        assertThat(diff.steps())
                .extracting(WallDiff.Step::change)
                .containsExactly(
                        WallDiff.Change.STAYS, WallDiff.Change.MOVES, WallDiff.Change.EMPTY, WallDiff.Change.OPENS);
        assertThat(diff.steps().get(1).from()).isEqualTo(2);
        assertThat(diff.closing()).containsExactly(1);
    }

    @Test
    void aCameraWithAnotherStreamChoiceStays() {
        GridShape shape = GridShape.uniform(1, 1);
        Layout main = WallEdits.place(
                        WallState.empty(shape), 0, new CellContent.OfCamera(new CameraId("c1"), StreamChoice.MAIN))
                .layout();
        assertThat(WallDiff.between(layout(shape, 1), main).steps().getFirst().change())
                .isEqualTo(WallDiff.Change.STAYS);
    }

    @Test
    void everyOldTileIsKeptOnceOrClosedOnceAndNoCameraThatStaysIsClosed() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            Layout before = random(random);
            Layout after = random(random);
            WallDiff diff = WallDiff.between(before, after);
            Set<Integer> used = new HashSet<>();
            for (WallDiff.Step step : diff.steps()) {
                if (step.from() != WallState.NONE) {
                    assertThat(used.add(step.from())).isTrue();
                    assertThat(before.cells().get(step.from()).content()).isEqualTo(step.content());
                }
            }
            for (int closed : diff.closing()) {
                assertThat(used.add(closed)).isTrue();
                CellContent gone = before.cells().get(closed).content();
                assertThat(diff.steps())
                        .noneMatch(step -> step.change() == WallDiff.Change.OPENS
                                && step.content().equals(gone));
            }
            long cameras = before.cells().stream()
                    .filter(cell -> !(cell.content() instanceof CellContent.Empty))
                    .count();
            assertThat(used).hasSize((int) cameras);
        }
    }

    private static Layout random(Random random) {
        GridShape shape = GridShape.ALL.get(random.nextInt(GridShape.ALL.size()));
        int[] cameras = new int[shape.cells().size()];
        for (int i = 0; i < cameras.length; i++) {
            cameras[i] = random.nextInt(20);
        }
        return layout(shape, cameras);
    }
}
