package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.access.ShownCertificate.Why;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.base.Texts;
import vn.toancanh.base.Threads;
import vn.toancanh.server.tls.Keys;

/** Nothing is told to a server that is not known by its certificate, nor by an authority. */
class TlsTest {
    private static final SystemTrust NOBODY = new SystemTrust(List.of());
    private static final Instant NOW = Clock.SYSTEM.now();

    @TempDir
    Path folder;

    private final ServerPins pins = new ServerPins();
    private Desk desk = new Desk(pins, NOBODY, Clock.SYSTEM);

    @AfterEach
    void close() {
        desk.close();
    }

    private void use(ServerPins others, SystemTrust authorities) {
        desk.close();
        desk = new Desk(others, authorities, Clock.SYSTEM);
    }

    private static String name(FakeCentral server) {
        return "127.0.0.1:" + server.web.getPort();
    }

    private static ShownCertificate shown(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED);
        if (!(failure.cause() instanceof UntrustedServer told)) {
            throw new AssertionError(failure);
        }
        ShownCertificate shown = told.shown();
        assertThat(failure.textKey()).isEqualTo(shown.why().textKey());
        for (Language language : Language.values()) {
            assertThat(new Texts(language).of(failure))
                    .contains(shown.server(), shown.fingerprint().toString())
                    .doesNotContain("{", "null");
        }
        return shown;
    }

    @Test
    void aServerThatNobodyVouchesForIsToldNothingUntilItIsAccepted() throws Exception {
        Keys.Pair own = Keys.ec(folder, "own", NOW, "127.0.0.1");
        try (FakeCentral server = new FakeCentral(own.sockets())) {
            ShownCertificate shown = shown(Desk.refusal(desk.signIn(server.uri())));
            assertThat(shown.why()).isEqualTo(Why.UNKNOWN);
            assertThat(shown.fingerprint()).isEqualTo(own.fingerprint());
            assertThat(shown.known()).isNull();
            assertThat(shown.server()).isEqualTo(name(server));
            assertThat(server.requests).isEmpty();

            pins.accept(shown.server(), shown.fingerprint());
            desk.signedIn(server.uri());
            assertThat(server.to("POST /sessions")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"4000, 127.0.0.1, ENDED", "-30, 127.0.0.1, NOT_YET", "30, may-chu.hanoi.vn, UNKNOWN"})
    void whatIsWrongWithItIsSaidAndAPinCountsAllTheSame(int days, String host, Why why) throws Exception {
        Keys.Pair odd = Keys.ec(folder, "odd", NOW.minus(Duration.ofDays(days)), host);
        try (FakeCentral server = new FakeCentral(odd.sockets())) {
            ShownCertificate shown = shown(Desk.refusal(desk.signIn(server.uri())));
            assertThat(shown.why()).isEqualTo(why);
            assertThat(server.requests).isEmpty();
            pins.accept(shown.server(), shown.fingerprint());
            desk.signedIn(server.uri());
        }
    }

    @Test
    void anAuthoritysWordIsEnoughForTheNameItWasGivenFor() throws Exception {
        Keys.Pair good = Keys.ec(folder, "good", NOW, "127.0.0.1");
        use(pins, new SystemTrust(List.of(folder.resolve("not-there"), good.certificate())));
        try (FakeCentral server = new FakeCentral(good.sockets())) {
            desk.signedIn(server.uri());
        }
        Keys.Pair other = Keys.ec(folder, "other", NOW, "may-chu.hanoi.vn");
        use(pins, new SystemTrust(List.of(other.certificate())));
        try (FakeCentral server = new FakeCentral(other.sockets())) {
            ShownCertificate shown = shown(Desk.refusal(desk.signIn(server.uri())));
            assertThat(shown.why()).isEqualTo(Why.OTHER_NAME);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void whereAPinStandsAnAuthoritysWordIsNotEnough() throws Exception {
        Keys.Pair former = Keys.ec(folder, "former", NOW, "127.0.0.1");
        Keys.Pair now = Keys.ec(folder, "now", NOW, "127.0.0.1");
        try (FakeCentral server = new FakeCentral(now.sockets())) {
            Map<String, String> settings = Map.of(
                    ServerPins.setting(name(server)),
                    former.fingerprint().hex(),
                    "trust.other:1",
                    "no pin",
                    "language",
                    "vi");
            use(new ServerPins(settings, Optional.empty()), new SystemTrust(List.of(now.certificate())));
            ShownCertificate shown = shown(Desk.refusal(desk.signIn(server.uri())));
            assertThat(shown.why()).isEqualTo(Why.CHANGED);
            assertThat(shown.known()).isEqualTo(former.fingerprint());
            assertThat(shown.fingerprint()).isEqualTo(now.fingerprint());
            assertThat(server.requests).isEmpty();

            // What whoever started the program insists on goes before what is kept.
            use(new ServerPins(settings, Optional.of(now.fingerprint())), NOBODY);
            desk.signedIn(server.uri());
            use(
                    new ServerPins(Map.of(), Optional.of(former.fingerprint())),
                    new SystemTrust(List.of(now.certificate())));
            assertThat(shown(Desk.refusal(desk.signIn(server.uri()))).why()).isEqualTo(Why.CHANGED);
        }
    }

    @Test
    void aCertificateThatChangesUnderASessionIsSaidAndTheSessionTellsItNothing() throws Exception {
        Keys.Pair first = Keys.ec(folder, "first", NOW, "127.0.0.1");
        Keys.Pair second = Keys.ec(folder, "second", NOW, "127.0.0.1");
        int port = StandingPort.free();
        try (FakeCentral server = new FakeCentral(first.sockets(), port)) {
            server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("events")));
            pins.accept(name(server), first.fingerprint());
            desk.signedIn(server.uri());
            desk.until(() -> !server.to("GET /events/stream").isEmpty());
        }
        try (FakeCentral impostor = new FakeCentral(second.sockets(), port)) {
            desk.until(() -> desk.client.sessions().state().connection().why() != null);
            var connection = desk.here(() -> desk.client.sessions().state().connection());
            assertThat(connection.phase()).isEqualTo(Phase.AWAY);
            Failure why = Optional.ofNullable(connection.why()).orElseThrow();
            assertThat(shown(why).known()).isEqualTo(first.fingerprint());
            assertThat(impostor.requests).isEmpty();
        }
    }

    @Test
    void whoWaitsForAServerIsToldThatAnotherAnswers() throws Exception {
        Keys.Pair own = Keys.ec(folder, "own", NOW, "127.0.0.1");
        try (FakeCentral server = new FakeCentral(own.sockets())) {
            desk.here(() -> {
                desk.client.sessions().signInWhenBack(server.uri(), "truc.ban", Secret.of("mat-khau"), any -> {});
                return true;
            });
            desk.until(() -> desk.client.sessions().state().connection().why() != null);
            assertThat(desk.here(
                            () -> desk.client.sessions().state().connection().phase()))
                    .isEqualTo(Phase.WAITING);
            pins.accept(name(server), own.fingerprint());
            desk.until(() -> desk.client.sessions().state().connection().isOnline());
            assertThat(desk.here(
                            () -> desk.client.sessions().state().connection().why()))
                    .isNull();
        }
    }

    @Test
    void anImportGoesByItsPinAlone() throws Exception {
        Keys.Pair own = Keys.ec(folder, "own", NOW, "127.0.0.1");
        try (FakeCentral server = new FakeCentral(own.sockets())) {
            server.on(
                    "POST /imports",
                    request -> FakeCentral.json(
                            "{\"dryRun\":false,\"sites\":0,\"added\":0,\"changed\":0,\"unchanged\":0,\"revision\":2}"));
            for (Optional<Fingerprint> wrong :
                    List.of(Optional.<Fingerprint>empty(), Optional.of(new Fingerprint("0".repeat(64))))) {
                assertThatThrownBy(() -> send(server, wrong))
                        .isInstanceOfSatisfying(
                                FailureException.class,
                                refused -> assertThat(shown(refused.failure()).known())
                                        .isEqualTo(wrong.orElse(null)));
                assertThat(server.requests).isEmpty();
            }
            assertThat(send(server, Optional.of(own.fingerprint())).added()).isZero();
        }
    }

    private static InventoryUpload.Done send(FakeCentral server, Optional<Fingerprint> pin) {
        return new InventoryUpload(Desk.QUICK, Clock.SYSTEM, new ServerPins(Map.of(), pin))
                .send(server.uri(), "truc.ban", Secret.of("mat-khau"), List.of(), List.of(), List.of());
    }

    /** Answers the first caller with these bytes and reads what he says. */
    private static ServerSocket answering(String bytes) throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Threads.daemon("answering", () -> {
                    while (!socket.isClosed()) {
                        try (Socket caller = socket.accept()) {
                            caller.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                            caller.shutdownOutput();
                            caller.getInputStream().readAllBytes();
                        } catch (IOException closed) {
                            // The caller has seen enough.
                        }
                    }
                })
                .start();
        return socket;
    }

    @Test
    void whatDoesNotSpeakTlsIsToldNothing() throws IOException {
        try (ServerSocket plain = answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            Failure failure = Desk.refusal(desk.signIn(URI.create("https://127.0.0.1:" + plain.getLocalPort())));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure.textKey()).isEqualTo("central.noTls");
        }
    }

    /** Takes each caller's greeting and hangs up in the middle of its own, as a server does that is killed. */
    private static ServerSocket dying(String began, boolean byReset) throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Threads.daemon("dying", () -> {
                    while (!socket.isClosed()) {
                        try (Socket caller = socket.accept()) {
                            caller.getInputStream().read();
                            caller.getOutputStream().write(began.getBytes(StandardCharsets.ISO_8859_1));
                            caller.setSoLinger(byReset, 0);
                        } catch (IOException closed) {
                            // The caller has seen enough.
                        }
                    }
                })
                .start();
        return socket;
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 3", "false, 9", "true, 0", "true, 3", "true, 9"})
    void aServerThatDiesWhileItGreetsIsAwayAndNoOther(boolean byReset, int said) throws IOException {
        // The head of a handshake record of 100 bytes, and of a server's greeting in it.
        String greeting = "\u0016\u0003\u0003\u0000d\u0002\u0000\u0000`".substring(0, said);
        try (ServerSocket server = dying(greeting, byReset)) {
            Failure failure = Desk.refusal(desk.signIn(URI.create("https://127.0.0.1:" + server.getLocalPort())));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.textKey()).isEqualTo(Kind.UNREACHABLE.textKey());
        }
    }

    @Test
    void whatSpeaksTlsAloneIsNamedToWhoComesByPlainHttp() throws IOException {
        // a TLS alert: unexpected message
        for (String answer : List.of("", "\u0015\u0003\u0003\u0000\u0002\u0002\n")) {
            try (ServerSocket secure = answering(answer)) {
                int port = secure.getLocalPort();
                Failure failure = Desk.refusal(desk.signIn(URI.create("http://127.0.0.1:" + port)));
                assertThat(failure.textKey()).isEqualTo("central.wantsTls");
                assertThat(new Texts(Language.VI).of(failure)).contains("127.0.0.1:" + port, "https://");
            }
        }
    }

    @Test
    void serversAreTheSameHoweverTheirNameIsWritten() {
        assertThat(ServerPins.nameOf("May-Chu.Hanoi.vn", 443)).isEqualTo("may-chu.hanoi.vn:443");
        assertThat(ServerPins.nameOf("::1", 8443))
                .isEqualTo(ServerPins.nameOf("[::1]", 8443))
                .isEqualTo("[::1]:8443");
    }
}
