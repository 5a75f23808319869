package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.CallUpDesk.Echo;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.wall.Salvo;

class CallUpDeskTest {
    private static final SiteId WARD = new SiteId("p");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final WallDesk first = DeskRig.window(clock, lane, 2, 2).desk;
    private final WallDesk second = DeskRig.window(clock, lane, 2, 2).desk;
    private final CatalogueSnapshot city = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(WARD, null, "Phường")),
            List.of(camera("a", 17), camera("b", 1204), camera("c", 40_210), camera("d", null)),
            Instant.EPOCH,
            ""));
    private final List<WallDesk> away = new ArrayList<>();
    private final CallUpDesk callUp = new CallUpDesk(
            lane,
            () -> city,
            () -> List.of(first, second),
            wall -> !away.contains(wall),
            new SalvoDesk(FreshPreferences.on(lane)));
    private final List<Optional<Echo>> told = new ArrayList<>();

    private static Camera camera(String id, @Nullable Integer number) {
        return new Camera(
                new CameraId(id),
                number,
                "Camera " + id,
                WARD,
                List.of(),
                null,
                CameraState.UNKNOWN,
                false,
                List.of(),
                1);
    }

    @BeforeEach
    void listen() {
        callUp.onEcho(told::add);
    }

    private void type(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (key == '=') {
                callUp.enter(first);
            } else {
                callUp.type(first, key);
            }
        }
    }

    private CallUpSaid said() {
        return told.getLast().orElseThrow().said();
    }

    private static String shown(WallDesk wall, int tile) {
        return DeskRig.name(wall.wall().content(tile));
    }

    @Test
    void aNumberShowsItsCameraWhereItIsMeant() {
        type("1204=");
        assertThat(shown(first, 0)).isEqualTo("b");
        first.selectTile(2);
        type("17=");
        assertThat(shown(first, 2)).isEqualTo("a");
        type("4/40210=");
        assertThat(shown(first, 3)).isEqualTo("c");
        type("2.3/17=");
        assertThat(shown(second, 2)).isEqualTo("a");
        assertThat(said()).isEqualTo(CallUpSaid.SHOWN);
        type("0=");
        assertThat(shown(first, 2)).isEqualTo("-");
        type("2.3/0=");
        assertThat(shown(second, 2)).isEqualTo("-");
    }

    @Test
    void aSalvoIsThrownFromATileOnAndOverToTheNextMonitor() {
        List<CameraId> six = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            six.add(new CameraId("s" + i));
        }
        type("*7=");
        assertThat(said()).isEqualTo(CallUpSaid.NO_SALVO);
        callUp.salvos().keep(7, six);
        first.selectTile(2);
        type("*7=");
        assertThat(said()).isEqualTo(CallUpSaid.SALVO);
        assertThat(shown(first, 1)).isEqualTo("-");
        assertThat(shown(first, 2)).isEqualTo("s1");
        assertThat(shown(first, 3)).isEqualTo("s2");
        assertThat(shown(second, 0)).isEqualTo("s3");
        assertThat(shown(second, 3)).isEqualTo("s6");
        type("2.3/*7=");
        assertThat(shown(second, 2)).isEqualTo("s1");
        assertThat(shown(second, 3)).as("there is no third monitor").isEqualTo("s2");
        second.changes().undo();
        assertThat(shown(second, 3)).as("one step a wall").isEqualTo("s6");
    }

    @Test
    void aSalvoThatIsKeptIsSaidAndSoIsWhatItTookThePlaceOf() {
        type("17");
        callUp.keepSalvo(first, 4, List.of(new CameraId("a"), new CameraId("b")));
        assertThat(told.getLast())
                .contains(new Echo(first, vn.toancanh.wall.CallUp.NONE, null, CallUpSaid.SALVO_KEPT, 4, 2, 0));
        assertThat(callUp.typing()).as("what was typed before is no part of it").isFalse();
        callUp.keepSalvo(second, 4, Collections.nCopies(Salvo.MOST + 3, new CameraId("a")));
        assertThat(told.getLast())
                .contains(new Echo(
                        second, vn.toancanh.wall.CallUp.NONE, null, CallUpSaid.SALVO_REPLACED, 4, Salvo.MOST, 3));
        callUp.keepSalvos(first, List.of());
        assertThat(said()).isEqualTo(CallUpSaid.SALVOS_NUMBERED);
        assertThat(callUp.salvos().all()).isEmpty();
        lane.advance(CallUpDesk.KEPT_FOR);
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void everyKeyIsEchoedWithTheCameraItMeansSoFar() {
        type("17");
        Echo echo = told.getLast().orElseThrow();
        assertThat(echo.meant()).isNotNull().extracting(Camera::number).isEqualTo(17);
        assertThat(echo.where()).isSameAs(first);
        type("9");
        assertThat(told.getLast().orElseThrow().meant()).isNull();
        assertThat(callUp.erase(first)).isTrue();
        assertThat(told.getLast().orElseThrow().meant()).isNotNull();
    }

    @Test
    void whatIsNotThereSaysSoAndChangesNothing() {
        Layout before = first.wall().layout();
        type("99=");
        assertThat(told.getLast())
                .contains(new Echo(first, vn.toancanh.wall.CallUp.NONE, null, CallUpSaid.NO_CAMERA, 99));
        type("5/17=");
        assertThat(said()).isEqualTo(CallUpSaid.NO_TILE);
        type("3.17=");
        assertThat(said()).isEqualTo(CallUpSaid.NO_MONITOR);
        type("*4=");
        assertThat(said()).isEqualTo(CallUpSaid.NO_SALVO);
        type("0=");
        assertThat(said()).isEqualTo(CallUpSaid.NONE_SELECTED);
        type("+");
        assertThat(said()).isEqualTo(CallUpSaid.NONE_SELECTED);
        assertThat(first.wall().layout()).isEqualTo(before);
    }

    @Test
    void plusAndMinusGoThroughTheNumbersAndAround() {
        first.selectTile(1);
        type("+");
        assertThat(shown(first, 1)).isEqualTo("a");
        type("++");
        assertThat(shown(first, 1)).isEqualTo("c");
        type("+");
        assertThat(shown(first, 1)).isEqualTo("a");
        type("-");
        assertThat(shown(first, 1)).isEqualTo("c");
        first.clearTile(1);
        type("-");
        assertThat(shown(first, 1)).isEqualTo("c");
    }

    @Test
    void overALentTilePlusGoesOnFromWhatIsSeenAndZeroGivesItBack() {
        first.showCamera(1, new CameraId("a"));
        first.selectTile(1);
        first.lent().lend(1, new CameraId("b"), why -> {});
        type("0=");
        assertThat(said()).isEqualTo(CallUpSaid.GIVEN_BACK);
        assertThat(first.content(1)).isEqualTo(first.wall().content(1));
        assertThat(shown(first, 1)).isEqualTo("a");
        first.lent().lend(1, new CameraId("b"), why -> {});
        type("+");
        assertThat(shown(first, 1)).isEqualTo("c");
        type("0=");
        assertThat(said()).isEqualTo(CallUpSaid.BLANKED);
        assertThat(shown(first, 1)).isEqualTo("-");
    }

    @Test
    void nothingIsCalledUpOnAMonitorThatIsAway() {
        away.add(second);
        type("2.17=");
        assertThat(said()).isEqualTo(CallUpSaid.MONITOR_AWAY);
        type("2.0=");
        assertThat(said()).isEqualTo(CallUpSaid.MONITOR_AWAY);
        assertThat(shown(second, 0)).isEqualTo("-");
        away.clear();
        type("2.17=");
        assertThat(said()).isEqualTo(CallUpSaid.SHOWN);
        assertThat(shown(second, 0)).isEqualTo("a");
    }

    @Test
    void whereNoCameraHasANumberThereIsNoNextOne() {
        CallUpDesk bare = new CallUpDesk(
                lane,
                () -> CatalogueSnapshot.EMPTY,
                () -> List.of(first),
                wall -> true,
                new SalvoDesk(FreshPreferences.on(lane)));
        bare.onEcho(told::add);
        first.selectTile(0);
        bare.type(first, '+');
        assertThat(said()).isEqualTo(CallUpSaid.NONE_NUMBERED);
    }

    @Test
    void keysThatMeanNothingHereAreLeftToOthersUnlessSomebodyTypes() {
        assertThat(callUp.type(first, 'r')).isFalse();
        assertThat(callUp.type(first, '.')).isFalse();
        assertThat(callUp.enter(first)).isFalse();
        assertThat(callUp.erase(first)).isFalse();
        assertThat(callUp.cancel()).isFalse();
        assertThat(callUp.type(first, '1')).isTrue();
        assertThat(callUp.type(first, 'r')).as("swallowed").isTrue();
        assertThat(callUp.cancel()).isTrue();
        assertThat(told.getLast()).isEmpty();
        assertThat(callUp.typing()).isFalse();
    }

    @Test
    void whatIsTypedIsForgottenAndWhatWasSaidGoes() {
        type("12");
        lane.advance(CallUpDesk.FORGOTTEN_AFTER.minusMillis(1));
        assertThat(callUp.typing()).isTrue();
        type("0");
        lane.advance(CallUpDesk.FORGOTTEN_AFTER.minusMillis(1));
        assertThat(callUp.typing()).as("each key gives time anew").isTrue();
        lane.advance(java.time.Duration.ofMillis(1));
        assertThat(callUp.typing()).isFalse();
        assertThat(told.getLast()).isEmpty();
        type("99=");
        lane.advance(CallUpDesk.SAID_FOR);
        assertThat(told.getLast()).isEmpty();
    }
}
