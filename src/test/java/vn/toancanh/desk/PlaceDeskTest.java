package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
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
import vn.toancanh.ptz.HeadPlaces;
import vn.toancanh.ptz.HeadService;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceReading.Phase;
import vn.toancanh.ptz.Steering;
import vn.toancanh.ui.testing.FakeSessions;

/** Presets of the head that is steered: known, called up by number, and changed by whoever may and holds the head. */
class PlaceDeskTest {
    private static final SiteId WARD = new SiteId("hoan-kiem");
    private static final CameraId CAMERA = new CameraId("c-1");
    private static final HeadPlace GATE = new HeadPlace("Preset_7", 7, "Cổng chính", false);
    private static final HeadPlace NAMELESS = new HeadPlace("x", null, "", false);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeHeads heads = new FakeHeads(lane, clock);
    private final FakeSessions sessions = new FakeSessions();
    private final CatalogueSnapshot snapshot = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(WARD, null, "Hoàn Kiếm")), List.of(camera("c-1"), camera("c-2")), Instant.EPOCH, ""));
    private final DeskRig rig = DeskRig.window(clock, lane, 2, 1);
    private SteerDesk steer;
    private PlaceDesk places;

    private static Camera camera(String id) {
        return new Camera(new CameraId(id), null, id, WARD, List.of(), null, CameraState.ONLINE, true, List.of(), 1);
    }

    @BeforeEach
    void sit() {
        signIn("ban1", Level.MANAGE);
        steer = new SteerDesk(lane, new Steering(heads, lane, lane, clock), sessions, () -> snapshot);
        places = steer.places();
        heads.places.knows(GATE, NAMELESS);
        rig.desk.showCameras(0, List.of(CAMERA, new CameraId("c-2")));
        lane.runReady();
    }

    private void signIn(String user, Level level) {
        sessions.rights = List.of(new Right(level, WARD, List.of()));
        sessions.signIn(URI.create("https://t.vn"), user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
    }

    private void steered() {
        steer.toggle(rig.desk, 0);
        lane.runReady();
    }

    private void type(String digits) {
        digits.chars().forEach(digit -> places.call().type((char) digit));
    }

    private String refused() {
        Failure why = Objects.requireNonNull(places.reading().refused());
        return why.textKey() + why.args();
    }

    @Test
    void theyAreAskedForWhenAHeadIsSteeredAndForgottenWithIt() {
        assertThat(places.offered()).isFalse();
        assertThat(heads.places.asked).hasValue(0);
        steered();
        assertThat(places.reading().known().all()).containsExactly(GATE, NAMELESS);
        heads.places.knows(NAMELESS);
        heads.places.tell(new CameraId("c-2"));
        lane.runReady();
        assertThat(places.reading().known().all()).hasSize(2);
        heads.places.tell(CAMERA);
        lane.runReady();
        assertThat(places.reading().known().all()).containsExactly(NAMELESS);
        steer.off();
        assertThat(places.reading().phase()).isEqualTo(Phase.NONE);
        assertThat(places.reading().known().all()).isEmpty();
        heads.places.offered = false;
        steered();
        assertThat(places.offered()).as("a server that asks heads for none").isFalse();
    }

    @Test
    void aNumberThatIsTypedAndEnteredIsGoneTo() {
        steered();
        assertThat(places.call().enter()).isFalse();
        type("07");
        assertThat(places.meant()).contains(GATE);
        assertThat(places.call().enter()).isTrue();
        lane.runReady();
        assertThat(heads.story).endsWith("preset Preset_7");
        type("8x");
        assertThat(places.meant()).isEmpty();
        int told = heads.story.size();
        places.call().enter();
        lane.runReady();
        assertThat(heads.story).as("none has that number").hasSize(told);
        assertThat(places.unknown()).hasValue(8);
        type("1");
        assertThat(places.unknown()).isEmpty();
        assertThat(places.call().erase()).isTrue();
        assertThat(places.call().erase()).isFalse();
        type("123456");
        assertThat(places.call().typed()).isEqualTo("1234");
        lane.advance(PlaceCall.FORGOTTEN_AFTER);
        assertThat(places.call().typed()).isEmpty();
    }

    @Test
    void aPlaceWithoutNumberIsGoneToByHandAndAStickButtonFindsTheNumber() {
        steered();
        places.go(NAMELESS);
        lane.runReady();
        assertThat(heads.story).endsWith("preset x");
        steer.preset(7);
        lane.runReady();
        assertThat(heads.story).endsWith("preset Preset_7");
    }

    @Test
    void aHeadThatDoesNotTellIsAskedForTheNumberItself() {
        heads.places.silent = Failure.of(Kind.PROTOCOL, "told so").withText("ptz.headSilent");
        steered();
        assertThat(places.reading().phase()).isEqualTo(Phase.FAILED);
        assertThat(places.mayChange()).isFalse();
        steer.preset(3);
        lane.runReady();
        assertThat(heads.story).endsWith("preset 3");
        heads.places.silent = null;
        places.askAgain();
        lane.runReady();
        assertThat(places.reading().known().all()).hasSize(2);
        heads.places.silent = Failure.of(Kind.UNSUPPORTED, "told so").withText("ptz.headCannot");
        steer.off();
        steered();
        assertThat(places.offered()).as("a head that keeps none").isFalse();
    }

    @Test
    void aChangeTakesTheHeadFirstAndShowsWhatCameOfIt() {
        steered();
        places.change(new PlaceChange.Keep("Ngã tư"));
        assertThat(places.reading().changing()).isTrue();
        lane.runReady();
        assertThat(heads.places.changes).containsExactly(new PlaceChange.Keep("Ngã tư"));
        assertThat(steer.reading().mine()).isTrue();
        assertThat(places.reading().changing()).isFalse();
        assertThat(places.reading().known().all())
                .extracting(HeadPlace::name)
                .containsExactly("Cổng chính", "", "Ngã tư");
        assertThat(heads.moving).isFalse();
    }

    @Test
    void whileSomebodyElseHoldsTheHeadNothingIsChangedAndHeIsNamed() {
        steered();
        heads.takenBy("Trần Thị Bình");
        lane.runReady();
        places.change(new PlaceChange.Remove(GATE));
        lane.runReady();
        assertThat(heads.places.changes).isEmpty();
        assertThat(refused()).isEqualTo("ptz.heldBy[Trần Thị Bình]");
        assertThat(places.reading().changing()).isFalse();
        places.change(new PlaceChange.Remove(GATE));
        lane.runReady();
        assertThat(refused()).as("refused in the same way again").isEqualTo("ptz.heldBy[Trần Thị Bình]");
    }

    @Test
    void aLeaseThatTheServerHasForgottenIsSaid() {
        steered();
        places.change(new PlaceChange.Lock(GATE, true));
        lane.runReady();
        heads.takenBy("x");
        places.change(new PlaceChange.Lock(GATE, false));
        lane.runReady();
        assertThat(refused()).isIn(HeadService.LEASE_ENDED + "[]", "ptz.heldBy[x]");
        assertThat(heads.places.changes).hasSize(1);
    }

    @Test
    void onlyWhoeverManagesTheCameraMayChangeThem() {
        signIn("ban2", Level.OPERATE);
        steered();
        assertThat(places.offered()).isTrue();
        assertThat(places.mayChange()).isFalse();
        places.change(new PlaceChange.Remove(GATE));
        lane.runReady();
        assertThat(heads.places.changes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, true", "Preset_12, true", "Cổng 1, true", "a/b, false", "a\\b, false", "50%, false", ".., false"})
    void aPlaceWhoseIdCannotStandInAnAddressIsNotChanged(String id, boolean changeable) {
        assertThat(new HeadPlace(id, null, "", false).changeable()).isEqualTo(changeable);
    }

    @Test
    void whatIsAnsweredAfterAnotherHeadIsSteeredSaysNothing() {
        steered();
        places.change(new PlaceChange.Keep("Sân"));
        rig.desk.selectTile(1);
        heads.places.known = new HeadPlaces(List.of(), null, false, true);
        steer.toggle(rig.desk, 1);
        lane.runReady();
        assertThat(heads.places.changes).as("the hand has gone to another head").isEmpty();
        assertThat(places.reading().changing()).isFalse();
        assertThat(places.hasHome()).isFalse();
    }
}
