package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@Timeout(180)
class RecordsTest {
    @TempDir
    Path data;

    private ServerFixture fixture;
    private Desk operator;
    private Desk viewer;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        operator = fixture.desk("operator");
        viewer = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String patrol(String id, String note) {
        return """
                {"id":"%s","kind":"patrol","title":"Tuần tra đêm","siteId":"hoan-kiem","cameraIds":["c-1","c-2"],
                "beganAt":"2026-11-20T23:00:00+07:00","endedAt":"2026-11-20T23:20:00+07:00","signedAt":"2026-11-20T23:21:00+07:00",
                "content":{"steps":[{"cameraId":"c-1","seen":true,"note":"%s"}]}}""".formatted(id, note);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aRecordIsKeptOnceWithItsOwnTimes() {
        String id = fresh();
        Desk.Answer kept = operator.post("/records", patrol(id, "Bình thường"));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().path("signedAt").asString()).isEqualTo("2026-11-20T16:21:00Z");
        assertThat(kept.json().path("by").path("name").asString()).isEqualTo("Ca operator");
        Desk.Answer again = operator.post("/records", patrol(id, "Bình thường"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(kept.json());
        assertThat(operator.post("/records", patrol(id, "Có khói")).code()).isEqualTo("recordDiffers");
        assertThat(fixture.desk("administrator")
                        .post("/records", patrol(id, "Bình thường"))
                        .code())
                .isEqualTo("recordDiffers");
        JsonNode read = operator.get("/records/" + id).json();
        assertThat(read.at("/content/steps/0/note").asString()).isEqualTo("Bình thường");
    }

    @Test
    void thereIsNoWayToChangeOne() throws SQLException {
        String id = fresh();
        operator.post("/records", patrol(id, "Bình thường"));
        assertThat(operator.put("/records/" + id, patrol(id, "Khác")).status()).isEqualTo(405);
        assertThat(operator.delete("/records/" + id).status()).isEqualTo(405);
        fixture.server.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = connection.createStatement()) {
            for (String change : List.of("UPDATE record SET title = 'x'", "DELETE FROM record")) {
                assertThat(catchThrowable(() -> statement.executeUpdate(change)))
                        .hasMessageContaining("a record is never");
            }
        }
    }

    @Test
    void itConcernsItsWriterAndWhoMayOperateThere() {
        String mine = fresh();
        assertThat(viewer.post("/records", patrol(mine, "a")).status()).isEqualTo(201);
        String theirs = fresh();
        operator.post("/records", patrol(theirs, "b").replace("patrol", "handover"));
        assertThat(operator.get("/records/" + mine).status()).isEqualTo(200);
        assertThat(viewer.get("/records/" + theirs).status()).isEqualTo(404);
        assertThat(viewer.get("/records").json().path("items")).hasSize(1);
        assertThat(operator.get("/records?kind=handover")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(theirs);
        JsonNode first = operator.get("/records?limit=1").json();
        assertThat(first.at("/items/0/id").asString()).isEqualTo(theirs);
        JsonNode second = operator.get(
                        "/records?limit=1&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(second.at("/items/0/id").asString()).isEqualTo(mine);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(operator.get("/records?kind=diary").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereOrNotRightIsRefused() {
        assertThat(operator.post("/records", patrol(fresh(), "").replace("\"c-2\"", "\"x\""))
                        .code())
                .isEqualTo("unknownCamera");
        assertThat(operator.post("/records", patrol(fresh(), "").replace("hoan-kiem", "x"))
                        .code())
                .isEqualTo("unknownSite");
        assertThat(operator.post("/records", patrol("khong-phai-uuid", "")).status())
                .isEqualTo(400);
        assertThat(operator.post("/records", patrol(fresh(), "").replace("T23:20", "T22:20"))
                        .status())
                .isEqualTo(400);
        String long5 = IntStream.range(0, 5)
                .mapToObj(i -> "x".repeat(60_000) + "\",\"b" + i + "\":\"")
                .collect(Collectors.joining());
        assertThat(operator.post("/records", patrol(fresh(), long5)).status()).isEqualTo(400);
    }
}
