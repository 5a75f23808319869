package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.audit.StoredAudit;

/** What is done through the server is noted, can be searched, exported and checked, by those who may. */
@Tag("slow")
class AuditTest {
    private static final String LAYOUT =
            "{\"name\":\"=HYPERLINK(1)\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[],\"scope\":\"global\"}";

    @TempDir
    Path data;

    private ServerFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 12));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private JsonNode search(String query) {
        Desk.Answer answer = fixture.desk("administrator").get("/audit" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }

    private JsonNode only(String query) {
        JsonNode found = search(query);
        assertThat(found).as(query).hasSize(1);
        return found.get(0);
    }

    @Test
    void signingInAndOutAndFailingToIsNotedWithoutAnyPassword() throws IOException {
        Desk desk = fixture.desk("operator");
        desk.delete("/sessions/current");
        fixture.anonymous.login("Operator", "mat-khau-sai-be-bet");
        fixture.anonymous.login("đây là mật khẩu!", "mat-khau-sai-be-bet");
        JsonNode opened = only("?action=session.opened&user=operator");
        assertThat(opened.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(opened.path("outcome").asString()).isEqualTo("done");
        assertThat(opened.path("accountId").asString()).isNotEmpty();
        JsonNode closed = only("?action=session.closed");
        assertThat(closed.path("sessionId")).isEqualTo(opened.path("sessionId"));
        JsonNode refused = only("?action=session.refused&user=Operator");
        assertThat(refused.path("outcome").asString()).isEqualTo("refused");
        assertThat(refused.at("/facts/reason").asString()).isEqualTo("badCredentials");
        assertThat(refused.has("sessionId")).isFalse();
        assertThat(only("?subject=account/***").path("user").asString()).isEqualTo("***");
        fixture.close();
        String bytes = new String(Files.readAllBytes(data.resolve("central.db")), StandardCharsets.UTF_8);
        assertThat(bytes).doesNotContain("mat-khau-sai-be-bet", "đây là mật khẩu", ServerFixture.PASSWORD, "tca_");
    }

    @Test
    void aRefreshTokenUsedTwiceIsNoted() {
        String body = fixture.anonymous
                .login("viewer", ServerFixture.PASSWORD)
                .json()
                .path("refreshToken")
                .asString();
        String refresh = "{\"refreshToken\":\"" + body + "\"}";
        Desk.Answer renewed = fixture.anonymous.post("/sessions/refresh", refresh);
        Desk viewer =
                fixture.anonymous.withToken(renewed.json().path("accessToken").asString());
        assertThat(viewer.get("/sites").status()).isEqualTo(200);
        assertThat(fixture.anonymous.post("/sessions/refresh", refresh).status())
                .isEqualTo(401);
        assertThat(only("?action=session.revoked").path("user").asString()).isEqualTo("viewer");
    }

    @Test
    void publishingIsNotedOnceAChange() {
        Desk administrator = fixture.desk("administrator");
        for (int i = 0; i < 2; i++) {
            assertThat(administrator
                            .put("/cameras/c-1/published", "{\"published\":true}")
                            .status())
                    .isEqualTo(204);
        }
        JsonNode published = only("?action=camera.published");
        assertThat(published.path("subject").asString()).isEqualTo("camera/c-1");
        assertThat(published.path("user").asString()).isEqualTo("administrator");
        assertThat(published.at("/facts/published").asBoolean()).isTrue();
    }

    @Test
    void endingAnotherSessionOfOnesOwnIsNoted() {
        Desk viewer = fixture.desk("viewer");
        Desk forgotten = fixture.desk("viewer");
        String id = "";
        for (JsonNode each : viewer.get("/me/sessions").json().path("items")) {
            id = each.path("current").asBoolean() ? id : each.path("id").asString();
        }
        assertThat(viewer.delete("/me/sessions/" + id).status()).isEqualTo(204);
        assertThat(forgotten.get("/sites").status()).isEqualTo(401);
        JsonNode ended = only("?action=session.ended");
        assertThat(ended.path("subject").asString()).isEqualTo("session/" + id);
        assertThat(ended.path("sessionId").asString()).as("whose doing it was").isNotEqualTo(id);
    }

    @Test
    void anImportNamesWhatItChanged() {
        fixture.desk("administrator")
                .post(
                        "/imports",
                        "{\"sites\":[{\"id\":\"moi\",\"name\":\"Mới\",\"parentId\":\"ha-noi\"}],\"cameras\":[{\"id\":\"c-1\",\"name\":\"Khác\","
                                + "\"siteId\":\"hoan-kiem\",\"streams\":[]},{\"id\":\"c-99\",\"name\":\"Mới\",\"siteId\":\"moi\",\"streams\":[]}]}");
        assertThat(only("?action=inventory.imported").at("/facts/named").toString())
                .isEqualTo("[\"site/moi\",\"camera/c-1\",\"camera/c-99\"]");
    }

    @Test
    void whoSawWhatIsNotedOnceAGrant() {
        Desk viewer = fixture.desk("viewer");
        String body = viewer.post("/stream-sessions", """
                        {"streams":[{"cameraId":"c-1","role":"sub"},{"cameraId":"c-2","role":"main"},{"cameraId":"no","role":"sub"}]}""")
                .json()
                .at("/items/0/sessionId")
                .asString();
        viewer.put("/stream-sessions/" + body, null);
        assertThat(search("?action=stream.")).hasSize(2);
        JsonNode seen = only("?subject=camera/c-1");
        assertThat(seen.path("user").asString()).isEqualTo("viewer");
        assertThat(seen.at("/facts/role").asString()).isEqualTo("sub");
        assertThat(seen.at("/facts/grant").asString()).isEqualTo(body);
        assertThat(seen.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(seen.toString()).doesNotContain("mat-khau", "rtsp:");
    }

    @Test
    void importsRemovalsAndLayoutsAreNotedAndWhatWasRefusedIsNot() {
        Desk admin = fixture.desk("administrator");
        String camera = "{\"cameras\":[{\"id\":\"n-1\",\"name\":\"Mới\",\"siteId\":\"ha-noi\",\"streams\":[]}]}";
        admin.post("/imports?dryRun=true", camera);
        assertThat(search("?action=inventory.imported")).isEmpty();
        admin.post("/imports", camera);
        assertThat(only("?action=inventory.imported").at("/facts/added").asInt())
                .isEqualTo(1);
        admin.post("/imports", camera);
        assertThat(search("?action=inventory.imported")).as("nothing changed").hasSize(1);
        admin.delete("/cameras/n-1");
        admin.delete("/cameras/n-1");
        assertThat(only("?action=camera.removed").path("subject").asString()).isEqualTo("camera/n-1");
        String id = admin.post("/layouts", LAYOUT).json().path("id").asString();
        admin.put("/layouts/" + id, LAYOUT, "If-Match", "\"1\"");
        admin.put("/layouts/" + id, LAYOUT, "If-Match", "\"1\"");
        admin.delete("/layouts/" + id, "If-Match", "\"2\"");
        assertThat(search("?subject=layout/" + id)).hasSize(3);
        assertThat(only("?action=layout.deleted").path("user").asString()).isEqualTo("administrator");
    }

    @Test
    void pagesHoldEveryEntryOnceWhateverIsAdded() {
        for (int i = 0; i < 12; i++) {
            fixture.desk("viewer").delete("/sessions/current");
        }
        Desk admin = fixture.desk("administrator");
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.get("/audit?user=viewer&limit=5" + cursor).json();
            page.path("items").forEach(item -> seen.add(item.path("seq").asLong()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
            fixture.desk("viewer");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(24).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(admin.get("/audit?from=2100-01-01T00:00:00Z").json().path("items"))
                .isEmpty();
        assertThat(admin.get("/audit?to=2020-01-01T00:00:00Z").json().path("items"))
                .isEmpty();
        assertThat(admin.get("/audit?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&limit=1")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=gestern",
                "to=1",
                "from=%2B1000000000-12-31T23:59:59Z",
                "limit=0",
                "limit=501",
                "cursor=x",
                "cursor=LTE",
                "user=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatCannotBeMeantIsRefused(String query) {
        assertThat(fixture.desk("administrator").get("/audit?" + query).status())
                .isEqualTo(400);
    }

    @Test
    void onlyWhoManagesReadsTheTrail() {
        for (String role : List.of("viewer", "operator")) {
            assertThat(fixture.desk(role).get("/audit").status()).isEqualTo(403);
            assertThat(fixture.desk(role).get("/audit/export").status()).isEqualTo(403);
        }
        assertThat(fixture.anonymous.get("/audit").status()).isEqualTo(401);
        assertThat(fixture.anonymous.post("/audit", "{\"entries\":[]}").status())
                .isEqualTo(401);
    }

    @Test
    void anExportIsCompleteSafeForSpreadsheetsAndNotedItself() {
        Desk admin = fixture.desk("administrator");
        admin.post("/layouts", LAYOUT);
        send(fixture.desk("viewer"), List.of(entry(UUID.randomUUID(), "desk.tile.opened", "=cmd|' /C calc'!A0")));
        send(fixture.desk("viewer"), List.of(entry(UUID.randomUUID(), "desk.tile.opened", "＠SUM(1)")));
        Desk.Answer answer = admin.get("/audit/export");
        assertThat(answer.header("Content-Disposition")).contains("attachment");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFseq,at,");
        assertThat(lines.getLast()).isEqualTo("end," + (lines.size() - 2));
        assertThat(lines.get(lines.size() - 2)).contains(",audit.exported,");
        assertThat(answer.body()).contains("'=cmd|", "'＠SUM(1)", "HYPERLINK");
        assertThat(answer.body()).doesNotContainPattern("(^|[,\n])\"?[=+@＠]");
        assertThat(only("?action=audit.exported").path("user").asString()).isEqualTo("administrator");
        assertThat(admin.get("/audit/export?user=viewer&action=desk.").body().lines())
                .hasSize(4);
    }

    private static Map<String, Object> entry(UUID id, String action, String subject) {
        return Map.of(
                "id",
                id.toString(),
                "at",
                "2026-11-20T23:00:00.5Z",
                "action",
                action,
                "subject",
                subject,
                "by",
                "ca.dem",
                "facts",
                Map.of("tile", 4, "password", "bi-mat"));
    }

    private static Desk.Answer send(Desk desk, List<Map<String, Object>> entries) {
        return desk.post("/audit", JsonMapper.shared().writeValueAsString(Map.of("entries", entries)));
    }

    @Test
    void entriesOfClientsAreTakenOnceWithTheirOwnTime() {
        Desk viewer = fixture.desk("viewer");
        UUID id = UUID.randomUUID();
        Map<String, Object> first = entry(id, "desk.clip.exported", "camera/c-1");
        Map<String, Object> second = entry(UUID.randomUUID(), "desk.tile.opened", "camera/c-2");
        assertThat(send(viewer, List.of(first, second)).json()).hasToString("{\"added\":2,\"repeated\":0}");
        assertThat(send(viewer, List.of(first, first, second)).json()).hasToString("{\"added\":0,\"repeated\":3}");
        assertThat(send(fixture.desk("operator"), List.of(first)).json()).hasToString("{\"added\":0,\"repeated\":1}");
        JsonNode kept = only("?action=desk.clip.exported");
        assertThat(kept.path("id").asString()).isEqualTo(id.toString());
        assertThat(kept.path("originalAt").asString()).isEqualTo("2026-11-20T23:00:00.500Z");
        assertThat(kept.path("user").asString()).isEqualTo("viewer");
        assertThat(kept.at("/facts/by").asString()).isEqualTo("ca.dem");
        assertThat(kept.at("/facts/tile").asInt()).isEqualTo(4);
        assertThat(kept.at("/facts/password").asString()).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"x\"",
                "\"id\":null",
                "\"at\":\"heute\"",
                "\"at\":\"1999-01-01T00:00:00Z\"",
                "\"action\":\"session.opened\"",
                "\"action\":\"desk\"",
                "\"action\":\"desk..a\"",
                "\"subject\":\" \"",
                "\"outcome\":\"maybe\"",
                "\"facts\":[]",
                "\"by\":\"\""
            })
    void whatAClientMayNotSayIsRefusedWhole(String wrong) {
        String good =
                JsonMapper.shared().writeValueAsString(entry(UUID.randomUUID(), "desk.tile.opened", "camera/c-2"));
        String bad = good.substring(0, good.length() - 1) + "," + wrong + "}";
        Desk viewer = fixture.desk("viewer");
        Desk.Answer answer = viewer.post("/audit", "{\"entries\":[" + good + "," + bad + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).startsWith("/entries/1/");
        assertThat(search("?action=desk.")).isEmpty();
    }

    @Test
    void tooManyAndTooLargeEntriesAreRefused() {
        Desk viewer = fixture.desk("viewer");
        String one = JsonMapper.shared().writeValueAsString(entry(UUID.randomUUID(), "desk.a", "b"));
        assertThat(viewer.post("/audit", "{\"entries\":[" + (one + ",").repeat(500) + one + "]}")
                        .status())
                .isEqualTo(400);
        Map<String, Object> large = new java.util.HashMap<>(entry(UUID.randomUUID(), "desk.a", "b"));
        large.put("facts", Map.of("a", "x".repeat(2_100)));
        assertThat(send(viewer, List.of(large)).status()).isEqualTo(400);
        Desk.Answer last = viewer.get("/sessions/current");
        for (int batch = 0; batch <= 40; batch++) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                all.add(entry(UUID.randomUUID(), "desk.a", "b"));
            }
            last = send(viewer, all);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("tooManyEntries");
        assertThat(search("?action=desk.a&limit=500")).hasSize(500);
    }

    @Test
    void whatWasSeenJustBeforeTheServerEndsIsNoted() {
        Desk viewer = fixture.desk("viewer");
        viewer.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-7\",\"role\":\"sub\"}]}");
        fixture.close();
        try (StoredAudit audit = StoredAudit.open(data)) {
            assertThat(audit.check(null).entries()).isEqualTo(3);
        }
    }

    @Test
    void theChainOfARunningServerIsCheckedFromOutside() {
        fixture.desk("viewer");
        try (StoredAudit audit = StoredAudit.open(data)) {
            assertThat(audit.check(null).holds()).isTrue();
            fixture.desk("viewer");
            assertThat(audit.check(null).entries()).isEqualTo(3);
        }
    }
}
