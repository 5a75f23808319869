package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.WardDeeds.actions;
import static vn.toancanh.server.WardDeeds.all;
import static vn.toancanh.server.WardDeeds.named;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The trail for somebody who manages a ward alone: what was done there, and by and to the people of it, and nothing else. */
@Tag("slow")
@Timeout(180)
class AuditInPartTest {
    private static final String CITY_WALL =
            "{\"name\":\"Tường thành phố\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";

    @TempDir
    Path data;

    private Wards wards;
    private Desk manager;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        wards.user("truong-phuong", wards.role("Trưởng phường", grant("manage", "hoan-kiem"), ""));
        manager = wards.signIn("truong-phuong");
        wards.user("nguoi-cua-nam", wards.role("Cửa Nam", grant("operate", "cua-nam"), ""));
        WardDeeds.done(wards, "hoan-kiem", "c-1", wards.atFirstWard("operate"));
        WardDeeds.done(wards, "cua-nam", "c-101", wards.signIn("nguoi-cua-nam"));
        Desk nobody = wards.fixture.anonymous;
        List.of("phuong-operate", "nguoi-cua-nam", "khong-ai")
                .forEach(name -> nobody.login(name, "mat-khau-sai-be-bet"));
        String both = "{\"type\":\"x\",\"priority\":9,\"title\":\"Hai phường\",\"cameraIds\":[\"c-2\",\"c-102\"]}";
        wards.admin.post("/alarms", both, "Idempotency-Key", "hai-phuong-1");
        wards.admin.put("/alarm-procedures/chay", "{\"text\":\"Gọi 114\"}");
        wards.admin.put("/walls/tuong-thanh-pho", CITY_WALL, "If-Match", "\"0\"");
        wards.user(
                "hai-phuong",
                wards.role("Hai phường", grant("operate", "hoan-kiem") + "," + grant("view", "cua-nam"), ""));
        wards.signIn("hai-phuong");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static List<String> subjects(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("subject").asString()).toList();
    }

    private static String user(JsonNode entry) {
        return entry.path("user").asString("");
    }

    @Test
    void whatWasDoneAtTheWardAndByItsPeopleIsThereAndNothingElse() {
        List<JsonNode> his = all(manager, "", 500);
        assertThat(named(his.toString()))
                .contains("c-1\"", "phuong-operate", "tuong-hoan-kiem")
                .doesNotContain("c-101", "c-102", "cua-nam", "Cửa Nam", "khong-ai", "thanh-pho", "Hai phường", "chay");
        assertThat(actions(his))
                .contains(
                        "camera.published",
                        "stream.granted",
                        "alarm.raised",
                        "alarm.acknowledged",
                        "wall.described",
                        "wall.message",
                        "webhook.made",
                        "role.created",
                        "account.created",
                        "camera.removed",
                        "session.opened",
                        "session.refused",
                        "desk.shown")
                .doesNotContain("inventory.imported", "procedure.set", "audit.began");
        assertThat(his)
                .filteredOn(entry -> user(entry).equals("administrator"))
                .as("of the city's administrator what he did to the ward, and not that he was there")
                .isNotEmpty()
                .noneMatch(entry -> entry.path("action").asString().startsWith("session."));
        assertThat(his)
                .filteredOn(entry -> entry.path("action").asString().equals("session.opened"))
                .extracting(AuditInPartTest::user)
                .containsOnly("truong-phuong", "phuong-operate");
        assertThat(all(wards.admin, "", 500)).as("as it stands in the chain").containsAll(his);
        assertThat(all(manager, "", 1)).as("page by page").isEqualTo(his);
    }

    @Test
    void whatIsElsewhereIsAnsweredAsWhatIsNowhere() {
        assertElsewhereIsNowhere();
        assertThat(subjects(all(manager, "&site=ha-noi", 500)))
                .as("of the city the ward")
                .contains("camera/c-1")
                .doesNotContain("camera/c-101");
        assertThat(all(manager, "&user=phuong-operate", 100)).isNotEmpty();
    }

    /** A search reads so many entries at once, and a page that is empty and has a next one would tell that there are more elsewhere. */
    @Test
    void howMuchThereIsElsewhereTellsNothingEither() {
        Desk other = wards.signIn("nguoi-cua-nam");
        for (int i = 0; i < 21; i++) {
            String entries = Stream.generate(() -> """
                            {"id":"%s","at":"2026-11-20T23:00:00Z","action":"desk.shown","subject":"camera/c-101"}""".formatted(UUID.randomUUID()))
                    .limit(500)
                    .collect(Collectors.joining(","));
            assertThat(other.post("/audit", "{\"entries\":[" + entries + "]}").status())
                    .isEqualTo(200);
        }
        assertElsewhereIsNowhere();
        assertThat(subjects(all(manager, "&site=ha-noi", 500)))
                .as("behind all that")
                .contains("camera/c-1");
        assertThat(all(manager, "&user=phuong-operate", 100)).isNotEmpty();
        wards.user("theo-the", wards.role("Theo thẻ", "{\"level\":\"manage\",\"tag\":\"giao-thong\"}", ""));
        wards.admin.put("/cameras/c-102/published", "{\"published\":true}");
        assertThat(subjects(all(wards.signIn("theo-the"), "&site=cua-nam", 100)))
                .as("a camera by its tag, at a site that is not his")
                .contains("camera/c-102");
    }

    private void assertElsewhereIsNowhere() {
        for (String query : List.of(
                "subject=camera/c-101",
                "subject=camera/c-999",
                "subject=site/cua-nam",
                "subject=site/khong-co",
                "subject=wall/tuong-cua-nam",
                "subject=wall/tuong-thanh-pho",
                "subject=wall/khong-co",
                "site=cua-nam",
                "site=khong-co",
                "user=nguoi-cua-nam",
                "user=khong-ai",
                "subject=account/nguoi-cua-nam",
                "subject=account/khong-ai",
                "subject=procedure/chay",
                "subject=inventory")) {
            Desk.Answer answer = manager.get("/audit?" + query);
            assertThat(answer.status()).as(query).isEqualTo(200);
            assertThat(answer.body()).as(query).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        }
    }

    /** Else the note of a question tells by being there or not whether there is what was asked for. */
    @Test
    void hisOwnNotesTellNotWhatThereIsElsewhere() {
        for (String query : List.of("user=nguoi-cua-nam", "user=khong-ai", "site=cua-nam", "site=khong-co")) {
            assertThat(manager.get("/audit/export?" + query).status()).isEqualTo(200);
        }
        assertThat(all(manager, "&action=audit.exported", 100)).isEmpty();
        for (String by : List.of("nguoi-cua-nam", "khong-ai")) {
            assertThat(manager.post("/audit", """
                    {"entries":[{"id":"%s","at":"2026-11-20T23:00:00Z","action":"desk.left","subject":"camera/c-1","by":"%s"}]}""".formatted(UUID.randomUUID(), by))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(all(manager, "&action=desk.left", 100)).isEmpty();
        assertThat(all(wards.admin, "&action=desk.left", 100)).hasSize(2);
    }

    @Test
    void anExportHasTheSame() {
        List<JsonNode> his = all(manager, "", 500);
        List<String> lines = manager.get("/audit/export").body().lines().toList();
        assertThat(lines.getLast()).isEqualTo("end," + (his.size() + 1));
        assertThat(lines.get(lines.size() - 2)).as("and that he made it").contains(",audit.exported,");
        assertThat(named(String.join("\n", lines))).doesNotContain("c-101", "cua-nam", "thanh-pho", "khong-ai");
    }

    /** Whoever exports much and reads slowly does so once at a time, and others neither wait for him nor for what he asked for. */
    @Test
    void anExportHoldsNobodyUp() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.executeUpdate(
                    "INSERT INTO audit (seq, id, at, account_id, username, action, subject, outcome, facts, hash)"
                            + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) SELECT (SELECT seq FROM audit_mark"
                            + " WHERE name = 'head') + i, 'x-' || i, i, (SELECT id FROM account WHERE username = 'truong-phuong'),"
                            + " 'truong-phuong', 'desk.shown', 'camera/c-1', 'done', '{\"x\":\"" + "x".repeat(300)
                            + "\"}', zeroblob(32) FROM n");
            statement.executeUpdate("UPDATE audit_mark SET seq = (SELECT max(seq) FROM audit) WHERE name = 'head'");
        }
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    wards.fixture.server.baseUri().getPort()));
            slow.getOutputStream()
                    .write(("GET /api/v1/audit/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + manager.token()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');
            Desk.Answer second = manager.get("/audit/export?user=truong-phuong&action=x");
            assertThat(second.status()).as(second.body()).isEqualTo(429);
            assertThat(second.header("Retry-After")).isNotEmpty();
            long before = System.nanoTime();
            assertThat(manager.get("/sites").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(wards.admin.get("/audit/export?action=role.created").status())
                    .as("somebody else's")
                    .isEqualTo(200);
        }
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int status = 429;
        while (status == 429 && System.nanoTime() < end) {
            Thread.sleep(100);
            status = manager.get("/audit/export?action=role.created").status();
        }
        assertThat(status).as("when that one is over").isEqualTo(200);
    }

    @Test
    void whoSeesTheCityAndManagesTheWardReadsOfTheWardAlone() {
        wards.user("xem-het", wards.role("Xem hết", "{\"level\":\"view\"}," + grant("manage", "hoan-kiem"), ""));
        List<JsonNode> his = all(wards.signIn("xem-het"), "", 500);
        assertThat(named(his.toString())).contains("c-1\"").doesNotContain("c-101", "cua-nam", "thanh-pho");
        assertThat(his)
                .filteredOn(entry -> entry.path("action").asString().equals("session.opened"))
                .extracting(AuditInPartTest::user)
                .as("his own, though his rights lie elsewhere too")
                .contains("xem-het", "phuong-operate");
    }

    /** Of people and sites he is told nothing anywhere. */
    @Test
    void whoSeesPublishedCamerasAloneReadsNothing() {
        wards.user("khach", wards.role("Khách", grant("manage", "hoan-kiem"), ",\"publishedOnly\":true"));
        Desk visitor = wards.signIn("khach");
        assertThat(all(visitor, "", 500)).isEmpty();
        assertThat(all(visitor, "&user=khach", 500)).isEmpty();
        assertThat(visitor.get("/audit/export").body()).endsWith("end,0\r\n").doesNotContain("c-1");
    }

    @Test
    void whatIsDeniedWithinTheWardIsLeftOut() {
        wards.user(
                "tru-nga-tu",
                wards.role("Trừ ngã tư", grant("manage", "hoan-kiem") + "," + denial("manage", "trang-tien", ""), ""));
        wards.user("nguoi-nga-tu", wards.role("Ngã tư", grant("operate", "trang-tien"), ""));
        wards.signIn("nguoi-nga-tu");
        wards.admin.put("/cameras/c-7/published", "{\"published\":true}");
        List<JsonNode> his = all(wards.signIn("tru-nga-tu"), "", 500);
        assertThat(subjects(his)).contains("camera/c-1").doesNotContain("camera/c-7");
        assertThat(his).extracting(AuditInPartTest::user).doesNotContain("nguoi-nga-tu");
        assertThat(all(manager, "", 500)).extracting(AuditInPartTest::user).contains("nguoi-nga-tu");
    }

    @Test
    void whoManagesATagReadsOfItsCamerasAlone() {
        String id = wards.user("theo-the", wards.role("Theo thẻ", "{\"level\":\"manage\",\"tag\":\"giao-thong\"}", ""));
        wards.admin.put("/cameras/c-2/published", "{\"published\":true}");
        List<JsonNode> his = all(wards.signIn("theo-the"), "", 500);
        assertThat(his)
                .filteredOn(entry -> !user(entry).equals("theo-the"))
                .extracting(entry -> entry.path("subject").asString())
                .containsOnly("camera/c-2", "account/" + id);
    }
}
