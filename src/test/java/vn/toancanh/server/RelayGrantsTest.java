package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.FakeCamera;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** Grants that lead to the relay, by policy, and how they end. */
@Tag("slow")
class RelayGrantsTest {
    private static final Site LANE = new Site(new SiteId("ngo-1"), ServerFixture.WARD.id(), "Ngõ 1");

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private final FakeCamera camera = new FakeCamera();
    private ServerFixture fixture;
    private Desk desk;

    RelayGrantsTest() throws IOException {}

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        CameraEntry one = camera.entry(ServerFixture.camera(1, "Ngã tư"));
        fixture.server
                .inventory()
                .merge(
                        List.of(ServerFixture.CITY, ServerFixture.WARD, LANE),
                        List.of(one, ServerFixture.camera(2, "Hai")));
        desk = fixture.desk("viewer");
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
        camera.close();
    }

    private static JsonNode grant(Desk of, int camera) {
        return of.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-" + camera + "\",\"role\":\"sub\"}]}")
                .json()
                .path("items")
                .path(0);
    }

    private RawRtspClient viewer(JsonNode grant) throws IOException {
        RawRtspClient viewer = new RawRtspClient(
                fixture.server.relay().address().port(),
                grant.path("username").asString(),
                grant.path("password").asString(),
                "SHA-256",
                0);
        viewer.patience(10_000);
        return viewer;
    }

    private static void endsSoon(RawRtspClient viewer) throws IOException {
        try (viewer) {
            assertThatThrownBy(viewer::next)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aGrantLeadsToTheRelayWithATokenAndNothingOfTheCamera() throws Exception {
        JsonNode grant = grant(desk, 1);
        int port = fixture.server.relay().address().port();
        assertThat(grant.path("url").asString()).isEqualTo("rtsp://127.0.0.1:" + port + "/live/c-1/sub");
        assertThat(grant.path("access").asString()).isEqualTo("relay");
        assertThat(grant.path("revocable").asBoolean(false)).isTrue();
        assertThat(grant.path("username").asString())
                .isEqualTo(grant.path("sessionId").asString());
        assertThat(grant.path("password").asString()).startsWith("tcs_").hasSizeGreaterThan(30);
        assertThat(grant.toString()).doesNotContain("mat-khau");
        try (RawRtspClient viewer = viewer(grant)) {
            assertThat(viewer.play(grant.path("url").asString())).isEqualTo(200);
        }
        assertThat(camera.passwordsSeen()).isZero();
    }

    @Test
    void theHostIsTheOneTheDeskUsed() {
        int port = fixture.server.baseUri().getPort();
        Desk byName = new Desk(
                fixture.anonymous.http(), URI.create("http://localhost:" + port), fixture.contract, desk.token());
        assertThat(grant(byName, 1).path("url").asString()).startsWith("rtsp://localhost:");
        assertThat(grant(desk, 1).path("url").asString()).startsWith("rtsp://127.0.0.1:");
    }

    @Test
    void whoeverGivesAGrantBackIsCutOff() throws Exception {
        JsonNode first = grant(desk, 1);
        JsonNode second = grant(desk, 1);
        RawRtspClient cut = viewer(first);
        try (RawRtspClient stays = viewer(second)) {
            assertThat(cut.play(first.path("url").asString())).isEqualTo(200);
            assertThat(stays.play(second.path("url").asString())).isEqualTo(200);
            desk.delete("/stream-sessions/" + first.path("sessionId").asString());
            endsSoon(cut);
            assertThat(stays.ask("GET_PARAMETER", second.path("url").asString()).status())
                    .isEqualTo(200);
        }
        try (RawRtspClient again = viewer(first)) {
            assertThat(again.play(first.path("url").asString())).isEqualTo(401);
        }
    }

    @Test
    void whoWatchesACameraWhoseAddressIsCorrectedIsCutOffFromTheOldOneByTheNextGrant() throws Exception {
        try (FakeCamera right = new FakeCamera()) {
            JsonNode first = grant(desk, 1);
            RawRtspClient cut = viewer(first);
            // A camera that only falls silent is let go of later.
            cut.patience(4_000);
            assertThat(cut.play(first.path("url").asString())).isEqualTo(200);
            CameraEntry corrected = right.entry(ServerFixture.camera(1, "Ngã tư"));
            fixture.server.inventory().merge(List.of(), List.of(corrected));
            JsonNode second = grant(fixture.desk("operator"), 1);
            endsSoon(cut);
            try (RawRtspClient there = viewer(second)) {
                assertThat(there.play(second.path("url").asString())).isEqualTo(200);
            }
            assertThat(right.requests()).isPositive();
        }
    }

    @Test
    void theEndOfASessionCutsItsViewersOff() throws Exception {
        JsonNode grant = grant(desk, 1);
        JsonNode others = grant(fixture.desk("operator"), 1);
        RawRtspClient cut = viewer(grant);
        try (RawRtspClient stays = viewer(others)) {
            assertThat(cut.play(grant.path("url").asString())).isEqualTo(200);
            assertThat(stays.play(others.path("url").asString())).isEqualTo(200);
            desk.delete("/sessions/current");
            endsSoon(cut);
            assertThat(stays.ask("GET_PARAMETER", others.path("url").asString()).status())
                    .isEqualTo(200);
        }
        try (RawRtspClient again = viewer(grant)) {
            assertThat(again.play(grant.path("url").asString())).isEqualTo(401);
        }
    }

    @Test
    void anAccountThatIsDisabledIsCutOffWithinTenSeconds() throws Exception {
        JsonNode grant = grant(desk, 1);
        RawRtspClient viewer = viewer(grant);
        assertThat(viewer.play(grant.path("url").asString())).isEqualTo(200);
        try (Stream<Path> files = Files.list(data)) {
            Path database = files.filter(file -> file.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
            try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + database)) {
                sql.createStatement().executeUpdate("UPDATE account SET enabled = 0 WHERE username = 'viewer'");
            }
        }
        clock.advance(Duration.ofSeconds(9));
        endsSoon(viewer);
    }

    @Test
    void aTokenIsGoodUntilItsGrantEndsAndLongerWhereThatIsRenewed() throws Exception {
        JsonNode grant = grant(desk, 1);
        String id = grant.path("sessionId").asString();
        clock.advance(Duration.ofMinutes(4));
        JsonNode renewed = desk.put("/stream-sessions/" + id, null).json();
        assertThat(renewed.path("password")).isEqualTo(grant.path("password"));
        clock.advance(Duration.ofMinutes(4));
        try (RawRtspClient viewer = viewer(grant)) {
            assertThat(viewer.play(grant.path("url").asString())).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        try (RawRtspClient viewer = viewer(grant)) {
            assertThat(viewer.play(grant.path("url").asString())).isEqualTo(401);
        }
    }

    @Test
    void whoPlaysGoesOnWhileTheDeskKeepsTheStreamGranted() {
        Admission first = admission(grant(desk, 1));
        var sessions = fixture.server.admissions();
        clock.advance(Duration.ofMinutes(4));
        Admission second = admission(grant(desk, 1));
        assertThat(second.grantId()).isNotEqualTo(first.grantId());
        clock.advance(Duration.ofMinutes(3));
        assertThat(sessions.of(first.grantId())).isNull();
        assertThat(sessions.ended(java.util.Set.of(first, second))).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(sessions.ended(java.util.Set.of(first, second))).containsExactlyInAnyOrder(first, second);
    }

    private Admission admission(JsonNode grant) {
        Admission known = fixture.server.admissions().of(grant.path("sessionId").asString());
        assertThat(known).isNotNull();
        return known;
    }

    @Test
    void sitesGoTheirOwnWayByTheNearestWordAboveThem() {
        Desk administrator = fixture.desk("administrator");
        assertThat(administrator.get("/stream-policy").json().path("access").asString())
                .isEqualTo("relay");
        assertThat(desk.get("/stream-policy").status()).isEqualTo(403);
        String body = "{\"access\":\"relay\",\"sites\":[{\"siteId\":\"ha-noi\",\"access\":\"direct\"}]}";
        assertThat(desk.put("/stream-policy", body).status()).isEqualTo(403);
        assertThat(administrator.put("/stream-policy", body).status()).isEqualTo(200);
        JsonNode direct = grant(desk, 2);
        assertThat(direct.path("access").asString()).isEqualTo("direct");
        assertThat(direct.path("revocable").asBoolean(true)).isFalse();
        assertThat(direct.path("url").asString()).isEqualTo("rtsp://10.0.0.2:554/sub");
        String nearer = "{\"sites\":[{\"siteId\":\"ha-noi\",\"access\":\"direct\"},"
                + "{\"siteId\":\"hoan-kiem\",\"access\":\"relay\"}]}";
        assertThat(administrator.put("/stream-policy", nearer).status()).isEqualTo(200);
        assertThat(grant(desk, 2).path("access").asString()).isEqualTo("relay");
        for (String wrong : List.of(
                "{\"access\":\"maybe\"}",
                "{\"sites\":[{\"siteId\":\"khong-co\",\"access\":\"direct\"}]}",
                "{\"sites\":[{\"siteId\":\"ha-noi\"}]}",
                "{\"sites\":[null]}",
                "{\"relayUrl\":\"http://x\"}",
                "{\"relayUrl\":\"rtsp://user:pw@x/\"}",
                "{\"relayUrl\":\"rtsp://x/?token=1\"}")) {
            assertThat(administrator.put("/stream-policy", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(administrator.get("/stream-policy").json().path("sites")).hasSize(2);
    }

    /** Two that read it and change it: the slower one is told, and nothing of the faster one's is lost. */
    @Test
    void whoWasSlowerChangesNothingWhereHeSaysWhatHeSaw() {
        Desk administrator = fixture.desk("administrator");
        String seen = administrator.get("/stream-policy").header("ETag");
        assertThat(seen).matches("\"[0-9a-f]{16}\"");
        String first = "{\"sites\":[{\"siteId\":\"hoan-kiem\",\"access\":\"direct\"}]}";
        Desk.Answer done = administrator.put("/stream-policy", first, "If-Match", seen);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(administrator.get("/stream-policy").header("ETag"));
        Desk.Answer slower = administrator.put("/stream-policy", "{\"access\":\"direct\"}", "If-Match", seen);
        assertThat(slower.status()).isEqualTo(412);
        assertThat(slower.code()).isEqualTo("preconditionFailed");
        JsonNode there = administrator.get("/stream-policy").json();
        assertThat(there.path("access").asString()).isEqualTo("relay");
        assertThat(there.path("sites")).hasSize(1);
        JsonNode noted =
                administrator.get("/audit?action=streamPolicy.changed").json().path("items");
        assertThat(noted).hasSize(1);
        assertThat(noted.at("/0/facts/named").toString()).isEqualTo("[\"site/hoan-kiem\"]");
        assertThat(administrator.put("/stream-policy", "{}").status())
                .as("who says nothing replaces it")
                .isEqualTo(200);
        assertThat(administrator.get("/stream-policy").header("ETag")).isEqualTo(seen);
    }

    @Test
    void aSiteThatIsMovedGoesTheWayOfWhereItHangsNow() {
        Desk administrator = fixture.desk("administrator");
        assertThat(administrator
                        .post("/sites", "{\"id\":\"ben-kia\",\"name\":\"Bên kia sông\"}")
                        .status())
                .isEqualTo(201);
        administrator.put("/stream-policy", "{\"sites\":[{\"siteId\":\"ben-kia\",\"access\":\"direct\"}]}");
        assertThat(grant(desk, 2).path("access").asString()).isEqualTo("relay");
        assertThat(administrator
                        .put(
                                "/sites/hoan-kiem",
                                "{\"name\":\"Hoàn Kiếm\",\"parentId\":\"ben-kia\"}",
                                "If-Match",
                                administrator.get("/sites/hoan-kiem").header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(grant(desk, 2).path("access").asString()).isEqualTo("direct");
    }

    @Test
    void policyAndPortOutliveARestart() throws Exception {
        int port = fixture.server.relay().address().port();
        fixture.desk("administrator")
                .put("/stream-policy", "{\"sites\":[{\"siteId\":\"ha-noi\",\"access\":\"direct\"}]}");
        fixture.close();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        assertThat(fixture.server.relay().address().port()).isEqualTo(port);
        assertThat(grant(fixture.desk("viewer"), 2).path("access").asString()).isEqualTo("direct");
    }

    @Test
    void theRelayTellsItsFigures() throws Exception {
        JsonNode grant = grant(desk, 1);
        try (RawRtspClient viewer = viewer(grant)) {
            assertThat(viewer.play(grant.path("url").asString())).isEqualTo(200);
            var figures = fixture.server.relay().figures().get(60, TimeUnit.SECONDS);
            assertThat(figures.viewers()).isEqualTo(1);
            assertThat(figures.streams()).isEqualTo(1);
        }
    }
}
