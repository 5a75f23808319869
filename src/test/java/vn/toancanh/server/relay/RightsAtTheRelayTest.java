package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.message.Challenge;
import vn.toancanh.rtsp.message.DigestAuth;
import vn.toancanh.rtsp.message.DigestChallenge;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** Who gets in, and how long. */
@Timeout(180)
final class RightsAtTheRelayTest {
    private final RelayRig rig;

    RightsAtTheRelayTest() throws IOException {
        rig = new RelayRig();
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private int plays(String user, String password, String uri) throws IOException {
        try (RawRtspClient viewer = rig.viewer(user, password, 0)) {
            return viewer.play(uri);
        }
    }

    @Test
    void forgedSpentAndForeignTokensAreRefusedAlike() throws Exception {
        rig.grant("g-2", "c-18");
        assertThat(plays("g-1", "tcs_khong-phai", rig.uri())).isEqualTo(401);
        assertThat(plays("g-khong-co", RelayRig.TOKEN, rig.uri())).isEqualTo(401);
        assertThat(plays("", "", rig.uri())).isEqualTo(401);
        assertThat(plays("admin", "mat-khau", rig.uri())).isEqualTo(401);
        rig.grants.remove("g-1");
        assertThat(plays("g-1", RelayRig.TOKEN, rig.uri())).isEqualTo(401);
        assertThat(rig.camera.connections).hasValue(0);
        assertThat(rig.figures().refused()).isPositive();
    }

    @Test
    void whatIsNotThereAndWhatIsNotOnesOwnLookTheSame() throws Exception {
        rig.grant("g-2", "c-18");
        String own = rig.relay.address().of("127.0.0.1", "c-18", StreamRole.SUB);
        String others = rig.uri();
        String nowhere = rig.relay.address().of("127.0.0.1", "c-99999", StreamRole.SUB);
        String main = rig.relay.address().of("127.0.0.1", "c-18", StreamRole.MAIN);
        for (String uri : List.of(others, nowhere, main, own + "/../c-17/sub", own + "x", "rtsp://127.0.0.1", "*")) {
            assertThat(plays("g-2", RelayRig.TOKEN, uri)).as(uri).isEqualTo(404);
        }
        // Nor does a good right open anything but its own stream.
        String otherRole = rig.relay.address().of("127.0.0.1", RelayRig.CAMERA, StreamRole.MAIN);
        for (String uri : List.of(own, nowhere, otherRole, others + "x", others + "/trackID=1")) {
            assertThat(plays("g-1", RelayRig.TOKEN, uri)).as(uri).isEqualTo(404);
        }
        // Without a right nobody learns even that.
        for (String uri : List.of(others, nowhere, "rtsp://127.0.0.1/")) {
            assertThat(plays("g-3", RelayRig.TOKEN, uri)).as(uri).isEqualTo(401);
        }
        assertThat(rig.camera.connections).hasValue(0);
    }

    @Test
    void anAnswerThatWasOverheardIsWorthNothing() throws Exception {
        try (Socket first = new Socket(InetAddress.getLoopbackAddress(), rig.port());
                Socket second = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            String challenge = header(ask(first, request("DESCRIBE", "")), "WWW-Authenticate");
            DigestChallenge digest = (DigestChallenge)
                    Challenge.allOf(Headers.of("WWW-Authenticate", challenge)).getFirst();
            String right = new DigestAuth(digest, "g-1", Secret.of(RelayRig.TOKEN), new java.util.Random(1))
                    .authorization("DESCRIBE", rig.uri());
            String signed = request("DESCRIBE", "Authorization: " + right + "\r\n");
            assertThat(ask(first, signed)).startsWith("RTSP/1.0 200");
            assertThat(ask(second, signed)).startsWith("RTSP/1.0 401");
            // Nor a second time where it was good once.
            assertThat(ask(first, signed)).startsWith("RTSP/1.0 401");
        }
    }

    private String request(String method, String more) {
        return method + " " + rig.uri() + " RTSP/1.0\r\nCSeq: 1\r\n" + more + "\r\n";
    }

    private static String header(String answer, String name) {
        return answer.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    /** The head of the answer; a body is passed over. */
    private static String ask(Socket to, String request) throws IOException {
        to.setSoTimeout(10_000);
        to.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        InputStream in = to.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(head.toString());
            }
            head.append((char) next);
        }
        String length = head.indexOf("Content-Length") < 0 ? "0" : header(head.toString(), "Content-Length");
        in.readNBytes(Integer.parseInt(length));
        return head.toString();
    }

    @Test
    void whoIsCutOffIsGoneAndOthersStay() throws Exception {
        rig.grant("g-2", RelayRig.CAMERA);
        RawRtspClient cut = rig.viewer();
        try (RawRtspClient stays = rig.viewer("g-2", RelayRig.TOKEN, 0)) {
            rig.plays(cut);
            rig.plays(stays);
            rig.relay.cut(each -> each.sessionId().equals("s-g-1"));
            assertThatThrownBy(cut::next).isInstanceOf(IOException.class).isNotInstanceOf(SocketTimeoutException.class);
            Footage footage = new Footage(1);
            rig.camera.rtp(footage.keyWithSets().toArray(byte[][]::new));
            assertThat(stays.next().sequence()).isEqualTo(1);
        }
        cut.close();
    }

    @Test
    void aRightThatIsLostWithoutAWordIsFoundWithinTenSeconds() throws Exception {
        RawRtspClient viewer = rig.viewer();
        rig.plays(viewer);
        long lost = Clock.SYSTEM.nanos();
        rig.lost.add("g-1");
        assertThatThrownBy(viewer::next).isInstanceOf(IOException.class).isNotInstanceOf(SocketTimeoutException.class);
        assertThat(Clock.SYSTEM.nanos() - lost).isLessThan(10_000_000_000L);
        viewer.close();
    }

    @Test
    void oneConnectionIsForOneGrant() throws Exception {
        rig.grant("g-2", RelayRig.CAMERA);
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(viewer.ask("DESCRIBE", rig.uri()).status()).isEqualTo(200);
        }
        rig.grants.remove("g-1");
        try (RawRtspClient viewer = rig.viewer("g-2", RelayRig.TOKEN, 0)) {
            assertThat(viewer.ask("DESCRIBE", rig.uri()).status()).isEqualTo(200);
            rig.grants.remove("g-2");
            // Not in play yet, so it needs a grant that is good now.
            assertThat(viewer.ask("SETUP", rig.uri() + "/trackID=0", "Transport: RTP/AVP/TCP;interleaved=0-1")
                            .status())
                    .isEqualTo(401);
        }
    }
}
