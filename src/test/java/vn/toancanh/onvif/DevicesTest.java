package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ManualClock;
import vn.toancanh.onvif.OnvifFailure.Kind;

/** Where services are, whatever devices say of themselves, and which profile has the head. */
@Timeout(60)
class DevicesTest {
    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        device = new FakeDevice();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    /** The host by which it was reached counts, so that no password goes anywhere else. */
    @ParameterizedTest
    @CsvSource({
        "http://203.0.113.5:8080/onvif/device_service, http://192.168.1.64/onvif/ptz, http://203.0.113.5:8080/onvif/ptz",
        "http://203.0.113.5:8080/onvif/device_service, http://192.168.1.64:2020/onvif/ptz, http://203.0.113.5:8080/onvif/ptz",
        "http://10.0.0.7/onvif/device_service, http://10.0.0.7:8899/ptz?c=1, http://10.0.0.7:8899/ptz?c=1",
        "http://10.0.0.7/onvif/device_service, http://evil.example/ptz, http://10.0.0.7/ptz",
        "https://10.0.0.7/onvif/device_service, http://10.0.0.7:80/ptz, https://10.0.0.7/ptz",
        "http://10.0.0.7/onvif/device_service, /onvif/ptz, http://10.0.0.7/onvif/ptz",
        "http://10.0.0.7/onvif/device_service, not an address, http://10.0.0.7/onvif/device_service",
        "http://camera-1.lan/onvif/device_service, http://an:b@camera-1.lan/ptz, http://camera-1.lan/ptz",
    })
    void theHostByWhichItWasReachedCounts(String reached, String told, String called) {
        assertThat(Addresses.of(URI.create(reached), told)).isEqualTo(URI.create(called));
    }

    @Test
    void servicesThatNameAPrivateAddressAreCalledWhereTheDeviceIs() {
        device.withHead();
        DeviceServices services = device.device(Clock.SYSTEM).services();
        URI reached = device.service();
        assertThat(services.ptz()).isEqualTo(reached.resolve("/onvif/ptz"));
        assertThat(services.media2()).isEqualTo(reached.resolve("/onvif/media2"));
    }

    @Test
    void anOlderDeviceTellsItsCapabilities() {
        device.says(
                "GetCapabilities",
                "<d:GetCapabilitiesResponse xmlns:d=\"x\"><d:Capabilities><tt:Media><tt:XAddr>http://192.168.1.64/m</tt:XAddr></tt:Media>"
                        + "<tt:PTZ><tt:XAddr>http://192.168.1.64/p</tt:XAddr></tt:PTZ></d:Capabilities></d:GetCapabilitiesResponse>");
        DeviceServices services = device.device(Clock.SYSTEM).services();
        assertThat(services.media()).isEqualTo(device.service().resolve("/m"));
        assertThat(services.media2()).isNull();
        assertThat(services.ptz()).isEqualTo(device.service().resolve("/p"));
    }

    @Test
    void theHeadIsThatOfTheFirstProfileWithOne() {
        device.withHead();
        OnvifDevice own = device.device(Clock.SYSTEM);
        assertThat(own.profiles())
                .containsExactly(
                        new MediaProfile("P-0", "tĩnh", null, null, null),
                        new MediaProfile("P-1", "quay", "Z-1", "V-1", Duration.ofSeconds(5)));
        own.head().move(HeadVector.ZERO, Duration.ofSeconds(1));
        assertThat(device.of("ContinuousMove").getFirst().body()).contains("<s:ProfileToken>P-1</s:ProfileToken>");
        assertThat(device.of("GetConfigurationOptions").getFirst().body())
                .contains("<s:ConfigurationToken>Z-1</s:ConfigurationToken>");
    }

    /** Media2 is there, and knows of no head, or not at all how to answer. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void mediaIsAskedWhereMedia2TellsOfNoHead(boolean answers) {
        device.withHead().on("GetProfiles", one -> {
            if (one.path().endsWith("media2")) {
                return answers
                        ? FakeDevice.soap("<r><Profiles token=\"P-0\"/></r>")
                        : FakeDevice.fault(400, "InvalidArgVal", "no such type");
            }
            return FakeDevice.soap(
                    "<r><Profiles token=\"old\"><tt:Name>cũ</tt:Name><tt:PTZConfiguration token=\"Z-9\"/></Profiles></r>");
        });
        assertThat(device.device(Clock.SYSTEM).profiles())
                .containsExactly(new MediaProfile("old", "cũ", "Z-9", null, null));
    }

    @Test
    void aDeviceWithoutAHeadSaysSo() {
        device.withHead().says("GetProfiles", "<r><Profiles token=\"P-0\"/></r>");
        assertThatThrownBy(() -> device.device(Clock.SYSTEM).head())
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.UNSUPPORTED));
    }

    @Test
    void itsClockIsTold() {
        ManualClock clock = new ManualClock();
        OnvifDevice own = device.says("GetSystemDateAndTime", FakeDevice.time(2026, 11, 22))
                .device(clock);
        assertThat(own.clockOffset()).isEqualTo(Duration.ofDays(1));
        device.says("GetSystemDateAndTime", FakeDevice.time(2026, 13, 41));
        assertThat(own.clockOffset()).as("nonsense").isZero();
    }

    @Test
    void everyQuirkSaysWhyItStandsThere() {
        assertThat(Quirks.table())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.reason()).hasSizeGreaterThan(40));
        assertThat(Quirks.of(new DeviceInformation("toàn cảnh", "simulated head WITHOUT times", "1"))
                        .quirks())
                .containsExactly(Quirk.MOVES_WITHOUT_TIME);
        assertThat(Quirks.of(new DeviceInformation("Toàn Cảnh Khác", "Simulated head without times", "1"))
                        .quirks())
                .isEmpty();
        assertThat(Quirks.of(DeviceInformation.NONE).quirks()).isEmpty();
    }
}
