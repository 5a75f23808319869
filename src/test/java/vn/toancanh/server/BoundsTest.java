package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;

/** One account keeps so much and no more, and that is nobody else's loss. */
@Tag("slow")
@Timeout(120)
class BoundsTest {
    private static final String LAYOUT =
            "{\"name\":\"A\",\"scope\":\"private\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}";

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk viewer;
    private Desk operator;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        viewer = fixture.desk("viewer");
        operator = fixture.desk("operator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Puts so many rows beside the server, which would take minutes through it. */
    private void fill(int count, String insert) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.executeUpdate("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count
                    + ") " + insert);
        }
    }

    private static String bookmark() {
        return "{\"id\":\"" + UUID.randomUUID()
                + "\",\"cameraId\":\"c-1\",\"at\":\"2026-11-21T06:00:00Z\",\"title\":\"B\"}";
    }

    private static String record() {
        String at = "\"2026-11-20T23:00:00Z\"";
        return "{\"id\":\"" + UUID.randomUUID()
                + "\",\"kind\":\"patrol\",\"title\":\"R\",\"cameraIds\":[\"c-1\"],\"siteId\":\"hoan-kiem\",\"beganAt\":"
                + at
                + ",\"endedAt\":" + at + ",\"signedAt\":" + at + ",\"content\":{}}";
    }

    @Test
    void layouts() throws SQLException {
        fill(
                500,
                "INSERT INTO layout (id, owner_id, scope, version) SELECT 'l-' || i, (SELECT id FROM account WHERE"
                        + " username = 'viewer'), 'private', 1 FROM n");
        Desk.Answer refused = viewer.post("/layouts", LAYOUT);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("tooMany");
        assertThat(operator.post("/layouts", LAYOUT).status()).isEqualTo(201);
    }

    @Test
    void versionsOfALayout() {
        Desk.Answer made = operator.post("/layouts", LAYOUT);
        String path = "/layouts/" + made.json().path("id").asString();
        for (int version = 1; version <= 105; version++) {
            assertThat(operator.put(path, LAYOUT, "If-Match", "\"" + version + "\"")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(versions()).isEqualTo(100);
        assertThat(operator.get(path).json().path("version").asLong()).isEqualTo(106);
    }

    private long versions() {
        fixture.close();
        try (var database =
                vn.toancanh.server.store.Database.open(data.resolve("central.db"), data.resolve("backups"), clock)) {
            return database.read(sql -> sql.number("SELECT count(*) FROM layout_version"));
        } finally {
            reopen();
        }
    }

    private void reopen() {
        try {
            String token = String.valueOf(operator.token());
            fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
            operator = fixture.anonymous.withToken(token);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void bookmarks() throws SQLException {
        fill(
                5000,
                "INSERT INTO bookmark (id, camera_id, at, title, account_id, name, made_at) SELECT 'b-' || i, 'c-1', 0, 'B',"
                        + " (SELECT id FROM account WHERE username = 'viewer'), 'V', 0 FROM n");
        assertThat(viewer.post("/bookmarks", bookmark()).code()).isEqualTo("tooMany");
        assertThat(operator.post("/bookmarks", bookmark()).status()).isEqualTo(201);
    }

    @Test
    void recordsOfADay() throws SQLException {
        fill(
                200,
                "INSERT INTO record (id, kind, title, site_id, camera_ids, began_at, ended_at, signed_at, content, account_id,"
                        + " name, received_at, digest) SELECT 'r-' || i, 'patrol', 'R', 'hoan-kiem', '[]', 0, 0, 0, '{}', (SELECT id"
                        + " FROM account WHERE username = 'viewer'), 'V', "
                        + clock.now().toEpochMilli() + ", 'd' FROM n");
        Desk.Answer refused = viewer.post("/records", record());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(operator.post("/records", record()).status()).isEqualTo(201);
        clock.advance(Duration.ofDays(1));
        assertThat(fixture.desk("viewer").post("/records", record()).status()).isEqualTo(201);
    }

    @Test
    void sessions() throws SQLException {
        long now = clock.now().toEpochMilli();
        fill(
                62,
                "INSERT INTO session (id, account_id, access_hash, access_expires_at, refresh_hash, refresh_expires_at, created_at,"
                        + " address) SELECT 's-' || i, (SELECT id FROM account WHERE username = 'viewer'), randomblob(32), "
                        + now + " + i, randomblob(32), " + (now + 3_600_000) + ", " + now + ", 'x' FROM n");
        Desk another = fixture.desk("viewer");
        assertThat(sessionsOf(another)).hasSize(64).contains("s-1");
        Desk oneMore = fixture.desk("viewer");
        assertThat(sessionsOf(oneMore))
                .as("who renewed longest ago")
                .hasSize(64)
                .doesNotContain("s-1");
        assertThat(viewer.get("/sites").status()).as("who is at work").isEqualTo(200);
        assertThat(operator.get("/sites").status()).isEqualTo(200);
    }

    private static List<String> sessionsOf(Desk desk) {
        return Wards.ids(desk.get("/me/sessions").json().path("items"));
    }
}
