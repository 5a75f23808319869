package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.layouts.LayoutReader;
import vn.toancanh.layouts.LayoutWriter;
import vn.toancanh.layouts.RandomWalls;
import vn.toancanh.layouts.WallText;
import vn.toancanh.live.LiveTile;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallHistory;
import vn.toancanh.wall.WallPlan;
import vn.toancanh.wall.WallPlan.Step;

/** Layouts that come to a wall as texts: as they were written, with the players that were there, and taken back. */
class TextOnWallTest {
    private final DeskRig rig = new DeskRig(2, 2);
    private final WallDesk desk = rig.desk;

    private Layout wall() {
        return desk.wall().layout();
    }

    private static Layout byText(Layout layout) {
        String text = LayoutWriter.write(WallText.of("Ca", Layout.Scope.PRIVATE, List.of(layout)));
        return LayoutReader.read(text).text().orElseThrow().screens().getFirst().layout();
    }

    @Test
    void aTextBringsTheWallItWasWrittenOfAndUndoTheWallOfBefore() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomWalls walls = new RandomWalls(random);
            desk.changes().forget();
            List<Layout> before = new ArrayList<>();
            for (int step = 0; step < 20; step++) {
                Layout was = wall();
                edit(random, walls);
                if (!wall().equals(was)) {
                    before.add(was);
                }
                Layout written = byText(wall());
                assertThat(WallPlan.same(wall(), written)).as("seed " + seed).isTrue();
            }
            Layout last = wall();
            int steps = Math.min(before.size(), WallHistory.STEPS);
            for (int step = 1; step <= steps; step++) {
                assertThat(desk.changes().undo()).as("seed " + seed).isTrue();
                assertThat(wall()).as("seed " + seed + " step " + step).isEqualTo(before.get(before.size() - step));
            }
            while (desk.changes().redo()) {
                // forward again
            }
            assertThat(wall()).as("seed " + seed).isEqualTo(last);
        }
    }

    private void edit(SplittableRandom random, RandomWalls walls) {
        int tiles = Math.max(1, desk.wall().tiles());
        int tile = random.nextInt(tiles);
        switch (random.nextInt(12)) {
            case 0 -> desk.showLayout(byText(walls.layout()));
            case 1 -> desk.swapTiles(random.nextInt(tiles), random.nextInt(tiles));
            case 2 -> desk.showCamera(random.nextInt(tiles), new CameraId("c-" + random.nextInt(60)));
            case 3 -> desk.clearTile(random.nextInt(tiles));
            case 4 -> desk.changeShape(GridShape.ALL.get(random.nextInt(GridShape.ALL.size())));
            case 5 -> desk.copyTile(tile, random.nextInt(tiles));
            case 6 -> {
                desk.selectTile(tile);
                desk.chosen().extendTo(random.nextInt(tiles));
                desk.chosen().merge();
            }
            case 7 -> {
                desk.selectTile(tile);
                desk.chosen().split();
            }
            case 8 -> {
                desk.chosen().exactly(new HashSet<>(List.of(tile, random.nextInt(tiles))));
                desk.chosen().rotate();
            }
            case 9 -> desk.hotspots().toggle(tile);
            case 10 -> {
                desk.chosen().exactly(new HashSet<>(List.of(tile, random.nextInt(tiles))));
                desk.chosen().view(PictureView::turned);
            }
            default -> {
                desk.chosen().exactly(new HashSet<>(List.of(tile, random.nextInt(tiles))));
                desk.chosen().fill(List.of(new CameraId("c-61"), new CameraId("c-" + random.nextInt(60))));
            }
        }
    }

    /** Whose turn it is stands in no layout, and so in no plan. */
    private static Layout withoutTurns(Layout layout) {
        return new Layout(
                null,
                "",
                layout.scope(),
                layout.grid(),
                layout.cells().stream()
                        .map(cell ->
                                cell.content() instanceof CellContent.Carousel ? cell.with(CellContent.EMPTY) : cell)
                        .toList(),
                0);
    }

    @Test
    void everyCameraThatThePlanKeepsKeepsItsPlayer() {
        int kept = 0;
        for (long seed = 0; seed < 300; seed++) {
            Layout next = withoutTurns(byText(new RandomWalls(new SplittableRandom(seed)).layout()));
            List<LiveTile> players = List.copyOf(rig.live.tiles());
            WallPlan plan = WallPlan.between(wall(), next);
            desk.showLayout(next);
            for (Step step : plan.steps()) {
                boolean stays = step.kind() == WallPlan.Kind.STAYS || step.kind() == WallPlan.Kind.CHANGES;
                boolean moves = step.kind() == WallPlan.Kind.MOVES;
                if ((stays || moves) && step.content() instanceof CellContent.OfCamera) {
                    int from = moves ? step.from() : step.tile();
                    assertThat(rig.live.tiles().get(step.tile()))
                            .as("seed " + seed)
                            .isSameAs(players.get(from));
                    kept++;
                }
            }
        }
        assertThat(kept).isGreaterThan(150);
    }
}
