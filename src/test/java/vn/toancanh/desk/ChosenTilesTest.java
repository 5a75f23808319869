package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;
import static vn.toancanh.desk.DeskRig.cameras;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.desk.LentTiles.Gone;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallState;

/** What a person does with many tiles at once, and that it is one step. */
class ChosenTilesTest {
    private final DeskRig rig = new DeskRig(3, 3);
    private final LiveWall live = rig.live;
    private final WallDesk desk = rig.desk;

    private void fill(int count) {
        desk.showCameras(0, cameras(count));
    }

    @Test
    void manyAreClearedInOneStepAndOnesThatAreLentGiveBackWhatTheyCover() {
        fill(9);
        List<Gone> gone = new ArrayList<>();
        desk.lent().lend(4, camera(90), gone::add);
        desk.chosen().exactly(Set.of(0, 1, 4));
        desk.chosen().clear();
        assertThat(rig.kept()).containsExactly("-", "-", "c3", "c4", "c5", "c6", "c7", "c8", "c9");
        assertThat(gone).containsExactly(Gone.BY_HAND);
        assertThat(desk.wall().selection()).as("still selected").containsExactly(0, 1, 4);
        desk.changes().undo();
        assertThat(rig.kept()).startsWith("c1", "c2");
    }

    @Test
    void camerasFillTheSelectionInItsOrderAndThoseLeftOverTheEmptyTiles() {
        fill(4);
        desk.chosen().exactly(Set.of(3, 1, 7));
        desk.showTogether(List.of(camera(20), camera(21), camera(22), camera(23)));
        assertThat(rig.kept()).containsExactly("c1", "c20", "c3", "c21", "c23", "-", "-", "c22", "-");
        desk.changes().undo();
        assertThat(rig.kept()).startsWith("c1", "c2", "c3", "c4", "-");
        desk.chosen().exactly(Set.of(0, 8));
        desk.chosen().fill(List.of(camera(30), camera(31), camera(32)));
        assertThat(rig.kept()).containsExactly("c30", "c2", "c3", "c4", "-", "-", "-", "-", "c31");
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
        assertThat(rig.kept()).containsExactly("c1", "c3", "c6", "c7", "c8", "c9");
        assertThat(live.tiles().get(5)).isSameAs(last);
        assertThat(desk.wall().selection()).containsExactly(0);
        assertThat(desk.chosen().canSplit()).isTrue();
        desk.chosen().split();
        assertThat(desk.wall().layout().grid()).isEqualTo(new Grid(3, 3));
        assertThat(rig.kept()).containsExactly("c1", "-", "c3", "-", "-", "c6", "c7", "c8", "c9");
        desk.changes().undo();
        desk.changes().undo();
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9");
    }

    private List<StreamChoice> choices() {
        return desk.wall().layout().cells().stream()
                .map(cell -> cell.content() instanceof CellContent.OfCamera of ? of.choice() : null)
                .toList();
    }

    @Test
    void theStreamOfAllThatAreSelectedIsChosenByHandInOneStepAndPlayersGoOn() {
        fill(3);
        LiveTile first = live.tiles().get(0);
        desk.chosen().exactly(Set.of(0, 2, 5));
        desk.chosen().stream(StreamChoice.SUB);
        assertThat(choices()).startsWith(StreamChoice.SUB, StreamChoice.AUTO, StreamChoice.SUB);
        assertThat(live.tiles().get(0)).isSameAs(first);
        assertThat(live.tiles().get(0).content()).isEqualTo(desk.wall().content(0));
        desk.chosen().nextStream();
        assertThat(choices()).startsWith(StreamChoice.AUTO, StreamChoice.AUTO, StreamChoice.AUTO);
        desk.chosen().nextStream();
        assertThat(choices()).startsWith(StreamChoice.MAIN, StreamChoice.AUTO, StreamChoice.MAIN);
        desk.changes().undo();
        desk.changes().undo();
        assertThat(choices()).startsWith(StreamChoice.SUB, StreamChoice.AUTO, StreamChoice.SUB);
        desk.changes().undo();
        assertThat(choices()).startsWith(StreamChoice.AUTO, StreamChoice.AUTO, StreamChoice.AUTO);
        desk.changes().redo();
        assertThat(choices()).startsWith(StreamChoice.SUB, StreamChoice.AUTO, StreamChoice.SUB);
    }

    @Test
    void whatIsLentAndWhatChoosesForItselfKeepsItsStream() {
        fill(3);
        desk.chosen().exactly(Set.of(0, 1));
        desk.chosen().rotate();
        desk.hotspots().toggle(1);
        desk.lent().lend(2, camera(90), gone -> {});
        Layout before = desk.wall().layout();
        desk.chosen().exactly(Set.of(0, 1, 2, 8));
        desk.chosen().stream(StreamChoice.MAIN);
        desk.chosen().nextStream();
        assertThat(desk.wall().layout()).isEqualTo(before);
        assertThat(desk.lent().has(2)).isTrue();
    }

    @Test
    void aCameraOfOneStreamLeavesNothingToBeChosenAndWhatALayoutSaidOfItMayGo() {
        DeskRig known = DeskRig.ofKnownCameras(2, 2);
        known.desk.showCameras(0, cameras(2));
        known.desk.selectTile(0);
        Layout before = known.desk.wall().layout();
        known.desk.chosen().nextStream();
        known.desk.chosen().stream(StreamChoice.SUB);
        assertThat(known.desk.wall().layout()).isEqualTo(before);
        assertThat(known.desk.chosen().hasStreams(camera(1))).isFalse();
        assertThat(desk.chosen().hasStreams(camera(1)))
                .as("nobody knows it here")
                .isTrue();
        known.desk.put(0, new CellContent.OfCamera(camera(1), StreamChoice.MAIN));
        known.desk.chosen().nextStream();
        assertThat(known.desk.wall().content(0)).isEqualTo(new CellContent.OfCamera(camera(1), StreamChoice.AUTO));
    }

    @Test
    void noStreamIsChosenWhileLayoutsAreNotToBeChanged() {
        fill(2);
        desk.selectTile(0);
        EditMode editing = new EditMode(FreshPreferences.on(rig.lane), true, () -> {});
        desk.changes().only(editing);
        desk.chosen().stream(StreamChoice.MAIN);
        desk.chosen().nextStream();
        assertThat(choices()).startsWith(StreamChoice.AUTO, StreamChoice.AUTO);
    }

    @Test
    void aCopyShowsTheSameCameraTwiceAndTheFirstGoesOn() {
        fill(2);
        LiveTile first = live.tiles().getFirst();
        desk.copyTile(0, 5);
        assertThat(rig.kept()).containsExactly("c1", "c2", "-", "-", "-", "c1", "-", "-", "-");
        assertThat(live.tiles().getFirst()).isSameAs(first);
        desk.copyTile(0, 9);
        desk.copyTile(0, 0);
        assertThat(rig.kept()).containsExactly("c1", "c2", "-", "-", "-", "c1", "-", "-", "-");
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
