package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ptz.Equipment;
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadEquipment;
import vn.toancanh.ptz.HeadEquipment.Auxiliary;
import vn.toancanh.ptz.HeadEquipment.Choice;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.Steering;
import vn.toancanh.ui.testing.FakeSessions;

/** Focus, iris and auxiliaries of the head that is steered: known, told beside movements, and a focus that stops as movements do. */
class EquipmentAtDeskTest {
    private static final SiteId WARD = new SiteId("hoan-kiem");
    private static final CameraId CAMERA = new CameraId("c-1");
    private static final Choice ON = new Choice("tt:Wiper|On", "On");
    private static final Auxiliary WIPER = new Auxiliary("Wiper", List.of(ON, new Choice("tt:Wiper|Off", "Off")));
    private static final HeadEquipment ALL = new HeadEquipment(true, true, true, false, List.of(WIPER));

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeHeads heads = new FakeHeads(lane, clock);
    private final FakeSessions sessions = new FakeSessions();
    private final CatalogueSnapshot snapshot = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(WARD, null, "Hoàn Kiếm")),
            List.of(new Camera(CAMERA, null, "c-1", WARD, List.of(), null, CameraState.ONLINE, true, List.of(), 1)),
            Instant.EPOCH,
            ""));
    private final DeskRig rig = DeskRig.window(clock, lane, 2, 1);
    private SteerDesk steer;
    private Equipment equipment;

    @BeforeEach
    void sit() {
        sessions.rights = List.of(new Right(Level.OPERATE, WARD, List.of()));
        sessions.signIn(URI.create("https://t.vn"), "ban1", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        steer = new SteerDesk(lane, new Steering(heads, lane, lane, clock), sessions, () -> snapshot);
        equipment = steer.equipment();
        heads.equipment = ALL;
        rig.desk.showCamera(0, CAMERA);
        lane.runReady();
    }

    private void steered() {
        steer.toggle(rig.desk, 0);
        lane.runReady();
    }

    @Test
    void itIsKnownWhileTheHeadIsSteered() {
        assertThat(equipment.known()).isEqualTo(HeadEquipment.NONE);
        steered();
        assertThat(equipment.known()).isEqualTo(ALL);
        steer.off();
        assertThat(equipment.known()).isEqualTo(HeadEquipment.NONE);
    }

    @Test
    void aWiperIsSwitchedByTheLeaseAndBesideAMovement() {
        steered();
        equipment.set(WIPER, ON);
        assertThat(equipment.telling()).isTrue();
        assertThat(equipment.told(WIPER)).as("not before the head has it").isEmpty();
        lane.runReady();
        assertThat(equipment.told(WIPER)).isEqualTo(ON.aux());
        assertThat(steer.reading().mine()).as("the lease was taken for it").isTrue();
        Grip grip = steer.grip().orElseThrow();
        grip.move(new HeadSpeed(0.5, 0, 0));
        lane.runReady();
        equipment.set(new HeadOrder.Iris(0.1));
        lane.runReady();
        assertThat(heads.story).endsWith("move 0.5 0.0 0.0", "Iris[opening=0.1]");
        assertThat(heads.moving).isTrue();
        grip.release();
        lane.runReady();
        assertThat(heads.story.getLast()).isEqualTo("stop");
    }

    @Test
    void whatWasSwitchedIsAskedAnew() {
        steered();
        heads.equipment = new HeadEquipment(true, false, true, false, List.of(WIPER));
        equipment.set(new HeadOrder.AutoFocus(false));
        lane.runReady();
        assertThat(equipment.known().autoFocus()).isFalse();
    }

    @Test
    void whoeverElseHoldsTheHeadIsNamed() {
        steered();
        heads.takenBy("Trần Thị Bình");
        lane.runReady();
        equipment.set(WIPER, ON);
        lane.runReady();
        assertThat(Objects.requireNonNull(equipment.refused()).textKey()).isEqualTo("ptz.heldBy");
        assertThat(equipment.told(WIPER)).isEmpty();
        assertThat(heads.story).noneMatch(line -> line.contains("Wiper"));
    }

    @Test
    void whoeverFocusesByHandSeesThatItIsNoMoreAutomatic() {
        steered();
        heads.equipment = new HeadEquipment(true, false, true, false, List.of(WIPER));
        equipment.focused();
        lane.runReady();
        assertThat(equipment.known().autoFocus()).isFalse();
    }

    /** As every movement. */
    @Test
    void aFocusStandsWhenItIsLetGoAndWhenTheWindowIsLeft() {
        steered();
        Grip grip = steer.grip().orElseThrow();
        grip.move(HeadSpeed.ofFocus(-0.5));
        lane.runReady();
        assertThat(heads.story.getLast()).isEqualTo("focus -0.5");
        grip.release();
        lane.runReady();
        assertThat(heads.story.getLast()).isEqualTo("stop");
        Grip other = steer.grip().orElseThrow();
        other.move(HeadSpeed.ofFocus(1));
        lane.runReady();
        steer.letGo();
        lane.advance(Duration.ofMillis(10));
        assertThat(heads.story.getLast()).isEqualTo("stop");
        assertThat(other.isLoose()).isTrue();
    }
}
