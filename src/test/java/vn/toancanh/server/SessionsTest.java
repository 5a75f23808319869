package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.accounts.Sessions;

@Tag("slow")
class SessionsTest {
    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Desk.Answer refresh(String token) {
        return fixture.anonymous.post("/sessions/refresh", "{\"refreshToken\":\"" + token + "\"}");
    }

    @Test
    void signingInTellsWhoAndWhatRights() {
        JsonNode session =
                fixture.anonymous.login("  Operator ", ServerFixture.PASSWORD).json();
        assertThat(session.path("user").path("username").asString()).isEqualTo("operator");
        assertThat(session.path("rights").path(0).path("level").asString()).isEqualTo("operate");
        assertThat(session.path("expiresInS").asLong()).isEqualTo(Sessions.ACCESS.toSeconds());
        Desk desk = fixture.anonymous.withToken(session.path("accessToken").asString());
        assertThat(desk.get("/sessions/current")
                        .json()
                        .path("user")
                        .path("displayName")
                        .asString())
                .isEqualTo("Ca operator");
    }

    @Test
    void everyAnswerThatTellsWhoTellsUntilWhenADeskMayGoOnThatCannotAsk() {
        JsonNode session =
                fixture.anonymous.login("operator", ServerFixture.PASSWORD).json();
        assertThat(session.path("offlineUntil").asString())
                .isEqualTo(clock.now().plus(Duration.ofHours(12)).toString());
        clock.advance(Duration.ofMinutes(3));
        JsonNode renewed = refresh(session.path("refreshToken").asString()).json();
        Desk desk = fixture.anonymous.withToken(renewed.path("accessToken").asString());
        for (JsonNode told :
                new JsonNode[] {renewed, desk.get("/sessions/current").json()}) {
            assertThat(told.path("offlineUntil").asString())
                    .as("counted anew")
                    .isEqualTo(clock.now().plus(Duration.ofHours(12)).toString());
        }
    }

    @Test
    void wrongPasswordAndUnknownUserGetTheSameAnswer() {
        Desk.Answer wrong = fixture.anonymous.login("operator", "khong-phai-no");
        Desk.Answer unknown = fixture.anonymous.login("khong-ai-ca", "khong-phai-no");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    private static String withoutRequestId(Desk.Answer answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void manyWrongTriesAreSlowedForThatUserOnly() {
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.anonymous.login("operator", "sai-" + i).status()).isEqualTo(401);
        }
        Desk.Answer refused = fixture.anonymous.login("OPERATOR", ServerFixture.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(fixture.anonymous.login("viewer", ServerFixture.PASSWORD).status())
                .isEqualTo(201);
        clock.advance(Duration.ofSeconds(61));
        assertThat(fixture.anonymous.login("operator", ServerFixture.PASSWORD).status())
                .isEqualTo(201);
    }

    @Test
    void anAccessTokenEndsAndIsRenewed() {
        JsonNode first =
                fixture.anonymous.login("viewer", ServerFixture.PASSWORD).json();
        Desk desk = fixture.anonymous.withToken(first.path("accessToken").asString());
        assertThat(desk.get("/sites").status()).isEqualTo(200);
        clock.advance(Sessions.ACCESS.plusSeconds(1));
        assertThat(desk.get("/sites").status()).isEqualTo(401);
        JsonNode second = refresh(first.path("refreshToken").asString()).json();
        assertThat(fixture.anonymous
                        .withToken(second.path("accessToken").asString())
                        .get("/sites")
                        .status())
                .isEqualTo(200);
        assertThat(desk.get("/sites").status()).isEqualTo(401);
    }

    @Test
    void aSpentRefreshTokenEndsItsSession() {
        JsonNode first =
                fixture.anonymous.login("viewer", ServerFixture.PASSWORD).json();
        JsonNode second = refresh(first.path("refreshToken").asString()).json();
        Desk desk = fixture.anonymous.withToken(second.path("accessToken").asString());
        assertThat(desk.get("/sites").status()).isEqualTo(200);
        assertThat(refresh(first.path("refreshToken").asString()).status()).isEqualTo(401);
        assertThat(desk.get("/sites").status()).isEqualTo(401);
        assertThat(refresh(second.path("refreshToken").asString()).status()).isEqualTo(401);
    }

    private String signedIn() {
        return token(fixture.anonymous.login("viewer", ServerFixture.PASSWORD));
    }

    private static String token(Desk.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer.json().path("refreshToken").asString();
    }

    private Desk desk(Desk.Answer answer) {
        return fixture.anonymous.withToken(answer.json().path("accessToken").asString());
    }

    @Test
    void aRefreshWhoseAnswerWasLostIsRepeated() {
        String first = signedIn();
        String lost = token(refresh(first));
        clock.advance(Duration.ofSeconds(20));
        String lostToo = token(refresh(first));
        clock.advance(Duration.ofSeconds(20));
        Desk.Answer arrived = refresh(first);
        assertThat(desk(arrived).get("/sites").status()).isEqualTo(200);
        String next = token(refresh(token(arrived)));
        assertThat(next).isNotIn(first, lost, lostToo);
        assertThat(refresh(first).status())
                .as("its successor has been presented")
                .isEqualTo(401);
        assertThat(refresh(next).status()).as("that was somebody else").isEqualTo(401);
    }

    @Test
    void aRefreshIsNotRepeatedLater() {
        String first = signedIn();
        String lost = token(refresh(first));
        clock.advance(Duration.ofSeconds(61));
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(lost).status()).isEqualTo(401);
    }

    @Test
    void whoeverHasWhatWasLostEndsTheSession() {
        String first = signedIn();
        String caught = token(refresh(first));
        Desk.Answer arrived = refresh(first);
        assertThat(refresh(caught).status()).isEqualTo(401);
        assertThat(desk(arrived).get("/sites").status()).isEqualTo(401);
    }

    @Test
    void aServerThatDiesBeforeItsAnswerCostsNoSession() throws IOException {
        String first = signedIn();
        token(refresh(first));
        fixture.close();
        clock.advance(Duration.ofMinutes(5));
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        clock.advance(Duration.ofSeconds(50));
        Desk.Answer arrived = refresh(first);
        assertThat(desk(arrived).get("/sites").status()).isEqualTo(200);
        assertThat(refresh(first).status()).as("it has shown what it got").isEqualTo(401);
    }

    @Test
    void aTokenThatNobodyEverHeldTakesNoTurnAtTheWriter() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(refresh("tcr_khong-cua-ai").status()).isEqualTo(401);
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void aShiftEndsAfterTwelveHoursWhateverWasRefreshed() {
        JsonNode session =
                fixture.anonymous.login("viewer", ServerFixture.PASSWORD).json();
        clock.advance(Sessions.REFRESH.plusSeconds(1));
        Desk.Answer refused = refresh(session.path("refreshToken").asString());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("refreshRefused");
    }

    @Test
    void signingOutEndsBothTokens() {
        JsonNode session =
                fixture.anonymous.login("viewer", ServerFixture.PASSWORD).json();
        Desk desk = fixture.anonymous.withToken(session.path("accessToken").asString());
        assertThat(desk.delete("/sessions/current").status()).isEqualTo(204);
        assertThat(desk.get("/sites").status()).isEqualTo(401);
        assertThat(refresh(session.path("refreshToken").asString()).status()).isEqualTo(401);
    }

    @Test
    void anotherPasswordEndsAllSessions() {
        Desk desk = fixture.desk("viewer");
        assertThat(fixture.server.accounts().setPassword("viewer", Secret.of("mot-cai-khac")))
                .isTrue();
        assertThat(desk.get("/sites").status()).isEqualTo(401);
        assertThat(fixture.anonymous.login("viewer", "mot-cai-khac").status()).isEqualTo(201);
    }

    @Test
    void badBodiesAreNamed() {
        assertThat(fixture.anonymous
                        .post("/sessions", "{\"username\":\"a\"}")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/password");
        Desk.Answer type = fixture.anonymous.post("/sessions", "{\"username\":5,\"password\":\"x\"}");
        assertThat(type.status()).isEqualTo(400);
        assertThat(type.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/username");
        assertThat(fixture.anonymous.post("/sessions", "{\"username\":").code()).isEqualTo("badRequest");
        assertThat(fixture.anonymous.post("/sessions", "[".repeat(200)).status())
                .isEqualTo(400);
        assertThat(fixture.anonymous
                        .post("/sessions", "{\"x\":" + "[".repeat(200) + "]".repeat(200) + "}")
                        .status())
                .isEqualTo(400);
        assertThat(fixture.anonymous.post("/sessions", "null").status()).isEqualTo(400);
        assertThat(fixture.anonymous.post("/sessions", "").status()).isEqualTo(400);
        assertThat(fixture.anonymous
                        .post("/sessions", "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(fixture.anonymous
                        .post("/sessions", "{\"username\":\"" + "x".repeat(2 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(fixture.anonymous
                        .post("/sessions", "{\"username\":\"" + "x".repeat(4 << 10) + "\"}")
                        .status())
                .as("more than any sign-in is")
                .isEqualTo(413);
        assertThat(fixture.anonymous
                        .post(
                                "/sessions",
                                "{\"username\":\"" + "\\u1ea1".repeat(64) + "\",\"password\":\"" + "\\u1ea1".repeat(256)
                                        + "\",\"client\":\"" + "\\u1ea1".repeat(100) + "\"}")
                        .status())
                .as("the longest that there is")
                .isEqualTo(401);
    }

    @Test
    void unknownFieldsAreTolerated() {
        assertThat(fixture.anonymous
                        .post(
                                "/sessions",
                                "{\"username\":\"viewer\",\"password\":\"" + ServerFixture.PASSWORD + "\",\"new\":[1]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void neitherPasswordsNorTokensLieOnDiskInClear() throws IOException {
        Desk desk = fixture.desk("operator");
        String token = String.valueOf(desk.token());
        fixture.server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(content)
                        .as(file.toString())
                        .doesNotContain(ServerFixture.PASSWORD)
                        .doesNotContain(token);
            }
        }
    }
}
