package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** What is to be done at an alarm, what came of it, and what a device's token may name. */
@Tag("slow")
class AlarmWorkTest {
    private ServerFixture fixture;
    private Desk administrator;
    private Desk operator;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 4));
        administrator = fixture.desk("administrator");
        operator = fixture.desk("operator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Desk.Answer raise(Desk desk, String more) {
        return desk.post(
                "/alarms",
                "{\"type\":\"smoke\",\"priority\":70,\"title\":\"Có khói\"" + more + "}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String raised() {
        return raise(operator, ",\"cameraIds\":[\"c-1\"]").json().path("id").asString();
    }

    private Desk.Answer change(String id, long seen, String body) {
        return operator.patch("/alarms/" + id, body, "If-Match", "\"" + seen + "\"");
    }

    private String procedure(String more) {
        return raise(operator, ",\"cameraIds\":[\"c-1\"]" + more)
                .json()
                .path("procedure")
                .asString();
    }

    @Test
    void alarmsOfATypeComeWithWhatIsSetForItUnlessTheirSenderSays() {
        String before = raised();
        Desk.Answer set = administrator.put("/alarm-procedures/smoke", "{\"text\":\"Gọi 114\\nSơ tán\"}");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("changedBy").asString()).isEqualTo("Ca administrator");
        assertThat(procedure("")).isEqualTo("Gọi 114\nSơ tán");
        assertThat(procedure(",\"procedure\":\"Hỏi bảo vệ\"")).isEqualTo("Hỏi bảo vệ");
        assertThat(procedure(",\"procedure\":\" \"")).isEqualTo("Gọi 114\nSơ tán");
        assertThat(operator.get("/alarms/" + before).json().path("procedure").isNull())
                .as("what is there keeps what it came with")
                .isTrue();
        assertThat(administrator
                        .put("/alarm-procedures/smoke", "{\"text\":\"Gọi 114\"}")
                        .status())
                .isEqualTo(200);
        assertThat(operator.get("/alarm-procedures").json().path("items")).hasSize(1);
        assertThat(administrator.delete("/alarm-procedures/smoke").status()).isEqualTo(204);
        assertThat(administrator.delete("/alarm-procedures/smoke").status()).isEqualTo(404);
        assertThat(raise(operator, ",\"cameraIds\":[\"c-1\"]")
                        .json()
                        .path("procedure")
                        .isNull())
                .isTrue();
    }

    @Test
    void aDeviceThatRepeatsItsAlarmIsToldTheStateAndNothingThatPeopleSaid() {
        Desk device = fixture.anonymous.withToken(administrator
                .post("/webhooks", "{\"name\":\"AI\",\"mostPriority\":80,\"perMinute\":60}")
                .json()
                .path("token")
                .asString());
        administrator.put("/alarm-procedures/smoke", "{\"text\":\"Gọi 114\"}");
        String alarm = "{\"type\":\"smoke\",\"priority\":70,\"title\":\"Có khói\",\"cameraIds\":[\"c-1\"]}";
        Desk.Answer made = device.post("/alarms", alarm, "Idempotency-Key", "khoi-0001");
        String id = made.json().path("id").asString();
        assertThat(operator.get("/alarms/" + id).body()).contains("Gọi 114", "\"lat\"");
        change(id, 1, "{\"state\":\"acknowledged\",\"comment\":\"Tổ 3 đang tới\"}");
        change(id, 2, "{\"state\":\"closed\",\"outcome\":\"falseAlarm\",\"comment\":\"Bếp nhà dân\"}");
        Desk.Answer again = device.post("/alarms", alarm, "Idempotency-Key", "khoi-0001");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(again.body().replace("\"closed\"", "\"new\""))
                .as("but for its state it is what it was")
                .isEqualTo(made.body());
        assertThat(again.json().path("state").asString()).isEqualTo("closed");
        assertThat(again.json().path("comments")).isEmpty();
        assertThat(again.body()).doesNotContain("Tổ 3", "Bếp", "Ca operator", "falseAlarm", "Gọi 114", "\"lat\"");
        JsonNode asPeopleSee = operator.get("/alarms/" + id).json();
        assertThat(asPeopleSee.path("comments")).hasSize(2);
        String own =
                alarm.replace("\"title\"", "\"procedure\":\"Xem lại\",\"place\":{\"lat\":21,\"lon\":105},\"title\"");
        assertThat(device.post("/alarms", own, "Idempotency-Key", "khoi-0002").body())
                .as("what it sent itself")
                .contains("Xem lại", "\"lat\"");
    }

    @Test
    void aProcedureIsCheckedAndSetByWhoConfiguresTheCity() {
        assertThat(operator.put("/alarm-procedures/smoke", "{\"text\":\"x\"}").status())
                .isEqualTo(403);
        for (String body : List.of("{}", "{\"text\":\" \"}", "{\"text\":\"" + "a".repeat(4001) + "\"}")) {
            assertThat(administrator.put("/alarm-procedures/smoke", body).status())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isEqualTo(400);
        }
        assertThat(administrator
                        .put("/alarm-procedures/" + "a".repeat(65), "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoClosesSaysWhatCameOfIt() {
        String id = raised();
        assertThat(change(id, 1, "{\"state\":\"acknowledged\"}").status()).isEqualTo(200);
        assertThat(change(id, 2, "{\"state\":\"closed\",\"outcome\":\"perhaps\"}")
                        .status())
                .isEqualTo(400);
        Desk.Answer closed = change(id, 2, "{\"state\":\"closed\",\"outcome\":\"falseAlarm\",\"comment\":\"Do mưa\"}");
        assertThat(closed.json().path("outcome").asString()).isEqualTo("falseAlarm");
        assertThat(closed.json().path("comments").path(0).path("text").asString())
                .isEqualTo("Do mưa");
        assertThat(operator.get("/alarms/" + id).json().path("outcome").asString())
                .isEqualTo("falseAlarm");
        assertThat(administrator
                        .get("/audit?action=alarm.closed")
                        .json()
                        .path("items")
                        .path(0)
                        .toString())
                .contains("falseAlarm");
    }

    @Test
    void aTokenForCamerasNamesThoseAlone() {
        Desk.Answer made = administrator.post(
                "/webhooks", "{\"name\":\"AI\",\"siteId\":\"hoan-kiem\",\"cameraIds\":[\"c-1\",\"c-2\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("cameraIds")).hasSize(2);
        Desk device = fixture.anonymous.withToken(made.json().path("token").asString());
        assertThat(raise(device, ",\"cameraIds\":[\"c-2\"]").status()).isEqualTo(201);
        assertThat(raise(device, ",\"cameraIds\":[\"c-3\"]").status()).isEqualTo(422);
        assertThat(raise(device, ",\"cameraIds\":[\"c-1\",\"c-3\"]").status()).isEqualTo(422);
        assertThat(raise(device, ",\"siteId\":\"hoan-kiem\"").status()).isEqualTo(422);
        Desk anywhere = fixture.anonymous.withToken(administrator
                .post("/webhooks", "{\"name\":\"AI\",\"cameraIds\":[\"c-1\"]}")
                .json()
                .path("token")
                .asString());
        Site other = new Site(new SiteId("cua-nam"), ServerFixture.CITY.id(), "Phường Cửa Nam");
        fixture.server.inventory().merge(List.of(other), List.of());
        for (String above : List.of("hoan-kiem", "ha-noi")) {
            assertThat(raise(anywhere, ",\"cameraIds\":[\"c-1\"],\"siteId\":\"" + above + "\"")
                            .status())
                    .as("its own site and the city")
                    .isEqualTo(201);
        }
        Desk.Answer elsewhere = raise(anywhere, ",\"cameraIds\":[\"c-1\"],\"siteId\":\"cua-nam\"");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.code()).isEqualTo("unknownSite");
        for (String body : List.of(
                "{\"name\":\"AI\",\"cameraIds\":[\"khong-co\"]}",
                "{\"name\":\"AI\",\"cameraIds\":[\"c-1\",\"khong-co\"]}")) {
            assertThat(administrator.post("/webhooks", body).status()).isEqualTo(422);
        }
        assertThat(administrator
                        .post("/webhooks", "{\"name\":\"AI\",\"cameraIds\":[]}")
                        .status())
                .isEqualTo(400);
    }
}
