package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.base.Threads;
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
            return stand.stream()
                    .filter(each -> each.id().equals(grantId))
                    .map(each -> each.allowance().admission())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Set<Admission> ended(Set<Admission> watching) {
            return new HashSet<>();
        }
    }

    private RelaySetup setup(int port, @Nullable Encryption tls) {
        return setup(
                new RelayProgram(ChildJvm.asThisOne()::relayCommand, folder),
                port,
                tls == null ? null : tls.certificate(),
                tls == null ? null : tls.key(),
                () -> tls == null
                        ? List.of()
                        : List.of(tls.identity().fingerprint().base64()));
    }

    private RelaySetup setup(
            RelayProgram program,
            int port,
            @Nullable Path certificate,
            @Nullable Path key,
            Supplier<List<String>> pins) {
        return new RelaySetup(
                program,
                folder,
                "1",
                Secret.of("mot-bi-mat"),
                "127.0.0.1",
                port,
                true,
                certificate,
                key,
                pins,
                Duration.ofSeconds(60));
    }

    private RelayBeside start(int port, @Nullable Encryption tls, Grants grants) throws IOException {
        return start(setup(port, tls), Clock.SYSTEM, grants);
    }

    private RelayBeside start(RelaySetup setup, Clock clock, Grants grants) throws IOException {
        RelayBeside relay = RelayBeside.start(setup, clock);
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
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            refused -> assertThat(refused.failure().textKey()).isEqualTo("server.portTaken"));
            assertThat(MeetingPlace.sockets(folder)).isEmpty();
        }
    }

    @Test
    void aProgramThatIsNoRelayIsAFailureAndNotAWaitForEver() {
        RelaySetup wrong = setup(new RelayProgram(words -> List.of("true"), folder), 0, null, null, List::of);
        assertThatThrownBy(() -> RelayBeside.start(wrong, Clock.SYSTEM)).isInstanceOf(IOException.class);
    }

    @Test
    void aRelayThatIsStoppedIsReplaced() throws Exception {
        Said said = new Said();
        said.stand.add(good("g-1"));
        RelayBeside relay = start(0, null, said);
        long first = relay.pid();
        stop(first);
        awaitAnother(relay, first);
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        // It serves before it is told what stands.
        long begun = System.nanoTime();
        int answer = asks(relay, good("g-1"));
        while (answer == 401 && System.nanoTime() - begun < 30_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(100);
            answer = asks(relay, good("g-1"));
        }
        assertThat(answer).isEqualTo(502);
    }

    private static void stop(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void awaitAnother(RelayBeside relay, long first) throws InterruptedException {
        long begun = System.nanoTime();
        while (relay.pid() == first && System.nanoTime() - begun < 60_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(relay.pid()).isNotEqualTo(first);
    }

    @Test
    void aRelayThatIsStoppedKeepsNobodyWaiting() throws Exception {
        RelayBeside relay = start(0, null, new Said());
        long first = relay.pid();
        stop(first);
        long begun = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            relay.admit(good("g-" + i).allowance());
        }
        relay.settle();
        relay.cutSession("s-1");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("some megabytes, which its socket does not take")
                .isLessThan(Duration.ofSeconds(8));
        awaitAnother(relay, first);
    }

    /** A clock that a test puts forward, as it goes on for a process that was paused. */
    private static final class Paused implements Clock {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public long nanos() {
            return SYSTEM.nanos() + nanos.get();
        }

        @Override
        public Instant now() {
            return SYSTEM.now().plusNanos(nanos.get());
        }
    }

    @Test
    void aServerThatWasPausedGoesOnWithItsRelay() throws Exception {
        Paused clock = new Paused();
        RelayBeside relay = start(setup(0, null), clock, new Said());
        long first = relay.pid();
        for (int i = 0; i < 4; i++) {
            clock.nanos.addAndGet(60_000_000_000L);
            TimeUnit.MILLISECONDS.sleep(1600);
            assertThat(relay.pid()).isEqualTo(first);
            assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isPresent();
        }
    }

    @Test
    void anOrderlyEndWhileItIsReplacedLeavesNone() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        RelayProgram slow = new RelayProgram(
                words -> {
                    if (starts.incrementAndGet() > 1) {
                        starting.countDown();
                        awaitQuietly(mayStart);
                    }
                    return ChildJvm.asThisOne().relayCommand(words);
                },
                folder);
        RelayBeside relay = start(setup(slow, 0, null, null, List::of), Clock.SYSTEM, new Said());
        ProcessHandle.of(relay.pid()).orElseThrow().destroyForcibly();
        assertThat(starting.await(60, TimeUnit.SECONDS)).isTrue();
        Thread ending = Threads.daemon("ending", relay::close);
        ending.start();
        while (ending.getState() != Thread.State.TIMED_WAITING) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        mayStart.countDown();
        ending.join();
        // Where nobody has waited for it, it comes only now.
        TimeUnit.SECONDS.sleep(2);
        assertThat(starts).hasValue(2);
        assertThat(MeetingPlace.sockets(folder)).isEmpty();
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(each -> each.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRelayThatCannotServeSaysWhyAndNoProcessStays() throws Exception {
        Path certificate = Files.writeString(folder.resolve("a.crt"), "không phải chứng chỉ");
        Path key = Files.writeString(folder.resolve("a.key"), "không phải khoá");
        RelaySetup setup =
                setup(new RelayProgram(ChildJvm.asThisOne()::relayCommand, folder), 0, certificate, key, List::of);
        assertThatThrownBy(() -> RelayBeside.start(setup, Clock.SYSTEM))
                .isInstanceOfSatisfying(FailureException.class, refused -> {
                    assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.RESOURCES);
                    assertThat(new Texts(Language.VI).of(refused.failure()))
                            .startsWith("Bộ chuyển tiếp luồng không phục vụ được")
                            .contains("a.");
                });
        assertThat(MeetingPlace.sockets(folder)).isEmpty();
    }

    @Test
    void aRelayThatHangsUpWhenItIsToServeIsNotLeftBehind() throws Exception {
        Path file = MeetingPlace.socket(folder, ProcessHandle.current().pid());
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(file));
            Threads.daemon("hangs-up", () -> hangUp(door)).start();
            assertThatThrownBy(() -> RelayBeside.start(setup(0, null), Clock.SYSTEM))
                    .isInstanceOf(IOException.class);
            assertThat(file).doesNotExist();
        }
    }

    private static void hangUp(ServerSocketChannel door) {
        Proof proof = new Proof(Secret.of("mot-bi-mat"));
        try (ControlSocket caller = new ControlSocket(door.accept())) {
            caller.write(new Word.Hello(RelayProcess.PROTOCOL, "1", "00"));
            Order.Prove shown = (Order.Prove) Objects.requireNonNull(caller.read(Order.class));
            caller.write(new Word.Proved(proof.ofRelay("00", shown.nonce()), null));
            caller.read(Order.class);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
