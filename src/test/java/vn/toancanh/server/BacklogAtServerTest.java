package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A device that has run wild over night, before our own server. */
@Tag("slow")
class BacklogAtServerTest {
    private static final int WAITING = 1000;

    @TempDir
    Path data;

    /** As they were sent, one by one. */
    private void leftWaiting(String device) throws Exception {
        try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                PreparedStatement row = sql.prepareStatement(
                        "INSERT INTO alarm (id, type, priority, state, camera_ids, site_id, title, source_kind, source_id, source_name,"
                                + " key, digest, raised_at, received_at, changed_at)"
                                + " VALUES (?1, 'person', 30, 'new', '[\"c-1\"]', 'hoan-kiem', 'Có người', 'webhook', ?2, 'AI', ?1, 'd', 1, 1, 1)")) {
            sql.setAutoCommit(false);
            for (int i = 0; i < WAITING; i++) {
                row.setString(1, "night-" + i);
                row.setString(2, device);
                row.executeUpdate();
            }
            sql.commit();
        }
    }

    private static Desk.Answer raise(Desk by, int priority) {
        return by.post(
                "/alarms",
                "{\"type\":\"person\",\"priority\":" + priority + ",\"cameraIds\":[\"c-1\"],\"title\":\"Có người\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static List<String> closed(Desk desk) {
        return desk.get("/alarms?state=closed")
                .json()
                .path("items")
                .valueStream()
                .map(alarm -> alarm.path("id").asString())
                .toList();
    }

    @Test
    void itsNextAlarmIsHeardAndTheOldestOfTheNightIsClosedAndNoted() throws Exception {
        String token;
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 2));
            JsonNode device = fixture.desk("administrator")
                    .post("/webhooks", "{\"name\":\"AI phường\"}")
                    .json();
            token = device.path("token").asString();
            leftWaiting(device.path("id").asString());
        }
        try (ServerFixture fixture = ServerFixture.start(data)) {
            Desk viewer = fixture.desk("viewer");
            Desk device = fixture.anonymous.withToken(token);
            Desk.Answer first = raise(device, 60);
            assertThat(first.status()).isEqualTo(201);
            assertThat(closed(viewer)).containsExactly("night-0");
            assertThat(viewer.get("/alarms/" + first.json().path("id").asString())
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("new");
            JsonNode gone = viewer.get("/alarms/night-0").json();
            assertThat(gone.path("outcome").isNull() && gone.path("changedBy").isNull())
                    .as("nobody has said anything")
                    .isTrue();

            assertThat(raise(fixture.desk("operator"), 5).status()).isEqualTo(201);
            assertThat(closed(viewer)).as("people's are not counted").hasSize(1);
            Desk.Answer least = raise(device, 10);
            assertThat(least.status()).isEqualTo(201);
            assertThat(closed(viewer))
                    .containsExactlyInAnyOrder(
                            "night-0", least.json().path("id").asString());

            JsonNode noted = fixture.desk("administrator")
                    .get("/audit?action=alarm.displaced")
                    .json()
                    .path("items");
            assertThat(noted).hasSize(2);
            assertThat(noted.valueStream().map(entry -> entry.path("subject").asString()))
                    .contains("alarm/night-0");
        }
    }
}
