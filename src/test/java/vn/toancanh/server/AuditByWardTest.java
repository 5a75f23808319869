package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.file.Path;
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
import vn.toancanh.server.audit.StoredAudit;

/** The trail for somebody who manages the city but for a ward that is denied to him: what concerns that ward is not in it. */
@Tag("slow")
@Timeout(180)
class AuditByWardTest {
    private static final String MANAGE = "{\"level\":\"manage\"}";

    @TempDir
    Path data;

    private Wards wards;
    private Desk manager;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        wards.user("quan-ly", wards.role("Quản lý", MANAGE + "," + denial("view", "cua-nam", ""), ""));
        manager = wards.signIn("quan-ly");
        wards.user("nguoi-cua-nam", wards.role("Cửa Nam", grant("operate", "cua-nam"), ""));
        deeds("hoan-kiem", "c-1", wards.atFirstWard("operate"));
        deeds("cua-nam", "c-101", wards.signIn("nguoi-cua-nam"));
        wards.fixture.anonymous.login("nguoi-cua-nam", "mat-khau-sai-be-bet");
        String both = "{\"type\":\"x\",\"priority\":9,\"title\":\"Hai phường\",\"cameraIds\":[\"c-2\",\"c-102\"]}";
        wards.admin.post("/alarms", both, "Idempotency-Key", "hai-phuong-1");
        wards.admin.get("/audit/export?subject=camera/c-103");
    }

    /** One of each kind that is noted, at a site and at a camera of it. */
    private void deeds(String site, String camera, Desk person) {
        Desk admin = wards.admin;
        admin.put("/cameras/" + camera + "/published", "{\"published\":true}");
        person.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"" + camera + "\",\"role\":\"sub\"}]}");
        String alarm = "{\"type\":\"x\",\"priority\":9,\"title\":\"Có khói\",\"cameraIds\":[\"" + camera + "\"]}";
        String id = admin.post("/alarms", alarm, "Idempotency-Key", "khoi-" + site)
                .json()
                .path("id")
                .asString();
        admin.patch(
                "/alarms/" + id, "{\"state\":\"acknowledged\",\"comment\":\"Xem " + site + "\"}", "If-Match", "\"1\"");
        String wall = "{\"name\":\"Tường " + site + "\",\"siteId\":\"" + site
                + "\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";
        admin.put("/walls/tuong-" + site, wall, "If-Match", "\"0\"");
        admin.post(
                "/walls/tuong-" + site + "/commands",
                "{\"op\":\"message\",\"target\":{},\"args\":{\"text\":\"Chào " + site + "\"}}",
                "Idempotency-Key",
                "chao-" + site);
        admin.post("/webhooks", "{\"name\":\"AI " + site + "\",\"siteId\":\"" + site + "\"}");
        wards.role("Vai " + site, grant("view", site), "");
        admin.post(
                "/imports",
                "{\"cameras\":[{\"id\":\"n-" + site + "\",\"name\":\"Mới\",\"siteId\":\"" + site
                        + "\",\"streams\":[]}]}");
        admin.delete("/cameras/n-" + site);
        person.post("/audit", """
                {"entries":[{"id":"%s","at":"2026-11-20T23:00:00Z","action":"desk.shown","subject":"camera/%s"}]}""".formatted(UUID.randomUUID(), camera));
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static List<JsonNode> all(Desk desk, String query, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Desk.Answer answer = desk.get("/audit?limit=" + limit + query + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().path("items").forEach(all::add);
            JsonNode next = answer.json().path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> actions(List<JsonNode> entries) {
        return entries.stream()
                .map(entry -> entry.path("action").asString())
                .distinct()
                .toList();
    }

    /** The same without ids by chance, in which a camera's may stand: {@code …c-101…}. */
    private static String named(String told) {
        return told.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "*");
    }

    @Test
    void whatConcernsTheDeniedWardIsInNoPage() {
        List<JsonNode> his = all(manager, "", 500);
        assertThat(named(his.toString()))
                .contains("c-1\"", "hoan-kiem", "phuong-operate", "n-hoan-kiem")
                .doesNotContain("c-101", "c-102", "c-103", "cua-nam", "Cửa Nam");
        assertThat(actions(his))
                .as("of the other ward everything is there")
                .contains(
                        "camera.published",
                        "stream.granted",
                        "alarm.raised",
                        "alarm.acknowledged",
                        "wall.described",
                        "wall.message",
                        "webhook.made",
                        "role.created",
                        "inventory.imported",
                        "camera.removed",
                        "session.opened",
                        "account.created",
                        "desk.shown");
        List<JsonNode> whole = all(wards.admin, "", 500);
        assertThat(whole.toString()).contains("c-101", "c-102", "c-103", "cua-nam", "nguoi-cua-nam");
        assertThat(whole.size() - his.size())
                .as("there is about as much of each")
                .isGreaterThan(10);
        assertThat(all(manager, "", 1)).as("page by page").isEqualTo(his);
    }

    @Test
    void nobodyFindsByAFilterWhatHeMayNotRead() {
        for (String query : List.of(
                "subject=camera/c-101",
                "subject=site/cua-nam",
                "subject=wall/tuong-cua-nam",
                "site=cua-nam",
                "user=nguoi-cua-nam",
                "subject=account/nguoi-cua-nam")) {
            assertThat(all(manager, "&" + query, 100)).as(query).isEmpty();
        }
        assertThat(all(manager, "&subject=camera/c-1", 100)).isNotEmpty();
        assertThat(all(manager, "&user=phuong-operate", 100)).isNotEmpty();
        assertThat(all(wards.admin, "&user=nguoi-cua-nam", 100)).isNotEmpty();
    }

    @Test
    void askedBySiteItTellsWhatIsDoneThereAndBelowAndToWhatHangsThere() {
        List<JsonNode> there = all(wards.admin, "&site=hoan-kiem", 7);
        assertThat(named(there.toString())).contains("c-1\"").doesNotContain("camera/c-101", "tuong-cua-nam");
        assertThat(actions(there))
                .contains(
                        "stream.granted",
                        "camera.published",
                        "camera.removed",
                        "alarm.raised",
                        "alarm.acknowledged",
                        "wall.described",
                        "wall.message",
                        "webhook.made",
                        "desk.shown")
                .doesNotContain("session.opened", "role.created");
        List<JsonNode> city = all(wards.admin, "&site=ha-noi", 500);
        assertThat(city.toString()).contains("camera/c-1\"", "camera/c-101\"", "tuong-cua-nam");
        assertThat(all(wards.admin, "&site=khong-co", 100)).isEmpty();
        assertThat(all(manager, "&site=ha-noi", 100)).isNotEmpty().isSubsetOf(all(manager, "", 500));
        String csv = wards.admin.get("/audit/export?site=hoan-kiem").body();
        assertThat(csv.lines().toList().getLast()).isEqualTo("end," + there.size());
    }

    @Test
    void anExportHasTheSameAndTheChainIsCheckedByWhoHasTheData() {
        String csv = manager.get("/audit/export").body();
        List<String> lines = csv.lines().toList();
        assertThat(named(csv)).contains("hoan-kiem").doesNotContain("c-101", "c-102", "c-103", "cua-nam");
        assertThat(lines.getLast()).isEqualTo("end," + (lines.size() - 2));
        assertThat(lines.get(lines.size() - 2)).contains(",audit.exported,");
        String whole = wards.admin.get("/audit/export").body();
        assertThat(whole).contains("cua-nam");
        try (StoredAudit audit = StoredAudit.open(data)) {
            assertThat(audit.check(null).holds()).isTrue();
            assertThat(audit.check(null).entries()).isEqualTo(whole.lines().count() - 2);
        }
    }

    @Test
    void aTagThatIsDeniedIsLeftOutToo() {
        wards.user("theo-the", wards.role("Theo thẻ", MANAGE + "," + denial("manage", "", "an-ninh"), ""));
        List<JsonNode> his = all(wards.signIn("theo-the"), "&subject=camera/", 500);
        assertThat(his.toString()).contains("n-hoan-kiem").doesNotContain("camera/c-1\"", "camera/c-101\"");
    }
}
