package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.frame;
import static vn.toancanh.rtsp.FakeRtspServer.joined;
import static vn.toancanh.rtsp.FakeRtspServer.ok;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.wire.TlsSettings;

/** RTSPS over real sockets, against the JDK's own server side. */
final class EncryptedTest {
    private static final RtspTimings LONG =
            new RtspTimings(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));

    @TempDir
    static Path folder;

    private static Certificates camera;
    private static Certificates other;

    private final RecordingSink sink = new RecordingSink();
    private @Nullable RtspClient client;
    private @Nullable FakeRtspServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        camera = Certificates.make(folder, "camera", "dns:localhost,ip:127.0.0.1");
        other = Certificates.make(folder, "other", "dns:elsewhere.invalid");
    }

    @AfterEach
    void close() throws IOException {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void playsFromAServerWhoseCertificateIsPinned(String version) throws Exception {
        FakeRtspServer encrypted = serve(camera, version);
        playsPictures(encrypted);
        RtspSession session = open(encrypted, "localhost", List.of("garbled!", camera.pin()));
        assertThat(sink.awaitUnit().key()).isTrue();
        for (int i = 0; i < 40; i++) {
            assertThat(sink.awaitUnit().data()).hasSize(60_004);
        }
        assertThat(session.counters().malformed()).isZero();
        assertThat(session.transport()).isEqualTo(MediaTransport.TLS);
        sink.assertNothingEnded();
    }

    @Test
    void playsFromAServerThatTheSystemTrustsForItsName() throws Exception {
        FakeRtspServer encrypted = serve(camera);
        playsPictures(encrypted);
        open(encrypted, "localhost", List.of());
        assertThat(sink.awaitUnit().key()).isTrue();
        RecordingSink byAddress = new RecordingSink();
        client().open(target(encrypted, "127.0.0.1", List.of(), LONG), byAddress);
        assertThat(byAddress.awaitUnit().key()).isTrue();
    }

    @Test
    void aTrustedCertificateForAnotherNameIsRefused() throws Exception {
        client = new RtspClient(Clock.SYSTEM, new Random(1), new TlsSettings(other::trust));
        FakeRtspServer encrypted = serve(other);
        open(encrypted, "localhost", List.of());
        refusesCertificate(encrypted, other);
    }

    @Test
    void anUntrustedCertificateIsRefusedAndCanBeTrustedOnFirstUse() throws Exception {
        client = new RtspClient(Clock.SYSTEM, new Random(1));
        FakeRtspServer encrypted = serve(camera);
        playsPictures(encrypted);
        open(encrypted, "localhost", List.of());
        String shown = refusesCertificate(encrypted, camera);
        RecordingSink again = new RecordingSink();
        client().open(target(encrypted, "localhost", List.of(shown), LONG), again);
        assertThat(again.awaitUnit().key()).isTrue();
    }

    @Test
    void aChangedCertificateIsRefusedThoughTheSystemTrustsIt() throws Exception {
        FakeRtspServer encrypted = serve(camera);
        open(encrypted, "localhost", List.of(other.pin()));
        assertThat(refusesCertificate(encrypted, camera)).isNotEqualTo(other.pin());
        open(encrypted, "localhost", List.of("garbled!"));
        refusesCertificate(encrypted, camera);
    }

    @Test
    void aServerThatSpeaksInClearHearsNoRequestAndNoSecondConnection() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> heard = hear(plain);
            URI uri = URI.create("rtsps://127.0.0.1:" + plain.getLocalPort() + "/a?token=geheim");
            client().open(new RtspTarget(uri, "viewer", Secret.of("s3cret"), List.of(), LONG), sink);
            RtspFailure failure = sink.awaitFailure();
            assertThat(failure.kind()).isEqualTo(RtspFailure.Kind.NO_ENCRYPTION);
            assertThat(failure.detail()).isEqualTo("no encryption agreed on");
            assertThat(heard.get(20, TimeUnit.SECONDS)).doesNotContain("OPTIONS", "viewer", "token");
            plain.setSoTimeout(300);
            org.assertj.core.api.Assertions.assertThatThrownBy(plain::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aServerThatDoesNotAgreeInTimeIsSilent() throws Exception {
        RtspTimings hasty = new RtspTimings(Duration.ofMillis(400), Duration.ofSeconds(20), Duration.ofSeconds(60));
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("rtsps://127.0.0.1:" + mute.getLocalPort() + "/a");
            client().open(new RtspTarget(uri, null, null, List.of(), hasty), sink);
            RtspFailure failure = sink.awaitFailure();
            assertThat(failure.kind()).isEqualTo(RtspFailure.Kind.SILENT);
            assertThat(failure.detail()).isEqualTo("no encryption in time");
        }
    }

    @Test
    void renegotiationIsRefused() throws Exception {
        FakeRtspServer encrypted = serve(camera, "TLSv1.2");
        open(encrypted, "localhost", List.of(camera.pin()));
        sink.awaitTrack();
        // The server's half of it: a request to begin the handshake anew.
        ((SSLSocket) encrypted.sockets().getFirst()).startHandshake();
        RtspFailure failure = sink.awaitFailure();
        assertThat(failure.kind()).isEqualTo(RtspFailure.Kind.PROTOCOL);
        assertThat(failure.detail()).isEqualTo("broken encryption");
        assertThat(failure.cause()).hasMessageContaining("renegotiation");
    }

    @Test
    void closingSaysTeardownAndThenThatNothingFollows() throws Exception {
        FakeRtspServer encrypted = serve(camera);
        RtspSession session = open(encrypted, "localhost", List.of(camera.pin()));
        sink.awaitTrack();
        session.close();
        await(() -> encrypted.ends().size() == 1);
        assertThat(encrypted.methods()).endsWith("TEARDOWN");
        assertThat(encrypted.ends()).containsExactly("in order");
        sink.assertNothingEnded();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatGoesAwayIsALostConnection(boolean inOrder) throws Exception {
        FakeRtspServer encrypted = serve(camera);
        open(encrypted, "localhost", List.of(camera.pin()));
        sink.awaitTrack();
        if (inOrder) {
            encrypted.sockets().getFirst().close();
        } else {
            encrypted.cut();
        }
        RtspFailure failure = sink.awaitFailure();
        assertThat(failure.kind()).isEqualTo(RtspFailure.Kind.UNREACHABLE);
        assertThat(failure.detail()).isEqualTo("connection lost");
    }

    private RtspClient client() throws IOException {
        RtspClient open = client;
        if (open == null) {
            open = new RtspClient(Clock.SYSTEM, new Random(1), new TlsSettings(camera::trust));
            client = open;
        }
        return open;
    }

    private FakeRtspServer serve(Certificates shown, String... versions) throws Exception {
        FakeRtspServer made = new FakeRtspServer(shown.encrypting(versions));
        server = made;
        return made;
    }

    private static void playsPictures(FakeRtspServer encrypted) {
        encrypted.on("PLAY", request -> {
            byte[] large = new byte[60_000];
            large[0] = 0x41;
            large[1] = (byte) 0x9a;
            byte[] all = joined(ok(request), frame(0, Packets.rtp(1, true, 3000, Packets.key())));
            for (int i = 0; i < 40; i++) {
                all = joined(all, frame(0, Packets.rtp(2 + i, true, 6000 + 3000 * i, large)));
            }
            return all;
        });
    }

    private RtspSession open(FakeRtspServer encrypted, String host, List<String> pins) throws IOException {
        return client().open(target(encrypted, host, pins, LONG), sink);
    }

    private static RtspTarget target(FakeRtspServer encrypted, String host, List<String> pins, RtspTimings timings) {
        URI uri = URI.create("rtsps://" + host + ":" + encrypted.port() + "/cam1");
        return new RtspTarget(uri, "viewer", Secret.of("s3cret"), pins, timings);
    }

    /** Returns the pin that was shown. */
    private String refusesCertificate(FakeRtspServer encrypted, Certificates shown) throws Exception {
        RtspFailure failure = sink.awaitFailure();
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(RtspFailure.Kind.CERTIFICATE);
        assertThat(failure.shownPin()).isEqualTo(shown.pin());
        assertThat(failure.detail()).contains(shown.pin());
        assertThat(encrypted.requests()).isEmpty();
        return shown.pin();
    }

    /** Takes one connection, answers in clear, and tells what came. */
    private static CompletableFuture<String> hear(ServerSocket plain) {
        CompletableFuture<String> heard = new CompletableFuture<>();
        Threads.daemon("plain server", () -> {
                    try (Socket taken = plain.accept()) {
                        InputStream in = taken.getInputStream();
                        ByteArrayOutputStream all = new ByteArrayOutputStream();
                        all.write(in.read());
                        taken.getOutputStream()
                                .write("RTSP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        for (int next = in.read(); next >= 0; next = in.read()) {
                            all.write(next);
                        }
                        heard.complete(all.toString(StandardCharsets.ISO_8859_1));
                    } catch (IOException gone) {
                        heard.complete("");
                    }
                })
                .start();
        return heard;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 30 s").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
