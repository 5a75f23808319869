package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;

/** Roles that may sign in at some hours only, or only where a second person signs in too. */
@Tag("slow")
class SignInTermsTest {
    private static final String VIEW = "{\"level\":\"view\",\"siteId\":\"hoan-kiem\"}";

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

    private Desk.Answer login(String name) {
        return wards.fixture.anonymous.login(name, ServerFixture.PASSWORD);
    }

    private Desk.Answer confirm(String ticket, String name, String password) {
        return wards.fixture.anonymous.post(
                "/sessions/confirmations",
                "{\"ticket\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}".formatted(ticket, name, password));
    }

    private String ticket(String name) {
        Desk.Answer waits = login(name);
        assertThat(waits.status()).isEqualTo(401);
        assertThat(waits.code()).isEqualTo("secondPersonNeeded");
        return waits.json().path("ticket").asString();
    }

    @Test
    void aRoleSignsInAndStaysSignedInWithinItsHours() {
        var now = clock.now().atZone(ZoneId.systemDefault());
        String day = now.minusMinutes(1)
                .getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm");
        String hours = ",\"signInHours\":[{\"days\":[\"%s\"],\"from\":\"%s\",\"to\":\"%s\"}]"
                .formatted(day, time.format(now.minusMinutes(1)), time.format(now.plusMinutes(15)));
        wards.user("an", wards.role("Ca", VIEW, hours));
        JsonNode session = login("an").json();
        assertThat(session.path("accessToken").asString()).isNotEmpty();
        clock.advance(Duration.ofMinutes(9));
        String refresh = "{\"refreshToken\":\"%s\"}";
        Desk.Answer renewed = wards.fixture.anonymous.post(
                "/sessions/refresh",
                refresh.formatted(session.path("refreshToken").asString()));
        assertThat(renewed.status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(8));
        Desk.Answer late = wards.fixture.anonymous.post(
                "/sessions/refresh",
                refresh.formatted(renewed.json().path("refreshToken").asString()));
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.code()).isEqualTo("outsideHours");
        assertThat(login("an").code()).isEqualTo("outsideHours");
        assertThat(wards.fixture.anonymous.login("an", "khong-phai-mat-khau").code())
                .as("nothing is told without the password")
                .isEqualTo("badCredentials");
        assertThat(login("viewer").status()).isEqualTo(201);
    }

    @Test
    void aSecondPersonWhoMayManageThereLetsSomebodyIn() {
        wards.user("hai-nguoi", wards.role("Hai người", VIEW, ",\"dualAuthorisation\":true"));
        wards.user("to-truong", wards.role("Tổ trưởng", "{\"level\":\"manage\",\"siteId\":\"hoan-kiem\"}", ""));
        wards.user("noi-khac", wards.role("Nơi khác", "{\"level\":\"manage\",\"siteId\":\"cua-nam\"}", ""));
        String ticket = ticket("hai-nguoi");
        assertThat(confirm(ticket, "hai-nguoi", ServerFixture.PASSWORD).status())
                .as("himself")
                .isEqualTo(403);
        assertThat(confirm(ticket, "operator", ServerFixture.PASSWORD).status())
                .as("no manager")
                .isEqualTo(403);
        assertThat(confirm(ticket, "noi-khac", ServerFixture.PASSWORD).status())
                .as("of elsewhere")
                .isEqualTo(403);
        assertThat(confirm(ticket, "to-truong", "khong-phai-mat-khau").code()).isEqualTo("badCredentials");
        assertThat(confirm("tct_khong-co", "to-truong", ServerFixture.PASSWORD).code())
                .isEqualTo("ticketRefused");
        Desk.Answer in = confirm(ticket, "to-truong", ServerFixture.PASSWORD);
        assertThat(in.status()).as(in.body()).isEqualTo(201);
        assertThat(in.json().path("user").path("username").asString()).isEqualTo("hai-nguoi");
        assertThat(in.json().path("rights").toString()).contains("hoan-kiem").doesNotContain("manage");
        assertThat(confirm(ticket, "to-truong", ServerFixture.PASSWORD).code())
                .as("works once")
                .isEqualTo("ticketRefused");
    }

    @Test
    void aTicketEndsAfterTwoMinutesAndWithItsAccount() {
        String id = wards.user("hai-nguoi", wards.role("Hai người", VIEW, ",\"dualAuthorisation\":true"));
        String late = ticket("hai-nguoi");
        clock.advance(Duration.ofMinutes(2));
        assertThat(confirm(late, "administrator", ServerFixture.PASSWORD).code())
                .isEqualTo("ticketRefused");
        String ticket = ticket("hai-nguoi");
        wards.admin.delete("/users/" + id, "If-Match", "\"1\"");
        assertThat(confirm(ticket, "administrator", ServerFixture.PASSWORD).status())
                .isEqualTo(401);
    }
}
