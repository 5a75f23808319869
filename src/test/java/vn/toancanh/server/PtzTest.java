package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.accounts.Sessions;

/** Leases over the wire; every third camera of the fixture has a head. */
@Tag("slow")
@Timeout(180)
class PtzTest {
    private static final String LOCK = "/cameras/c-3/ptz/lock";

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk operator;
    private Desk administrator;
    private Desk viewer;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        operator = fixture.desk("operator");
        administrator = fixture.desk("administrator");
        viewer = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aHeadIsTakenShownAndGivenBack() throws Exception {
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "ptz")) {
            JsonNode lock = operator.put(LOCK, "{}").json();
            assertThat(lock.path("own").asBoolean()).isTrue();
            assertThat(lock.path("lockId").asString()).startsWith("l-");
            JsonNode told = hearing.event("lock.changed", "LockChanged");
            assertThat(told.path("change").asString()).isEqualTo("taken");
            assertThat(told.path("holder").asString()).isEqualTo("Ca operator");
            JsonNode seen = viewer.get(LOCK).json().path("lock");
            assertThat(seen.path("lockId").isNull()).isTrue();
            assertThat(seen.path("holder").path("name").asString()).isEqualTo("Ca operator");
            assertThat(operator.delete(LOCK).status()).isEqualTo(204);
            assertThat(operator.delete(LOCK).status()).isEqualTo(204);
            assertThat(hearing.event("lock.changed", "LockChanged").has("holder"))
                    .isFalse();
        }
        assertThat(viewer.get(LOCK).json().path("lock").isNull()).isTrue();
    }

    @Test
    void whoComesLaterLearnsWhoAndTakesItByAHigherPriority() {
        operator.put(LOCK, "{\"ttlS\":60}");
        Desk another = fixture.desk("operator");
        Desk.Answer refused = another.put(LOCK, "{\"takeover\":true,\"reason\":\"Cần ngay\"}");
        assertThat(refused.code()).isEqualTo("ptz.held");
        assertThat(refused.json().at("/errors/0/args/holder").asString()).isEqualTo("Ca operator");
        assertThat(refused.json().at("/errors/0/args").has("expiresAt")).isTrue();
        assertThat(administrator.put(LOCK, "{\"reason\":\"Đuổi theo xe\"}").status())
                .as("asks for none")
                .isEqualTo(409);
        assertThat(administrator.put(LOCK, "{\"takeover\":true}").status())
                .as("of a higher priority")
                .isEqualTo(200);
        assertThat(operator.put(LOCK, "{\"takeover\":true,\"reason\":\"Cần ngay\"}")
                        .code())
                .isEqualTo("ptz.held");
        assertThat(operator.delete(LOCK).status()).isEqualTo(204);
        assertThat(viewer.get(LOCK).json().at("/lock/holder/name").asString()).isEqualTo("Ca administrator");
    }

    @Test
    void signingOutGivesItBack() throws Exception {
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "ptz")) {
            operator.put(LOCK, "{\"ttlS\":3600}");
            hearing.event("lock.changed", "LockChanged");
            operator.delete("/sessions/current");
            assertThat(hearing.event("lock.changed", "LockChanged")
                            .path("change")
                            .asString())
                    .isEqualTo("released");
        }
    }

    @Test
    void aNarrowedRoleGivesItBack() throws Exception {
        Desk.Answer made = administrator.post(
                "/roles",
                Wards.roleBody(
                        "Phường", Wards.grant("operate", ServerFixture.WARD.id().value()), ""));
        String role = made.json().path("id").asString();
        administrator.post("/users", Wards.userBody("an", role));
        Desk an = fixture.anonymous.signIn("an", ServerFixture.PASSWORD);
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "ptz")) {
            an.put(LOCK, "{\"ttlS\":3600}");
            hearing.event("lock.changed", "LockChanged");
            Desk.Answer narrowed = administrator.put(
                    "/roles/" + role,
                    Wards.roleBody(
                            "Phường",
                            Wards.grant("view", ServerFixture.WARD.id().value()),
                            ""),
                    "If-Match",
                    "\"1\"");
            assertThat(narrowed.status()).as(narrowed.body()).isEqualTo(200);
            assertThat(hearing.event("lock.changed", "LockChanged")
                            .path("change")
                            .asString())
                    .isEqualTo("released");
        }
        assertThat(an.get(LOCK).status()).as("he still sees it").isEqualTo(200);
    }

    @Test
    void aSessionThatRanOutGivesItBackWithoutAWord() throws Exception {
        operator.put(LOCK, "{\"ttlS\":3600}");
        clock.advance(Sessions.ACCESS.minusSeconds(1));
        Desk later = fixture.desk("viewer");
        try (Hearing hearing = new Hearing(later, fixture.contract, "ptz")) {
            clock.advance(Duration.ofSeconds(2));
            assertThat(hearing.event("lock.changed", "LockChanged")
                            .path("change")
                            .asString())
                    .isEqualTo("released");
        }
    }

    @Test
    void whoIsSignedOutWhileHeAsksGetsNone() throws Exception {
        String answer = new RawHttp(fixture.server.baseUri().getPort())
                .answer(
                        "PUT /api/v1" + LOCK + " HTTP/1.1\r\nAuthorization: Bearer " + operator.token() + "\r\n",
                        "{\"ttlS\":3600}",
                        () -> operator.delete("/sessions/current"));
        assertThat(answer).startsWith("HTTP/1.1 401");
        assertThat(viewer.get(LOCK).json().path("lock").isNull()).isTrue();
    }

    @Test
    void rightsAndHeadsAreLookedAt() {
        assertThat(viewer.put(LOCK, "{}").status()).isEqualTo(403);
        assertThat(viewer.delete(LOCK).status()).isEqualTo(403);
        assertThat(operator.put("/cameras/c-1/ptz/lock", "{}").code()).isEqualTo("ptz.noHead");
        assertThat(operator.put("/cameras/khong-co/ptz/lock", "{}").status()).isEqualTo(404);
        assertThat(operator.put(LOCK, "{\"ttlS\":0}").status()).isEqualTo(400);
        assertThat(operator.put(LOCK, "{\"ttlS\":3601}").status()).isEqualTo(400);
    }

    /** What they do is {@link HeadsByOnvifTest}'s. */
    @Test
    void commandsAreOfferedAndLookedAt() {
        String lockId = operator.put(LOCK, "{}").json().path("lockId").asString();
        String move = "{\"lockId\":\"" + lockId + "\",\"seq\":1,\"kind\":\"continuous\",\"pan\":0.5}";
        String features = fixture.anonymous.get("/info").json().path("features").toString();
        assertThat(features).contains("\"ptz.leases\"", "\"ptz.commands\"", "\"ptz.equipment\"", "\"ptz.look\"");
        for (String bad : List.of(
                "\"pan\":1.1",
                "\"kind\":\"fly\"",
                "\"kind\":\"gotoPreset\"",
                "\"deadmanMs\":100",
                "\"kind\":\"focus\"",
                "\"kind\":\"focus\",\"focus\":2",
                "\"kind\":\"iris\"",
                "\"kind\":\"autoFocus\"",
                "\"kind\":\"aux\"")) {
            assertThat(operator.post(
                                    "/cameras/c-3/ptz/commands",
                                    "{\"lockId\":\"l\",\"seq\":1,\"kind\":\"stop\"," + bad + "}")
                            .status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(viewer.post("/cameras/c-3/ptz/commands", move).status()).isEqualTo(403);
    }
}
