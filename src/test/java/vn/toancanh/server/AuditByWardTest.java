package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.WardDeeds.actions;
import static vn.toancanh.server.WardDeeds.all;
import static vn.toancanh.server.WardDeeds.named;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        WardDeeds.done(wards, "hoan-kiem", "c-1", wards.atFirstWard("operate"));
        WardDeeds.done(wards, "cua-nam", "c-101", wards.signIn("nguoi-cua-nam"));
        wards.fixture.anonymous.login("nguoi-cua-nam", "mat-khau-sai-be-bet");
        String both = "{\"type\":\"x\",\"priority\":9,\"title\":\"Hai phường\",\"cameraIds\":[\"c-2\",\"c-102\"]}";
        wards.admin.post("/alarms", both, "Idempotency-Key", "hai-phuong-1");
        wards.admin.get("/audit/export?subject=camera/c-103");
    }

    @AfterEach
    void stop() {
        wards.close();
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
