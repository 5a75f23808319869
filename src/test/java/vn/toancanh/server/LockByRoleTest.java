package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A role says after how long its people's desks lock, and every answer that tells who somebody is tells it. */
class LockByRoleTest {
    private static final String GRANTS = "\"grants\":[{\"level\":\"view\"}]";
    private ServerFixture fixture;
    private Desk admin;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        fixture = ServerFixture.start(data);
        admin = fixture.desk("administrator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Desk.Answer put(String id, String more) {
        String etag = admin.get("/roles/" + id).header("ETag");
        return admin.put("/roles/" + id, "{\"name\":\"Trực\"," + GRANTS + more + "}", "If-Match", etag);
    }

    @Test
    void itIsToldAtSignInAtEveryRefreshAndWhenAskedFor() {
        JsonNode role = admin.post("/roles", "{\"name\":\"Trực\"," + GRANTS + ",\"lockMinutes\":10}")
                .json();
        assertThat(role.path("lockMinutes").asInt()).isEqualTo(10);
        String id = role.path("id").asString();
        assertThat(admin.post(
                                "/users",
                                "{\"username\":\"an\",\"displayName\":\"An\",\"roleId\":\"" + id
                                        + "\",\"password\":\"mot-mat-khau\"}")
                        .status())
                .isEqualTo(201);
        JsonNode session = fixture.anonymous.login("an", "mot-mat-khau").json();
        assertThat(session.path("lockMinutes").asInt()).isEqualTo(10);
        Desk an = fixture.anonymous.withToken(session.path("accessToken").asString());
        assertThat(an.get("/sessions/current").json().path("lockMinutes").asInt())
                .isEqualTo(10);

        assertThat(put(id, "").json().path("lockMinutes").asInt())
                .as("what is not sent stays")
                .isEqualTo(10);
        assertThat(put(id, ",\"lockMinutes\":20").json().path("lockMinutes").asInt())
                .isEqualTo(20);
        JsonNode renewed = fixture.anonymous
                .post(
                        "/sessions/refresh",
                        "{\"refreshToken\":\"" + session.path("refreshToken").asString() + "\"}")
                .json();
        assertThat(renewed.path("lockMinutes").asInt()).isEqualTo(20);
        assertThat(put(id, ",\"lockMinutes\":null").json().path("lockMinutes").isNull())
                .as("null takes it away")
                .isTrue();
        assertThat(fixture.anonymous
                        .login("an", "mot-mat-khau")
                        .json()
                        .path("lockMinutes")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (String wrong : List.of("0", "-1", "481", "1.5", "\"15\"", "true", "[15]", "99999999999")) {
            Desk.Answer answer =
                    admin.post("/roles", "{\"name\":\"Trực\"," + GRANTS + ",\"lockMinutes\":" + wrong + "}");
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                    .as(wrong)
                    .isEqualTo("/lockMinutes");
        }
    }

    @Test
    void rolesOfTheServerLeaveItToTheDesk() {
        assertThat(fixture.anonymous
                        .login("operator", ServerFixture.PASSWORD)
                        .json()
                        .path("lockMinutes")
                        .isNull())
                .isTrue();
    }
}
