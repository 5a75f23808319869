package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@Timeout(180)
class BookmarksTest {
    private ServerFixture fixture;
    private Desk operator;
    private Desk viewer;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        operator = fixture.desk("operator");
        viewer = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String bookmark(String id, String camera, String at) {
        return "{\"id\":\"%s\",\"cameraId\":\"%s\",\"at\":\"%s\",\"title\":\"Xe đỏ\"}".formatted(id, camera, at);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void oneIsKeptOnceSeenByOthersAndDeletedByItsMaker() {
        String id = fresh();
        String body = bookmark(id, "c-1", "2026-11-21T06:00:00Z");
        assertThat(viewer.post("/bookmarks", body).status()).isEqualTo(201);
        assertThat(viewer.post("/bookmarks", body).status()).isEqualTo(200);
        assertThat(viewer.post("/bookmarks", body.replace("đỏ", "xanh")).code()).isEqualTo("bookmarkDiffers");
        assertThat(operator.post("/bookmarks", body).code()).isEqualTo("bookmarkDiffers");
        JsonNode seen = operator.get("/bookmarks").json().path("items").path(0);
        assertThat(seen.path("own").asBoolean()).isFalse();
        assertThat(seen.path("by").path("name").asString()).isEqualTo("Ca viewer");
        assertThat(operator.delete("/bookmarks/" + id).status()).isEqualTo(403);
        assertThat(viewer.delete("/bookmarks/" + id).status()).isEqualTo(204);
        assertThat(viewer.delete("/bookmarks/" + id).status()).isEqualTo(404);
        String theirs = fresh();
        viewer.post("/bookmarks", bookmark(theirs, "c-1", "2026-11-21T06:00:00Z"));
        assertThat(fixture.desk("administrator").delete("/bookmarks/" + theirs).status())
                .isEqualTo(204);
    }

    @Test
    void theyAreNarrowedByCameraAndTimePageByPage() {
        for (int i = 0; i < 5; i++) {
            viewer.post("/bookmarks", bookmark(fresh(), "c-" + (1 + i % 2), "2026-11-21T06:0" + i + ":00Z"));
        }
        assertThat(viewer.get("/bookmarks?camera=c-2").json().path("items")).hasSize(2);
        assertThat(viewer.get("/bookmarks?from=2026-11-21T06:01:00Z&to=2026-11-21T06:03:00Z")
                        .json()
                        .path("items"))
                .hasSize(3);
        JsonNode first = viewer.get("/bookmarks?limit=3").json();
        assertThat(first.at("/items/0/at").asString()).isEqualTo("2026-11-21T06:04:00Z");
        JsonNode second = viewer.get(
                        "/bookmarks?limit=3&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(viewer.get("/bookmarks?from=gestern").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereOrNotRightIsRefused() {
        assertThat(viewer.post("/bookmarks", bookmark(fresh(), "khong-co", "2026-11-21T06:00:00Z"))
                        .code())
                .isEqualTo("unknownCamera");
        assertThat(viewer.post("/bookmarks", bookmark("x", "c-1", "2026-11-21T06:00:00Z"))
                        .status())
                .isEqualTo(400);
        assertThat(viewer.post("/bookmarks", bookmark(fresh(), "c-1", "hôm qua"))
                        .status())
                .isEqualTo(400);
    }
}
