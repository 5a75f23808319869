package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A page holds so much text, however few things that are, and all of them come over the pages once. */
@Tag("slow")
@Timeout(120)
class LargePagesTest {
    /** What a page may hold, what the last thing on it may be more, and what stands around it; characters. */
    private static final int LARGEST_PAGE = (1 << 20) + (450 << 10);

    @TempDir
    Path data;

    private ServerFixture fixture;
    private Desk operator;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        operator = fixture.desk("operator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Its cells come to so many KiB. */
    private static String layout(String name, int kib) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            cells.add("{\"x\":%d,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"note\",\"text\":\"%s\"}}"
                    .formatted(i, "x".repeat(kib * 1024 / 16 - 72)));
        }
        return "{\"name\":\"%s\",\"scope\":\"private\",\"grid\":{\"columns\":16,\"rows\":1},\"cells\":[%s]}"
                .formatted(name, String.join(",", cells));
    }

    /** Follows the cursor; the values of that field, page by page. */
    private List<String> followed(String path, String field, int fewestPages) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Desk.Answer page = operator.get(cursor.isEmpty() ? path : path + "?cursor=" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.body().length()).isLessThan(LARGEST_PAGE);
            JsonNode body = page.json();
            body.path("items").forEach(item -> all.add(item.path(field).asString()));
            cursor = body.path("nextCursor").asString("");
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isGreaterThanOrEqualTo(fewestPages);
        return all;
    }

    @Test
    void layouts() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Desk.Answer answer = operator.post("/layouts", layout("L" + i, 250));
            assertThat(answer.status()).as(answer.code()).isEqualTo(201);
            made.add(answer.json().path("id").asString());
        }
        assertThat(followed("/layouts", "id", 3)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void versionsOfALayout() {
        Desk.Answer made = operator.post("/layouts", layout("L", 250));
        String path = "/layouts/" + made.json().path("id").asString();
        for (int version = 1; version <= 8; version++) {
            operator.put(path, layout("L", 250), "If-Match", "\"" + version + "\"");
        }
        assertThat(followed(path + "/versions", "version", 2))
                .containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1");
        assertThat(operator.get(path + "/versions?cursor=eA").status())
                .as("no cursor of this server")
                .isEqualTo(400);
    }

    @Test
    void records() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = UUID.randomUUID().toString();
            Desk.Answer kept = operator.post(
                    "/records",
                    "{\"id\":\"" + id
                            + "\",\"kind\":\"patrol\",\"title\":\"T\",\"siteId\":\"hoan-kiem\",\"cameraIds\":[],"
                            + "\"beganAt\":\"2026-11-20T23:00:00Z\",\"endedAt\":\"2026-11-20T23:00:00Z\","
                            + "\"signedAt\":\"2026-11-20T23:00:00Z\",\"content\":{\"steps\":[\""
                            + ("x".repeat(50_000) + "\",\"").repeat(4)
                            + "\"]}}");
            assertThat(kept.status()).as(kept.body()).isEqualTo(201);
            made.addFirst(id);
        }
        assertThat(followed("/records", "id", 3)).containsExactlyElementsOf(made);
    }

    @Test
    void aLayoutThatIsTooLargeIsSaidSo() {
        Desk.Answer refused = operator.post("/layouts", layout("L", 300));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/cells");
    }

    @Test
    void alarmsThatMuchWasSaidOf() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.executeUpdate("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7)"
                    + " INSERT INTO alarm (id, type, priority, state, camera_ids, site_id, title, source_kind, source_id,"
                    + " source_name, key, digest, raised_at, received_at, changed_at, comments) SELECT 'a-' || i, 'x', 5, 'new',"
                    + " '[\"c-1\"]', 'hoan-kiem', 'B', 'person', 'p', 'P', 'khoa-' || i, 'd', 0, 0, 0, (WITH RECURSIVE m (k) AS"
                    + " (SELECT 1 UNION ALL SELECT k + 1 FROM m WHERE k < 200) SELECT json_group_array(json_object('at',"
                    + " '2026-11-20T00:00:00Z', 'by', 'B', 'text', hex(randomblob(1000)))) FROM m) FROM n");
        }
        assertThat(followed("/alarms", "id", 2)).containsExactly("a-7", "a-6", "a-5", "a-4", "a-3", "a-2", "a-1");
    }
}
