package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;
import static vn.toancanh.desk.DeskRig.name;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.TileTrail;

/** What tiles have shown, and how pictures lie in them. */
class TileMemoryTest {
    private final DeskRig rig = new DeskRig(2, 2);
    private final LiveWall live = rig.live;
    private final WallDesk desk = rig.desk;

    private String shown(int tile) {
        return name(desk.wall().content(tile));
    }

    @Test
    void aTileGoesBackAndForwardThroughWhatItShowed() {
        for (int i = 1; i <= 10; i++) {
            desk.showCamera(0, camera(i));
        }
        for (int i = 0; i < 20; i++) {
            desk.memory().back(0);
        }
        assertThat(shown(0)).as("it remembers %d", TileTrail.KEPT).isEqualTo("c3");
        assertThat(desk.memory().canGoBack(0)).isFalse();
        desk.memory().forward(0);
        assertThat(shown(0)).isEqualTo("c4");
        desk.showCamera(0, camera(20));
        assertThat(desk.memory().canGoForward(0)).as("what lay ahead is gone").isFalse();
        desk.memory().back(0);
        assertThat(shown(0)).isEqualTo("c4");
        assertThat(shown(1)).isEqualTo("-");
    }

    @Test
    void anEmptyTileGoesBackToWhatItShowedLastAndGoingBackCanBeTakenBack() {
        desk.showCamera(2, camera(1));
        desk.showCamera(2, camera(2));
        desk.clearTile(2);
        desk.memory().back(2);
        assertThat(shown(2)).isEqualTo("c2");
        desk.memory().back(2);
        assertThat(shown(2)).isEqualTo("c1");
        desk.changes().undo();
        assertThat(shown(2)).isEqualTo("c2");
    }

    @Test
    void whatAnAlarmShowedIsNotRememberedAndGoingBackTakesTheTileFromIt() {
        desk.showCamera(0, camera(1));
        desk.showCamera(0, camera(2));
        desk.lent().lend(0, camera(90), why -> {});
        desk.memory().back(0);
        assertThat(desk.lent().has(0)).isFalse();
        assertThat(shown(0)).isEqualTo("c1");
        desk.memory().forward(0);
        assertThat(shown(0)).isEqualTo("c2");
    }

    @Test
    void tilesThatAreNotThereRememberNothing() {
        desk.memory().back(-1);
        desk.memory().forward(17);
        assertThat(desk.memory().canGoBack(4)).isFalse();
        desk.changeShape(GridShape.uniform(1, 1));
        desk.memory().back(3);
        assertThat(desk.changes().undo()).as("only the shape").isTrue();
        assertThat(desk.changes().canUndo()).isFalse();
    }

    @Test
    void aTurnedPictureIsTheSameCameraInTheSamePlayerAndOneStepForAllThatAreSelected() {
        desk.showCameras(0, List.of(camera(1), camera(2)));
        LiveTile first = live.tiles().getFirst();
        desk.chosen().exactly(Set.of(0, 1, 3));
        desk.chosen().view(PictureView::turned);
        desk.chosen().view(view -> view.with(PictureView.Fit.FILL));
        assertThat(desk.wall().content(1))
                .isEqualTo(new CellContent.OfCamera(
                        camera(2), StreamChoice.AUTO, new PictureView(PictureView.Fit.FILL, 1)));
        assertThat(live.tiles().getFirst()).isSameAs(first);
        assertThat(live.tiles().getFirst().content()).isEqualTo(desk.wall().content(0));
        assertThat(desk.memory().canGoBack(0)).as("it is the same camera").isFalse();
        desk.changes().undo();
        desk.changes().undo();
        assertThat(desk.wall().content(0)).isEqualTo(new CellContent.OfCamera(camera(1), StreamChoice.AUTO));
    }

    @Test
    void whatIsLentLiesAsItIs() {
        desk.showCamera(0, camera(1));
        desk.lent().lend(0, camera(90), why -> {});
        desk.selectTile(0);
        desk.chosen().view(PictureView::turned);
        assertThat(((CellContent.OfCamera) desk.wall().content(0)).view()).isEqualTo(PictureView.USUAL);
        assertThat(desk.lent().has(0)).isTrue();
    }
}
