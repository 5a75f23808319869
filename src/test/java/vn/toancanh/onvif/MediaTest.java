package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;
import vn.toancanh.model.Codec;
import vn.toancanh.onvif.OnvifFailure.Kind;
import vn.toancanh.onvif.OnvifMedia.StreamPlace;

/** What devices tell of their pictures: by Media2, else by Media, and where they say that their streams are. */
@Timeout(60)
class MediaTest {
    private static final String DIGEST = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5";
    private static final String BIG = "<m:Profiles token=\"P-1\"><m:Name>chính</m:Name><m:Configurations>"
            + "<m:VideoEncoder token=\"E-1\" GovLength=\"50\"><tt:Encoding>H265</tt:Encoding><tt:Resolution><tt:Width>3840</tt:Width>"
            + "<tt:Height>2160</tt:Height></tt:Resolution><tt:RateControl><tt:FrameRateLimit>25</tt:FrameRateLimit>"
            + "<tt:BitrateLimit>6144</tt:BitrateLimit></tt:RateControl></m:VideoEncoder><m:PTZ token=\"Z\"/></m:Configurations></m:Profiles>";
    private static final String OLD =
            "<m:Profiles token=\"old\"><tt:Name>cũ</tt:Name><tt:VideoEncoderConfiguration token=\"E\">"
                    + "<tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>1280</tt:Width><tt:Height>720</tt:Height></tt:Resolution>"
                    + "<tt:RateControl><tt:FrameRateLimit>12.5</tt:FrameRateLimit></tt:RateControl><tt:H264><tt:GovLength>25</tt:GovLength></tt:H264>"
                    + "</tt:VideoEncoderConfiguration></m:Profiles>";
    private static final VideoProfile FOUR_K =
            new VideoProfile("P-1", "chính", Codec.H265, 3840, 2160, 25, 6144, 50, "", true, true);
    private static final VideoProfile OLDER =
            new VideoProfile("old", "cũ", Codec.H264, 1280, 720, 12.5, 0, 25, "", false, false);

    private FakeDevice device;
    private OnvifDevice own;

    @BeforeEach
    void start() throws IOException {
        device = new FakeDevice().withHead();
        own = device.device(Clock.SYSTEM);
    }

    @AfterEach
    void stop() {
        own.close();
        device.close();
    }

    private void profiles(String content) {
        device.says("GetProfiles", "<m:GetProfilesResponse xmlns:m=\"x\">" + content + "</m:GetProfilesResponse>");
    }

    private void stream(String told) {
        device.says(
                "GetStreamUri",
                "<m:GetStreamUriResponse xmlns:m=\"x\"><m:Uri>" + told + "</m:Uri></m:GetStreamUriResponse>");
    }

    private static void failsAs(Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind));
    }

    @Test
    void media2TellsWhatItsEncodersSend() {
        profiles(BIG
                + "<m:Profiles token=\"sound\"><m:Configurations><m:AudioEncoder/></m:Configurations></m:Profiles>");
        assertThat(own.media().profiles()).containsExactly(FOUR_K);
        assertThat(device.of("GetProfiles").getFirst().body())
                .contains("<s:Type>VideoSource</s:Type><s:Type>VideoEncoder</s:Type><s:Type>PTZ</s:Type>");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mediaIsAskedWhereMedia2TellsOfNoEncoder(boolean answers) {
        device.on(
                "GetProfiles",
                one -> one.path().endsWith("media2")
                        ? answers ? FakeDevice.soap("<r/>") : FakeDevice.fault(200, "ActionNotSupported", "none")
                        : FakeDevice.soap("<m:r xmlns:m=\"x\">" + OLD + "</m:r>"));
        assertThat(own.media().profiles()).containsExactly(OLDER);
        device.says("GetStreamUri", "<r><tt:MediaUri><tt:Uri>rtsp://127.0.0.1/old</tt:Uri></tt:MediaUri></r>");
        assertThat(own.media().stream(OLDER).uri()).isEqualTo(URI.create("rtsp://127.0.0.1/old"));
        FakeDevice.Asked asked = device.of("GetStreamUri").getFirst();
        assertThat(asked.path()).isEqualTo("/onvif/media");
        assertThat(asked.body())
                .contains("<t:Stream>RTP-Unicast</t:Stream><t:Transport><t:Protocol>RTSP</t:Protocol></t:Transport>");
    }

    /** A device that was told no may have no word to say at all: no way round a refused password or a silent device. */
    @Test
    void whatIsNoAnswerOfTheDeviceIsNotAskedAnotherWay() {
        device.on("GetProfiles", one -> FakeDevice.body(200, "text/html", "<html>Login</html>"));
        failsAs(Kind.NOT_ONVIF, () -> own.media().profiles());
        assertThat(device.of("GetProfiles")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://127.0.0.1:8554/a?b=1&amp;c=2, rtsp://127.0.0.1:8554/a?b=1&c=2, false",
        "rtsp://192.168.1.64:554/Streaming/Channels/101, rtsp://127.0.0.1:554/Streaming/Channels/101, true",
        "rtsp://an:mat-khau@192.168.1.64/a, rtsp://127.0.0.1/a, true",
        "RTSPS://127.0.0.1/a, rtsps://127.0.0.1/a, false",
        "rtsp://127.0.0.1/a b|c, rtsp://127.0.0.1/a%20b%7Cc, false",
        "rtsp://127.0.0.1, rtsp://127.0.0.1/, false",
    })
    void aStreamIsWhereTheDeviceIs(String told, String found, boolean elsewhere) {
        stream(told);
        assertThat(own.media().stream(FOUR_K)).isEqualTo(new StreamPlace(URI.create(found), elsewhere));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/a", "file:///etc/passwd", "rtsp:nothing", "rtsp:///a", "", "%%"})
    void whatIsNoAddressOfAStreamIsRefused(String told) {
        stream(told);
        failsAs(Kind.PROTOCOL, () -> own.media().stream(FOUR_K));
    }

    @Test
    void whoKnowsNoStreamsByTcpIsAskedForOthers() {
        device.on(
                "GetStreamUri",
                one -> one.body().contains(">RtspUnicast<")
                        ? FakeDevice.soap("<r><Uri>rtsp://127.0.0.1/u</Uri></r>")
                        : FakeDevice.fault(200, "InvalidArgVal", "no such protocol"));
        assertThat(own.media().stream(FOUR_K).uri()).isEqualTo(URI.create("rtsp://127.0.0.1/u"));
    }

    @Test
    void whatAProfileSaysBeyondReasonCountsForNothing() {
        String mad = BIG.replace("3840", "99999999999")
                .replace(">25<", ">NaN<")
                .replace("6144", "-5")
                .replace("H265", "VP9");
        profiles(mad + "<m:Profiles token=\"" + "x".repeat(65)
                + "\"><m:Configurations><m:VideoEncoder/></m:Configurations></m:Profiles>");
        assertThat(own.media().profiles())
                .containsExactly(new VideoProfile("P-1", "chính", Codec.UNKNOWN, 0, 2160, 0, 0, 50, "", true, true));
    }

    /** Where pictures are: another door of the same device, which takes no SOAP. */
    private MockWebServer pictures(Function<RecordedRequest, MockResponse> answer) throws IOException {
        MockWebServer web = new MockWebServer();
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.apply(request);
            }
        });
        web.start(InetAddress.getLoopbackAddress(), 0);
        String told = "http://127.0.0.1:" + web.getPort() + "/pic.jpg?ch=1";
        device.says("GetSnapshotUri", "<r><MediaUri><Uri>" + told + "</Uri></MediaUri></r>");
        return web;
    }

    private static MockResponse jpeg(byte second) {
        Buffer bytes = new Buffer().write(new byte[] {(byte) 0xFF, second, (byte) 0xFF, (byte) 0xE0});
        return new MockResponse.Builder().code(200).body(bytes).build();
    }

    @Test
    void aPictureIsAtTheDevice() {
        device.says("GetSnapshotUri", "<r><Uri>http://192.168.1.64:8000/pic.jpg?ch=1</Uri></r>");
        assertThat(own.media().snapshotAddress(FOUR_K))
                .isEqualTo(device.service().resolve("/pic.jpg?ch=1"));
    }

    @Test
    void aPictureIsFetchedByDigest() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        try (MockWebServer _ = pictures(request -> {
            String authorization = request.getHeaders().get("Authorization");
            told.add(String.valueOf(authorization));
            return authorization == null ? FakeDevice.challenge(DIGEST) : jpeg((byte) 0xD8);
        })) {
            assertThat(own.media().snapshot(FOUR_K)).hasSize(4);
            assertThat(told.getLast()).startsWith("Digest ").contains("uri=\"/pic.jpg?ch=1\"");
        }
    }

    @Test
    void aPictureThatIsNoneOrAsksForThePasswordItselfIsRefused() throws IOException {
        try (MockWebServer _ = pictures(request -> jpeg((byte) 0))) {
            failsAs(Kind.NOT_ONVIF, () -> own.media().snapshot(FOUR_K));
        }
        try (MockWebServer basic = pictures(request -> FakeDevice.challenge("Basic realm=\"r\""))) {
            failsAs(Kind.CREDENTIALS, () -> own.media().snapshot(FOUR_K));
            assertThat(basic.getRequestCount())
                    .as("the password is told to nobody")
                    .isEqualTo(1);
        }
    }

    @Test
    void aPasswordThatWasRefusedIsNotTriedAgainAndAgain() throws IOException {
        try (MockWebServer locked = pictures(request -> FakeDevice.challenge(DIGEST))) {
            failsAs(Kind.CREDENTIALS, () -> own.media().snapshot(FOUR_K));
            assertThat(locked.getRequestCount()).isEqualTo(2);
            failsAs(Kind.CREDENTIALS, () -> own.media().snapshot(FOUR_K));
            assertThat(locked.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void aKeyFrameIsAskedForAtTheServiceThatToldOfTheProfile() {
        device.says("SetSynchronizationPoint", "<r/>");
        own.media().synchronise(FOUR_K);
        own.media().synchronise(OLDER);
        assertThat(device.of("SetSynchronizationPoint"))
                .extracting(FakeDevice.Asked::path)
                .containsExactlyElementsOf(List.of("/onvif/media2", "/onvif/media"));
    }
}
