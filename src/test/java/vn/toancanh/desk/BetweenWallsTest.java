package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.CameraId;

class BetweenWallsTest {
    private static final CameraId ALARM = new CameraId("alarm");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final DeskRig one = DeskRig.window(clock, lane, 2, 1);
    private final DeskRig other = DeskRig.window(clock, lane, 2, 1);
    private int refused;

    @BeforeEach
    void fill() {
        one.desk.showCameras(0, List.of(camera(1), camera(2)));
        other.desk.showCameras(0, List.of(camera(3)));
    }

    @Test
    void bothOrNone() {
        BetweenWalls.swap(one.desk, 1, other.desk, 1);
        assertThat(one.played()).containsExactly("c1", "-");
        assertThat(other.played()).containsExactly("c3", "c2");
        BetweenWalls.swap(one.desk, 1, other.desk, 7);
        BetweenWalls.swap(one.desk, 7, other.desk, 1);
        BetweenWalls.swap(one.desk, 0, one.desk, 1);
        assertThat(one.played()).containsExactly("c1", "-");
        assertThat(other.played()).containsExactly("c3", "c2");
        EditMode off = new EditMode(FreshPreferences.on(lane), false, () -> refused++);
        off.toggle();
        other.desk.changes().only(off);
        BetweenWalls.swap(one.desk, 0, other.desk, 0);
        BetweenWalls.copy(one.desk, 0, other.desk, 0);
        assertThat(one.played()).containsExactly("c1", "-");
        assertThat(other.played()).containsExactly("c3", "c2");
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void whatIsLentStaysWhereItIsAndIsCopiedForGood() {
        one.desk.lent().lend(0, ALARM, why -> {});
        BetweenWalls.swap(one.desk, 0, other.desk, 0);
        BetweenWalls.swap(other.desk, 0, one.desk, 0);
        assertThat(one.kept()).containsExactly("c1", "c2");
        assertThat(other.kept()).containsExactly("c3", "-");
        BetweenWalls.copy(one.desk, 0, other.desk, 1);
        assertThat(other.kept()).containsExactly("c3", "alarm");
        assertThat(one.played()).containsExactly("alarm", "c2");
    }

    @Test
    void bothPartsAreTakenBackAtOnce() {
        BetweenWalls.swap(one.desk, 0, other.desk, 0);
        assertThat(one.played()).containsExactly("c3", "c2");
        assertThat(other.desk.changes().undo()).isTrue();
        assertThat(one.played()).containsExactly("c1", "c2");
        assertThat(other.played()).containsExactly("c3", "-");
        assertThat(one.desk.changes().redo()).isTrue();
        assertThat(one.played()).containsExactly("c3", "c2");
        assertThat(other.played()).containsExactly("c1", "-");
    }
}
