package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.server.relay.FakeCamera;
import vn.toancanh.server.tls.Encryption;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A relay's process as the server has it: started, told, found. The processes are real, the server is not. */
@Tag("slow")
@Timeout(180)
class RelayBesideTest {
    @TempDir
    Path folder;

    private BesideRig rig;

    @BeforeEach
    void begin() {
        rig = new BesideRig(folder);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void whoIsAdmittedIsLetInAtOnceAndWhoIsCutIsNot() throws Exception {
        BesideRig.Said said = new BesideRig.Said();
        RelayBeside relay = rig.start(0, null, said);
        WireGrant grant = BesideRig.good("g-1");
        assertThat(BesideRig.asks(relay, grant)).isEqualTo(401);
        for (int i = 0; i < 50; i++) {
            WireGrant each = BesideRig.good("g-" + i);
            relay.admit(List.of(each.allowance()));
            relay.settle();
            assertThat(BesideRig.asks(relay, each)).as("grant %d", i).isEqualTo(502);
        }
        relay.cutGrant("g-1");
        relay.settle();
        assertThat(BesideRig.asks(relay, BesideRig.good("g-1"))).isEqualTo(401);
        assertThat(BesideRig.asks(relay, BesideRig.good("g-2"))).isEqualTo(502);
        relay.cutSession("s-1");
        relay.settle();
        assertThat(BesideRig.asks(relay, BesideRig.good("g-2"))).isEqualTo(401);
        assertThat(relay.figures().get(60, TimeUnit.SECONDS).refused()).isPositive();
    }

    @Test
    void aWallThatIsLargerThanALineIsLetInWhole() throws Exception {
        RelayBeside relay = rig.start(0, null, new BesideRig.Said());
        List<WireGrant> wall = IntStream.range(0, ControlSocket.A_LINE * 2 + 1)
                .mapToObj(i -> BesideRig.good("g-" + i))
                .toList();
        relay.admit(wall.stream().map(WireGrant::allowance).toList());
        relay.settle();
        for (int each : List.of(0, ControlSocket.A_LINE - 1, ControlSocket.A_LINE, wall.size() - 1)) {
            assertThat(BesideRig.asks(relay, wall.get(each)))
                    .as("grant %d", each)
                    .isEqualTo(502);
        }
        assertThat(Order.Admit.lines(List.of())).isEmpty();
    }

    @Test
    void aCameraThatIsToldToBeElsewhereIsLeftWhereItWas() throws Exception {
        RelayBeside relay = rig.start(0, null, new BesideRig.Said());
        try (FakeCamera wrong = new FakeCamera();
                FakeCamera right = new FakeCamera()) {
            WireGrant first = Told.at(wrong.uri(), BesideRig.good("g-1"), 0);
            // Given later, and over sooner.
            WireGrant second = Told.at(right.uri(), BesideRig.good("g-2"), 10_000_000_000L);
            relay.admit(List.of(first.allowance()));
            relay.settle();
            try (RawRtspClient viewer = BesideRig.viewer(relay, first)) {
                // A camera that only falls silent is let go of later.
                viewer.patience(4_000);
                assertThat(viewer.play(BesideRig.uri(relay, first))).isEqualTo(200);
                relay.admit(List.of(second.allowance()));
                assertThatThrownBy(viewer::next)
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(SocketTimeoutException.class);
            }
            assertThat(right.requests()).isZero();
            assertThat(BesideRig.asks(relay, first)).isEqualTo(200);
            assertThat(right.requests()).isPositive();
        }
    }

    @Test
    void neitherSecretNorPasswordStandsInTheListOfProcessesOrOnTheDisk() throws Exception {
        BesideRig.Said said = new BesideRig.Said();
        said.stand.add(BesideRig.good("g-1"));
        RelayBeside relay = rig.start(0, null, said);
        assertThat(BesideRig.asks(relay, BesideRig.good("g-1"))).isEqualTo(502);
        String line = Files.readString(Path.of("/proc", Long.toString(relay.pid()), "cmdline"));
        String surroundings = Files.readString(Path.of("/proc", Long.toString(relay.pid()), "environ"));
        for (String secret : List.of("mot-bi-mat", "mat-khau-g-1", "tcs_g-1")) {
            assertThat(line + surroundings).doesNotContain(secret);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void itIsKnownByTheServersCertificateAndSpeaksNothingElse() throws Exception {
        Encryption tls = Encryption.own(folder, "127.0.0.1", Clock.SYSTEM);
        RelayBeside relay = rig.start(0, tls, new BesideRig.Said());
        assertThat(relay.address()
                        .of("127.0.0.1", "c-17", Told.grant("g", "s", 0, 0).role()))
                .startsWith("rtsps://");
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), relay.address().port())) {
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(relay.address().tlsPins())
                    .containsExactly(Fingerprint.of(shown).base64());
        }
        try (Socket plain =
                new Socket(InetAddress.getLoopbackAddress(), relay.address().port())) {
            plain.setSoTimeout(20_000);
            plain.getOutputStream()
                    .write("OPTIONS rtsp://127.0.0.1/ RTSP/1.0\r\nCSeq: 1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("RTSP/1.0");
        }
    }

    /** The test looks at the certificate itself. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Nobody shows one.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Compared afterwards.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndNoProcessStays() throws Exception {
        try (ServerSocket holder = new ServerSocket()) {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThatThrownBy(() -> RelayBeside.start(rig.setup(holder.getLocalPort(), null), Clock.SYSTEM))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            refused -> assertThat(refused.failure().textKey()).isEqualTo("server.portTaken"));
            assertThat(MeetingPlace.sockets(folder)).isEmpty();
        }
    }

    @Test
    void aProgramThatIsNoRelayIsAFailureAndNotAWaitForEver() {
        RelaySetup wrong = rig.setup(new RelayProgram(words -> List.of("true"), folder), 0, null, null, List::of);
        assertThatThrownBy(() -> RelayBeside.start(wrong, Clock.SYSTEM)).isInstanceOf(IOException.class);
    }
}
