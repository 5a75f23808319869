package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.wall.Salvo;
import vn.toancanh.wall.WallState;

/** What one hand did at several windows is taken back and brought again at all of them, from any of them. */
class OneHandTest {
    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final DeskRig one = DeskRig.window(clock, lane, 2, 1);
    private final DeskRig other = DeskRig.window(clock, lane, 2, 1);
    private final DeskRig third = DeskRig.window(clock, lane, 2, 1);
    private final CallUpDesk callUp = new CallUpDesk(
            lane,
            () -> CatalogueSnapshot.EMPTY,
            () -> List.of(one.desk, other.desk, third.desk),
            wall -> true,
            new SalvoDesk(FreshPreferences.on(lane)));

    private static List<CameraId> cameras(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(DeskRig::camera).toList();
    }

    @BeforeEach
    void fill() {
        one.desk.showCameras(0, cameras(1, 2));
        other.desk.showCameras(0, cameras(3, 4));
        third.desk.showCameras(0, cameras(5, 6));
        List.of(one, other, third).forEach(each -> each.desk.changes().forget());
    }

    @Test
    void aSalvoOverTwoMonitorsIsOneStepWhereverItIsTakenBack() {
        assertThat(callUp.throwOnto(one.desk, new Salvo(4, cameras(11, 14)), WallState.NONE))
                .isZero();
        assertThat(one.kept()).containsExactly("c11", "c12");
        assertThat(other.kept()).containsExactly("c13", "c14");
        assertThat(third.desk.changes().canUndo()).as("nothing came there").isFalse();
        assertThat(other.desk.changes().undo()).isTrue();
        assertThat(one.kept()).containsExactly("c1", "c2");
        assertThat(other.kept()).containsExactly("c3", "c4");
        assertThat(one.desk.changes().canUndo()).isFalse();
        assertThat(one.desk.changes().redo()).isTrue();
        assertThat(one.kept()).containsExactly("c11", "c12");
        assertThat(other.kept()).containsExactly("c13", "c14");
        assertThat(other.desk.changes().canRedo()).isFalse();
    }

    @Test
    void aWindowInWhichSomethingElseWasDoneKeepsItsPart() {
        callUp.throwOnto(one.desk, new Salvo(4, cameras(11, 14)), WallState.NONE);
        other.desk.showCamera(0, camera(9));
        one.desk.changes().undo();
        assertThat(one.kept()).containsExactly("c1", "c2");
        assertThat(other.kept()).containsExactly("c9", "c14");
        other.desk.changes().undo();
        assertThat(other.kept()).containsExactly("c13", "c14");
        other.desk.changes().undo();
        assertThat(other.kept()).containsExactly("c3", "c4");
        assertThat(one.kept()).containsExactly("c1", "c2");
    }

    @Test
    void whatFoundNoTileIsCounted() {
        assertThat(callUp.throwOnto(other.desk, new Salvo(4, cameras(11, 17)), 1))
                .isEqualTo(4);
        assertThat(third.kept()).containsExactly("c12", "c13");
    }

    @Test
    void hotspotsArePassedOverAndWhatFindsNoOtherTileIsCounted() {
        for (DeskRig each : List.of(one, other)) {
            each.desk.hotspots().toggle(0);
        }
        third.desk.hotspots().toggle(1);
        assertThat(callUp.throwOnto(one.desk, new Salvo(4, cameras(11, 13)), 0)).isZero();
        assertThat(one.kept().getLast()).isEqualTo("c11");
        assertThat(other.kept().getLast()).isEqualTo("c12");
        assertThat(third.kept().getFirst()).as("the last one alone").isEqualTo("c13");
        assertThat(List.of(one, other, third))
                .allMatch(each -> each.desk.wall().layout().cells().stream()
                        .anyMatch(cell -> cell.content() instanceof CellContent.Hotspot));
        assertThat(callUp.throwOnto(one.desk, new Salvo(4, cameras(21, 25)), 0)).isEqualTo(2);
    }

    @Test
    void theRemainderOfASalvoGoesIntoNoHotspot() {
        other.desk.hotspots().toggle(0);
        assertThat(callUp.throwOnto(one.desk, new Salvo(4, cameras(11, 13)), 0)).isZero();
        assertThat(other.kept().getLast()).isEqualTo("c13");
    }

    @Test
    void aWindowThatWasClosedTakesNothingBack() {
        callUp.throwOnto(one.desk, new Salvo(4, cameras(11, 14)), WallState.NONE);
        other.desk.close();
        one.desk.changes().undo();
        assertThat(one.kept()).containsExactly("c1", "c2");
        assertThat(other.kept()).containsExactly("c13", "c14");
    }
}
