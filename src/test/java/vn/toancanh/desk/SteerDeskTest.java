package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.Steering;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

/** Which tile is steered, who may, and what ends it. */
class SteerDeskTest {
    private static final SiteId WARD = new SiteId("hoan-kiem");
    private static final SiteId OTHER = new SiteId("ba-dinh");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeHeads heads = new FakeHeads(lane, clock);
    private final FakeSessions sessions = new FakeSessions();
    private final CatalogueSnapshot snapshot = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(WARD, null, "Hoàn Kiếm"), new Site(OTHER, null, "Ba Đình")),
            List.of(camera("c-1", WARD, true), camera("c-2", WARD, false), camera("c-3", OTHER, true)),
            Instant.EPOCH,
            ""));
    private final DeskRig rig = DeskRig.window(clock, lane, 3, 1);
    private SteerDesk steer;

    private static Camera camera(String id, SiteId site, boolean head) {
        return new Camera(new CameraId(id), null, id, site, List.of(), null, CameraState.ONLINE, head, List.of(), 1);
    }

    @BeforeEach
    void sit() {
        sessions.rights = List.of(new Right(Level.OPERATE, WARD, List.of()), new Right(Level.VIEW, OTHER, List.of()));
        signIn("ban1");
        steer = new SteerDesk(lane, new Steering(heads, lane, lane, clock), sessions, () -> snapshot);
        rig.desk.showCameras(0, List.of(new CameraId("c-1"), new CameraId("c-2"), new CameraId("c-3")));
        lane.runReady();
    }

    private void signIn(String user) {
        sessions.signIn(URI.create("https://t.vn"), user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
    }

    private void moving() {
        assertThat(steer.toggle(rig.desk, 0)).isTrue();
        Grip grip = steer.grip().orElseThrow();
        grip.move(new HeadSpeed(1, 0, 0));
        lane.runReady();
        assertThat(heads.moving).isTrue();
    }

    private void ended() {
        lane.runReady();
        assertThat(heads.moving).isFalse();
        assertThat(steer.camera()).isEmpty();
        assertThat(steer.tile(rig.desk)).isEqualTo(WallState.NONE);
    }

    @Test
    void onlyHeadsThatOneMaySteerAreOfferedAndNoneWhereTheServerSteersNone() {
        assertThat(steer.steerable(rig.desk, 0)).contains(new CameraId("c-1"));
        assertThat(steer.steerable(rig.desk, 1)).as("no head").isEmpty();
        assertThat(steer.steerable(rig.desk, 2)).as("only to be looked at").isEmpty();
        assertThat(steer.steerable(rig.desk, WallState.NONE)).isEmpty();
        assertThat(steer.toggle(rig.desk, 2)).isFalse();
        assertThat(steer.offered()).isTrue();
        heads.offered = false;
        assertThat(steer.steerable(rig.desk, 0)).isEmpty();
        assertThat(steer.offered()).isFalse();
        heads.offered = true;
        sessions.rights = List.of(new Right(Level.OPERATE, null, List.of()));
        sessions.denials =
                List.of(new Right(Level.OPERATE, WARD, List.of()), new Right(Level.OPERATE, OTHER, List.of()));
        signIn("ban2");
        assertThat(steer.offered())
                .as("where there are heads, they are denied to him")
                .isFalse();
    }

    @Test
    void itIsChosenSelectedAndChosenOff() {
        moving();
        assertThat(rig.desk.wall().selected()).isZero();
        assertThat(steer.toggle(rig.desk, 0)).isTrue();
        ended();
    }

    @Test
    void aHandThatHoldsItsPlaceMovesOn() {
        moving();
        lane.advance(Duration.ofSeconds(5));
        assertThat(heads.moving).isTrue();
        assertThat(heads.story).hasSizeGreaterThan(9);
    }

    @Test
    void anotherSelectionEndsIt() {
        moving();
        rig.desk.selectTile(1);
        ended();
    }

    @Test
    void camerasThatTakeTurnsWaitWhileOneIsSteered() {
        rig.desk.selectTile(0);
        rig.desk.chosen().rotate(List.of(new CameraId("c-1"), new CameraId("c-2")));
        moving();
        lane.advance(Duration.ofSeconds(30));
        assertThat(heads.moving).isTrue();
        assertThat(steer.camera()).contains(new CameraId("c-1"));
        assertThat(rig.played().getFirst()).isEqualTo("c-1");
        assertThat(rig.desk.carousels().at(0).orElseThrow().waits()).isTrue();
        steer.off();
        lane.advance(Duration.ofSeconds(Carousel.USUAL_SECONDS));
        assertThat(rig.played().getFirst()).isEqualTo("c-2");
    }

    @Test
    void theTurnsOfOtherTilesGoOnMeanwhile() {
        List<CameraId> turns = List.of(new CameraId("c-2"), new CameraId("c-9"));
        rig.desk.showLayout(WallEdits.place(rig.desk.wall(), 1, Carousel.of(turns, Carousel.USUAL_SECONDS))
                .layout());
        moving();
        lane.advance(Duration.ofSeconds(Carousel.USUAL_SECONDS));
        assertThat(rig.played()).containsExactly("c-1", "c-9", "c-3");
    }

    @Test
    void anotherCameraEndsIt() {
        moving();
        rig.desk.showCamera(0, new CameraId("c-9"));
        ended();
    }

    @Test
    void anotherEnlargedTileEndsItAndItsOwnDoesNot() {
        moving();
        rig.desk.enlargeTile(0);
        lane.runReady();
        assertThat(heads.moving).isTrue();
        rig.desk.backFromEnlarged();
        rig.desk.enlargeTile(1);
        ended();
    }

    @Test
    void anotherShapeLetsGoAndSteersOn() {
        moving();
        rig.desk.changeShape(GridShape.uniform(2, 2));
        lane.runReady();
        assertThat(heads.moving).isFalse();
        assertThat(steer.camera()).contains(new CameraId("c-1"));
    }

    /** What is at the right of a picture that is turned to the right is above for the camera. */
    @Test
    void theHandGoesByThePictureAsItIsTurned() {
        rig.desk.selectTile(0);
        rig.desk.chosen().view(PictureView::turned);
        moving();
        assertThat(heads.story.getLast()).isEqualTo("move 0.0 1.0 0.0");
        rig.desk.chosen().view(PictureView::turned);
        lane.runReady();
        assertThat(heads.moving)
                .as("the picture lies otherwise than the hand took it")
                .isFalse();
        assertThat(steer.camera()).contains(new CameraId("c-1"));
        steer.grip().orElseThrow().move(new HeadSpeed(0.5, 0.25, 0.1));
        lane.runReady();
        assertThat(heads.story.getLast()).isEqualTo("move -0.5 -0.25 0.1");
        rig.desk.chosen().view(PictureView::turned);
        steer.grip().orElseThrow().move(new HeadSpeed(0.5, 0.25, 0.1));
        lane.runReady();
        assertThat(heads.story.getLast()).isEqualTo("move 0.25 -0.5 0.1");
    }

    @Test
    void signingOutEndsItAndSoDoesAnotherPerson() {
        moving();
        signIn("ban2");
        ended();
        moving();
        sessions.signOut();
        ended();
    }

    @Test
    void whoeverIsOutrankedIsNotAskedForAReason() {
        steer.toggle(rig.desk, 0);
        heads.takenBy("Chỉ huy");
        lane.runReady();
        assertThat(steer.reading().others()).isTrue();
        assertThat(steer.mayTakeOver())
                .as("of the same rank, without the right")
                .isFalse();
        sessions.rights = List.of(new Right(Level.MANAGE, WARD, List.of()));
        signIn("ban3");
        steer.toggle(rig.desk, 0);
        lane.runReady();
        assertThat(steer.mayTakeOver()).isTrue();
        assertThat(steer.needsReason()).isTrue();
    }
}
