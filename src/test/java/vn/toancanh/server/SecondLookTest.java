package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A body may come for minutes: whoever sends it is judged by what he may when it is there, not by what he could when he began. */
@Tag("slow")
@Timeout(120)
class SecondLookTest {
    /** Those take bodies of whoever comes. */
    private static final Set<String> OPEN =
            Set.of("POST /sessions", "POST /sessions/confirmations", "POST /sessions/refresh", "POST /mediamtx/auth");

    private Wards wards;
    private String role;
    private Desk desk;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        role = wards.role("Quản trị", Wards.grant("configure", "hoan-kiem"), "");
        wards.user("an", role);
        desk = wards.signIn("an");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private String slowly(Desk of, String method, String path, String body, Runnable meanwhile) throws IOException {
        return new RawHttp(wards.fixture.server.baseUri().getPort())
                .answer(
                        method + " /api/v1" + path + " HTTP/1.1\r\nAuthorization: Bearer " + of.token()
                                + "\r\nIf-Match: \"1\"\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n",
                        body,
                        meanwhile);
    }

    private String slowly(String method, String path, String body, Runnable meanwhile) throws IOException {
        String answer = slowly(desk, method, path, body, meanwhile);
        return answer.split(" ", 3)[1];
    }

    @Test
    void whoIsSignedOutMeanwhileCompletesNothingAnywhere() throws IOException {
        Samples samples = new Samples(wards.fixture.contract);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Operation operation : Operation.of(wards.fixture.contract)) {
            if (operation.takesBody() && !OPEN.contains(operation.toString())) {
                asked++;
                Desk admin = wards.fixture.desk("administrator");
                JsonNode body = samples.right(operation.body());
                String answer = slowly(
                        admin,
                        operation.method(),
                        operation.somewhere(),
                        body.toString(),
                        () -> admin.delete("/sessions/current"));
                if (!answer.startsWith("HTTP/1.1 401") || admin.get("/sites").status() != 401) {
                    wrong.add(operation + ": " + answer.lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(25);
    }

    private void grants(String grants) {
        Desk.Answer answer = wards.admin.put(
                "/roles/" + role, Wards.roleBody("Quản trị", grants, ""), "If-Match", wards.etag("/roles/" + role));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whoseRoleIsNarrowedMeanwhileIsJudgedByWhatIsLeft() throws IOException {
        String published = "{\"published\":true}";
        Runnable viewOnly = () -> grants(Wards.grant("view", "hoan-kiem"));
        Runnable elsewhere = () -> grants(Wards.grant("configure", "cua-nam"));
        Runnable back = () -> grants(Wards.grant("configure", "hoan-kiem"));
        String list = "{\"cameras\":[{\"id\":\"moi\",\"name\":\"Mới\",\"siteId\":\"hoan-kiem\",\"streams\":[]}]}";
        assertThat(slowly("PUT", "/cameras/c-1/published", published, viewOnly)).isEqualTo("403");
        back.run();
        assertThat(slowly("PUT", "/cameras/c-1/published", published, elsewhere))
                .isEqualTo("404");
        back.run();
        assertThat(slowly("POST", "/imports", list, viewOnly)).isEqualTo("403");
        back.run();
        assertThat(slowly("POST", "/imports", list, elsewhere)).isEqualTo("422");
        back.run();
        String device = "{\"name\":\"AI\",\"siteId\":\"hoan-kiem\"}";
        assertThat(slowly("POST", "/webhooks", device, viewOnly)).isEqualTo("403");
        back.run();
        assertThat(slowly("POST", "/webhooks", device, elsewhere)).startsWith("4");
        back.run();
        String alarm = "{\"type\":\"lineCrossed\",\"priority\":5,\"cameraIds\":[\"c-1\"],\"title\":\"A\"}";
        assertThat(slowly("POST", "/alarms", alarm, elsewhere)).isEqualTo("422");
        back.run();
        String bookmark = "{\"id\":\"" + UUID.randomUUID()
                + "\",\"cameraId\":\"c-1\",\"at\":\"2026-11-21T06:00:00Z\",\"title\":\"B\"}";
        assertThat(slowly("POST", "/bookmarks", bookmark, elsewhere)).isEqualTo("422");
        back.run();
        assertThat(slowly("PUT", "/cameras/c-1/published", published, () -> {}))
                .as("nothing happens")
                .isEqualTo("204");
    }

    @Test
    void aTokenThatIsRenewedMeanwhileCostsNoImport() throws IOException {
        JsonNode session =
                wards.fixture.anonymous.login("an", ServerFixture.PASSWORD).json();
        Desk an = wards.fixture.anonymous.withToken(session.path("accessToken").asString());
        String refresh = "{\"refreshToken\":\"" + session.path("refreshToken").asString() + "\"}";
        String list = "{\"cameras\":[{\"id\":\"moi\",\"name\":\"Mới\",\"siteId\":\"hoan-kiem\",\"streams\":[]}]}";
        String answer =
                slowly(an, "POST", "/imports", list, () -> wards.fixture.anonymous.post("/sessions/refresh", refresh));
        assertThat(answer).startsWith("HTTP/1.1 200");
    }
}
