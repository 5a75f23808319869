package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;
import vn.toancanh.onvif.FakeDevice.Asked;
import vn.toancanh.onvif.HeadStatus.Moving;
import vn.toancanh.onvif.OnvifFailure.Kind;

/** What a head is told, and that a stop waits for nothing. */
@Timeout(60)
class HeadsTest {
    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        device = new FakeDevice().withHead();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private OnvifHead head() {
        return device.device(Clock.SYSTEM).head();
    }

    private static void failsAs(Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind));
    }

    /** An axis that is not named goes on as before. */
    @Test
    void aMovementNamesAllAxes() {
        head().move(new HeadVector(0.5, -1, 0), Duration.ofSeconds(2));
        assertThat(device.of("ContinuousMove").getFirst().body())
                .contains("<t:PanTilt x=\"0.5000\" y=\"-1.0000\"/><t:Zoom x=\"0.0000\"/>")
                .contains("<s:Timeout>PT2S</s:Timeout>");
    }

    @Test
    void anAxisThatIsNotThereIsNotNamed() {
        device.says(
                "GetConfigurationOptions",
                "<r><PTZConfigurationOptions><Spaces><ContinuousPanTiltVelocitySpace/></Spaces></PTZConfigurationOptions></r>");
        head().move(new HeadVector(0.5, 0, 1), Duration.ofSeconds(1));
        assertThat(device.of("ContinuousMove").getFirst().body())
                .contains("PanTilt")
                .doesNotContain("Zoom");
    }

    /** Heads take whole seconds of a range; nonsense is no range. */
    @ParameterizedTest
    @CsvSource({
        "PT1S, PT3S, 200, 1",
        "PT1S, PT3S, 1001, 2",
        "PT1S, PT3S, 60000, 3",
        "PT2.5S, PT10S, 1000, 3",
        "PT0S, PT0S, 2000, 2",
        "PT5S, PT1S, 2000, 2",
        "soon, later, 2000, 2",
        "PT1S, P400D, 4000, 4",
        "-PT5S, PT5S, 2000, 2",
    })
    void aMovementLastsWholeSecondsWithinTheRange(String least, String most, long wantedMs, long seconds) {
        device.says("GetConfigurationOptions", FakeDevice.options(least, most));
        assertThat(head().lasting(Duration.ofMillis(wantedMs))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aStopIsTheSpeedZeroAndThenAStopOfBothAxes() {
        head().stop();
        assertThat(device.operations().subList(device.asked.size() - 2, device.asked.size()))
                .containsExactly("ContinuousMove", "Stop");
        assertThat(device.of("ContinuousMove").getFirst().body())
                .contains("<t:PanTilt x=\"0.0000\" y=\"0.0000\"/><t:Zoom x=\"0.0000\"/>");
        assertThat(device.of("Stop").getFirst().body()).contains("<s:PanTilt>true</s:PanTilt><s:Zoom>true</s:Zoom>");
    }

    @Test
    void aHeadThatDoesNotKnowStopsStandsByTheSpeedZero() {
        device.on("Stop", one -> FakeDevice.fault(500, "ActionNotSupported", "no stop"));
        head().stop();
        device.on("ContinuousMove", one -> FakeDevice.fault(500, "ActionNotSupported", "nor this"));
        failsAs(Kind.UNSUPPORTED, () -> head().stop());
    }

    @Test
    void aStopThatIsLostIsNotAcknowledgedByTheSpeedZero() {
        OnvifHead head = head();
        device.on(
                "Stop",
                one -> new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        failsAs(Kind.UNREACHABLE, head::stop);
    }

    @Test
    void aHeadThatWantsBareStopsIsToldSoFromThenOn() {
        device.on(
                "Stop",
                one -> one.body().contains("PanTilt")
                        ? FakeDevice.fault(400, "InvalidArgVal", "axes")
                        : FakeDevice.soap("<ok/>"));
        OnvifHead head = head();
        head.stop();
        head.stop();
        assertThat(device.of("Stop").stream().filter(one -> one.body().contains("PanTilt")))
                .hasSize(1);
        assertThat(device.of("Stop")).hasSize(3);
    }

    @Test
    void knownQuirksAreHeeded() {
        device.says(
                "GetDeviceInformation",
                "<r><Manufacturer>Toàn Cảnh</Manufacturer><Model>Simulated head without times</Model></r>");
        head().move(HeadVector.ZERO, Duration.ofSeconds(1));
        assertThat(device.of("ContinuousMove").getFirst().body()).doesNotContain("Timeout");
    }

    /** By a connection of its own, which is open before it is needed. */
    @Test
    void aStopOvertakesAMovementThatHangs() throws Exception {
        OnvifHead head = head();
        head.move(new HeadVector(1, 0, 0), Duration.ofSeconds(1));
        device.on(
                "ContinuousMove",
                one -> one.body().contains("x=\"1.0000\"")
                        ? FakeDevice.soap("<ok/>")
                                .newBuilder()
                                .headersDelay(1500, TimeUnit.MILLISECONDS)
                                .build()
                        : FakeDevice.soap("<ok/>"));
        CompletableFuture<Boolean> moved = new CompletableFuture<>();
        Threads.virtual("NET-test", () -> {
                    head.move(new HeadVector(1, 0, 0), Duration.ofSeconds(1));
                    moved.complete(true);
                })
                .start();
        while (device.of("ContinuousMove").size() < 2) {
            Thread.onSpinWait();
        }
        head.stop();
        assertThat(moved).isNotDone();
        assertThat(moved.get(5, TimeUnit.SECONDS)).isTrue();
        int stops = device.of("Stop").getFirst().connection();
        assertThat(device.of("ContinuousMove").get(1).connection()).isNotEqualTo(stops);
        assertThat(device.of("GetStatus").getFirst().connection())
                .as("opened before")
                .isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({
        "<tt:MoveStatus><tt:PanTilt>IDLE</tt:PanTilt><tt:Zoom>IDLE</tt:Zoom></tt:MoveStatus>, IDLE",
        "<tt:MoveStatus><tt:PanTilt>MOVING</tt:PanTilt><tt:Zoom>IDLE</tt:Zoom></tt:MoveStatus>, MOVING",
        "<tt:MoveStatus><tt:PanTilt>UNKNOWN</tt:PanTilt><tt:Zoom>IDLE</tt:Zoom></tt:MoveStatus>, UNKNOWN",
        "<tt:MoveStatus/>, UNKNOWN",
        "<!-- none -->, UNKNOWN",
    })
    void whereItIsAndWhetherItMoves(String moveStatus, Moving moving) {
        device.says(
                "GetStatus",
                "<r><PTZStatus><tt:Position><tt:PanTilt x=\"-0.25\" y=\" 0.5 \"/><tt:Zoom x=\"NaN\"/></tt:Position>"
                        + moveStatus + "</PTZStatus></r>");
        assertThat(head().status()).isEqualTo(new HeadStatus(-0.25, 0.5, null, moving));
    }

    @Test
    void placesAreListedKeptVisitedAndForgotten() {
        device.says(
                        "GetPresets",
                        "<r><Preset token=\"1\"><tt:Name>Cổng &amp; sân</tt:Name></Preset><Preset token=\"2\"/><Preset/></r>")
                .says(
                        "GetNodes",
                        "<r><PTZNode FixedHomePosition=\"1\"><MaximumNumberOfPresets>8</MaximumNumberOfPresets>"
                                + "<HomeSupported>false</HomeSupported><AuxiliaryCommands>tt:Wiper|On</AuxiliaryCommands>"
                                + "<AuxiliaryCommands> tt:Wiper|Off </AuxiliaryCommands><AuxiliaryCommands/></PTZNode></r>")
                .says("SetPreset", "<r><PresetToken>7</PresetToken></r>")
                .says("GotoPreset", "<r/>")
                .says("RemovePreset", "<r/>")
                .says("GotoHomePosition", "<r/>")
                .says("SetHomePosition", "<r/>");
        OnvifHead head = head();
        assertThat(head.presets()).containsExactly(new HeadPreset("1", "Cổng & sân"), new HeadPreset("2", null));
        assertThat(head.abilities())
                .isEqualTo(new HeadAbilities(8, false, true, List.of("tt:Wiper|On", "tt:Wiper|Off")));
        assertThat(head.setPreset(null, "Cổng <1>")).isEqualTo("7");
        assertThat(device.of("SetPreset").getFirst().body())
                .contains("<s:PresetName>Cổng &lt;1&gt;</s:PresetName>")
                .doesNotContain("PresetToken");
        head.gotoPreset("a\"&<b>");
        assertThat(device.of("GotoPreset").getFirst().body())
                .contains("<s:PresetToken>a&quot;&amp;&lt;b&gt;</s:PresetToken>");
        head.removePreset("7");
        head.goHome();
        head.setHome();
        assertThat(device.operations()).endsWith("RemovePreset", "GotoHomePosition", "SetHomePosition");
        device.on("GotoPreset", one -> FakeDevice.fault(400, "NoToken", "none"));
        failsAs(Kind.NOT_FOUND, () -> head.gotoPreset("9"));
    }

    @Test
    void placesAndWaysAreTold() {
        device.says("AbsoluteMove", "<r/>").says("RelativeMove", "<r/>");
        OnvifHead head = head();
        head.moveTo(new HeadVector(0.1, 0.2, -1));
        head.moveBy(new HeadVector(-0.1, 0, 0.3));
        assertThat(device.of("AbsoluteMove").getFirst().body())
                .contains("<s:Position><t:PanTilt x=\"0.1000\" y=\"0.2000\"/><t:Zoom x=\"0.0000\"/>");
        assertThat(device.of("RelativeMove").getFirst().body())
                .contains("<s:Translation><t:PanTilt x=\"-0.1000\" y=\"0.0000\"/><t:Zoom x=\"0.3000\"/>");
    }

    private static String told(boolean nearness) {
        String space =
                "<Relative%sTranslationSpace><URI>http://www.onvif.org/ver10/tptz/%sSpaces/%s</URI></Relative%sTranslationSpace>";
        return "<r><PTZConfigurationOptions><Spaces><ContinuousPanTiltVelocitySpace/><ContinuousZoomVelocitySpace/>"
                + space.formatted("PanTilt", "PanTilt", "TranslationGenericSpace", "PanTilt")
                + space.formatted("PanTilt", "PanTilt", "TranslationSpaceFov", "PanTilt")
                + space.formatted("Zoom", "Zoom", nearness ? "TranslationSpaceFov" : "TranslationGenericSpace", "Zoom")
                + "</Spaces></PTZConfigurationOptions></r>";
    }

    @Test
    void whatStandsInThePictureIsToldInThePicturesOwnSpace() {
        device.says("GetConfigurationOptions", told(true)).says("RelativeMove", "<r/>");
        head().look(0.5, -0.25, 0.2);
        assertThat(device.of("RelativeMove").getFirst().body())
                .contains(
                        "<s:Translation><t:PanTilt x=\"0.5000\" y=\"-0.2500\""
                                + " space=\"http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov\"/>"
                                + "<t:Zoom x=\"5.0000\" space=\"http://www.onvif.org/ver10/tptz/ZoomSpaces/TranslationSpaceFov\"/>");
    }

    @Test
    void aLensThatCannotBeToldSoStaysAndAHeadThatKnowsNoSuchPlacesIsToldNothing() {
        device.says("GetConfigurationOptions", told(false)).says("RelativeMove", "<r/>");
        head().look(0.5, 0, 0.2);
        assertThat(device.of("RelativeMove").getFirst().body())
                .contains("PanTilt")
                .doesNotContain("Zoom");
        device.says("GetConfigurationOptions", FakeDevice.options("PT1S", "PT3S"));
        OnvifHead blind = head();
        failsAs(Kind.UNSUPPORTED, () -> blind.look(0.5, 0, 1));
        assertThat(device.of("RelativeMove")).hasSize(1);
    }

    @Test
    void aSpeedOutsideItsRangeIsNone() {
        assertThatThrownBy(() -> new HeadVector(1.01, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeadVector(0, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Who may not ask for the status must still be able to stop. */
    @Test
    void aRefusedQuestionDoesNotHoldUpAStop() {
        OnvifHead head = head();
        device.door(one -> one.operation().equals("GetPresets")
                ? java.util.Optional.of(FakeDevice.fault(500, "NotAuthorized", "not for you"))
                : java.util.Optional.empty());
        failsAs(Kind.CREDENTIALS, head::presets);
        head.stop();
        assertThat(device.asked.stream().map(Asked::operation)).endsWith("ContinuousMove", "Stop");
    }
}
