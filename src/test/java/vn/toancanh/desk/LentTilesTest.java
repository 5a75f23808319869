package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;
import static vn.toancanh.desk.DeskRig.cameras;
import static vn.toancanh.desk.DeskRig.name;
import static vn.toancanh.desk.DeskRig.names;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.LentTiles.Gone;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.wall.GridShape;

class LentTilesTest {
    private static final CameraId ALARM = new CameraId("alarm");

    private final DeskRig rig = new DeskRig(2, 2);
    private final ManualLane lane = rig.lane;
    private final LiveWall live = rig.live;
    private final WallDesk desk = rig.desk;
    private final List<Gone> gone = new ArrayList<>();

    private void fill() {
        desk.showAll(cameras(4));
    }

    private long lend(int tile) {
        return desk.lent().lend(tile, ALARM, gone::add);
    }

    @Test
    void theLayoutKnowsNothingOfItAndIsRememberedWithoutIt() {
        fill();
        lane.advance(Remembering.AFTER);
        long loan = lend(3);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "alarm");
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "c4");
        lane.advance(Remembering.AFTER);
        assertThat(rig.saved).hasSize(1);
        desk.showCamera(0, camera(9));
        desk.close();
        assertThat(names(rig.saved.getLast())).containsExactly("c9", "c2", "c3", "c4");
        desk.lent().giveBack(loan);
        assertThat(rig.played()).containsExactly("c9", "c2", "c3", "c4");
        assertThat(gone).isEmpty();
    }

    @Test
    void lendingIsNothingThatAPersonDid() {
        lend(0);
        assertThat(desk.touched()).isFalse();
        assertThat(desk.wall().layout().cells()).allMatch(cell -> cell.content() instanceof CellContent.Empty);
    }

    @Test
    void theOthersPlayOnUntouched() {
        fill();
        List<LiveTile> before = live.tiles();
        long loan = lend(3);
        assertThat(live.tiles().subList(0, 3)).isEqualTo(before.subList(0, 3));
        desk.lent().giveBack(loan);
        assertThat(live.tiles().subList(0, 3)).isEqualTo(before.subList(0, 3));
    }

    @Test
    void itGoesAlongWithWhatItCoversWhenTilesAreSwappedOrTheWallGrows() {
        fill();
        long loan = lend(3);
        desk.swapTiles(3, 0);
        assertThat(rig.played()).containsExactly("alarm", "c2", "c3", "c1");
        desk.changeShape(GridShape.uniform(3, 3));
        assertThat(rig.played().subList(0, 4)).containsExactly("alarm", "c2", "c3", "c1");
        desk.lent().giveBack(loan);
        assertThat(rig.played().subList(0, 4)).containsExactly("c4", "c2", "c3", "c1");
        assertThat(gone).isEmpty();
    }

    @Test
    void overAnEmptyTileItCanBeSwappedToo() {
        desk.showCamera(0, camera(1));
        long loan = lend(2);
        desk.swapTiles(2, 3);
        assertThat(rig.played()).containsExactly("c1", "-", "-", "alarm");
        desk.swapTiles(3, 0);
        assertThat(rig.played()).containsExactly("alarm", "-", "-", "c1");
        desk.lent().giveBack(loan);
        assertThat(rig.played()).containsExactly("-", "-", "-", "c1");
    }

    @Test
    void theSelectionGoesAlongWithItOverEmptyTiles() {
        desk.showCamera(0, camera(1));
        lend(2);
        desk.selectTile(2);
        desk.swapTiles(2, 3);
        assertThat(rig.played()).containsExactly("c1", "-", "-", "alarm");
        assertThat(desk.wall().selected()).isEqualTo(3);
        desk.swapTiles(1, 2);
        assertThat(desk.wall().selected()).as("what happens elsewhere").isEqualTo(3);
    }

    @Test
    void aLayoutWithoutItsCameraTakesItAway() {
        fill();
        lend(3);
        desk.changeShape(GridShape.uniform(2, 1));
        assertThat(rig.played()).containsExactly("c1", "c2");
        assertThat(gone).containsExactly(Gone.NO_ROOM);
    }

    @Test
    void whatAPersonPutsThereStays() {
        fill();
        long loan = lend(3);
        desk.showCamera(3, camera(9));
        assertThat(gone).containsExactly(Gone.BY_HAND);
        desk.lent().giveBack(loan);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c9");
    }

    @Test
    void theFormerCameraPutThereByHandIsThereAgain() {
        fill();
        lend(3);
        desk.showCamera(3, camera(4));
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
        assertThat(gone).containsExactly(Gone.BY_HAND);
    }

    @Test
    void clearingItBringsBackWhatStoodThere() {
        fill();
        lend(3);
        desk.clearTile(3);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
        desk.clearTile(3);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "-");
        assertThat(gone).containsExactly(Gone.BY_HAND);
    }

    @Test
    void keptItIsAsIfAPersonHadPutItThere() {
        fill();
        lend(3);
        desk.lent().keep(3);
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "alarm");
        assertThat(gone).containsExactly(Gone.BY_HAND);
        lane.advance(Remembering.AFTER);
        assertThat(names(rig.saved.getLast())).containsExactly("c1", "c2", "c3", "alarm");
    }

    @Test
    void camerasThatLookForAnEmptyTilePassOverIt() {
        desk.showCamera(0, camera(1));
        lend(1);
        desk.showCameraWhereItFits(camera(2));
        assertThat(rig.played()).containsExactly("c1", "alarm", "c2", "-");
        desk.showTogether(List.of(camera(3), camera(4)));
        assertThat(rig.played()).startsWith("c1", "alarm", "c2", "c3", "c4");
        assertThat(gone).isEmpty();
    }

    @Test
    void aSecondLoanOfATileTellsTheFirst() {
        fill();
        lend(0);
        long second = desk.lent().lend(0, camera(8), why -> {});
        assertThat(gone).containsExactly(Gone.NO_ROOM);
        desk.lent().giveBack(second);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
    }

    /** Whatever a person does meanwhile: what is seen is the layout and what is lent, and in the end the layout alone. */
    @Test
    void whateverAPersonDoesTheLayoutComesBack() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LentTilesTest one = new LentTilesTest();
            one.fill();
            List<Long> loans = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                int tile = random.nextInt(9);
                switch (random.nextInt(9)) {
                    case 0, 1 -> loans.add(one.desk.lent().lend(tile, new CameraId("a" + step), why -> {}));
                    case 2 -> one.desk.swapTiles(tile, random.nextInt(9));
                    case 3 -> one.desk.changeShape(GridShape.uniform(1 + tile % 3, 1 + tile / 3));
                    case 4 -> one.desk.showCamera(tile, camera(random.nextInt(12)));
                    case 5 -> one.desk.clearTile(tile);
                    case 6 -> one.desk.selectTile(tile);
                    case 7 -> one.desk.showTogether(List.of(camera(20 + step), camera(70 + step)));
                    default -> one.desk.enlargeTile(tile);
                }
                List<String> layout = one.rig.kept();
                assertThat(layout).as("seed %d", seed).noneMatch(name -> name.startsWith("a"));
                List<String> seen = new ArrayList<>();
                for (int place = 0; place < layout.size(); place++) {
                    seen.add(name(one.desk.content(place)));
                }
                assertThat(one.rig.played()).as("seed %d", seed).isEqualTo(seen);
            }
            loans.forEach(one.desk.lent()::giveBack);
            assertThat(one.rig.played()).as("seed %d", seed).isEqualTo(one.rig.kept());
        }
    }
}
