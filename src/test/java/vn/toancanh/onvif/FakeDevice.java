package vn.toancanh.onvif;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;

/** A device over real HTTP whose answers the test gives, by operation. */
final class FakeDevice implements AutoCloseable {
    static final String USER = "truc.ban";
    static final String PASSWORD = "mat-khau-cua-camera";
    static final OnvifTimings QUICK = new OnvifTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofMinutes(4));

    private static final Pattern OPERATION = Pattern.compile("<e:Body><s:(\\w+)");

    /** What came. */
    record Asked(
            String operation,
            String path,
            String body,
            @Nullable String authorization,
            int connection) {
        boolean hasToken() {
            return body.contains("UsernameToken");
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final MockWebServer web = new MockWebServer();
    private final Map<String, Function<Asked, MockResponse>> answers = new ConcurrentHashMap<>();
    private volatile Function<Asked, Optional<MockResponse>> door = one -> Optional.empty();

    FakeDevice() throws IOException {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(read(request));
            }
        });
        web.start(InetAddress.getLoopbackAddress(), 0);
    }

    private static Asked read(RecordedRequest request) {
        ByteString bytes = request.getBody();
        String body = bytes == null ? "" : bytes.utf8();
        Matcher operation = OPERATION.matcher(body);
        return new Asked(
                operation.find() ? operation.group(1) : "",
                request.getUrl().encodedPath(),
                body,
                request.getHeaders().get("Authorization"),
                request.getConnectionIndex());
    }

    private MockResponse answer(Asked one) {
        asked.add(one);
        Optional<MockResponse> refused = door.apply(one);
        if (refused.isPresent()) {
            return refused.get();
        }
        Function<Asked, MockResponse> answer = answers.get(one.operation());
        return answer == null ? fault(400, "ActionNotSupported", "no such thing here") : answer.apply(one);
    }

    /** The element of an answer to an operation, within a good envelope. */
    FakeDevice says(String operation, String content) {
        return on(operation, one -> soap(content));
    }

    FakeDevice on(String operation, Function<Asked, MockResponse> answer) {
        answers.put(operation, answer);
        return this;
    }

    /** Whoever it does not answer is let in. */
    FakeDevice door(Function<Asked, Optional<MockResponse>> keeper) {
        door = keeper;
        return this;
    }

    static MockResponse soap(String content) {
        return body(
                200,
                "application/soap+xml; charset=utf-8",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://www.w3.org/2003/05/soap-envelope\""
                        + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><SOAP-ENV:Header/><SOAP-ENV:Body>" + content
                        + "</SOAP-ENV:Body></SOAP-ENV:Envelope>");
    }

    static MockResponse fault(int status, String subcode, String reason) {
        return soap("<SOAP-ENV:Fault><SOAP-ENV:Code><SOAP-ENV:Value>SOAP-ENV:Sender</SOAP-ENV:Value>"
                        + "<SOAP-ENV:Subcode><SOAP-ENV:Value>ter:" + subcode
                        + "</SOAP-ENV:Value></SOAP-ENV:Subcode></SOAP-ENV:Code><SOAP-ENV:Reason><SOAP-ENV:Text xml:lang=\"en\">"
                        + reason + "</SOAP-ENV:Text></SOAP-ENV:Reason></SOAP-ENV:Fault>")
                .newBuilder()
                .code(status)
                .build();
    }

    static MockResponse body(int status, String type, String text) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(text)
                .build();
    }

    static MockResponse challenge(String... challenges) {
        MockResponse.Builder answer = new MockResponse.Builder().code(401);
        for (String each : challenges) {
            answer.addHeader("WWW-Authenticate", each);
        }
        return answer.build();
    }

    /** Answers as a head that has everything, where the test says nothing else. */
    FakeDevice withHead() {
        String host = "http://192.168.1.64/onvif/";
        return says("GetServices", services(host))
                .says(
                        "GetProfiles",
                        "<tr2:GetProfilesResponse xmlns:tr2=\"http://www.onvif.org/ver20/media/wsdl\">"
                                + "<tr2:Profiles token=\"P-0\"><tr2:Name>tĩnh</tr2:Name><tr2:Configurations/></tr2:Profiles>"
                                + "<tr2:Profiles token=\"P-1\"><tr2:Name>quay</tr2:Name><tr2:Configurations>"
                                + "<tr2:VideoSource token=\"C-1\"><tt:SourceToken>V-1</tt:SourceToken></tr2:VideoSource><tr2:PTZ token=\"Z-1\">"
                                + "<tt:DefaultPTZTimeout>PT5S</tt:DefaultPTZTimeout></tr2:PTZ></tr2:Configurations></tr2:Profiles>"
                                + "</tr2:GetProfilesResponse>")
                .says("GetConfigurationOptions", options("PT1S", "PT3S"))
                .says(
                        "GetDeviceInformation",
                        "<d:GetDeviceInformationResponse xmlns:d=\"x\"><d:Manufacturer>Ai Đó</d:Manufacturer><d:Model>M-1</d:Model>"
                                + "<d:FirmwareVersion>1.2</d:FirmwareVersion></d:GetDeviceInformationResponse>")
                .says("GetSystemDateAndTime", time(2026, 11, 21))
                .says("GetStatus", "<p:GetStatusResponse xmlns:p=\"x\"/>")
                .says("ContinuousMove", "<p:ContinuousMoveResponse xmlns:p=\"x\"/>")
                .says("Stop", "<p:StopResponse xmlns:p=\"x\"/>");
    }

    static String services(String host) {
        String service = "<d:Service><d:Namespace>http://www.onvif.org/%s/wsdl</d:Namespace><d:XAddr>" + host
                + "%s</d:XAddr></d:Service>";
        return "<d:GetServicesResponse xmlns:d=\"http://www.onvif.org/ver10/device/wsdl\">"
                + service.formatted("ver10/device", "device_service")
                + service.formatted("ver10/media", "media")
                + service.formatted("ver20/media", "media2")
                + service.formatted("ver20/ptz", "ptz")
                + service.formatted("ver20/imaging", "imaging") + "</d:GetServicesResponse>";
    }

    static String options(String least, String most) {
        return "<p:GetConfigurationOptionsResponse xmlns:p=\"x\"><p:PTZConfigurationOptions><tt:Spaces>"
                + "<tt:ContinuousPanTiltVelocitySpace/><tt:ContinuousZoomVelocitySpace/></tt:Spaces><tt:PTZTimeout><tt:Min>"
                + least + "</tt:Min><tt:Max>" + most
                + "</tt:Max></tt:PTZTimeout></p:PTZConfigurationOptions></p:GetConfigurationOptionsResponse>";
    }

    static String time(int year, int month, int day) {
        return ("<d:GetSystemDateAndTimeResponse xmlns:d=\"x\"><d:SystemDateAndTime><tt:UTCDateTime><tt:Time><tt:Hour>0</tt:Hour>"
                        + "<tt:Minute>0</tt:Minute><tt:Second>0</tt:Second></tt:Time><tt:Date><tt:Year>%d</tt:Year><tt:Month>%d</tt:Month>"
                        + "<tt:Day>%d</tt:Day></tt:Date></tt:UTCDateTime></d:SystemDateAndTime></d:GetSystemDateAndTimeResponse>")
                .formatted(year, month, day);
    }

    DeviceAccess access() {
        return access(PASSWORD);
    }

    DeviceAccess access(String password) {
        return new DeviceAccess(service(), USER, Secret.of(password), List.of(), any -> true);
    }

    URI service() {
        return URI.create("http://127.0.0.1:" + web.getPort() + DeviceAccess.USUAL_PATH);
    }

    OnvifDevice device(Clock clock) {
        return new OnvifNet(clock, QUICK, new java.util.Random(7)).device(access());
    }

    List<String> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    List<Asked> of(String operation) {
        return asked.stream().filter(one -> one.operation().equals(operation)).toList();
    }

    @Override
    public void close() {
        web.close();
    }
}
