package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.described;
import static vn.toancanh.rtsp.FakeRtspServer.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.message.RtspResponse;

/** A server that plays and asks us to go on elsewhere: RFC 2326 section 10.10. */
final class SentOnTest {
    private final DryServer server = new DryServer("rtsp://h/a?token=geheim");
    private int second;

    @Test
    void goesOnThereAndLeavesNoSessionBehind() {
        plays(2);
        sentTo("rtsp://other:8554/b", "");
        assertThat(server.answered).extracting(RtspResponse::status).containsExactly(200);
        assertThat(server.methods()).endsWith("PLAY", "TEARDOWN", "OPTIONS", "DESCRIBE", "SETUP", "PLAY");
        assertThat(server.of("DESCRIBE").getLast().uri()).isEqualTo("rtsp://other:8554/b");
        plays(2);
        assertThat(server.sink.order).containsExactly("playing", "unit", "unit", "playing", "unit", "unit");
        assertThat(server.sink.failure).isNull();
    }

    @Test
    void whatIsTheHostsOwnIsToldToNoOther() {
        server.on(
                "DESCRIBE",
                request -> request.uri().startsWith("rtsp://h/")
                                && request.headers().first("Authorization").isEmpty()
                        ? status(request, 401, "WWW-Authenticate", "Basic realm=\"x\"")
                        : described(request, FakeRtspServer.SDP));
        server.play();
        sentTo("rtsp://other/b", "");
        assertThat(server.requests)
                .filteredOn(request -> request.uri().startsWith("rtsp://other/"))
                .hasSize(4)
                .noneMatch(request -> request.uri().contains("geheim"))
                .allMatch(request -> request.headers().first("Authorization").isEmpty());
        sentTo("rtsp://h:554/c", "");
        assertThat(server.of("PLAY").getLast().uri()).isEqualTo("rtsp://h:554/c?token=geheim");
        server.on("DESCRIBE", request -> status(request, 401, "WWW-Authenticate", "Basic realm=\"x\""));
        sentTo("rtsp://third/b", "");
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.CREDENTIALS);
        assertThat(server.of("DESCRIBE").getLast().headers().first("Authorization"))
                .isEmpty();
    }

    /** The wall clock stands at 50 s when it begins, and it has played for 5 s when it is sent on. */
    @ParameterizedTest
    @CsvSource({
        "clock=19700101T000110Z-, 15",
        "clock=19700101T000110.25Z-19700101T000200Z, 15",
        "npt=20-, 15",
        "npt=20.5-30, 15",
    })
    void playsUntilItIsTime(String range, int seconds) {
        plays(5);
        sentTo("rtsp://other/b", range);
        plays(seconds - 1);
        assertThat(server.methods()).containsOnlyOnce("PLAY").doesNotContain("TEARDOWN");
        plays(1);
        assertThat(server.of("PLAY").getLast().uri()).startsWith("rtsp://other/b");
        assertThat(server.sink.failure).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "npt=now-",
                "npt=2-",
                "clock=19700101T000020Z-",
                "clock=19709931T000020Z-",
                "clock=soon",
                "smpte=10:12:33:20-",
                "npt=99999999999999999999-",
            })
    void goesAtOnceWhereItIsTimeOrNoTimeIsNamed(String range) {
        plays(5);
        sentTo("rtsp://other/b", range);
        assertThat(server.of("PLAY")).hasSize(2);
    }

    @Test
    void aTimeThatNeverComesEndsNothing() {
        plays(1);
        sentTo("rtsp://other/b", "clock=99991231T235959Z-");
        plays(20);
        assertThat(server.methods()).containsOnlyOnce("PLAY");
    }

    @Test
    void goesBeforeItsTimeWhereTheServerEndsEarlier() {
        plays(1);
        sentTo("rtsp://other/b", "npt=3600-");
        ask("TEARDOWN", "");
        assertThat(server.of("PLAY").getLast().uri()).startsWith("rtsp://other/b");
        assertThat(server.sink.failure).isNull();
    }

    @Test
    void theLastWordCounts() {
        plays(1);
        sentTo("rtsp://other/b", "npt=3600-");
        sentTo("rtsp://other/c", "");
        assertThat(server.of("PLAY").getLast().uri()).startsWith("rtsp://other/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://h/a", "rtsp://user:secret@other/a", "rtsp:opaque", "rtsp://[bad"})
    void toNoAddressThatWeFollowPlaysOn(String location) {
        plays(1);
        sentTo(location, "");
        assertThat(server.answered).extracting(RtspResponse::status).containsExactly(400);
        plays(1);
        assertThat(server.methods()).containsOnlyOnce("PLAY");
        assertThat(server.sink.failure).isNull();
    }

    @Test
    void neverLeavesEncryptionBehind() {
        DryServer encrypted = new DryServer("rtsps://h/a").play();
        encrypted.receive(request("REDIRECT", "Location: rtsp://h/a\r\n"));
        assertThat(encrypted.answered).extracting(RtspResponse::status).containsExactly(400);
        assertThat(encrypted.methods()).containsOnlyOnce("PLAY");
    }

    @Test
    void inACircleEnds() {
        server.play();
        for (int i = 0; i < 5; i++) {
            sentTo("rtsp://h/a", "");
        }
        assertThat(server.sink.failure).isNull();
        sentTo("rtsp://h/a", "");
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.REFUSED);
        assertThat(server.sink.detail()).isEqualTo("sent on more than 5 times").doesNotContain("geheim");
    }

    @Test
    void goesOnAsOftenAsAServerWantsThatPlaysInBetween() {
        server.play();
        for (int i = 0; i < 12; i++) {
            plays(31);
            sentTo("rtsp://h/a", "");
        }
        assertThat(server.sink.failure).isNull();
        assertThat(server.of("PLAY")).hasSize(13);
    }

    @Test
    void whatAServerAsksThatWeDoNotKnowIsAnsweredSo() {
        server.play();
        ask("ANNOUNCE", "");
        ask("GET_PARAMETER", "");
        assertThat(server.answered).extracting(RtspResponse::status).containsExactly(501, 200);
    }

    private void plays(int seconds) {
        if (!server.sink.order.contains("playing")) {
            server.play();
        }
        for (int i = 0; i < seconds; i++) {
            second++;
            server.rtp(Packets.rtp(second, true, second * 90_000, Packets.delta()));
            server.pass(1000);
        }
    }

    private void sentTo(String location, String range) {
        ask(
                "REDIRECT",
                (location.isEmpty() ? "" : "Location: " + location + "\r\n")
                        + (range.isEmpty() ? "" : "Range: " + range + "\r\n"));
    }

    private void ask(String method, String fields) {
        server.receive(request(method, fields));
    }

    private static byte[] request(String method, String fields) {
        return (method + " rtsp://h/a RTSP/1.0\r\nCSeq: 732\r\n" + fields + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
