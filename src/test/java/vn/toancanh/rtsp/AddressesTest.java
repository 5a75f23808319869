package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.described;
import static vn.toancanh.rtsp.FakeRtspServer.ok;
import static vn.toancanh.rtsp.FakeRtspServer.status;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.rtsp.message.RtspRequest;

/** Which addresses a session names in its requests, through all forms of base and control that were seen. */
final class AddressesTest {
    private static final String VIDEO =
            "m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=fmtp:96 packetization-mode=1\na=control:";

    @ParameterizedTest
    @CsvSource({
        "rtsp://h/a?token=x, , *, trackID=1, rtsp://h/a/trackID=1?token=x, rtsp://h/a?token=x",
        "rtsp://h/a?token=x, rtsp://h/a/, *, trackID=1, rtsp://h/a/trackID=1?token=x, rtsp://h/a/?token=x",
        "rtsp://h/a?token=x, rtsp://h/a?token=x, *, trackID=1, rtsp://h/a/trackID=1?token=x, rtsp://h/a?token=x",
        "rtsp://h/a?token=x, rtsp://h/a?token=x/, *, trackID=1, rtsp://h/a?token=x/trackID=1, rtsp://h/a?token=x/",
        "rtsp://h/a?token=x, rtsp://10.0.0.1/b/, rtsp://10.0.0.1/b/, rtsp://10.0.0.1/b/t, rtsp://h/b/t?token=x, rtsp://h/b/?token=x",
        "rtsp://h/a%20b?token=x%2F, rtsp://h/a%20b/, *, t, rtsp://h/a%20b/t?token=x%2F, rtsp://h/a%20b/?token=x%2F",
        "rtsp://h, , *, t, rtsp://h/t, rtsp://h/",
        "rtsp://h:8554/a, rtsp://h/a/, , t, rtsp://h:8554/a/t, rtsp://h:8554/a/",
    })
    void everyRequestKeepsTokenAndHost(
            String asked, String base, String sessionControl, String trackControl, String setup, String play) {
        String session = sessionControl == null ? "" : "a=control:" + sessionControl + "\n";
        String sdp = "v=0\ns=x\n" + session + VIDEO + trackControl + "\n";
        DryServer server = new DryServer(asked);
        server.on(
                "DESCRIBE",
                request -> base == null ? described(request, sdp) : described(request, sdp, "Content-Base", base));
        server.play();
        for (int second = 0; second < 40; second++) {
            server.rtp(Packets.rtp(second, true, second * 3000, Packets.delta()));
            server.pass(1000);
        }
        server.session.close();
        server.pass(100);
        assertThat(server.methods())
                .containsExactly("OPTIONS", "DESCRIBE", "SETUP", "PLAY", "GET_PARAMETER", "TEARDOWN");
        assertThat(server.of("SETUP").getFirst().uri()).isEqualTo(setup);
        for (String method : new String[] {"PLAY", "GET_PARAMETER", "TEARDOWN"}) {
            assertThat(server.of(method).getFirst().uri()).as(method).isEqualTo(play);
        }
        String first = asked.equals("rtsp://h") ? "rtsp://h/" : asked;
        assertThat(server.of("DESCRIBE").getFirst().uri()).isEqualTo(first);
    }

    @Test
    void anotherFormIsTriedWhereTheServerKnowsNoSuchTrack() {
        DryServer server = new DryServer("rtsp://h/a?t=1");
        Function<RtspRequest, byte[]> picky = request -> request.uri().endsWith("?t=1/track1")
                ? ok(request, "Transport", "RTP/AVP/TCP;interleaved=0-1", "Session", "s")
                : status(request, 404);
        server.on("SETUP", picky).play();
        assertThat(server.of("SETUP")).hasSize(2);
    }

    @Test
    void aServerThatKnowsItselfByItsOwnNameOnlyIsAskedByIt() {
        DryServer server = new DryServer("rtsp://203.0.113.9/a");
        server.on(
                "DESCRIBE",
                request -> described(request, FakeRtspServer.SDP, "Content-Base", "rtsp://192.168.1.64/a/"));
        server.on(
                "SETUP",
                request -> request.uri().startsWith("rtsp://192.168.1.64/")
                        ? ok(request, "Transport", "RTP/AVP/TCP;interleaved=0-1", "Session", "s")
                        : status(request, 404));
        server.play();
        assertThat(server.of("SETUP")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"459", "404", "400"})
    void aServerThatPlaysTracksOnlyIsAskedForTheTrack(int refusal) {
        DryServer server = new DryServer("rtsp://h/a");
        server.on("PLAY", request -> request.uri().endsWith("/track1") ? ok(request) : status(request, refusal));
        server.play();
        server.session.close();
        server.pass(100);
        assertThat(server.of("TEARDOWN").getFirst().uri()).isEqualTo("rtsp://h/a/track1");
    }
}
