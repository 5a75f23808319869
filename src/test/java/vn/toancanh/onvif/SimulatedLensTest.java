package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;

/** The product's client at the lens of a simulated head, by real HTTP, and the head's time by hand. */
@Timeout(60)
class SimulatedLensTest {
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");

    private final ManualClock clock = new ManualClock();
    private final SimulatedHead simulated = new SimulatedHead("Simulated head", clock);
    private HeadServer server;
    private OnvifDevice device;

    @BeforeEach
    void start() {
        server = HeadServer.start(0, Map.of("1202", simulated), "xem", PASSWORD, clock);
        device = new OnvifNet(clock, FakeDevice.QUICK)
                .device(new DeviceAccess(server.address("1202"), "xem", PASSWORD, List.of(), any -> true));
    }

    @AfterEach
    void stop() {
        device.close();
        server.close();
    }

    private OnvifLens lens() {
        return Objects.requireNonNull(device.head().lens());
    }

    @Test
    void itFocusesUntilItIsStopped() {
        OnvifLens lens = lens();
        assertThat(simulated.lens().autoFocus()).isTrue();
        lens.focus(0.5);
        assertThat(simulated.lens().autoFocus()).as("by hand from now on").isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(simulated.lens().moving()).isTrue();
        lens.stop();
        clock.advance(Duration.ofSeconds(9));
        assertThat(simulated.lens().focus()).isCloseTo(0.625, within(1e-6));
        assertThat(simulated.moves()).as("of the axes").isEmpty();
        lens.focus(-1);
        clock.advance(Duration.ofSeconds(20));
        assertThat(simulated.lens().focus()).as("its end").isZero();
    }

    @Test
    void itStandsByTheSpeedZeroWhereItKnowsNoStops() {
        OnvifLens lens = lens();
        lens.focus(1);
        simulated.inject(HeadFault.NO_STOP);
        lens.stop();
        assertThat(simulated.lens().moving()).isFalse();
        lens.focus(1);
        simulated.heal();
        simulated.inject(HeadFault.FALSE_STOP);
        lens.stop();
        assertThat(simulated.lens().moving()).as("it only says so").isTrue();
    }

    @Test
    void itsIrisOpensClosesAndIsAutomatic() {
        OnvifLens lens = lens();
        lens.iris(0.25);
        assertThat(simulated.lens().irisDb()).isCloseTo(-5, within(1e-6));
        assertThat(lens.settings()).isEqualTo(new LensSettings(true, false, -5.0));
        lens.iris(-1);
        assertThat(simulated.lens().irisDb()).isCloseTo(-20, within(1e-6));
        lens.autoIris(true);
        assertThat(lens.settings().autoIris()).isTrue();
    }

    @Test
    void itsWiperWipes() {
        OnvifHead head = device.head();
        assertThat(head.abilities().auxiliaries()).contains("tt:Wiper|On", "tt:IRLamp|Auto");
        head.auxiliary("tt:Wiper|On");
        head.auxiliary("tt:IRLamp|Auto");
        assertThat(simulated.lens().switched()).isEqualTo(Map.of("tt:Wiper", "On", "tt:IRLamp", "Auto"));
        assertThatThrownBy(() -> head.auxiliary("tt:Siren|On")).isInstanceOf(OnvifException.class);
    }

    @Test
    void aHeadWithoutALensOffersNone() {
        simulated.inject(HeadFault.NO_LENS);
        OnvifHead head = device.head();
        assertThat(head.lens()).isNull();
        assertThat(head.abilities().auxiliaries()).isEmpty();
        assertThatThrownBy(() -> head.auxiliary("tt:Wiper|On")).isInstanceOf(OnvifException.class);
    }
}
