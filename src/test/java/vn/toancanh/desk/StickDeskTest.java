package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.Steering;
import vn.toancanh.ptz.stick.FakeSticks;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.Sticks;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.WallState;

/** From a stick to the head of the tile that is steered, and to the selection. */
class StickDeskTest {
    private static final SiteId WARD = new SiteId("hoan-kiem");
    private static final StickMapping MAPPING = StickMapping.parse(
            "pan=0/+/0.10/1.0/0.00 tilt=1/-/0.10/1.0/0.00 zoom=none 1=steer 2=modifier 3=home 4=stop 5=preset:7 6=enlarge 7=previous 8=next");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);

    /** DESK by itself, so that it can hang. */
    private final ManualLane desk = new ManualLane(clock);

    private final FakeHeads heads = new FakeHeads(lane, clock);
    private final FakeSessions sessions = new FakeSessions();
    private final CatalogueSnapshot snapshot = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(WARD, null, "Hoàn Kiếm")),
            List.of(camera("c-1", true), camera("c-2", false), camera("c-3", true), camera("c-4", true)),
            Instant.EPOCH,
            ""));
    private final DeskRig rig = DeskRig.window(clock, desk, 2, 2);
    private final FakeSticks fake = new FakeSticks();
    private final Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
    private boolean atHand = true;
    private SteerDesk steer;
    private Sticks sticks;

    private static Camera camera(String id, boolean head) {
        return new Camera(new CameraId(id), null, id, WARD, List.of(), null, CameraState.ONLINE, head, List.of(), 1);
    }

    @BeforeEach
    void sit() {
        sessions.rights = List.of(new Right(Level.OPERATE, WARD, List.of()));
        sessions.signIn(URI.create("https://t.vn"), "ban1", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        steer = new SteerDesk(desk, new Steering(heads, lane, desk, clock), sessions, () -> snapshot);
        heads.places.knows(new HeadPlace("Preset_7", 7, "Cổng", false));
        rig.desk.showCameras(
                0, List.of(new CameraId("c-1"), new CameraId("c-2"), new CameraId("c-3"), new CameraId("c-4")));
        StickDesk listener = new StickDesk(lane, desk, steer, () -> atHand ? Optional.of(rig.desk) : Optional.empty());
        sticks = new Sticks(() -> Optional.of(fake), lane, clock, any -> MAPPING, Map.of(), listener);
        sticks.begin();
        steer.toggle(rig.desk, 0);
        wait(8);
    }

    /** The lane of sticks and heads runs and DESK after it, as long as it does not hang. */
    private void wait(int millis) {
        lane.runReady();
        for (int i = 0; i < millis; i += 4) {
            lane.advance(Duration.ofMillis(4));
            desk.advance(Duration.ZERO);
            lane.runReady();
        }
    }

    private void put(double pan, double tilt, int... buttons) {
        fake.put(stick, new double[] {pan, tilt}, buttons);
        wait(8);
    }

    private void press(int button) {
        put(0, 0, button);
        put(0, 0);
    }

    @Test
    void aDeflectionTurnsTheSteeredHeadAndLettingGoStopsIt() {
        put(1, 0);
        assertThat(heads.story).endsWith("move 1.0 0.0 0.0");
        put(1, -1);
        put(0, 0);
        assertThat(heads.moving).isFalse();
        assertThat(heads.story).contains("move 1.0 1.0 0.0").endsWith("stop");
    }

    @Test
    void aStickThatIsPulledStopsTheHeadAlsoWhileDeskHangs() {
        put(1, 0);
        assertThat(heads.moving).isTrue();
        fake.pull(stick);
        lane.advance(Duration.ofMillis(8));
        assertThat(heads.moving).isFalse();
    }

    @Test
    void itLetsGoAndMovesOnAlsoWhileDeskHangs() {
        put(1, 0);
        fake.put(stick, new double[] {-1, 0});
        lane.advance(Duration.ofMillis(8));
        assertThat(heads.story).endsWith("move -1.0 0.0 0.0");
        fake.put(stick, new double[] {0, 0});
        lane.advance(Duration.ofMillis(8));
        assertThat(heads.moving).isFalse();
    }

    @Test
    void whatWasLetGoBeforeDeskHeardOfItMovesNothing() {
        fake.put(stick, new double[] {1, 0});
        lane.advance(Duration.ofMillis(8));
        fake.put(stick, new double[] {0, 0});
        lane.advance(Duration.ofMillis(8));
        wait(8);
        assertThat(heads.moving).isFalse();
        assertThat(heads.story).noneMatch(line -> line.startsWith("move"));
    }

    @Test
    void whatBreaksTheGripIsNotUndoneByTheNextTwitch() {
        put(1, 0);
        steer.letGo();
        wait(8);
        assertThat(heads.moving).isFalse();
        put(0.8, 0);
        assertThat(heads.moving).isFalse();
        put(0, 0);
        put(0.8, 0);
        assertThat(heads.moving).isTrue();
    }

    @Test
    void nothingMovesWhereNothingIsSteeredOrNoWindowHasTheKeyboard() {
        atHand = false;
        press(3);
        put(1, 0);
        assertThat(heads.story).isEmpty();
        atHand = true;
        put(0.9, 0);
        assertThat(heads.story).as("pressed before").isEmpty();
        put(0, 0);
        steer.off();
        put(1, 0);
        assertThat(heads.moving).isFalse();
        assertThat(heads.story).noneMatch(line -> line.startsWith("move"));
    }

    @Test
    void whereAFormHasTheKeyboardOnlyStopActsAndWhatWasPressedIsNotDoneLater() {
        press(5);
        assertThat(heads.story).endsWith("preset Preset_7");
        atHand = false;
        press(3);
        press(6);
        press(8);
        put(0, 0, 2);
        put(1, 0, 2);
        put(0, 0);
        assertThat(heads.story).endsWith("preset Preset_7");
        assertThat(rig.desk.wall().enlarged()).isEqualTo(WallState.NONE);
        assertThat(steer.camera()).contains(new CameraId("c-1"));
        press(4);
        assertThat(heads.story).endsWith("stop");
        atHand = true;
        wait(8);
        assertThat(heads.story).as("nothing comes later").endsWith("stop");
    }

    @Test
    void theModifierMovesTheSelectionAndWhatHasAHeadIsSteeredThere() {
        put(0, 0, 2);
        put(1, 0, 2);
        assertThat(rig.desk.wall().selected()).isEqualTo(1);
        assertThat(steer.camera()).as("no head").isEmpty();
        put(0, 0, 2);
        put(0, 1, 2);
        assertThat(rig.desk.wall().selected()).isEqualTo(3);
        assertThat(steer.camera()).contains(new CameraId("c-4"));
        put(0, 0, 2);
        put(0, 1, 2);
        assertThat(steer.camera()).as("at the border it stays").contains(new CameraId("c-4"));
        assertThat(heads.moving).isFalse();
        put(0, 0);
        put(0, 1);
        assertThat(heads.moving).isTrue();
    }

    @Test
    void buttonsDoWhatTheyAreFor() {
        press(8);
        press(8);
        assertThat(rig.desk.wall().selected()).isEqualTo(2);
        assertThat(steer.camera()).contains(new CameraId("c-3"));
        press(7);
        press(7);
        press(7);
        assertThat(rig.desk.wall().selected()).isEqualTo(3);
        press(1);
        assertThat(steer.camera()).isEmpty();
        press(1);
        assertThat(steer.camera()).contains(new CameraId("c-4"));
        press(6);
        assertThat(rig.desk.wall().enlarged()).isEqualTo(3);
        press(6);
        assertThat(rig.desk.wall().enlarged()).isEqualTo(WallState.NONE);
        press(3);
        press(5);
        press(4);
        assertThat(heads.story).contains("home", "preset Preset_7").endsWith("stop");
    }
}
