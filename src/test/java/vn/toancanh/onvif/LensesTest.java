package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;
import vn.toancanh.onvif.OnvifFailure.Kind;

/** What a lens is told, word by word, and what of it is offered. */
@Timeout(60)
class LensesTest {
    private static final String TOKEN = "<s:VideoSourceToken>V-1</s:VideoSourceToken>";
    private static final String MOVES =
            "<r><MoveOptions><Continuous><Speed><Min>-7</Min><Max>5</Max></Speed></Continuous></MoveOptions></r>";
    private static final String BOTH = "<Mode>AUTO</Mode><Mode>MANUAL</Mode>";

    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        device = new FakeDevice()
                .withHead()
                .says("GetMoveOptions", MOVES)
                .says("GetOptions", options(BOTH + "<Iris><Min>-22</Min><Max>0</Max></Iris>", "AUTO", "MANUAL"))
                .says("GetImagingSettings", settings("AUTO", "AUTO", "-11"))
                .says("SetImagingSettings", "<r/>")
                .says("Move", "<r/>");
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private static String options(String exposure, String... focus) {
        StringBuilder modes = new StringBuilder();
        for (String mode : focus) {
            modes.append("<AutoFocusModes>").append(mode).append("</AutoFocusModes>");
        }
        return "<r><ImagingOptions><Exposure>" + exposure + "</Exposure><Focus>" + modes
                + "</Focus></ImagingOptions></r>";
    }

    private static String settings(String focus, String exposure, String iris) {
        return "<r><ImagingSettings><Exposure><Mode>" + exposure + "</Mode><Iris>" + iris
                + "</Iris></Exposure><Focus><AutoFocusMode>" + focus
                + "</AutoFocusMode></Focus></ImagingSettings></r>";
    }

    private OnvifLens lens() {
        @org.jspecify.annotations.Nullable
        OnvifLens lens = device.device(Clock.SYSTEM).head().lens();
        assertThat(lens).isNotNull();
        return java.util.Objects.requireNonNull(lens);
    }

    private String last(String operation) {
        return device.of(operation).getLast().body();
    }

    private static void cannot(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.UNSUPPORTED));
    }

    @Test
    void itIsAskedByItsSourceAtItsOwnService() {
        OnvifLens lens = lens();
        assertThat(lens.abilities())
                .isEqualTo(
                        new LensAbilities(new LensAbilities.Range(-7, 5), true, new LensAbilities.Range(-22, 0), true));
        assertThat(lens.settings()).isEqualTo(new LensSettings(true, true, -11.0));
        lens.abilities();
        assertThat(device.of("GetOptions")).hasSize(1);
        FakeDevice.Asked asked = device.of("GetMoveOptions").getFirst();
        assertThat(asked.path()).isEqualTo("/onvif/imaging");
        assertThat(asked.body())
                .contains("<s:GetMoveOptions xmlns:s=\"http://www.onvif.org/ver20/imaging/wsdl\"")
                .contains(TOKEN);
    }

    /** Its range is seldom even: shares of the fastest either way. */
    @ParameterizedTest
    @CsvSource({"-1, -7.0000", "-0.5, -3.5000", "0.5, 2.5000", "1, 5.0000"})
    void aFocusMovesAtASpeedOfItsRangeAndIsNoMoreAutomatic(double speed, String told) {
        lens().focus(speed);
        assertThat(last("Move"))
                .contains(TOKEN + "<s:Focus><t:Continuous><t:Speed>" + told + "</t:Speed></t:Continuous></s:Focus>");
        assertThat(last("SetImagingSettings"))
                .contains(
                        TOKEN
                                + "<s:ImagingSettings><t:Focus><t:AutoFocusMode>MANUAL</t:AutoFocusMode></t:Focus></s:ImagingSettings>");
    }

    @Test
    void aFocusThatIsByHandAlreadyIsNotToldSo() {
        device.says("GetImagingSettings", settings("MANUAL", "AUTO", "-11"));
        lens().focus(1);
        assertThat(device.of("SetImagingSettings")).isEmpty();
    }

    @Test
    void aStopGoesByTheWayOfStops() {
        device.says("Stop", "<r/>");
        OnvifLens lens = lens();
        lens.focus(1);
        lens.stop();
        assertThat(device.of("Stop").getFirst().path()).isEqualTo("/onvif/imaging");
        assertThat(last("Stop")).contains("imaging/wsdl").contains(TOKEN).doesNotContain("PanTilt");
        assertThat(device.of("Stop").getFirst().connection())
                .isNotEqualTo(device.of("Move").getFirst().connection());
        assertThat(device.of("Move")).hasSize(1);
    }

    @Test
    void aLensThatKnowsNoStopsStandsByTheSpeedZero() {
        device.on("Stop", one -> FakeDevice.fault(400, "ActionNotSupported", "no stops"));
        OnvifLens lens = lens();
        lens.stop();
        assertThat(last("Move")).contains("<t:Speed>0.0000</t:Speed>");
        device.on("Move", one -> FakeDevice.fault(400, "ActionNotSupported", "nor this"));
        cannot(lens::stop);
    }

    /** Attenuation: whatever is nearer to 0 dB is open, whichever way a device counts. */
    @ParameterizedTest
    @CsvSource({
        "-22, 0, -11, 0.25, -5.5000",
        "-22, 0, -11, -0.25, -16.5000",
        "0, 40, 20, 0.25, 10.0000",
        "-22, 0, -11, 1, 0.0000",
        "0, 40, nonsense, 0.25, 10.0000",
        "0, 40, 99, -1, 40.0000",
    })
    void anIrisOpensByAPartOfItsRange(String least, String most, String now, double opening, String told) {
        device.says("GetOptions", options(BOTH + "<Iris><Min>" + least + "</Min><Max>" + most + "</Max></Iris>"))
                .says("GetImagingSettings", settings("AUTO", "AUTO", now));
        lens().iris(opening);
        assertThat(last("SetImagingSettings"))
                .contains(TOKEN + "<s:ImagingSettings><t:Exposure><t:Mode>MANUAL</t:Mode><t:Iris>" + told
                        + "</t:Iris></t:Exposure></s:ImagingSettings>");
    }

    @Test
    void whatItDoesByItselfIsSwitched() {
        OnvifLens lens = lens();
        lens.autoFocus(true);
        assertThat(last("SetImagingSettings")).contains("<t:AutoFocusMode>AUTO</t:AutoFocusMode>");
        lens.autoIris(true);
        assertThat(last("SetImagingSettings"))
                .contains("<s:ImagingSettings><t:Exposure><t:Mode>AUTO</t:Mode></t:Exposure></s:ImagingSettings>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r/>",
                "<r><ImagingOptions><Exposure><Mode>MANUAL</Mode><Iris><Min>3</Min><Max>3</Max></Iris></Exposure></ImagingOptions></r>",
                "<r><ImagingOptions><Exposure><Mode>AUTO</Mode><Iris><Min>0</Min><Max>9</Max></Iris></Exposure><Focus><AutoFocusModes>AUTO</AutoFocusModes></Focus></ImagingOptions></r>",
                "<r><ImagingOptions><Exposure><Mode>MANUAL</Mode><Iris><Min>NaN</Min><Max>9</Max></Iris></Exposure></ImagingOptions></r>"
            })
    void whatItDoesNotNameIsNotOffered(String options) {
        device.says("GetOptions", options).says("GetMoveOptions", "<r><MoveOptions><Absolute/></MoveOptions></r>");
        OnvifLens lens = lens();
        assertThat(lens.abilities()).isEqualTo(LensAbilities.NONE);
        cannot(() -> lens.focus(1));
        cannot(() -> lens.iris(1));
        cannot(() -> lens.autoFocus(true));
        cannot(() -> lens.autoIris(true));
        assertThat(device.of("Move")).isEmpty();
        assertThat(device.of("SetImagingSettings")).isEmpty();
    }

    @Test
    void aLensThatDoesNotTellCanBeToldNothing() {
        device.on("GetOptions", one -> FakeDevice.fault(400, "NoImagingForSource", "none"))
                .on("GetMoveOptions", one -> FakeDevice.fault(400, "NoImagingForSource", "none"));
        assertThat(lens().abilities()).isEqualTo(LensAbilities.NONE);
    }

    /** Else a head whose focus was told to move in vain would never have acknowledged a stop. */
    @Test
    void aFocusThatDoesNotMoveStands() {
        device.says("GetMoveOptions", "<r/>");
        OnvifLens lens = lens();
        cannot(() -> lens.focus(1));
        lens.stop();
        assertThat(device.of("Stop")).isEmpty();
    }

    @Test
    void aLensThatDoesNotTellHowItIsIsMovedAllTheSame() {
        device.on("GetImagingSettings", one -> FakeDevice.fault(400, "Action", "none"));
        lens().focus(1);
        assertThat(last("Move")).contains("<t:Speed>5.0000</t:Speed>");
        assertThat(device.of("SetImagingSettings")).isEmpty();
    }

    @Test
    void aDeviceWithoutTheServiceOrASourceHasNoLens() {
        device.says(
                "GetServices", FakeDevice.services("http://192.168.1.64/onvif/").replace("imaging", "analytics"));
        assertThat(device.device(Clock.SYSTEM).head().lens()).isNull();
    }

    @Test
    void auxiliariesAreToldInTheHeadsOwnWords() {
        device.says("SendAuxiliaryCommand", "<r/>")
                .says(
                        "GetNodes",
                        "<r><PTZNode><AuxiliaryCommands>tt:Wiper|On</AuxiliaryCommands></PTZNode>"
                                + "<PTZNode><AuxiliaryCommands>A&lt;B</AuxiliaryCommands><AuxiliaryCommands>tt:Wiper|On</AuxiliaryCommands>"
                                + "<AuxiliaryCommands>" + "x".repeat(65) + "</AuxiliaryCommands></PTZNode></r>");
        OnvifHead head = device.device(Clock.SYSTEM).head();
        assertThat(head.abilities().auxiliaries()).isEqualTo(List.of("tt:Wiper|On", "A<B"));
        head.auxiliary("A<B");
        assertThat(last("SendAuxiliaryCommand"))
                .contains("<s:ProfileToken>P-1</s:ProfileToken><s:AuxiliaryData>A&lt;B</s:AuxiliaryData>");
    }
}
