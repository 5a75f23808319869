package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.described;
import static vn.toancanh.rtsp.FakeRtspServer.ok;
import static vn.toancanh.rtsp.FakeRtspServer.status;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.message.RtspRequest;

/** Where servers send us, and what they are told there. */
final class RedirectsTest {
    private static final String BASIC = "Basic realm=\"x\"";
    private static final String DIGEST = "Digest realm=\"x\", nonce=\"n\", qop=\"auth\"";

    @ParameterizedTest
    @CsvSource({
        "301, rtsp://other:8554/there?t=2, rtsp://other:8554/there?t=2",
        "302, rtsp://other/there, rtsp://other/there",
        "303, RTSP://other/there, RTSP://other/there",
        "302, rtsps://other/there, rtsps://other/there",
        "302, /there?t=2, rtsp://h/there?t=2",
        // At the same host the token of the address asked for is in every request.
        "302, /there, rtsp://h/there?t=1",
        "301, rtsp://h:8554/there?u=2, rtsp://h:8554/there?u=2&t=1",
        "303, rtsps://H/there#top, rtsps://H/there?t=1",
        "302, rtsp://other/there?u=2, rtsp://other/there?u=2",
        "305, rtsp://h:8554/, rtsp://h/a?t=1",
        "305, rtsp://H:8554/other, rtsp://h/a?t=1",
    })
    void areFollowed(int code, String location, String asked) {
        DryServer server = new DryServer("rtsp://h/a?t=1");
        server.on("DESCRIBE", once(request -> status(request, code, "Location", location)));
        server.play();
        assertThat(server.methods()).containsExactly("OPTIONS", "DESCRIBE", "OPTIONS", "DESCRIBE", "SETUP", "PLAY");
        assertThat(server.requests).element(2).extracting(RtspRequest::uri).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "SETUP", "PLAY"})
    void areFollowedAtEveryStepAndSessionsAreNotLeftBehind(String method) {
        DryServer server = new DryServer("rtsp://h/a");
        server.on(method, once(request -> status(request, 302, "Location", "rtsp://other/b")));
        server.play();
        assertThat(server.of("PLAY").getLast().uri()).startsWith("rtsp://other/");
        if (method.equals("PLAY")) {
            assertThat(server.methods()).containsOnlyOnce("TEARDOWN");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, ''",
        "302, http://h/a",
        "302, rtsp://user:secret@other/a",
        "302, rtsp:opaque",
        "302, 'rtsp://[bad'",
        "304, rtsp://other/a",
        "300, rtsp://other/a",
        "399, rtsp://other/a",
    })
    void toNoAddressThatWeFollowAreRefusedCleanly(int code, String location) {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("DESCRIBE", request -> status(request, code, "Location", location))
                .connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.REFUSED);
        assertThat(server.sink.detail()).contains("" + code).doesNotContain("secret");
    }

    @Test
    void neverLeaveEncryptionBehind() {
        DryServer server = new DryServer("rtsps://h/a");
        server.on("DESCRIBE", request -> status(request, 302, "Location", "rtsp://h/a"))
                .connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.REFUSED);
        DryServer proxied = new DryServer("rtsp://h/a");
        proxied.on("OPTIONS", once(request -> status(request, 305, "Location", "rtsps://proxy/")));
        proxied.on("DESCRIBE", request -> status(request, 302, "Location", "rtsp://h/b"))
                .connect();
        assertThat(proxied.sink.kind()).isEqualTo(RtspFailure.Kind.REFUSED);
    }

    @Test
    void whoStandsInIsAskedForTheVeryAddress() {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("DESCRIBE", once(request -> status(request, 305, "Location", "rtsp://proxy:8554/")));
        server.play();
        assertThat(server.requests).element(2).extracting(RtspRequest::uri).isEqualTo("rtsp://h/a");
    }

    @Test
    void aTokenInTheAddressIsNotToldToWhoStandsInElsewhere() {
        DryServer server = new DryServer("rtsp://h/a?token=geheim");
        server.on("DESCRIBE", request -> status(request, 305, "Location", "rtsp://proxy:8554/"))
                .connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.REFUSED);
        assertThat(server.sink.detail()).contains("305").doesNotContain("geheim");
        assertThat(server.methods()).as("nobody else is asked").containsExactly("OPTIONS", "DESCRIBE");
    }

    @Test
    void aTokenThatTheSecondHostNamedStaysThereAndThatOfTheFirstComesBackToIt() {
        DryServer server = new DryServer("rtsp://h/a?t=1");
        server.on("OPTIONS", once(request -> status(request, 302, "Location", "rtsp://o/b?u=2")));
        server.on("DESCRIBE", request -> switch (request.uri()) {
            case "rtsp://o/b?u=2" -> status(request, 302, "Location", "rtsp://o/c");
            case "rtsp://o/c?u=2" -> status(request, 302, "Location", "rtsp://h/d");
            default -> described(request, FakeRtspServer.SDP);
        });
        server.play();
        assertThat(server.of("DESCRIBE"))
                .extracting(RtspRequest::uri)
                .containsExactly("rtsp://o/b?u=2", "rtsp://o/c?u=2", "rtsp://h/d?t=1");
        assertThat(server.of("PLAY")).allMatch(request -> request.uri().endsWith("?t=1"));
    }

    @Test
    void inACircleEnd() {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("DESCRIBE", request -> status(request, 302, "Location", "rtsp://h/a"))
                .connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.REFUSED);
        assertThat(server.of("DESCRIBE")).hasSizeLessThan(12);
    }

    @Test
    void nothingLearntFromTheFirstHostIsToldToAnotherUnasked() {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("DESCRIBE", guarded("rtsp://h/", DIGEST, request -> status(request, 302, "Location", "rtsp://o/b")));
        server.play();
        assertThat(server.requests)
                .filteredOn(request -> request.uri().startsWith("rtsp://o/"))
                .isNotEmpty()
                .allMatch(request -> request.headers().first("Authorization").isEmpty());
    }

    @Test
    void anotherHostThatAsksIsAnsweredByDigestOnly() {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("OPTIONS", once(request -> status(request, 302, "Location", "rtsp://o/b")));
        server.on("DESCRIBE", guarded("rtsp://o/", DIGEST, request -> described(request, FakeRtspServer.SDP)));
        server.play();
        assertThat(server.of("PLAY").getFirst().headers().first("Authorization"))
                .get()
                .asString()
                .startsWith("Digest ")
                .doesNotContain("s3cret");

        DryServer curious = new DryServer("rtsp://h/a");
        curious.on("OPTIONS", once(request -> status(request, 302, "Location", "rtsp://o/b")));
        curious.on("DESCRIBE", request -> status(request, 401, "WWW-Authenticate", BASIC))
                .connect();
        assertThat(curious.sink.kind()).isEqualTo(RtspFailure.Kind.CREDENTIALS);
        assertThat(curious.sink.detail()).contains("in clear");
        assertThat(curious.requests)
                .allMatch(request -> request.headers().first("Authorization").isEmpty());
    }

    @Test
    void anotherPortOfTheSameHostIsNoOtherHost() {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("OPTIONS", once(request -> status(request, 302, "Location", "rtsp://H:8554/b")));
        server.on("DESCRIBE", guarded("rtsp://H:8554/", BASIC, request -> described(request, FakeRtspServer.SDP)));
        server.play();
        assertThat(server.of("PLAY").getFirst().headers().first("Authorization"))
                .isPresent();
    }

    @Test
    void whileItPlaysAnAnswerThatSendsUsElsewhereEndsNothing() {
        DryServer server = new DryServer("rtsp://h/a").play();
        server.on("GET_PARAMETER", request -> status(request, 302, "Location", "rtsp://other/"));
        for (int second = 0; second < 40; second++) {
            server.rtp(Packets.rtp(second, true, second * 3000, Packets.delta()));
            server.pass(1000);
        }
        assertThat(server.methods()).containsOnlyOnce("DESCRIBE");
        assertThat(server.sink.failure).isNull();
    }

    private static Function<RtspRequest, byte[]> once(Function<RtspRequest, byte[]> first) {
        boolean[] done = {false};
        return request -> {
            if (done[0]) {
                return switch (request.method()) {
                    case "DESCRIBE" -> described(request, FakeRtspServer.SDP);
                    case "SETUP" -> ok(request, "Transport", "RTP/AVP/TCP;interleaved=0-1", "Session", "s");
                    default -> ok(request);
                };
            }
            done[0] = true;
            return first.apply(request);
        };
    }

    /** Asks for credentials at addresses that begin so, and answers well elsewhere. */
    private static Function<RtspRequest, byte[]> guarded(
            String prefix, String challenge, Function<RtspRequest, byte[]> let) {
        return request -> {
            if (!request.uri().startsWith(prefix)) {
                return described(request, FakeRtspServer.SDP);
            }
            return request.headers().first("Authorization").isEmpty()
                    ? status(request, 401, "WWW-Authenticate", challenge)
                    : let.apply(request);
        };
    }
}
