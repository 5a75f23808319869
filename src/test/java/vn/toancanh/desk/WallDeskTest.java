package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualLane;
import vn.toancanh.live.Cause;
import vn.toancanh.live.LiveRig;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.TileState;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.WallState;

class WallDeskTest {
    private final DeskRig rig = new DeskRig(2, 2);
    private final ManualLane lane = rig.lane;
    private final LiveWall live = rig.live;
    private final WallDesk desk = rig.desk;

    @Test
    void theLiveWallFollowsEveryVerb() {
        desk.showCamera(0, camera(1));
        LiveTile first = live.tiles().getFirst();
        desk.swapTiles(0, 3);
        assertThat(rig.kept()).containsExactly("-", "-", "-", "c1");
        assertThat(live.tiles().get(3)).isSameAs(first);
        desk.changeShape(GridShape.uniform(3, 3));
        assertThat(live.tiles()).hasSize(9);
        assertThat(live.tiles().get(3)).isSameAs(first);
        desk.clearTile(3);
        assertThat(live.tiles().get(3).state()).isEqualTo(TileState.EMPTY);
        desk.showAll(List.of(camera(1), camera(2), camera(3), camera(4), camera(5)));
        assertThat(live.tiles()).hasSize(6);
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "c4", "c5", "-");
    }

    @Test
    void camerasChosenTogetherFillABareWallWithoutEmptyTiles() {
        desk.showTogether(List.of(camera(1), camera(2), camera(3), camera(4), camera(5), camera(6)));
        assertThat(desk.wall().layout().grid()).isEqualTo(new Grid(3, 2));
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "c4", "c5", "c6");
        desk.changeShape(GridShape.uniform(1, 1));
        desk.clearTile(0);
        desk.windowIs(1080, 1920);
        desk.showTogether(List.of(camera(1), camera(2)));
        assertThat(desk.wall().layout().grid()).as("on a screen on its side").isEqualTo(new Grid(1, 2));
    }

    @Test
    void camerasChosenTogetherDriveNoOtherFromTheWallWhichGrowsOnlyWhereItMust() {
        desk.showCamera(0, camera(1));
        desk.showTogether(List.of(camera(2), camera(3)));
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "-");
        desk.showTogether(List.of(camera(4), camera(5), camera(6)));
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "c4", "c5", "c6");
        desk.selectTile(2);
        desk.showTogether(List.of(camera(7)));
        assertThat(rig.kept())
                .as("one camera takes the selected tile")
                .containsExactly("c1", "c2", "c7", "c4", "c5", "c6");
    }

    @Test
    void aCameraGoesToTheSelectedTileElseToAnEmptyOne() {
        desk.showCameraWhereItFits(camera(1));
        desk.selectTile(2);
        desk.showCameraWhereItFits(camera(2));
        desk.selectTile(WallState.NONE);
        desk.showCameraWhereItFits(camera(3));
        assertThat(rig.kept()).containsExactly("c1", "c3", "c2", "-");
    }

    @Test
    void changesAreRememberedOnceAMomentLaterAndAtTheLatestWhenClosed() {
        desk.showCamera(0, camera(1));
        desk.showCamera(1, camera(2));
        desk.selectTile(1);
        assertThat(rig.saved).isEmpty();
        lane.advance(Duration.ofSeconds(1));
        assertThat(rig.saved).containsExactly(desk.wall().layout());
        desk.clearTile(0);
        desk.close();
        assertThat(rig.saved).hasSize(2);
    }

    @Test
    void theLastWallComesBackWithPlacesForCamerasThatAreGone() {
        Layout kept = WallState.empty(GridShape.uniform(1, 1)).layout();
        rig.last = Optional.of(new Layout(
                null,
                "",
                kept.scope(),
                kept.grid(),
                List.of(kept.cells().getFirst().with(new CellContent.OfCamera(camera(9), StreamChoice.AUTO))),
                0));
        List<Boolean> answers = new ArrayList<>();
        desk.restore(camera -> true, answers::add);
        assertThat(answers).containsExactly(true);
        assertThat(rig.kept()).containsExactly("c9");
        assertThat(live.tiles().getFirst().state().phase()).isEqualTo(TileState.Phase.FAILED);
        lane.advance(Duration.ofSeconds(1));
        assertThat(rig.saved).isEmpty();
    }

    @Test
    void aLastWallOfNoCameraThatThereIsDoesNotComeBack() {
        Layout kept = WallState.empty(GridShape.uniform(2, 1)).layout();
        rig.last = Optional.of(new Layout(
                null,
                "",
                kept.scope(),
                kept.grid(),
                List.of(
                        kept.cells().getFirst().with(new CellContent.OfCamera(camera(8), StreamChoice.AUTO)),
                        kept.cells().getLast().with(new CellContent.OfCamera(camera(9), StreamChoice.AUTO))),
                0));
        List<Boolean> answers = new ArrayList<>();
        desk.restore(camera -> false, answers::add);
        desk.restore(camera -> camera.equals(camera(9)), answers::add);
        assertThat(answers).containsExactly(false, true);
    }

    @Test
    void aLayoutKeepsTheTileOfACameraThatIsNotKnownAndTheTileSaysSo() {
        List<Cell> cells = WallState.empty(GridShape.uniform(2, 1)).layout().cells();
        Cell strange = cells.getFirst().with(new CellContent.OfCamera(camera(9), StreamChoice.AUTO));
        desk.showLayout(
                new Layout(null, "Ca đêm", Layout.Scope.CITY, new Grid(2, 1), List.of(strange, cells.getLast()), 3));
        assertThat(rig.kept()).containsExactly("c9", "-");
        assertThat(live.tiles())
                .extracting(LiveTile::state)
                .containsExactly(TileState.of(TileState.Phase.FAILED, Cause.CAMERA_UNKNOWN), TileState.EMPTY);
    }

    @Test
    void aWallThatAPersonHasBegunIsNotOverwrittenByTheLastOne() {
        rig.last = Optional.of(WallState.empty(GridShape.uniform(3, 3)).layout());
        desk.showCamera(0, camera(1));
        List<Boolean> answers = new ArrayList<>();
        desk.restore(camera -> true, answers::add);
        assertThat(answers).containsExactly(false);
        assertThat(rig.kept()).containsExactly("c1", "-", "-", "-");
    }

    @Test
    void verbsAboutTilesThatAreNotThereDoNothing() {
        List<WallState> told = new ArrayList<>();
        desk.onChange(told::add);
        desk.showCamera(4, camera(1));
        desk.swapTiles(0, 17);
        desk.clearTile(-1);
        desk.enlargeTile(99);
        desk.selectTile(-5);
        assertThat(told).isEmpty();
    }

    /** Keeps no wall. */
    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }

    @Test
    void whoeverPutsACameraWhereItStandsAlreadyHasItTriedAtOnce() {
        LiveRig played = new LiveRig();
        WallDesk dark =
                new WallDesk(played.desk, played.wall, new Forgetful(), new RotationSwitch(), GridShape.uniform(2, 2));
        dark.showCamera(0, camera(1));
        for (Runnable again : List.<Runnable>of(
                () -> dark.showCamera(0, camera(1)),
                () -> dark.showCameras(0, List.of(camera(1))),
                () -> dark.showCameraWhereItFits(camera(1)))) {
            played.advance(Duration.ofSeconds(1));
            played.play(Duration.ofSeconds(40));
            played.breakOff();
            dark.selectTile(0);
            assertThat(played.wall.tiles().getFirst().mayTry()).isTrue();
            again.run();
            assertThat(played.wall.tiles().getFirst().mayTry()).isFalse();
        }
    }
}
