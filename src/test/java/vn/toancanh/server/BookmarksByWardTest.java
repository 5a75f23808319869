package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bookmarks of cameras that somebody does not see. */
@Tag("slow")
@Timeout(180)
class BookmarksByWardTest {
    @TempDir
    Path data;

    /** So many are looked through at once; a page that is empty and has a next one would tell that there are some. */
    @Test
    void howManyThereAreOfACameraElsewhereTellsNotThatThereIsOne() throws IOException, SQLException {
        try (Wards wards = Wards.start(data)) {
            Desk viewer = wards.atFirstWard("view");
            String own = "{\"id\":\"%s\",\"cameraId\":\"c-1\",\"at\":\"2026-11-21T06:00:00Z\",\"title\":\"Xe đỏ\"}"
                    .formatted(UUID.randomUUID());
            assertThat(viewer.post("/bookmarks", own).status()).isEqualTo(201);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                    Statement statement = other.createStatement()) {
                statement.executeUpdate(
                        "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2600)"
                                + " INSERT INTO bookmark (id, camera_id, at, title, account_id, name, made_at)"
                                + " SELECT printf('%08x-0000-4000-8000-000000000000', i), 'c-101', 0, 'B', 'u-9', 'Ai đó', 0 FROM n");
            }
            String nowhere = viewer.get("/bookmarks?camera=khong-co").body();
            assertThat(nowhere).isEqualTo("{\"items\":[],\"nextCursor\":null}");
            assertThat(viewer.get("/bookmarks?camera=c-101").body()).isEqualTo(nowhere);
            assertThat(viewer.get("/bookmarks?camera=c-1").json().path("items")).hasSize(1);
            assertThat(wards.admin.get("/bookmarks?camera=c-101").json().path("items"))
                    .hasSize(100);
        }
    }
}
