package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.Level;
import vn.toancanh.access.Session;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;

class SignInTest {
    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    @Test
    void signsInAndTellsWhoItIs() {
        Session session = ((SignInOutcome.SignedIn) desk.signIn(URI.create(server.uri() + "/"))).session();
        assertThat(session.server()).isEqualTo(server.uri());
        assertThat(session.user()).isEqualTo("truc.ban");
        assertThat(session.displayName()).isEqualTo("Trực ban 1");
        assertThat(session.roles()).containsExactly("operator");
        assertThat(session.isAdministrator()).isFalse();
        assertThat(session.rights()).as("a level we do not know is left out").hasSize(2);
        assertThat(session.mayAnywhere(Level.OPERATE)).isTrue();
        assertThat(session.mayAnywhere(Level.CONFIGURE)).isFalse();
        assertThat(desk.here(() -> desk.client.sessions().state().connection().phase()))
                .isEqualTo(Phase.ONLINE);
        assertThat(server.to("POST /sessions").getFirst().getBody().utf8())
                .contains("\"username\":\"truc.ban\"", "\"password\":\"mat-khau\"", "\"client\":\"test 1\"");
    }

    @Test
    void narrowedRightsAndWhatIsDeniedAreUnderstood() {
        server.on(
                "POST /sessions",
                request -> FakeCentral.json(
                        201,
                        FakeCentral.SESSION
                                .formatted(1, 600, 1)
                                .strip()
                                .replaceFirst(
                                        "\\}$",
                                        ",\"denials\":[{\"level\":\"view\",\"siteId\":\"hk\",\"tags\":[\"noi-bo\"]},"
                                                + "{\"level\":\"levitate\"}],\"ptzPriority\":7,\"publishedOnly\":true,\"new\":[{}]}")));
        Session session = ((SignInOutcome.SignedIn) desk.signIn(server.uri())).session();
        assertThat(session.ptzPriority()).isEqualTo(7);
        assertThat(session.publishedOnly()).isTrue();
        assertThat(session.denials()).hasSize(1);
        List<SiteId> path = List.of(new SiteId("nga-tu"), new SiteId("hk"));
        assertThat(session.mayAt(Level.OPERATE, path, List.of("a"))).isTrue();
        assertThat(session.mayAt(Level.VIEW, path, List.of("a", "noi-bo"))).isFalse();
        assertThat(session.mayAt(Level.VIEW, List.of(new SiteId("x")), List.of("noi-bo")))
                .isTrue();
        assertThat(session.mayAt(Level.MANAGE, path, List.of())).isFalse();
    }

    @Test
    void whyARoleIsNotLetInIsSaid() {
        for (var told : Map.of(
                        "outsideHours", "central.outsideHours", "secondPersonNeeded", "central.secondPersonNeeded")
                .entrySet()) {
            server.on("POST /sessions", request -> FakeCentral.problem(401, told.getKey()));
            SignInOutcome.Refused refused = (SignInOutcome.Refused) desk.signIn(server.uri());
            assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.CREDENTIALS);
            assertThat(refused.failure().textKey()).isEqualTo(told.getValue());
        }
    }

    @Test
    void aPasswordIsToldToNobodyWhoDoesNotSayWhatItIs() {
        server.on("GET /info", request -> FakeCentral.odd(FakeCentral.json("{\"hello\":\"world\"}")));
        Failure failure = Desk.refusal(desk.signIn(server.uri()));
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.textKey()).isEqualTo("central.notServer");
        assertThat(server.to("POST /sessions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, badCredentials, CREDENTIALS, failure.credentials",
        "401, unauthenticated, CREDENTIALS, failure.credentials",
        "403, forbidden, FORBIDDEN, failure.forbidden",
        "429, tooManyTries, BUSY, failure.busy",
        "503, busy, BUSY, failure.busy",
        "500, internal, PROTOCOL, central.serverFault",
        "502, x, UNREACHABLE, failure.unreachable",
        "504, x, UNREACHABLE, failure.unreachable",
        "507, storageFull, RESOURCES, central.serverFull",
        "400, badField, BAD_INPUT, failure.badInput",
        "409, x, CONFLICT, failure.conflict",
        "301, x, PROTOCOL, central.notUnderstood",
        "418, x, PROTOCOL, central.notUnderstood"
    })
    void everyRefusalHasItsKindAndNeverTheServersOwnWords(int status, String code, Kind kind, String text) {
        server.on("POST /sessions", request -> FakeCentral.odd(FakeCentral.problem(status, code)));
        Failure failure = Desk.refusal(desk.signIn(server.uri()));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.textKey()).isEqualTo(text);
        assertThat(new Texts(Language.VI).of(failure)).doesNotContain("raw server words");
        assertThat(failure.toString()).doesNotContain("mat-khau");
    }

    @Test
    void tooManyTriesSayHowLongToWait() {
        server.on(
                "POST /sessions",
                request -> FakeCentral.odd(new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "42")
                        .build()));
        Failure failure = Desk.refusal(desk.signIn(server.uri()));
        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
        assertThat(new Texts(Language.EN).of(failure)).contains("42 seconds");
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(Desk.refusal(desk.signIn(URI.create("http://127.0.0.1:" + free)))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(Desk.refusal(desk.signIn(URI.create("https://khong-co.invalid")))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aServerThatNeverAnswersIsLate() {
        Desk hasty = new Desk(new CentralOptions(
                "test",
                Duration.ofSeconds(5),
                Duration.ofMillis(300),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(1)));
        try (hasty) {
            server.on(
                    "GET /info",
                    request -> FakeCentral.odd(new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build()));
            assertThat(Desk.refusal(hasty.signIn(server.uri())).kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void aConnectionThatIsCutIsUnreachable() {
        server.on(
                "POST /sessions",
                request -> FakeCentral.odd(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build()));
        assertThat(Desk.refusal(desk.signIn(server.uri())).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>Welcome to nginx</html>", "", "{\"accessToken\":", "[1,2]", "{\"accessToken\":{}}", "{}"})
    void whatIsNoSessionIsNotUnderstood(String body) {
        server.on("POST /sessions", request -> FakeCentral.odd(FakeCentral.json(201, body)));
        assertThat(Desk.refusal(desk.signIn(server.uri())).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void aWebPageIsNoServer() {
        server.on(
                "GET /info",
                request -> FakeCentral.odd(new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html")
                        .body("<html>Login to the router</html>")
                        .build()));
        assertThat(Desk.refusal(desk.signIn(server.uri())).textKey()).isEqualTo("central.notServer");
    }

    @Test
    void halfABodyIsNotUnderstood() {
        server.on(
                "GET /info",
                request -> FakeCentral.odd(new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json")
                        .body(FakeCentral.info("cameras"))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build()));
        Failure failure = Desk.refusal(desk.signIn(server.uri()));
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.unanswered())
                .as("what was asked for may have been done")
                .isTrue();
    }

    @Test
    void anotherVersionOfTheContractIsUnsupported() {
        server.on("GET /info", request -> FakeCentral.odd(FakeCentral.json("{\"apiVersions\":[\"v7\"]}")));
        assertThat(Desk.refusal(desk.signIn(server.uri())).textKey()).isEqualTo("central.otherVersion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3:8088",
                "http://may-chu.hanoi.vn",
                "http://127.evil.vn",
                "http://localhost.evil.vn"
            })
    void plainHttpLeavesThisMachineNever(String address) {
        Failure failure = Desk.refusal(desk.signIn(URI.create(address)));
        assertThat(failure.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(failure.textKey()).isEqualTo("central.insecure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1", "may-chu", "http://user:pass@127.0.0.1", "http://127.0.0.1/?a=b"})
    void whatIsNoAddressIsSaid(String address) {
        Failure failure = Desk.refusal(desk.signIn(URI.create(address)));
        assertThat(failure.kind()).isEqualTo(Kind.BAD_INPUT);
        assertThat(failure.toString()).doesNotContain("pass");
    }

    @Test
    void signingOutEndsTheSessionThereToo() {
        desk.signedIn(server.uri());
        desk.here(() -> {
            desk.client.sessions().signOut();
            return true;
        });
        assertThat(desk.here(() -> desk.client.sessions().current())).isEmpty();
        desk.until(() -> server.to("DELETE /sessions/current").size() == 1);
        assertThat(server.to("DELETE /sessions/current").getFirst().getHeaders().get("Authorization"))
                .isEqualTo("Bearer access-1");
    }

    @Test
    void aProgramThatEndsLeavesTheSessionThereAsItIs() {
        desk.signedIn(server.uri());
        desk.client.close();
        desk.until(() -> desk.client.sessions().current().isEmpty());
        // whatever was told for the first client would stand before this
        desk.signedIn(server.uri());
        desk.here(() -> {
            desk.client.sessions().signOut();
            return true;
        });
        desk.until(() -> !server.to("DELETE /sessions/current").isEmpty());
        assertThat(server.to("DELETE /sessions/current"))
                .as("that of the second sign-in")
                .hasSize(1);
    }

    @Test
    void aFailedSignInLeavesWhoeverIsSignedIn() {
        desk.signedIn(server.uri());
        server.on("POST /sessions", request -> FakeCentral.problem(401, "badCredentials"));
        Desk.refusal(desk.signIn(server.uri(), "khac", "sai"));
        assertThat(desk.here(
                        () -> desk.client.sessions().current().orElseThrow().user()))
                .isEqualTo("truc.ban");
    }
}
