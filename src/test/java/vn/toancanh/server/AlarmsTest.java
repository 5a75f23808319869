package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

@Tag("slow")
@Timeout(120)
class AlarmsTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk operator;
    private Desk viewer;
    private Desk administrator;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server
                .inventory()
                .merge(
                        List.of(
                                ServerFixture.CITY,
                                ServerFixture.WARD,
                                new Site(new SiteId("ba-dinh"), ServerFixture.CITY.id(), "Phường Ba Đình")),
                        ServerFixture.cameras(1, 6));
        operator = fixture.desk("operator");
        viewer = fixture.desk("viewer");
        administrator = fixture.desk("administrator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String alarm(int priority, String camera) {
        return """
                {"type":"lineCrossed","priority":%d,"cameraIds":["%s"],"title":"Người vào khu vực cấm",
                "procedure":"Gọi tổ tuần tra","raisedAt":"2026-11-21T07:00:00+07:00","confidence":0.9}""".formatted(priority, camera);
    }

    private static Desk.Answer raise(Desk desk, String body) {
        return desk.post("/alarms", body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String raised() {
        return raise(operator, alarm(50, "c-1")).json().path("id").asString();
    }

    private static Desk.Answer change(Desk desk, String id, long seen, String body) {
        return desk.patch("/alarms/" + id, body, "If-Match", "\"" + seen + "\"");
    }

    private Desk device(String draft) {
        JsonNode made = administrator.post("/webhooks", draft).json();
        assertThat(made.path("token").asString()).startsWith("tcw_");
        return fixture.anonymous.withToken(made.path("token").asString());
    }

    @Test
    void anAlarmIsRaisedListedAndWorkedOff() {
        Desk.Answer answer = raise(operator, alarm(50, "c-1"));
        assertThat(answer.status()).isEqualTo(201);
        JsonNode alarm =
                viewer.get(answer.header("Location").replace("/api/v1", "")).json();
        assertThat(alarm.path("state").asString()).isEqualTo("new");
        assertThat(alarm.path("siteId").asString()).isEqualTo("hoan-kiem");
        assertThat(alarm.path("place").path("lat").asDouble()).isEqualTo(21.001);
        assertThat(alarm.path("raisedAt").asString()).isEqualTo("2026-11-21T00:00:00Z");
        String id = alarm.path("id").asString();
        Desk.Answer accepted = change(operator, id, 1, "{\"state\":\"acknowledged\"}");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.header("ETag")).isEqualTo("\"2\"");
        assertThat(accepted.json().path("assignee").path("name").asString()).isEqualTo("Ca operator");
        assertThat(change(operator, id, 2, "{\"state\":\"inProgress\",\"comment\":\"Đang tới\"}")
                        .status())
                .isEqualTo(200);
        JsonNode closed = change(operator, id, 3, "{\"state\":\"closed\",\"assigneeId\":null}")
                .json();
        assertThat(closed.path("assignee").isNull()).isTrue();
        assertThat(closed.path("comments").path(0).path("text").asString()).isEqualTo("Đang tới");
        assertThat(viewer.get("/alarms?state=closed").json().path("items")).hasSize(1);
        assertThat(viewer.get("/alarms?state=new&state=acknowledged").json().path("items"))
                .isEmpty();
    }

    @Test
    void ofTwoDesksThatAcceptOneIsRefusedAndAllAreTold() throws Exception {
        String id = raised();
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "alarm")) {
            assertThat(change(operator, id, 1, "{\"state\":\"acknowledged\"}").status())
                    .isEqualTo(200);
            assertThat(change(administrator, id, 1, "{\"state\":\"acknowledged\"}")
                            .status())
                    .isEqualTo(412);
            JsonNode told = hearing.event("alarm.changed", "AlarmChanged");
            assertThat(told.path("id").asString()).isEqualTo(id);
            assertThat(told.path("state").asString()).isEqualTo("acknowledged");
            assertThat(told.path("version").asInt()).isEqualTo(2);
        }
        assertThat(operator.patch("/alarms/" + id, "{\"state\":\"closed\"}").status())
                .isEqualTo(428);
    }

    @Test
    void statesOnlyGoForward() {
        String id = raised();
        for (String next : List.of("new", "inProgress", "closed")) {
            Desk.Answer refused = change(operator, id, 1, "{\"state\":\"" + next + "\"}");
            assertThat(refused.code()).as(next).isEqualTo("notASuccessor");
            assertThat(refused.json().at("/errors/0/args/state").asString()).isEqualTo("new");
        }
        change(operator, id, 1, "{\"state\":\"acknowledged\"}");
        assertThat(change(operator, id, 2, "{\"state\":\"closed\"}").status()).isEqualTo(200);
        assertThat(change(operator, id, 3, "{\"state\":\"new\"}").status()).isEqualTo(409);
        assertThat(change(operator, id, 3, "{\"state\":\"acknowledged\"}").status())
                .isEqualTo(409);
        assertThat(change(operator, id, 3, "{\"comment\":\"Đã xem lại\"}").status())
                .isEqualTo(200);
    }

    @Test
    void whoMayOnlyLookChangesNothingAndOthersAreNamedByWhoManages() {
        String id = raised();
        assertThat(change(viewer, id, 1, "{\"state\":\"acknowledged\"}").status())
                .isEqualTo(403);
        assertThat(raise(viewer, alarm(50, "c-1")).status()).isEqualTo(403);
        String body = assigned("operator");
        assertThat(change(operator, id, 1, assigned("administrator")).code()).isEqualTo("unknownAccount");
        assertThat(change(administrator, id, 1, "{\"assigneeId\":\"khong-co\"}").code())
                .isEqualTo("unknownAccount");
        assertThat(change(administrator, id, 1, assigned("viewer")).code())
                .as("who may do nothing about it")
                .isEqualTo("unknownAccount");
        assertThat(change(administrator, id, 1, body)
                        .json()
                        .path("assignee")
                        .path("name")
                        .asString())
                .isEqualTo("Ca operator");
        assertThat(change(operator, "khong-co", 1, body).status()).isEqualTo(404);
    }

    private String assigned(String user) {
        String id = fixture.server.accounts().list().stream()
                .filter(account -> account.username().equals(user))
                .findFirst()
                .orElseThrow()
                .id();
        return "{\"assigneeId\":\"" + id + "\"}";
    }

    @Test
    void aRepeatMakesNoSecondAlarm() {
        Desk.Answer first = operator.post("/alarms", alarm(50, "c-1"), "Idempotency-Key", "su-kien-17");
        Desk.Answer again = operator.post("/alarms", alarm(50, "c-1"), "Idempotency-Key", "su-kien-17");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(operator.post("/alarms", alarm(51, "c-1"), "Idempotency-Key", "su-kien-17")
                        .code())
                .isEqualTo("keyReused");
        // another sender's key is another key
        assertThat(administrator
                        .post("/alarms", alarm(50, "c-1"), "Idempotency-Key", "su-kien-17")
                        .status())
                .isEqualTo(201);
        assertThat(operator.post("/alarms", alarm(50, "c-1")).status()).isEqualTo(400);
        assertThat(viewer.get("/alarms").json().path("items")).hasSize(2);
    }

    @Test
    void pagesHoldEveryAlarmOnce() {
        for (int i = 1; i <= 7; i++) {
            raise(operator, alarm(i, "c-1"));
        }
        JsonNode first = viewer.get("/alarms?limit=3").json();
        assertThat(first.path("items").path(0).path("priority").asInt()).isEqualTo(7);
        raise(operator, alarm(8, "c-1"));
        JsonNode second = viewer.get(
                        "/alarms?limit=3&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items").path(0).path("priority").asInt()).isEqualTo(4);
        JsonNode third = viewer.get(
                        "/alarms?limit=3&cursor=" + second.path("nextCursor").asString())
                .json();
        assertThat(third.path("items")).hasSize(1);
        assertThat(third.path("nextCursor").isNull()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        raise(operator, alarm(9, "c-1"));
        assertThat(viewer.get("/alarms?since=2026-11-21T00:01:00Z").json().path("items"))
                .hasSize(1);
        assertThat(viewer.get("/alarms?site=ha-noi").json().path("items")).hasSize(9);
        assertThat(viewer.get("/alarms?site=ba-dinh").json().path("items")).isEmpty();
        assertThat(viewer.get("/alarms?state=old").status()).isEqualTo(400);
        assertThat(viewer.get("/alarms?cursor=eA").status()).isEqualTo(400);
    }

    @Test
    void aDeviceRaisesWhatItsTokenAllowsAndNothingElse() {
        Desk device = device("{\"name\":\"AI phường\",\"siteId\":\"hoan-kiem\",\"mostPriority\":60}");
        JsonNode alarm = raise(device, alarm(60, "c-1")).json();
        assertThat(alarm.path("source").toString()).isEqualTo("{\"kind\":\"webhook\",\"name\":\"AI phường\"}");
        assertThat(raise(device, alarm(61, "c-1")).code()).isEqualTo("priorityTooHigh");
        Desk.Answer unknown = raise(device, alarm(1, "khong-co"));
        assertThat(unknown.code()).isEqualTo("unknownCamera");
        Desk elsewhere = device("{\"name\":\"AI nơi khác\",\"siteId\":\"ba-dinh\"}");
        Desk.Answer foreign = raise(elsewhere, alarm(1, "c-1"));
        assertThat(foreign.json().path("errors")).isEqualTo(unknown.json().path("errors"));
        String atSite = "{\"type\":\"panicButton\",\"priority\":9,\"siteId\":\"%s\",\"title\":\"Nút khẩn cấp\"}";
        assertThat(raise(device, atSite.formatted("hoan-kiem")).status()).isEqualTo(201);
        assertThat(raise(device, atSite.formatted("ha-noi")).code()).isEqualTo("unknownSite");
        // a token is good for raising alone
        assertThat(device.get("/alarms").status()).isEqualTo(401);
        assertThat(device.get("/cameras").status()).isEqualTo(401);
        assertThat(viewer.get("/alarms").json().path("items")).hasSize(2);
    }

    @Test
    void tokensAreMadeListedAndRevokedByWhoMayConfigure() throws IOException {
        Desk device = device("{\"name\":\"Camera AI\"}");
        assertThat(operator.get("/webhooks").status()).isEqualTo(403);
        assertThat(operator.post("/webhooks", "{\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(administrator
                        .post("/webhooks", "{\"name\":\"x\",\"siteId\":\"khong-co\"}")
                        .code())
                .isEqualTo("unknownSite");
        raise(device, alarm(1, "c-1"));
        JsonNode listed = administrator.get("/webhooks").json().path("items").path(0);
        assertThat(listed.has("token")).isFalse();
        assertThat(listed.path("lastUsedAt").asString()).isEqualTo("2026-11-21T00:00:00Z");
        String path = "/webhooks/" + listed.path("id").asString();
        assertThat(operator.delete(path).status()).isEqualTo(403);
        assertThat(administrator.delete(path).status()).isEqualTo(204);
        assertThat(administrator.delete(path).status()).isEqualTo(404);
        assertThat(raise(device, alarm(1, "c-1")).status()).isEqualTo(401);
        fixture.server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(String.valueOf(device.token()));
            }
        }
    }

    @Test
    void aTokenMaySendSoManyAMinute() {
        Desk device = device("{\"name\":\"Ồn ào\",\"perMinute\":2}");
        assertThat(raise(device, alarm(1, "c-1")).status()).isEqualTo(201);
        assertThat(raise(device, alarm(2, "c-1")).status()).isEqualTo(201);
        Desk.Answer refused = raise(device, alarm(3, "c-1"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        clock.advance(Duration.ofSeconds(30));
        assertThat(raise(device, alarm(3, "c-1")).status()).isEqualTo(201);
    }

    @Test
    void anAlarmAtASiteWithoutCamerasConcernsWhoeverHasTheSite() {
        administrator.post("/sites", "{\"id\":\"tram\",\"name\":\"Trạm\",\"parentId\":\"hoan-kiem\"}");
        Desk.Answer raised = raise(
                operator, "{\"type\":\"panicButton\",\"priority\":90,\"siteId\":\"tram\",\"title\":\"Nút khẩn cấp\"}");
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        String id = raised.json().path("id").asString();
        assertThat(viewer.get("/alarms/" + id).status()).isEqualTo(200);
        assertThat(change(operator, id, 1, "{\"state\":\"acknowledged\"}").status())
                .isEqualTo(200);
    }

    @Test
    void aPictureComesOnceAndStays() throws Exception {
        Desk device = device("{\"name\":\"AI\"}");
        String path =
                "/alarms/" + raise(device, alarm(1, "c-1")).json().path("id").asString() + "/snapshot";
        assertThat(viewer.get(path).status()).isEqualTo(404);
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "alarm")) {
            assertThat(device.putBytes(path, "image/png", PNG).status()).isEqualTo(204);
            hearing.event("alarm.changed", "AlarmChanged");
        }
        Desk.Answer picture = viewer.get(path);
        assertThat(picture.header("content-type")).isEqualTo("image/png");
        assertThat(picture.bytesOnTheWire()).isEqualTo(PNG.length);
        assertThat(viewer.get(path).status()).isEqualTo(200);
        JsonNode seen = administrator.get("/audit?action=alarm.pictureShown").json();
        assertThat(seen.path("items")).as("who saw it, once").hasSize(1);
        assertThat(seen.at("/items/0/user").asString()).isEqualTo("viewer");
        assertThat("/" + seen.at("/items/0/subject").asString())
                .isEqualTo(path.replaceFirst("^/alarms/(.*)/snapshot$", "/alarm/$1"));
        assertThat(device.putBytes(path, "image/png", PNG).status()).isEqualTo(204);
        byte[] other = PNG.clone();
        other[PNG.length - 20] ^= 1;
        assertThat(device.putBytes(path, "image/png", other).code()).isEqualTo("snapshotThere");
        JsonNode alarm = viewer.get(path.replace("/snapshot", "")).json();
        assertThat(alarm.path("snapshot").path("width").asInt()).isEqualTo(1);
        assertThat(alarm.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whoseAlarmItIsIsAskedBeforeAPictureComes() throws IOException {
        Desk device = device("{\"name\":\"AI\"}");
        String path =
                "/alarms/" + raise(device, alarm(1, "c-1")).json().path("id").asString() + "/snapshot";
        for (String wrong : List.of("/alarms/khong-co/snapshot", path)) {
            Desk sender = wrong.equals(path) ? device("{\"name\":\"Khác\"}") : device;
            String answer = new RawHttp(fixture.server.baseUri().getPort())
                    .answer(
                            "PUT /api/v1" + wrong + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + sender.token()
                                    + "\r\nContent-Type: image/png\r\nContent-Length: 2097152\r\n\r\n",
                            0);
            assertThat(answer).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void whatIsNoPictureOrNotTheirsIsRefused() {
        Desk device = device("{\"name\":\"AI\"}");
        String path =
                "/alarms/" + raise(device, alarm(1, "c-1")).json().path("id").asString() + "/snapshot";
        assertThat(device.putBytes(path, "image/jpeg", PNG).code()).isEqualTo("notAPicture");
        assertThat(device.putBytes(path, "image/png", "GIF89a".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo("notAPicture");
        assertThat(device.putBytes(path, "image/svg+xml", PNG).status()).isEqualTo(415);
        assertThat(device.putBytes(path, "image/png", new byte[(2 << 20) + 1]).status())
                .isEqualTo(413);
        assertThat(device("{\"name\":\"Khác\"}")
                        .putBytes(path, "image/png", PNG)
                        .status())
                .isEqualTo(404);
        assertThat(viewer.putBytes(path, "image/png", PNG).status()).isEqualTo(403);
        assertThat(fixture.anonymous.putBytes(path, "image/png", PNG).status()).isEqualTo(401);
        assertThat(operator.putBytes(path, "image/png", PNG).status()).isEqualTo(204);
    }

    @Test
    void everythingIsThereAfterARestart() throws IOException {
        String id = raised();
        change(operator, id, 1, "{\"state\":\"acknowledged\",\"comment\":\"Đã nhận\"}");
        fixture.close();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        JsonNode alarm = fixture.desk("viewer").get("/alarms/" + id).json();
        assertThat(alarm.path("version").asInt()).isEqualTo(2);
        assertThat(alarm.path("comments").path(0).path("by").asString()).isEqualTo("Ca operator");
    }
}
