package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.tls.Keys;
import vn.toancanh.server.tls.Transport;

/** The server behind TLS, asked by plain sockets. */
@Tag("slow")
class TlsServerTest {
    private static final int DROPS = 900;

    @TempDir
    Path data;

    @TempDir
    Path files;

    private ServerOptions own() {
        return ServerOptions.at(data).withTransport(new Transport.Own());
    }

    private static SSLSocket connect(CentralServer server) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.baseUri().getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static Fingerprint shown(CentralServer server) throws Exception {
        try (SSLSocket socket = connect(server)) {
            socket.startHandshake();
            return Fingerprint.of((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        }
    }

    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /api/v1/info HTTP/1.1\r\nHost: any-name\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void theCertificateIsMadeOnceAndKeptFromOthers() throws Exception {
        Fingerprint first;
        try (CentralServer server = CentralServer.start(own())) {
            assertThat(server.baseUri()).hasScheme("https");
            first = server.identity().orElseThrow().fingerprint();
            assertThat(shown(server)).isEqualTo(first);
        }
        assertThat(permissions(data.resolve("server.key"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("server.crt"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("secrets.key"))).isEqualTo("rw-------");
        assertThat(permissions(data)).isEqualTo("rwx------");
        try (CentralServer server = CentralServer.start(own())) {
            assertThat(shown(server)).isEqualTo(first);
        }
        Files.delete(data.resolve("server.key"));
        refused(own(), "server.tlsKeyGone");
        Files.delete(data.resolve("server.crt"));
        try (CentralServer server = CentralServer.start(own())) {
            assertThat(shown(server)).isNotEqualTo(first);
        }
    }

    private static void refused(ServerOptions options, String textKey) {
        assertThatThrownBy(() -> CentralServer.start(options).close())
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure().textKey()).isEqualTo(textKey));
    }

    @Test
    void aKeyOfOursThatOthersMayReadStopsTheStart() throws Exception {
        CentralServer.start(own()).close();
        for (String file : new String[] {"server.key", "secrets.key"}) {
            for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
                Files.setPosixFilePermissions(data.resolve(file), PosixFilePermissions.fromString(open));
                refused(own(), "server.keyOpen");
            }
            Files.setPosixFilePermissions(data.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
        CentralServer.start(own()).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void presentVersionsAreSpokenByWhateverNameItIsCalled(String version) throws Exception {
        try (CentralServer server = CentralServer.start(own());
                SSLSocket socket = connect(server)) {
            socket.setEnabledProtocols(new String[] {version});
            assertThat(ask(socket)).startsWith("HTTP/1.1 200").contains("\"apiVersions\"");
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(socket.getSession().getCipherSuite()).containsAnyOf("GCM", "POLY1305");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"
            })
    void oldCiphersAreNot(String cipher) throws Exception {
        try (CentralServer server = CentralServer.start(own());
                SSLSocket socket = connect(server)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {cipher});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void plainHttpIsNotAnsweredAtThatPort() throws Exception {
        try (CentralServer server = CentralServer.start(own());
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.baseUri().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /api/v1/info HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("HTTP", "apiVersions");
        }
    }

    @Test
    void otherMachinesMayCallItThen() {
        try (CentralServer server = CentralServer.start(own().withAddress("0.0.0.0"))) {
            assertThat(server.baseUri().getHost()).isNotEqualTo("0.0.0.0").isNotBlank();
        }
        refused(own().withAddress("192.0.2.7"), "server.notOurAddress");
        refused(own().withAddress("khong-co.invalid"), "server.notOurAddress");
    }

    /** True where the connection is closed while some drop is sent each second of the clock; what is read meanwhile is nobody's answer. */
    private static boolean isCut(Socket socket, ManualClock clock) throws IOException {
        socket.setSoTimeout(20);
        for (int drop = 0; drop < DROPS; drop++) {
            try {
                socket.getOutputStream().write('x');
                clock.advance(Duration.ofSeconds(1));
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException nothingYet) {
                // It is still waiting for more.
            } catch (SocketException | SSLException hungUp) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aGreetingOrAHeadThatComesByDropsIsCutOff() throws Exception {
        ManualClock clock = new ManualClock();
        try (CentralServer server = CentralServer.start(own().withClock(clock))) {
            try (Socket greeting = new Socket(
                    InetAddress.getLoopbackAddress(), server.baseUri().getPort())) {
                // A record of a handshake, of 16,000 bytes.
                greeting.getOutputStream().write(new byte[] {0x16, 0x03, 0x01, 0x3E, (byte) 0x80, 0x01});
                assertThat(isCut(greeting, clock)).as("a greeting").isTrue();
            }
            try (SSLSocket head = connect(server)) {
                head.getOutputStream()
                        .write("GET /api/v1/info HTTP/1.1\r\nHost: x\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                assertThat(isCut(head, clock)).as("a head").isTrue();
            }
            try (SSLSocket socket = connect(server)) {
                assertThat(ask(socket)).as("and others go on").startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void aRealCertificateIsShownAndChangedWhileItRuns() throws Exception {
        ManualClock clock = new ManualClock();
        Keys.Pair first = Keys.ec(files, "now", Instant.parse("2026-11-01T00:00:00Z"), "localhost");
        Keys.Pair next = Keys.ec(files, "next", Instant.parse("2026-11-20T00:00:00Z"), "localhost");
        ServerOptions options = ServerOptions.at(data).withClock(clock).withTransport(first.transport());
        try (CentralServer server = CentralServer.start(options)) {
            Fingerprint before = shown(server);
            assertThat(data.resolve("server.crt")).doesNotExist();

            Files.copy(next.certificate(), first.certificate(), StandardCopyOption.REPLACE_EXISTING);
            clock.advance(Duration.ofSeconds(2));
            assertThat(shown(server)).as("half of it is changed").isEqualTo(before);

            Files.copy(next.key(), first.key(), StandardCopyOption.REPLACE_EXISTING);
            clock.advance(Duration.ofSeconds(2));
            Fingerprint after = shown(server);
            assertThat(after).isNotEqualTo(before);

            Files.writeString(first.certificate(), "-----BEGIN CERTIFICATE-----\nMIIB");
            clock.advance(Duration.ofSeconds(2));
            assertThat(shown(server)).as("cut short").isEqualTo(after);
            Files.delete(first.certificate());
            clock.advance(Duration.ofSeconds(2));
            assertThat(shown(server)).as("gone").isEqualTo(after);
        }
    }

    @Test
    void aRealCertificateThatCannotBeUsedStopsTheStart() throws Exception {
        Keys.Pair one = Keys.ec(files, "one", Instant.parse("2026-11-01T00:00:00Z"), "localhost");
        Keys.Pair other = Keys.ec(files, "other", Instant.parse("2026-11-01T00:00:00Z"), "localhost");
        refused(
                ServerOptions.at(data).withTransport(new Transport.Given(one.certificate(), other.key())),
                "server.tlsKeyDoesNotFit");
        refused(
                ServerOptions.at(data).withTransport(new Transport.Given(files.resolve("no.crt"), other.key())),
                "server.certificateUnreadable");
    }

    /** Looks at what is shown, whatever it is. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
