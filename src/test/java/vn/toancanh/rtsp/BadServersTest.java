package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.described;
import static vn.toancanh.rtsp.FakeRtspServer.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.message.RtspRequest;

/** Servers that answer badly, or not at all. */
final class BadServersTest {
    private static final byte[] NOTHING = {};

    private final DryServer server = new DryServer("rtsp://h/a?token=geheim");

    @Test
    void a401WithoutAChallengeIsNoPassword() {
        server.on("DESCRIBE", request -> status(request, 401)).connect();
        ends(RtspFailure.Kind.CREDENTIALS, "DESCRIBE: 401 without a challenge that we can meet");
    }

    @Test
    void a401WithoutAChallengeToOptionsIsPassedOver() {
        server.on("OPTIONS", request -> status(request, 401)).play();
        assertThat(server.sink.failure).isNull();
    }

    @Test
    void aWrongPasswordIsTriedOnceOnly() {
        server.on("DESCRIBE", request -> status(request, 401, "WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\""))
                .connect();
        ends(RtspFailure.Kind.CREDENTIALS, "DESCRIBE: user or password refused");
        assertThat(server.of("DESCRIBE")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"500", "501", "503", "551", "599"})
    void fiveHundredsAreRefusals(int code) {
        server.on("DESCRIBE", request -> status(request, code)).connect();
        ends(RtspFailure.Kind.REFUSED, "DESCRIBE answered " + code);
    }

    @Test
    void anUnsupportedTransportIsTold() {
        server.on("SETUP", request -> status(request, 461)).connect();
        ends(RtspFailure.Kind.NO_TRANSPORT, "SETUP answered 461");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "DESCRIBE", "SETUP", "PLAY"})
    void nothingIsWaitedForLong(String method) {
        server.on(method, request -> NOTHING).connect();
        server.pass(7900);
        assertThat(server.sink.failure).isNull();
        server.pass(200);
        ends(RtspFailure.Kind.SILENT, "no answer to " + method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "\u0000\u0001\u0002",
                "RTSP/1.0 what OK\r\n\r\n",
                "RTSP/1.0 200 OK\r\nContent-Length: minus one\r\n\r\n",
                "RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n",
                "<html>no</html>",
            })
    void garbageIsNoProtocol(String answer) {
        server.on("DESCRIBE", request -> answer.getBytes(StandardCharsets.UTF_8))
                .connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.PROTOCOL);
    }

    @Test
    void endlessHeadersAreCutOff() {
        server.on("DESCRIBE", request -> "RTSP/1.0 200 OK\r\n".getBytes(StandardCharsets.UTF_8))
                .connect();
        byte[] more = "X-More: and more\r\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        int sent = 0;
        while (server.sink.failure == null && sent < 10_000_000) {
            server.receive(more);
            sent += more.length;
            assertThat(server.session.held()).isLessThan(Rehearsal.MOST_HELD);
        }
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.PROTOCOL);
        assertThat(sent).isLessThan(100_000);
    }

    @Test
    void anEndlessLineIsCutOff() {
        server.on("DESCRIBE", request -> ("RTSP/1.0 200 OK\r\nX: " + "y".repeat(9000)).getBytes(StandardCharsets.UTF_8))
                .connect();
        server.receive("y".repeat(40_000).getBytes(StandardCharsets.UTF_8));
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.PROTOCOL);
    }

    @Test
    void aBodyThatTricklesInIsReadOnce() {
        byte[] answer = described(
                RtspRequest.of("DESCRIBE", "*", vn.toancanh.rtsp.message.Headers.of("CSeq", "2")), FakeRtspServer.SDP);
        server.on("DESCRIBE", request -> NOTHING).connect();
        for (byte one : answer) {
            server.receive(new byte[] {one});
        }
        assertThat(server.sink.order).containsExactly("playing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v=0\n",
                "<html>",
                "v=0\nm=audio 0 RTP/AVP 8\n",
                "v=0\nm=video 0 RTP/AVP 97\na=rtpmap:97 VP8/90000\n"
            })
    void descriptionsWithoutOurVideoAreTold(String sdp) {
        server.on("DESCRIBE", request -> described(request, sdp)).connect();
        assertThat(server.sink.kind())
                .isIn(RtspFailure.Kind.NO_VIDEO, RtspFailure.Kind.UNSUPPORTED, RtspFailure.Kind.PROTOCOL);
        assertThat(server.methods()).doesNotContain("SETUP");
    }

    @Test
    void whatADescriptionOffersIsToldShortAndPrintable() {
        String name = "V\u001b[31mP8" + "x".repeat(5000);
        String sdp = "v=0\nm=video 0 RTP/AVP 97\na=rtpmap:97 " + name + "/90000\n";
        server.on("DESCRIBE", request -> described(request, sdp)).connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.UNSUPPORTED);
        assertThat(server.sink.detail())
                .startsWith("offered: V?[31mP8xxx")
                .hasSizeLessThan(130)
                .doesNotContain("\u001b");
    }

    @Test
    void theEndOfAPlayedFileIsToldSoonAfterGoodbye() {
        server.play();
        server.rtp(Packets.rtp(1, true, 3000, Packets.delta()));
        server.pass(100);
        server.rtcp(Packets.bye(Packets.SOURCE));
        server.pass(1900);
        assertThat(server.sink.failure).isNull();
        server.pass(300);
        ends(RtspFailure.Kind.ENDED, "the source said goodbye, and no packet came since");
    }

    @Test
    void goodbyeOfAnotherSourceOrBeforeMorePacketsIsNoEnd() {
        server.play();
        server.rtp(Packets.rtp(1, true, 3000, Packets.delta()));
        server.rtcp(Packets.bye(99));
        server.pass(4000);
        server.rtcp(Packets.bye(Packets.SOURCE));
        server.pass(900);
        server.rtp(Packets.rtp(7, true, 90_000, 77, Packets.delta()));
        server.pass(4000);
        assertThat(server.sink.failure).isNull();
    }

    @ParameterizedTest
    @CsvSource({"404", "454"})
    void aKeepAliveThatIsDeniedEndsAStreamWithoutPacketsOnly(int code) {
        server.play().on("GET_PARAMETER", request -> status(request, code));
        for (int second = 0; second < 65; second++) {
            server.rtp(Packets.rtp(second, true, second * 3000, Packets.delta()));
            server.pass(1000);
        }
        assertThat(server.sink.failure).as("packets came all the time").isNull();
        assertThat(server.methods()).endsWith("GET_PARAMETER", "OPTIONS");
        DryServer other = new DryServer("rtsp://h/b").play();
        other.on("GET_PARAMETER", request -> status(request, code));
        for (int second = 0; second < 30; second++) {
            other.rtp(Packets.rtp(second, true, second * 3000, Packets.delta()));
            other.pass(1000);
        }
        other.pass(2500);
        assertThat(other.sink.kind()).isEqualTo(RtspFailure.Kind.ENDED);
        assertThat(other.sink.detail()).startsWith("keep-alive answered " + code);
    }

    /** Some cameras let anybody play and guard their parameters; some forget while they play whom they let in. */
    @ParameterizedTest
    @CsvSource({
        "viewer, 'Digest realm=\"r\", nonce=\"n\"'",
        "viewer, 'Basic realm=\"r\"'",
        "viewer, ''",
        ", 'Digest realm=\"r\", nonce=\"n\"'",
        ", ''",
    })
    void aKeepAliveThatIsUnauthorisedEndsNothingWhileVideoComes(@Nullable String user, String challenge) {
        Secret password = user == null ? null : Secret.of("s3cret");
        DryServer open =
                new DryServer(new RtspTarget(URI.create("rtsp://h/a"), user, password, List.of(), DryServer.TIMINGS));
        Function<RtspRequest, byte[]> unauthorised = request ->
                challenge.isEmpty() ? status(request, 401) : status(request, 401, "WWW-Authenticate", challenge);
        open.play().on("GET_PARAMETER", unauthorised).on("OPTIONS", unauthorised);
        for (int second = 0; second < 125; second++) {
            open.rtp(Packets.rtp(second, true, second * 90_000, Packets.delta()));
            open.pass(1000);
        }
        assertThat(open.sink.failure).as("packets came all the time").isNull();
        boolean answered = user != null && !challenge.isEmpty();
        assertThat(open.of("GET_PARAMETER")).hasSize(answered ? 4 : 2);
        assertThat(open.of("OPTIONS")).as("the other kind was tried").hasSize(answered ? 5 : 3);
        open.pass(6000);
        assertThat(open.sink.kind()).as("but silence is one").isEqualTo(RtspFailure.Kind.SILENT);
    }

    @Test
    void aKeepAliveIsRepeatedWithThePasswordWhereThatIsAskedForLater() {
        server.play()
                .on(
                        "GET_PARAMETER",
                        request -> request.headers()
                                .first("Authorization")
                                .map(_ -> FakeRtspServer.ok(request))
                                .orElse(status(request, 401, "WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\"")));
        for (int second = 0; second < 65; second++) {
            server.rtp(Packets.rtp(second, true, second * 90_000, Packets.delta()));
            server.pass(1000);
        }
        assertThat(server.methods())
                .as("the last one brought it along")
                .endsWith("PLAY", "GET_PARAMETER", "GET_PARAMETER", "GET_PARAMETER");
        assertThat(server.sink.failure).isNull();
    }

    @Test
    void aServerThatTearsDownIsAnsweredAndOver() {
        server.play();
        server.receive("TEARDOWN * RTSP/1.0\r\nCSeq: 9\r\nSession: abc\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        ends(RtspFailure.Kind.ENDED, "the server ends the session");
    }

    @Test
    void aFailureNeverTellsTheToken() {
        server.on("DESCRIBE", request -> status(request, 404)).connect();
        assertThat(String.valueOf(server.sink.failure)).doesNotContain("geheim", "s3cret");
    }

    private void ends(RtspFailure.Kind kind, String detail) {
        assertThat(server.sink.kind()).isEqualTo(kind);
        assertThat(server.sink.detail()).isEqualTo(detail);
        assertThat(server.session.over()).isTrue();
    }
}
