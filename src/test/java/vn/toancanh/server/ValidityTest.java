package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;

/** Accounts that are good on some days only. */
@Tag("slow")
class ValidityTest {
    private final ManualClock clock = new ManualClock();
    private Wards wards;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(ServerOptions.at(data).withClock(clock));
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneId.systemDefault());
    }

    private Desk.Answer login(String name) {
        return wards.fixture.anonymous.login(name, ServerFixture.PASSWORD);
    }

    private Desk.Answer change(String id, String days) {
        return wards.admin.put(
                "/users/" + id,
                "{\"displayName\":\"Thực tập\",\"roleId\":\"viewer\",\"enabled\":true%s}".formatted(days),
                "If-Match",
                wards.etag("/users/" + id));
    }

    private static String days(String from, String until) {
        return ",\"validFrom\":%s,\"validUntil\":%s".formatted(from, until);
    }

    private static String quoted(LocalDate day) {
        return "\"" + day + "\"";
    }

    private JsonNode facts(String action) {
        return wards.admin.get("/audit?action=" + action).json().at("/items/0/facts");
    }

    @Test
    void theTrailTellsOnWhichDaysHeMaySignIn() {
        JsonNode made = wards.admin
                .post(
                        "/users",
                        "{\"username\":\"thuc.tap\",\"displayName\":\"Thực tập\",\"roleId\":\"viewer\",\"password\":\"%s\"%s}"
                                .formatted(ServerFixture.PASSWORD, days(quoted(today()), quoted(today().plusDays(3)))))
                .json();
        assertThat(facts("account.created").path("validFrom").asString()).isEqualTo(today().toString());
        assertThat(facts("account.created").path("validUntil").asString())
                .isEqualTo(today().plusDays(3).toString());
        change(made.path("id").asString(), days("null", quoted(today().plusDays(5))));
        assertThat(facts("account.changed").path("validFrom").asString("?")).isEmpty();
        assertThat(facts("account.changed").path("validUntil").asString())
                .isEqualTo(today().plusDays(5).toString());
    }

    @Test
    void whoIsNotGoodTodayIsNotLetInAndToldWhy() {
        String id = wards.user("thuc.tap", "viewer");
        assertThat(change(id, days(quoted(today().plusDays(1)), "null")).status())
                .isEqualTo(200);
        assertThat(login("thuc.tap").status()).isEqualTo(401);
        assertThat(login("thuc.tap").code()).isEqualTo("outsideValidity");
        assertThat(wards.fixture
                        .anonymous
                        .login("thuc.tap", "khong-phai-mat-khau")
                        .code())
                .as("nothing is told without the password")
                .isEqualTo("badCredentials");
        change(id, days(quoted(today()), quoted(today())));
        assertThat(login("thuc.tap").status()).as("both days are included").isEqualTo(201);
        change(id, days("null", quoted(today().minusDays(1))));
        assertThat(login("thuc.tap").code()).isEqualTo("outsideValidity");
        change(id, days("null", "null"));
        assertThat(login("thuc.tap").status()).isEqualTo(201);
    }

    @Test
    void whatIsNotSentStaysAndWhatIsNoDayIsRefused() {
        String id = wards.user("thuc.tap", "viewer");
        String last = quoted(today().plusDays(7));
        JsonNode set = change(id, days("null", last)).json();
        assertThat(set.path("validUntil").asString())
                .isEqualTo(today().plusDays(7).toString());
        assertThat(set.path("validFrom").isNull()).isTrue();
        assertThat(change(id, "").json().path("validUntil").asString())
                .as("a program that knows of no days takes none away")
                .isEqualTo(today().plusDays(7).toString());
        for (String odd : new String[] {"\"2026-02-30\"", "\"31/12/2026\"", "7", "{}", "\"\""}) {
            Desk.Answer refused = change(id, days("null", odd));
            assertThat(refused.status()).as(odd).isEqualTo(400);
            assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/validUntil");
        }
        Desk.Answer reversed = change(id, days(quoted(today().plusDays(9)), last));
        assertThat(reversed.json().path("errors").path(0).path("code").asString())
                .isEqualTo("order");
        Desk.Answer made = wards.admin.post(
                "/users", Wards.userBody("moi", "viewer").replace("}", days(quoted(today()), last) + "}"));
        assertThat(made.json().path("validFrom").asString()).isEqualTo(today().toString());
    }

    @Test
    void daysThatTodayIsNoneOfEndSessionsAtOnceAndOthersWithTheNextRefresh() {
        String id = wards.user("thuc.tap", "viewer");
        Desk his = wards.signIn("thuc.tap");
        assertThat(his.get("/cameras").status()).isEqualTo(200);
        change(id, days("null", quoted(today().minusDays(1))));
        assertThat(his.get("/cameras").status()).isEqualTo(401);
        change(id, days("null", quoted(today())));
        ZoneId zone = ZoneId.systemDefault();
        Instant midnight = today().plusDays(1).atStartOfDay(zone).toInstant();
        clock.advance(Duration.between(clock.now(), midnight).minusMinutes(5));
        Desk.Answer in = login("thuc.tap");
        assertThat(in.status()).isEqualTo(201);
        clock.advance(Duration.ofMinutes(6));
        Desk.Answer late = wards.fixture.anonymous.post(
                "/sessions/refresh",
                "{\"refreshToken\":\"%s\"}"
                        .formatted(in.json().path("refreshToken").asString()));
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.code()).isEqualTo("outsideValidity");
    }

    @Test
    void nobodyShutsHimselfOut() {
        String own = wards.admin
                .get("/sessions/current")
                .json()
                .path("user")
                .path("id")
                .asString();
        Desk.Answer refused = wards.admin.put(
                "/users/" + own,
                "{\"displayName\":\"x\",\"roleId\":\"administrator\",\"enabled\":true%s}"
                        .formatted(days("null", quoted(today().minusDays(1)))),
                "If-Match",
                wards.etag("/users/" + own));
        assertThat(refused.code()).isEqualTo("ownAccount");
    }
}
