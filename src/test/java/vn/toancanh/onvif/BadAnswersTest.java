package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toancanh.base.Clock;
import vn.toancanh.onvif.OnvifFailure.Kind;

/** Whatever answers, over real HTTP: one clear failure, in bounded time and memory, and nothing fetched from elsewhere. */
@Timeout(60)
class BadAnswersTest {
    private static final String XML = "application/soap+xml";
    private static final String ENVELOPE =
            "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body>%s</e:Body></e:Envelope>";

    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        device = new FakeDevice();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        "a web page",
                        FakeDevice.body(200, "text/html", "<!DOCTYPE html><html><body>Login</body></html>"),
                        Kind.NOT_ONVIF),
                Arguments.of(
                        "a web page that says XML", FakeDevice.body(200, XML, "\n<HTML><body>Login"), Kind.NOT_ONVIF),
                Arguments.of(
                        "a web page in a 404", FakeDevice.body(404, "text/html", "<html>none</html>"), Kind.NOT_FOUND),
                Arguments.of("nothing", FakeDevice.body(200, XML, ""), Kind.NOT_ONVIF),
                Arguments.of("nothing with a 500", FakeDevice.body(500, XML, ""), Kind.PROTOCOL),
                Arguments.of("JSON", FakeDevice.body(200, "application/json", "{\"a\":1}"), Kind.PROTOCOL),
                Arguments.of("XML that is no SOAP", FakeDevice.body(200, XML, "<a><b/></a>"), Kind.NOT_ONVIF),
                Arguments.of("no body", FakeDevice.body(200, XML, "<e:Envelope xmlns:e=\"x\"/>"), Kind.PROTOCOL),
                Arguments.of("an empty body", FakeDevice.body(200, XML, ENVELOPE.formatted("")), Kind.PROTOCOL),
                Arguments.of(
                        "half of it",
                        FakeDevice.body(200, XML, ENVELOPE.formatted("<a>").substring(0, 90)),
                        Kind.PROTOCOL),
                Arguments.of(
                        "10 MB",
                        FakeDevice.body(200, XML, ENVELOPE.formatted("<a>" + "x".repeat(10 << 20) + "</a>")),
                        Kind.NOT_ONVIF),
                Arguments.of(
                        "a well of elements",
                        FakeDevice.body(200, XML, ENVELOPE.formatted("<a>".repeat(5000) + "</a>".repeat(5000))),
                        Kind.PROTOCOL),
                Arguments.of(
                        "a heap of elements",
                        FakeDevice.body(200, XML, ENVELOPE.formatted("<a>" + "<b/>".repeat(200_000) + "</a>")),
                        Kind.PROTOCOL),
                Arguments.of(
                        "a document type",
                        FakeDevice.body(
                                200, XML, "<!DOCTYPE a [<!ENTITY b \"c\">]>" + ENVELOPE.formatted("<a>&b;</a>")),
                        Kind.PROTOCOL),
                Arguments.of(
                        "a document type alone",
                        FakeDevice.body(200, XML, "<!DOCTYPE a>" + ENVELOPE.formatted("<a/>")),
                        Kind.PROTOCOL),
                Arguments.of(
                        "an unknown entity",
                        FakeDevice.body(200, XML, ENVELOPE.formatted("<a>&b;</a>")),
                        Kind.PROTOCOL),
                Arguments.of("a fault with 200", FakeDevice.fault(200, "InvalidArgVal", "bad token"), Kind.REFUSED),
                Arguments.of("a fault with 400", FakeDevice.fault(400, "NoProfile", "no profile"), Kind.NOT_FOUND),
                Arguments.of("a fault with 500", FakeDevice.fault(500, "ActionNotSupported", "no"), Kind.UNSUPPORTED),
                Arguments.of(
                        "a fault of SOAP 1.1",
                        FakeDevice.body(
                                500,
                                XML,
                                ENVELOPE.formatted(
                                        "<e:Fault><faultcode>e:Client</faultcode><faultstring>no</faultstring></e:Fault>")),
                        Kind.REFUSED),
                Arguments.of(
                        "sent elsewhere",
                        new MockResponse.Builder()
                                .code(302)
                                .setHeader("Location", "http://127.0.0.1:9/")
                                .build(),
                        Kind.NOT_ONVIF),
                Arguments.of("too much to do", FakeDevice.body(503, "text/plain", "later"), Kind.BUSY),
                Arguments.of(
                        "cut off at once",
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build(),
                        Kind.UNREACHABLE),
                Arguments.of(
                        "cut off within",
                        FakeDevice.soap("<a/>")
                                .newBuilder()
                                .onResponseBody(new SocketEffect.CloseSocket())
                                .build(),
                        Kind.UNREACHABLE),
                Arguments.of(
                        "silence",
                        new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build(),
                        Kind.TIMEOUT),
                Arguments.of(
                        "a byte a second",
                        FakeDevice.soap("<a/>")
                                .newBuilder()
                                .throttleBody(1, 1, TimeUnit.SECONDS)
                                .build(),
                        Kind.TIMEOUT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void isOneClearFailureInBoundedTime(String what, MockResponse answer, Kind kind) {
        device.on("GetDeviceInformation", one -> answer);
        long begin = Clock.SYSTEM.nanos();
        assertThatThrownBy(() -> device.device(Clock.SYSTEM).information())
                .isInstanceOfSatisfying(OnvifException.class, failed -> {
                    assertThat(failed.failure().kind())
                            .as("%s: %s", what, failed)
                            .isEqualTo(kind);
                    assertThat(failed.getMessage()).hasSizeLessThan(400);
                });
        assertThat(Duration.ofNanos(Clock.SYSTEM.nanos() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    /** A document type that names a file or an address is not even looked at. */
    @Test
    void nothingIsFetchedForAnAnswer() throws Exception {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(300);
            String dtd = "http://127.0.0.1:" + trap.getLocalPort() + "/evil.dtd";
            for (String type : List.of(
                    "<!DOCTYPE a SYSTEM \"" + dtd + "\">",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + dtd + "\"> %x;]>")) {
                device.on(
                        "GetDeviceInformation",
                        one -> FakeDevice.body(
                                200, XML, type + ENVELOPE.formatted("<i><Manufacturer>&x;</Manufacturer></i>")));
                assertThatThrownBy(() -> device.device(Clock.SYSTEM).information())
                        .as(type)
                        .isInstanceOf(OnvifException.class);
            }
            assertThatThrownBy(trap::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void namesCountAndPrefixesDoNot() {
        device.says(
                "GetDeviceInformation",
                "<i xmlns=\"urn:made-up\"><q:Manufacturer xmlns:q=\"urn:other\"> A &amp; B\n</q:Manufacturer><!-- - --><Model><![CDATA[<M>]]></Model></i>");
        assertThat(device.device(Clock.SYSTEM).information()).isEqualTo(new DeviceInformation("A & B", "<M>", ""));
    }

    @Test
    void whatMayNotBeCalledIsNotCalled() {
        DeviceAccess walled =
                new DeviceAccess(device.service(), null, null, List.of(), address -> !address.isLoopbackAddress());
        assertThatThrownBy(() -> new OnvifNet(Clock.SYSTEM, FakeDevice.QUICK)
                        .device(walled)
                        .information())
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS));
        assertThat(device.asked).isEmpty();
    }

    @Test
    void whatIsNoAddressOfADeviceIsRefused() {
        for (String bad :
                List.of("rtsp://10.0.0.1/", "http:///x", "http://an:matkhau@10.0.0.1/", "ftp://a/", "http://a/#b")) {
            assertThatThrownBy(() -> new DeviceAccess(URI.create(bad), null, null, List.of(), any -> true))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
