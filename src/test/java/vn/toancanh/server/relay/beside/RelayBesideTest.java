package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Secret;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.tls.Encryption;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A relay's process as the server has it: started, told, stopped, found. The processes are real, the server is not. */
@Tag("slow")
@Timeout(180)
class RelayBesideTest {
    @TempDir
    Path folder;

    private final List<RelayBeside> started = new ArrayList<>();

    /** Grants as a test says. */
    private static final class Said implements Grants {
        final Set<WireGrant> stand = ConcurrentHashMap.newKeySet();
        final List<Allowance> offered = new ArrayList<>();

        @Override
        public List<Allowance> all() {
            return stand.stream().map(WireGrant::allowance).toList();
        }

        @Override
        public List<Allowance> takeUp(List<Allowance> known) {
            offered.addAll(known);
            return all();
        }

        @Override
        public @Nullable Admission of(String grantId) {
            return null;
        }

        @Override
        public Set<Admission> ended(Set<Admission> watching) {
            return new HashSet<>();
        }
    }

    private RelaySetup setup(int port, @Nullable Encryption tls) {
        return new RelaySetup(
                new RelayProgram(ChildJvm.asThisOne()::relayCommand, folder),
                folder,
                "1",
                Secret.of("mot-bi-mat"),
                "127.0.0.1",
                port,
                true,
                tls == null ? null : tls.certificate(),
                tls == null ? null : tls.key(),
                () -> tls == null
                        ? List.of()
                        : List.of(tls.identity().fingerprint().base64()),
                Duration.ofSeconds(60));
    }

    private RelayBeside start(int port, @Nullable Encryption tls, Grants grants) throws IOException {
        RelayBeside relay = RelayBeside.start(setup(port, tls), Clock.SYSTEM);
        started.add(relay);
        relay.open(grants);
        // It has read what it was told.
        relay.settle();
        return relay;
    }

    @AfterEach
    void end() {
        started.forEach(RelayBeside::close);
    }

    private static WireGrant good(String id) {
        return Told.grant(
                id,
                "s-1",
                Clock.SYSTEM.now().plusSeconds(300),
                Clock.SYSTEM.now().plusSeconds(600));
    }

    /** 401: nobody whom it knows; 502: let in, and the camera is away. */
    private static int asks(RelayBeside relay, WireGrant grant) throws IOException {
        try (RawRtspClient viewer =
                new RawRtspClient(relay.address().port(), grant.id(), grant.token(), "SHA-256", 0)) {
            return viewer.play(relay.address().of("127.0.0.1", grant.camera(), grant.role()));
        }
    }

    @Test
    void whoIsAdmittedIsLetInAtOnceAndWhoIsCutIsNot() throws Exception {
        Said said = new Said();
        RelayBeside relay = start(0, null, said);
        WireGrant grant = good("g-1");
        assertThat(asks(relay, grant)).isEqualTo(401);
        for (int i = 0; i < 50; i++) {
            WireGrant each = good("g-" + i);
            relay.admit(each.allowance());
            relay.settle();
            assertThat(asks(relay, each)).as("grant %d", i).isEqualTo(502);
        }
        relay.cutGrant("g-1");
        relay.settle();
        assertThat(asks(relay, good("g-1"))).isEqualTo(401);
        assertThat(asks(relay, good("g-2"))).isEqualTo(502);
        relay.cutSession("s-1");
        relay.settle();
        assertThat(asks(relay, good("g-2"))).isEqualTo(401);
        assertThat(relay.figures().get(10, TimeUnit.SECONDS).refused()).isPositive();
    }

    @Test
    void neitherSecretNorPasswordStandsInTheListOfProcessesOrOnTheDisk() throws Exception {
        Said said = new Said();
        said.stand.add(good("g-1"));
        RelayBeside relay = start(0, null, said);
        assertThat(asks(relay, good("g-1"))).isEqualTo(502);
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
        RelayBeside relay = start(0, tls, new Said());
        assertThat(relay.address()
                        .of(
                                "127.0.0.1",
                                "c-17",
                                Told.grant("g", "s", Clock.SYSTEM.now(), Clock.SYSTEM.now())
                                        .role()))
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
            assertThatThrownBy(() -> RelayBeside.start(setup(holder.getLocalPort(), null), Clock.SYSTEM))
                    .isInstanceOf(FailureException.class);
            assertThat(MeetingPlace.sockets(folder)).isEmpty();
        }
    }

    @Test
    void aProgramThatIsNoRelayIsAFailureAndNotAWaitForEver() {
        RelaySetup wrong = new RelaySetup(
                new RelayProgram(words -> List.of("true"), folder),
                folder,
                "1",
                Secret.of("x"),
                "127.0.0.1",
                0,
                true,
                null,
                null,
                List::of,
                Duration.ofSeconds(60));
        assertThatThrownBy(() -> RelayBeside.start(wrong, Clock.SYSTEM)).isInstanceOf(IOException.class);
    }

    @Test
    void aRelayThatIsStoppedIsReplaced() throws Exception {
        Said said = new Said();
        said.stand.add(good("g-1"));
        RelayBeside relay = start(0, null, said);
        long first = relay.pid();
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(first))
                        .start()
                        .waitFor())
                .isZero();
        long begun = System.nanoTime();
        while (relay.pid() == first && System.nanoTime() - begun < 60_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(relay.pid()).isNotEqualTo(first);
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        relay.figures().get(30, TimeUnit.SECONDS);
        assertThat(asks(relay, good("g-1"))).isEqualTo(502);
    }
}
