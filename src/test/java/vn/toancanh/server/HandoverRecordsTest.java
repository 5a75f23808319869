package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What one shift hands over and another takes over, with a signature that nobody changes. */
@Tag("slow")
@Timeout(180)
class HandoverRecordsTest {
    @TempDir
    Path data;

    private Wards wards;
    private Desk operator;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        wards.user("ca-sang", wards.role("Trực", grant("operate", "hoan-kiem"), ""));
        wards.user("to-truong", wards.role("Tổ trưởng", grant("manage", "hoan-kiem"), ""));
        wards.user("to-truong-2", wards.role("Tổ trưởng 2", grant("manage", "hoan-kiem"), ""));
        wards.user("noi-khac", wards.role("Nơi khác", grant("manage", "cua-nam"), ""));
        operator = wards.signIn("ca-sang");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private String handedOver(String kind, String signedAt) {
        String id = UUID.randomUUID().toString();
        Desk.Answer kept = operator.post("/records", """
                {"id":"%s","kind":"%s","title":"Ca sáng","siteId":"hoan-kiem","beganAt":"2026-11-26T06:00:00+07:00",
                "endedAt":"2026-11-26T14:00:00+07:00","signedAt":"%s","content":{"comment":"Yên tĩnh"}}""".formatted(id, kind, signedAt));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        assertThat(kept.json().has("acceptance")).isFalse();
        return id;
    }

    private String handedOver() {
        return handedOver("handover", "2026-11-26T14:00:30+07:00");
    }

    private Desk.Answer sign(String id, String user, String password) {
        return operator.post("/records/" + id + "/acceptance", """
                {"username":"%s","password":"%s","signedAt":"2026-11-26T14:05:00+07:00","comment":"Đã nhận đủ"}""".formatted(user, password));
    }

    private Desk.Answer sign(String id, String user) {
        return sign(id, user, ServerFixture.PASSWORD);
    }

    @Test
    void theOneWhoTakesOverSignsOnceByHisOwnPassword() {
        String id = handedOver();
        assertThat(sign(id, "to-truong", "khong-phai-mat-khau").code()).isEqualTo("badCredentials");
        assertThat(sign(id, "to-truong", "khong-phai-mat-khau").status())
                .as("not the end of the desk's own session")
                .isEqualTo(403);
        assertThat(sign(id, "ca-sang").status()).as("himself").isEqualTo(403);
        assertThat(sign(id, "operator").status()).as("no manager").isEqualTo(403);
        assertThat(sign(id, "noi-khac").status()).as("of elsewhere").isEqualTo(403);
        assertThat(operator.get("/records/" + id).json().has("acceptance")).isFalse();
        Desk.Answer signed = sign(id, "to-truong");
        assertThat(signed.status()).as(signed.body()).isEqualTo(201);
        JsonNode acceptance = signed.json().path("acceptance");
        assertThat(acceptance.at("/by/name").asString()).isNotEmpty();
        assertThat(acceptance.path("signedAt").asString()).isEqualTo("2026-11-26T07:05:00Z");
        assertThat(acceptance.path("comment").asString()).isEqualTo("Đã nhận đủ");
        assertThat(signed.json().at("/by/id")).isNotEqualTo(acceptance.at("/by/id"));
        Desk.Answer again = sign(id, "to-truong");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(signed.json());
        assertThat(sign(id, "to-truong-2").code()).isEqualTo("alreadyAccepted");
        assertThat(operator.get("/records?kind=handover").json().at("/items/0/acceptance"))
                .isEqualTo(acceptance);
        assertThat(operator.get("/sessions/current").status()).isEqualTo(200);
    }

    @Test
    void theSignatureStandsInTheTrailInTheNameOfWhoeverSigned() {
        String id = handedOver();
        sign(id, "to-truong");
        JsonNode entry = wards.admin
                .get("/audit?action=record.accepted")
                .json()
                .path("items")
                .path(0);
        assertThat(entry.path("user").asString()).isEqualTo("to-truong");
        assertThat(entry.path("subject").asString()).isEqualTo("record/" + id);
        assertThat(entry.toString()).doesNotContain(ServerFixture.PASSWORD);
        assertThat(wards.admin.get("/audit?action=login.refused").body()).doesNotContain(ServerFixture.PASSWORD);
    }

    @Test
    void aRoundIsNotTakenOverAndWhatDoesNotConcernThemIsNotThere() {
        assertThat(sign(handedOver("patrol", "2026-11-26T14:00:30+07:00"), "to-truong")
                        .code())
                .isEqualTo("notAHandover");
        assertThat(sign(UUID.randomUUID().toString(), "to-truong").status()).isEqualTo(404);
        Desk elsewhere = wards.signIn("noi-khac");
        assertThat(elsewhere
                        .post(
                                "/records/" + handedOver() + "/acceptance",
                                "{\"username\":\"to-truong\",\"password\":\"x\",\"signedAt\":\"2026-11-26T14:05:00Z\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void handoversAreFoundByTheirDay() {
        String before = handedOver("handover", "2026-11-25T23:59:59+07:00");
        String midnight = handedOver("handover", "2026-11-26T00:00:00+07:00");
        String after = handedOver("handover", "2026-11-27T00:00:00+07:00");
        String day = "/records?kind=handover&from=2026-11-26T00:00:00%2B07:00&to=2026-11-26T23:59:59.999%2B07:00";
        JsonNode found = operator.get(day).json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id").asString()).isEqualTo(midnight);
        assertThat(operator.get("/records?kind=handover&to=2026-11-25T20:00:00Z")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(midnight);
        assertThat(operator.get("/records?from=2026-11-26T17:00:00Z")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(after);
        assertThat(operator.get("/records?to=2026-11-25T16:59:59Z")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(before);
        assertThat(operator.get("/records?from=hom-nay").status()).isEqualTo(400);
    }

    @Test
    void aSignatureIsNeverChanged() throws SQLException {
        sign(handedOver(), "to-truong");
        wards.fixture.server.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = connection.createStatement()) {
            for (String change : List.of("UPDATE acceptance SET name = 'x'", "DELETE FROM acceptance")) {
                assertThat(catchThrowable(() -> statement.executeUpdate(change)))
                        .hasMessageContaining("a signature is never");
            }
        }
    }
}
