package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.layouts.RandomWalls;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallPlan.Kind;
import vn.toancanh.wall.WallPlan.Step;

class WallPlanTest {
    private static CellContent camera(int number) {
        return new CellContent.OfCamera(new CameraId("c" + number), StreamChoice.AUTO);
    }

    private static Layout layout(CellContent... contents) {
        return WallEdits.fill(WallState.empty(GridShape.uniform(3, 2)), 0, List.of(contents))
                .layout();
    }

    @Test
    void tellsEveryKind() {
        CellContent turns = Carousel.of(List.of(new CameraId("c8"), new CameraId("c9")), 5);
        CellContent map = new CellContent.Unknown("map", "{\"type\":\"map\"}");
        Layout before = layout(camera(1), camera(2), camera(3), turns, map, camera(4));
        Layout after = layout(
                camera(1),
                camera(3),
                new CellContent.OfCamera(new CameraId("c5"), StreamChoice.SUB),
                turns,
                CellContent.EMPTY,
                new CellContent.OfCamera(new CameraId("c4"), StreamChoice.MAIN));
        assertThat(WallPlan.between(before, after).steps())
                .extracting(Step::kind, Step::tile, Step::from)
                .containsExactly(
                        tuple(Kind.STAYS, 0, WallState.NONE),
                        tuple(Kind.MOVES, 1, 2),
                        tuple(Kind.OPENS, 2, WallState.NONE),
                        tuple(Kind.STAYS, 3, WallState.NONE),
                        tuple(Kind.CHANGES, 5, WallState.NONE),
                        tuple(Kind.CLOSES, 1, WallState.NONE),
                        tuple(Kind.CLOSES, 4, WallState.NONE));
    }

    /** A server says anew with each version where it comes from. */
    @Test
    void whatIsWithheldStaysWhereverItIsSaidToComeFrom() {
        CellContent one = new CellContent.Unknown("withheld", "{\"type\":\"withheld\",\"from\":\"l/1/0\"}");
        CellContent two = new CellContent.Unknown("withheld", "{\"type\":\"withheld\",\"from\":\"l/2/0\"}");
        assertThat(WallPlan.between(layout(one), layout(two)).steps())
                .containsExactly(new Step(Kind.STAYS, 0, WallState.NONE, two));
        assertThat(layout(one).shows(layout(two))).isTrue();
        assertThat(layout(one).shows(layout(CellContent.EMPTY, two))).isFalse();
        assertThat(layout(one).shows(layout(camera(1)))).isFalse();
        assertThat(layout(one, camera(1)).shows(layout(two, camera(2)))).isFalse();
    }

    @Test
    void turnsThatMoveAreNotOpenedAnew() {
        CellContent turns = Carousel.of(List.of(new CameraId("c8"), new CameraId("c9")), 5);
        WallPlan plan = WallPlan.between(layout(turns), layout(CellContent.EMPTY, turns));
        assertThat(plan.steps()).containsExactly(new Step(Kind.MOVES, 1, 0, turns));
    }

    @Test
    void everythingOfBothWallsIsAccountedForOnce() {
        for (long seed = 0; seed < 1000; seed++) {
            RandomWalls walls = new RandomWalls(new SplittableRandom(seed));
            Layout before = walls.layout();
            Layout after = walls.layout();
            WallPlan plan = WallPlan.between(before, after);
            Set<Integer> leftFrom = new HashSet<>();
            Set<Integer> cameTo = new HashSet<>();
            for (Step step : plan.steps()) {
                boolean comes = step.kind() != Kind.CLOSES;
                boolean leaves = step.kind() != Kind.OPENS;
                int from = step.kind() == Kind.MOVES ? step.from() : step.tile();
                if (comes) {
                    assertThat(cameTo.add(step.tile()))
                            .as("seed " + seed + " " + step)
                            .isTrue();
                }
                if (leaves) {
                    assertThat(leftFrom.add(from))
                            .as("seed " + seed + " " + step)
                            .isTrue();
                }
            }
            assertThat(cameTo).as("seed " + seed).isEqualTo(filled(after));
            assertThat(leftFrom).as("seed " + seed).isEqualTo(filled(before));
            assertThat(WallPlan.between(before, before).count(Kind.STAYS))
                    .isEqualTo(filled(before).size());
        }
    }

    private static Set<Integer> filled(Layout layout) {
        Set<Integer> tiles = new HashSet<>();
        for (int tile = 0; tile < layout.cells().size(); tile++) {
            if (!(layout.cells().get(tile).content() instanceof CellContent.Empty)) {
                tiles.add(tile);
            }
        }
        return tiles;
    }
}
