package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.HeldStream;

/** Somebody sets the server's clock: sessions and grants last as long as they were meant to. */
@Tag("slow")
@Timeout(180)
class SetClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk desk;
    private String refresh = "";

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        JsonNode session =
                fixture.anonymous.login("operator", ServerFixture.PASSWORD).json();
        take(session);
    }

    private void take(JsonNode session) {
        desk = fixture.anonymous.withToken(session.path("accessToken").asString());
        refresh = session.path("refreshToken").asString();
    }

    private void restart() throws IOException {
        fixture.close();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        desk = fixture.anonymous.withToken(desk.token());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private int asked() {
        return desk.get("/sessions/current").status();
    }

    private Desk.Answer renewed() {
        return fixture.anonymous.post("/sessions/refresh", "{\"refreshToken\":\"" + refresh + "\"}");
    }

    private void set(Duration by) {
        clock.set(clock.now().plus(by));
    }

    @ParameterizedTest
    @ValueSource(longs = {24, -24, 24 * 365})
    void aSessionIsAsLongAsBeforeWhereverTheClockIsSet(long hours) throws IOException {
        clock.advance(Duration.ofMinutes(9));
        set(Duration.ofHours(hours));
        assertThat(asked()).isEqualTo(200);
        assertThat(desk.get("/me/sessions").json().path("items")).hasSize(1);
        restart();
        assertThat(asked()).as("after a restart too").isEqualTo(200);
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(asked()).as("ten minutes are over").isEqualTo(401);
        Desk.Answer renewal = renewed();
        assertThat(renewal.status()).as(renewal.body()).isEqualTo(200);
        assertThat(renewal.json().path("expiresInS").asLong()).isEqualTo(Sessions.ACCESS.toSeconds());
        take(renewal.json());
        assertThat(asked()).isEqualTo(200);
        clock.advance(Sessions.REFRESH.minusMinutes(11));
        renewal = renewed();
        assertThat(renewal.status()).isEqualTo(200);
        take(renewal.json());
        clock.advance(Duration.ofMinutes(2));
        assertThat(renewed().status()).as("twelve hours are over").isEqualTo(401);
    }

    private boolean grantIsGood(String id) {
        return fixture.server.admissions().of(id) != null;
    }

    @ParameterizedTest
    @ValueSource(longs = {24, -24, 24 * 365})
    void aGrantIsAsLongAsBeforeWhereverTheClockIsSet(long hours) {
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        String id = desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}")
                .json()
                .at("/items/0/sessionId")
                .asString();
        Admission playing = Objects.requireNonNull(fixture.server.admissions().of(id));
        clock.advance(Duration.ofMinutes(4));
        set(Duration.ofHours(hours));
        assertThat(grantIsGood(id)).isTrue();
        assertThat(fixture.server.admissions().ended(Set.of(playing))).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(grantIsGood(id)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(grantIsGood(id)).as("five minutes are over").isFalse();
        clock.advance(HeldStream.LATE);
        assertThat(fixture.server.admissions().ended(Set.of(playing))).containsExactly(playing);
    }

    @Test
    void aRenewedGrantIsToldByTheClockAsItIsThen() {
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        String id = desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}")
                .json()
                .at("/items/0/sessionId")
                .asString();
        set(DAY.negated());
        Desk.Answer renewed = desk.put("/stream-sessions/" + id, null);
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
        assertThat(renewed.json().path("expiresAt").asString())
                .isEqualTo(clock.now().plus(Duration.ofMinutes(5)).toString());
    }

    @Test
    void whoComesFirstAfterItMaySignInOrRenew() {
        set(DAY);
        Desk.Answer renewal = renewed();
        assertThat(renewal.status()).isEqualTo(200);
        take(renewal.json());
        set(DAY);
        fixture.desk("viewer");
        assertThat(asked()).isEqualTo(200);
        clock.advance(Sessions.ACCESS.plusSeconds(1));
        assertThat(asked()).isEqualTo(401);
    }

    @Test
    void aSpentTokenStaysSpent() {
        String first = refresh;
        take(renewed().json());
        assertThat(asked()).as("the new pair has arrived").isEqualTo(200);
        set(DAY);
        refresh = first;
        assertThat(renewed().status()).isEqualTo(401);
        assertThat(asked()).as("and the session with it").isEqualTo(401);
    }

    /** As on a full disk: whoever reads goes on, by the ends that would have been moved along. */
    @ParameterizedTest
    @ValueSource(longs = {24, -24})
    void whereNothingCanBeWrittenWhoeverReadsGoesOn(long hours) throws SQLException {
        clock.advance(Duration.ofMinutes(1));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            set(Duration.ofHours(hours));
            assertThat(asked()).isEqualTo(200);
            assertThat(renewed().status()).as("a renewal cannot be kept").isEqualTo(503);
            clock.advance(Duration.ofMinutes(8));
            assertThat(asked()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(1).plusSeconds(1));
            assertThat(asked()).as("ten minutes are over").isEqualTo(401);
            statement.execute("ROLLBACK");
        }
        Desk.Answer renewal = renewed();
        assertThat(renewal.status()).as(renewal.body()).isEqualTo(200);
        take(renewal.json());
        clock.advance(Duration.ofMinutes(9));
        assertThat(asked()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(asked()).isEqualTo(401);
    }

    /** Nobody counts while the server is off: then it is by the clock, and no longer than a session that begins now. */
    @Test
    void whileTheServerIsOffTheClockIsBelievedButMakesNoneLonger() throws IOException {
        fixture.close();
        set(DAY.multipliedBy(-30));
        restart();
        assertThat(asked()).isEqualTo(200);
        clock.advance(Sessions.REFRESH.plusSeconds(1));
        assertThat(renewed().status()).isEqualTo(401);
        take(fixture.anonymous.login("operator", ServerFixture.PASSWORD).json());
        fixture.close();
        set(DAY);
        restart();
        assertThat(renewed().status()).isEqualTo(401);
    }
}
