package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.StreamChoice;

class CellEditsTest {
    private static CellContent camera(int number) {
        return new CellContent.OfCamera(new CameraId("c" + number), StreamChoice.AUTO);
    }

    private static WallState wall(String shape, int cameras) {
        WallState wall = WallState.empty(GridShape.of(shape).orElseThrow());
        for (int i = 0; i < cameras; i++) {
            wall = WallEdits.place(wall, i, camera(i + 1));
        }
        return wall;
    }

    @Test
    void fourCellsBecomeOneThatKeepsTheFirstCamera() {
        WallState wall = WallEdits.clear(wall("3x3", 9), 0);
        WallState merged = CellEdits.merge(wall, Set.of(0, 1, 3, 4));
        assertThat(merged.tiles()).isEqualTo(6);
        assertThat(merged.cell(0)).isEqualTo(new Cell(0, 0, 2, 2, camera(2)));
        assertThat(merged.selected()).isZero();
        assertThat(GridShape.of(merged.layout()).orElseThrow().id()).isEqualTo("1+5");
    }

    @Test
    void onlyWhatFillsARectangleIsMerged() {
        WallState wall = wall("3x3", 9);
        for (Set<Integer> tiles : List.of(
                Set.<Integer>of(),
                Set.of(4),
                Set.of(0, 4),
                Set.of(0, 1, 3),
                Set.of(0, 2),
                Set.of(7, 8, 9),
                Set.of(-1, 0))) {
            assertThat(CellEdits.mergeable(wall, tiles)).as("%s", tiles).isFalse();
            assertThat(CellEdits.merge(wall, tiles)).isSameAs(wall);
        }
        assertThat(CellEdits.mergeable(wall, Set.of(0, 1, 2))).isTrue();
    }

    @Test
    void aLargeCellIsSplitIntoItsUnitsAndASingleOneIntoFour() {
        WallState large = wall("1+5", 6);
        WallState units = CellEdits.split(large, 0);
        assertThat(units.layout().grid()).isEqualTo(new Grid(3, 3));
        assertThat(units.content(0)).isEqualTo(camera(1));
        assertThat(units.content(1)).isEqualTo(CellContent.EMPTY);
        assertThat(WallEdits.contents(units)).hasSize(6);
        WallState four = CellEdits.split(wall("2x2", 4), 3);
        assertThat(four.layout().grid()).isEqualTo(new Grid(4, 4));
        assertThat(four.tiles()).isEqualTo(7);
        assertThat(four.cell(0)).isEqualTo(new Cell(0, 0, 2, 2, camera(1)));
        assertThat(four.content(four.selected())).isEqualTo(camera(4));
    }

    @Test
    void mergingWhatWasSplitGivesTheWallBack() {
        WallState wall = wall("2x2", 4);
        WallState split = CellEdits.split(wall, 3);
        Set<Integer> four = Set.of(3, 4, 5, 6);
        assertThat(split.cell(3).x()).isEqualTo(2);
        assertThat(CellEdits.merge(split, four).layout()).isEqualTo(wall.layout());
        WallState whole = CellEdits.merge(wall, Set.of(0, 1, 2, 3));
        assertThat(whole.layout().grid()).isEqualTo(new Grid(1, 1));
    }

    @Test
    void theRasterIsNeverFinerThanALayoutMayBe() {
        WallState wall = wall("10x10", 1);
        for (int i = 0; i < 10; i++) {
            wall = CellEdits.split(wall, 0);
        }
        assertThat(wall.layout().grid()).isEqualTo(new Grid(40, 40));
        assertThat(CellEdits.splittable(wall, 0)).isFalse();
        assertThat(CellEdits.split(wall, 0)).isSameAs(wall);
    }

    @Test
    void randomEditsLeaveNoGapAndLoseNoCameraThatWasNotMergedAway() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            WallState wall = wall("4x4", random.nextInt(16));
            for (int step = 0; step < 30; step++) {
                int one = random.nextInt(wall.tiles());
                WallState next = random.nextBoolean()
                        ? CellEdits.split(wall, one)
                        : CellEdits.merge(wall, Set.of(one, (one + 1) % wall.tiles()));
                assertThat(area(next)).as("seed %d", seed).isEqualTo(1.0, org.assertj.core.data.Offset.offset(1e-9));
                assertThat(WallEdits.contents(wall)).containsAll(WallEdits.contents(next));
                if (next.tiles() >= wall.tiles()) {
                    assertThat(WallEdits.contents(next)).containsAll(WallEdits.contents(wall));
                }
                wall = next;
            }
        }
    }

    private static double area(WallState wall) {
        Grid grid = wall.layout().grid();
        return wall.layout().cells().stream()
                        .mapToInt(cell -> cell.width() * cell.height())
                        .sum()
                / (double) (grid.columns() * grid.rows());
    }
}
