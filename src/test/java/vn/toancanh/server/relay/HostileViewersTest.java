package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** What people send who mean harm: it costs them their connection, and nobody else anything. */
@Timeout(180)
final class HostileViewersTest {
    private final RelayRig rig;

    HostileViewersTest() throws IOException {
        rig = new RelayRig(RelaySettings.usual("127.0.0.1", 0)
                .withMost(40, 30)
                .withPatience(Duration.ofSeconds(10), Duration.ofMillis(800), Duration.ofSeconds(15)));
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port());
        socket.setSoTimeout(15_000);
        return socket;
    }

    /** Reads until the relay hangs up. */
    private static int drained(Socket socket) {
        int all = 0;
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[8192];
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                all += got;
            }
        } catch (java.net.SocketTimeoutException open) {
            throw new AssertionError("still open", open);
        } catch (IOException reset) {
            return all;
        }
        return all;
    }

    private void others() throws IOException {
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(viewer.play(rig.uri())).isEqualTo(200);
        }
    }

    @Test
    void whoProvesNothingInTimeIsCutHoweverSlowlyItSpeaks() throws Exception {
        try (Socket mute = connect();
                Socket slow = connect()) {
            for (int i = 0; i < 8; i++) {
                slow.getOutputStream().write("OPTIONS ".charAt(i));
                Thread.sleep(50);
            }
            assertThat(drained(mute)).isZero();
            assertThat(drained(slow)).isZero();
        }
        RelayRig.await(() -> rig.figures().connections() == 0);
        others();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "\u0000\u0001\u0002",
                "{\"json\":true}",
                "DESCRIBE rtsp://x/ RTSP/1.0\r\nContent-Length: 999999999\r\n\r\n",
                "DESCRIBE rtsp://x/ RTSP/1.0\r\nContent-Length: -1\r\n\r\n",
                "DESCRIBE  RTSP/1.0\r\n\r\n"
            })
    void whatIsNoRtspEndsTheConnection(String junk) throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(junk.getBytes(StandardCharsets.ISO_8859_1));
            drained(socket);
        }
        assertThat(rig.figures().connections()).isZero();
        others();
    }

    @Test
    void headsLinesAndFramesWithoutEndAreCutShort() throws Exception {
        List<String> endless = List.of(
                "DESCRIBE rtsp://x/ RTSP/1.0\r\n" + "A: b\r\n".repeat(4000),
                "DESCRIBE rtsp://x/" + "a".repeat(100_000),
                "OPTIONS rtsp://x/ RTSP/1.0\r\nX: " + "y".repeat(100_000),
                "$\u0000\u00ff\u00ff" + "z".repeat(60_000));
        for (String each : endless) {
            try (Socket socket = connect()) {
                write(socket, each);
                drained(socket);
            }
        }
        RelayRig.await(() -> rig.figures().connections() == 0);
        others();
    }

    /** The relay may hang up while more is being written. */
    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException hungUp) {
            return;
        }
    }

    @Test
    void questionsWithoutEndAreNotAnsweredWithoutEnd() throws Exception {
        try (Socket socket = connect()) {
            write(socket, ("DESCRIBE " + rig.uri() + " RTSP/1.0\r\nCSeq: 1\r\n\r\n").repeat(200));
            // Eight challenges and no more.
            assertThat(drained(socket)).isBetween(8 * 200, 8 * 600);
        }
        try (Socket socket = connect()) {
            // Never reads what it asks for.
            String flood = ("OPTIONS " + rig.uri() + " RTSP/1.0\r\nCSeq: 1\r\n\r\n").repeat(400);
            for (int i = 0; i < 400; i++) {
                write(socket, flood);
            }
            RelayRig.await(() -> rig.figures().connections() == 0);
        }
        others();
    }

    @Test
    void connectionsAreCappedPerAddressAndInAll() throws Exception {
        List<Socket> many = new ArrayList<>();
        try {
            for (int i = 0; i < 35; i++) {
                many.add(connect());
            }
            RelayRig.await(() -> rig.figures().turnedAway() == 5);
            assertThat(rig.figures().connections()).isEqualTo(30);
            for (int i = 0; i < 15; i++) {
                many.add(new Socket("127.0.0.1", rig.port(), InetAddress.getByName("127.0.0.2"), 0));
            }
            RelayRig.await(() -> rig.figures().turnedAway() == 10);
            assertThat(rig.figures().connections()).isEqualTo(40);
            // They prove nothing, so their places are free again soon.
            RelayRig.await(() -> rig.figures().connections() == 0);
        } finally {
            for (Socket each : many) {
                each.close();
            }
        }
        others();
    }

    @Test
    void whoHasARightAndDoesNotPlayDoesNotStay() throws Exception {
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(viewer.ask("DESCRIBE", rig.uri()).status()).isEqualTo(200);
            RelayRig.await(() -> rig.figures().connections() == 0);
        }
    }
}
