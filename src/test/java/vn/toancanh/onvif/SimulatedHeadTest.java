package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.onvif.HeadStatus.Moving;
import vn.toancanh.onvif.OnvifFailure.Kind;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadOptics;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.HeardRequest;
import vn.toancanh.simulator.head.SimulatedHead;

/** The product's client at a simulated head, by real HTTP, and the head's time by hand. */
@Timeout(60)
class SimulatedHeadTest {
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");

    private static final List<String> AUXILIARIES = List.of(
            "tt:Wiper|On", "tt:Wiper|Off", "tt:IRLamp|On", "tt:IRLamp|Off", "tt:IRLamp|Auto", "tt:WashingProcedure|On");

    private final ManualClock clock = new ManualClock();
    private final SimulatedHead simulated = new SimulatedHead("Simulated head", clock);
    private HeadServer server;
    private OnvifDevice device;

    @BeforeEach
    void start() {
        server = HeadServer.start(0, Map.of("1202", simulated), "xem", PASSWORD, clock);
        device = device(PASSWORD);
    }

    @AfterEach
    void stop() {
        device.close();
        server.close();
    }

    private OnvifDevice device(Secret password) {
        return new OnvifNet(clock, FakeDevice.QUICK)
                .device(new DeviceAccess(server.address("1202"), "xem", password, List.of(), any -> true));
    }

    private static void failsAs(Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind));
    }

    @Test
    void itMovesStopsAndSaysWhereItIs() {
        OnvifHead head = device.head();
        assertThat(device.information().maker()).isEqualTo("Toàn Cảnh");
        assertThat(device.clockOffset().abs()).isLessThan(Duration.ofSeconds(1));
        head.move(new HeadVector(1, 0, 0.5), head.lasting(Duration.ofSeconds(2)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(head.status().moving()).isEqualTo(Moving.MOVING);
        head.stop();
        HeadStatus stopped = head.status();
        clock.advance(Duration.ofSeconds(5));
        assertThat(head.status()).isEqualTo(stopped);
        assertThat(stopped).isEqualTo(new HeadStatus(0.25, 0.0, 0.1, Moving.IDLE));
        assertThat(simulated.moves())
                .extracting(HeardRequest::operation)
                .containsExactly("ContinuousMove", "ContinuousMove", "Stop");
    }

    @Test
    void itsOwnTimeEndsAMovementUnlessItIsARunaway() {
        OnvifHead head = device.head();
        head.move(new HeadVector(0.1, 0, 0), Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(2));
        assertThat(simulated.isMoving()).isFalse();
        simulated.inject(HeadFault.RUNAWAY);
        head.move(new HeadVector(0.1, 0, 0), Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(20));
        assertThat(simulated.isMoving()).isTrue();
    }

    @Test
    void placesAreKeptAndGoneTo() {
        OnvifHead head = device.head();
        assertThat(head.abilities()).isEqualTo(new HeadAbilities(64, true, false, AUXILIARIES));
        head.moveTo(new HeadVector(0.5, -0.5, 0.5));
        clock.advance(Duration.ofMinutes(1));
        String token = head.setPreset(null, "Ngã tư <1>");
        assertThat(head.presets()).containsExactly(new HeadPreset(token, "Ngã tư <1>"));
        head.goHome();
        clock.advance(Duration.ofMinutes(1));
        assertThat(head.status().pan()).isEqualTo(0.0);
        head.gotoPreset(token);
        clock.advance(Duration.ofMinutes(1));
        assertThat(head.status().pan()).isEqualTo(0.5);
        head.removePreset(token);
        failsAs(Kind.NOT_FOUND, () -> head.gotoPreset(token));
    }

    /** At its widest it sees 62 degrees, and 180 lie between the middle of its range and an end. */
    @Test
    void itTurnsToWhatStandsAtAPlaceOfItsPictureWhateverItsLensIs() {
        OnvifHead head = device.head();
        head.look(1, 0, 0.25);
        clock.advance(Duration.ofMinutes(1));
        HeadPosition at = simulated.position();
        assertThat(at.pan()).isCloseTo(31 / 180.0, within(1e-3));
        assertThat(at.tilt()).isZero();
        assertThat(HeadOptics.fov(at.zoom())).isCloseTo(62 / 4.0, within(1e-2));
        head.look(-1, 1, 1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(simulated.position().pan()).isCloseTo((31 - 31 / 4.0) / 180, within(1e-3));
        assertThat(simulated.position().tilt()).isCloseTo(31 / 4.0 * 9 / 16 / 32, within(1e-3));
        assertThat(simulated.position().zoom()).isEqualTo(at.zoom());
    }

    @Test
    void whateverIsWrongWithItIsSeen() {
        OnvifHead head = device.head();
        simulated.inject(HeadFault.STATUS_UNKNOWN);
        assertThat(head.status().moving()).isEqualTo(Moving.UNKNOWN);
        simulated.inject(HeadFault.TIMELESS);
        failsAs(Kind.REFUSED, () -> head.move(HeadVector.ZERO, Duration.ofSeconds(1)));
        simulated.heal();
        simulated.inject(HeadFault.NO_STOP);
        head.move(new HeadVector(1, 0, 0), Duration.ofSeconds(9));
        head.stop();
        assertThat(simulated.isMoving()).as("stands by the speed zero").isFalse();
        simulated.heal();
        simulated.inject(HeadFault.BARE_STOP);
        head.stop();
        simulated.heal();
        simulated.inject(HeadFault.MUTE);
        failsAs(Kind.UNREACHABLE, () -> head.move(new HeadVector(1, 0, 0), Duration.ofSeconds(9)));
        assertThat(simulated.isMoving()).isTrue();
        simulated.inject(HeadFault.DEAF);
        int heard = simulated.heard().size();
        failsAs(Kind.UNREACHABLE, head::stop);
        assertThat(simulated.heard()).hasSize(heard);
    }

    /** Known by its model; nobody can find it out by asking. */
    @Test
    void aHeadWhoseAxesAreSwappedGoesWhereItIsToGo() {
        SimulatedHead crossed = new SimulatedHead("Simulated head with swapped axes", clock);
        crossed.inject(HeadFault.SWAPPED_AXES);
        try (HeadServer other = HeadServer.start(0, Map.of("1202", crossed), "xem", PASSWORD, clock);
                OnvifDevice known = new OnvifNet(clock, FakeDevice.QUICK)
                        .device(new DeviceAccess(other.address("1202"), "xem", PASSWORD, List.of(), any -> true))) {
            OnvifHead head = known.head();
            head.move(new HeadVector(1, 0, 0), Duration.ofSeconds(1));
            clock.advance(Duration.ofSeconds(2));
            assertThat(crossed.position()).isEqualTo(new HeadPosition(0.25, 0, 0));
            assertThat(head.status().pan()).isEqualTo(0.25);
            head.moveTo(new HeadVector(0, 0.5, 0));
            clock.advance(Duration.ofMinutes(1));
            assertThat(crossed.position()).isEqualTo(new HeadPosition(0, 0.5, 0));
            head.look(0, -1, 1);
            clock.advance(Duration.ofMinutes(1));
            assertThat(crossed.position().pan()).isZero();
            assertThat(crossed.position().tilt()).isLessThan(0.5);
        }
    }

    @Test
    void aStrangerMovesNothing() {
        OnvifDevice stranger = device(Secret.of("doan"));
        failsAs(Kind.CREDENTIALS, stranger::head);
        assertThat(simulated.heard()).isEmpty();
    }
}
