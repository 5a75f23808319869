package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.cameras;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.model.CameraId;

/** Whoever's rights are narrowed sees what they reach, and never learns what else there is. */
@Tag("slow")
class NarrowedRightsTest {
    private static final String[] OF_THE_WARD = {"c-1", "c-2", "c-3", "c-4", "c-5", "c-6", "c-7", "c-8"};

    private Wards wards;
    private Desk ward;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        ward = wards.atFirstWard("operate");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private Desk desk(String name, String grants, String more) {
        wards.user(name, wards.role(name, grants, more));
        return wards.signIn(name);
    }

    private static JsonNode changes(Desk desk, long since) {
        Desk.Answer answer = desk.get("/cameras?limit=500&changedSince=" + since);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static long revision(Desk desk) {
        return desk.get("/cameras").json().path("revision").asLong();
    }

    @Test
    void aWardsPeopleSeeTheWardAndWhatIsBelowIt() {
        assertThat(cameras(ward, "")).containsExactlyInAnyOrder(OF_THE_WARD);
        JsonNode page = ward.get("/cameras?limit=3").json();
        assertThat(page.path("total").asInt()).isEqualTo(8);
        assertThat(ward.get("/cameras/c-8").status()).isEqualTo(200);
        JsonNode sites = ward.get("/sites").json().path("items");
        assertThat(Wards.ids(sites)).containsExactly("hoan-kiem", "trang-tien");
        assertThat(sites.path(0).path("parentId").isNull())
                .as("the city above is not told")
                .isTrue();
        assertThat(sites.path(1).path("parentId").asString()).isEqualTo("hoan-kiem");
        JsonNode health = ward.get("/health").json();
        assertThat(health.path("cameras").path("total").asInt()).isEqualTo(8);
        assertThat(health.has("streamSessions")).as("how much others do").isFalse();
        assertThat(wards.admin
                        .get("/health")
                        .json()
                        .path("cameras")
                        .path("total")
                        .asInt())
                .isEqualTo(14);
    }

    @Test
    void whatIsOutsideIsAnsweredLikeWhatIsNotThere() {
        for (String path : List.of("/cameras/%s", "/sites/%s")) {
            String there = path.formatted(path.startsWith("/cam") ? "c-101" : "cua-nam");
            Desk.Answer outside = ward.get(there);
            Desk.Answer nowhere = ward.get(path.formatted("khong-co"));
            assertThat(outside.status()).as(there).isEqualTo(404);
            assertThat(outside.body().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                    .isEqualTo(nowhere.body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
            assertThat(ward.get(there, "If-None-Match", "*").status()).isEqualTo(404);
        }
        assertThat(cameras(ward, "&site=ha-noi"))
                .as("not even that it is above")
                .isEmpty();
        assertThat(cameras(ward, "&site=cua-nam")).isEmpty();
        assertThat(cameras(ward, "&site=hoan-kiem")).hasSize(8);
        assertThat(cameras(ward, "&q=cua+nam")).isEmpty();
        assertThat(ward.get("/cameras?q=so+101").json().path("total").asInt()).isZero();
        assertThat(cameras(ward, "&tag=giao-thong")).containsExactlyInAnyOrder("c-2", "c-4", "c-6", "c-8");
        JsonNode grants = ward.post("/stream-sessions", """
                        {"streams":[{"cameraId":"c-1","role":"sub"},{"cameraId":"c-101","role":"sub"},
                        {"cameraId":"khong-co","role":"sub"}]}""").json().path("items");
        assertThat(grants.path(0).path("url").asString()).contains("rtsp://");
        assertThat(grants.path(1).path("problem").path("code").asString()).isEqualTo("notFound");
        assertThat(grants.path(1).path("problem").path("title").asString())
                .isEqualTo(grants.path(2).path("problem").path("title").asString());
    }

    @Test
    void aCameraThatMovesOutIsRemovedForThoseWhoSawItAndForNobodyElse() {
        long since = revision(ward);
        wards.put(List.of(
                Wards.camera(2, Wards.OTHER), Wards.camera(102, Wards.JUNCTION), Wards.camera(110, Wards.OTHER)));
        wards.put(List.of(Wards.camera(103, Wards.OTHER), ServerFixture.camera(104, "Đổi tên")));
        JsonNode news = changes(ward, since);
        assertThat(Wards.ids(news.path("items"))).containsExactlyInAnyOrder("c-102", "c-104");
        assertThat(Wards.ids(news.path("removed"))).containsExactly("c-2");
        assertThat(ward.get("/cameras/c-2").status()).isEqualTo(404);
        assertThat(Wards.ids(changes(wards.admin, since).path("removed"))).isEmpty();
        long later = news.path("revision").asLong();
        wards.fixture.server.inventory().remove(new CameraId("c-105"));
        wards.fixture.server.inventory().remove(new CameraId("c-3"));
        wards.put(List.of(Wards.camera(2, ServerFixture.WARD)));
        JsonNode more = changes(ward, later);
        assertThat(Wards.ids(more.path("removed")))
                .as("nothing of the other ward")
                .containsExactly("c-3");
        assertThat(Wards.ids(more.path("items"))).containsExactly("c-2");
    }

    @Test
    void aCameraThatCameAndWentBetweenTwoLooksIsRemovedToo() {
        long since = revision(ward);
        wards.put(List.of(Wards.camera(120, ServerFixture.WARD)));
        wards.put(List.of(Wards.camera(120, Wards.OTHER)));
        assertThat(Wards.ids(changes(ward, since).path("removed"))).containsExactly("c-120");
    }

    @Test
    void denialsAndTagsNarrowFurther() {
        Desk traffic =
                desk("traffic", "{\"level\":\"view\",\"tag\":\"giao-thong\"}," + denial("view", "trang-tien", ""), "");
        assertThat(cameras(traffic, "")).containsExactlyInAnyOrder("c-2", "c-4", "c-6", "c-102", "c-104", "c-106");
        assertThat(Wards.ids(traffic.get("/sites").json().path("items")))
                .containsExactlyInAnyOrder("ha-noi", "hoan-kiem", "cua-nam");
        long since = revision(traffic);
        wards.put(List.of(
                Wards.with(Wards.camera(4, ServerFixture.WARD), ServerFixture.WARD, List.of("an-ninh")),
                Wards.with(Wards.camera(1, ServerFixture.WARD), ServerFixture.WARD, List.of("giao-thong"))));
        JsonNode news = changes(traffic, since);
        assertThat(Wards.ids(news.path("items"))).containsExactly("c-1");
        assertThat(Wards.ids(news.path("removed"))).containsExactly("c-4");
    }

    @Test
    void visitorsSeeWhatIsPublished() {
        Desk visitor = desk("visitor", "{\"level\":\"view\"}", ",\"publishedOnly\":true");
        assertThat(cameras(visitor, "")).isEmpty();
        assertThat(visitor.get("/sites").json().path("items")).isEmpty();
        long since = revision(visitor);
        for (String id : List.of("c-1", "c-101")) {
            assertThat(wards.admin
                            .put("/cameras/" + id + "/published", "{\"published\":true}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(wards.admin.get("/cameras/c-1").json().path("published").asBoolean())
                .isTrue();
        assertThat(Wards.ids(changes(visitor, since).path("items"))).containsExactly("c-1", "c-101");
        assertThat(cameras(visitor, "")).containsExactly("c-1", "c-101");
        assertThat(Wards.ids(visitor.get("/sites").json().path("items")))
                .containsExactlyInAnyOrder("ha-noi", "hoan-kiem", "cua-nam");
        since = revision(visitor);
        wards.admin.put("/cameras/c-1/published", "{\"published\":false}");
        assertThat(Wards.ids(changes(visitor, since).path("removed"))).containsExactly("c-1");
        assertThat(visitor.get("/cameras/c-1").status()).isEqualTo(404);
        // Coming in again by a list leaves it published.
        wards.put(List.of(ServerFixture.camera(101, "Tên khác")));
        assertThat(wards.admin.get("/cameras/c-101").json().path("published").asBoolean())
                .isTrue();
    }

    @Test
    void anotherRoleOrAnotherTreeMeansFetchingAllAgain() {
        String id = wards.user("an", wards.role("Khác", grant("view", "cua-nam"), ""));
        Desk an = wards.signIn("an");
        long since = revision(an);
        String tag = an.get("/cameras").header("ETag");
        String roleId = wards.role("Phường", grant("view", "hoan-kiem"), "");
        assertThat(wards.admin
                        .put(
                                "/users/" + id,
                                "{\"displayName\":\"An\",\"roleId\":\"" + roleId + "\",\"enabled\":true}",
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);
        Desk.Answer stale = an.get("/cameras?changedSince=" + since);
        assertThat(stale.status()).isEqualTo(410);
        assertThat(stale.code()).isEqualTo("resync");
        assertThat(an.get("/cameras", "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(cameras(an, "")).containsExactlyInAnyOrder(OF_THE_WARD);
        since = revision(an);
        assertThat(changes(an, since).path("items")).isEmpty();
        Desk.Answer moved = wards.admin.put(
                "/sites/trang-tien",
                "{\"name\":\"Ngã tư\",\"parentId\":\"cua-nam\"}",
                "If-Match",
                wards.etag("/sites/trang-tien"));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(an.get("/cameras?changedSince=" + since).code()).isEqualTo("resync");
        assertThat(cameras(an, "")).hasSize(6);
        assertThat(changes(wards.admin, since).path("items"))
                .as("who sees everything need not")
                .isEmpty();
    }

    @Test
    void layoutsAreSharedAsFarAsOneReaches() {
        String body = "{\"name\":\"A\",\"scope\":\"%s\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":["
                + "{\"x\":0,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"camera\",\"cameraId\":\"c-101\"}}]}";
        Desk.Answer made = wards.admin.post("/layouts", body.formatted("global"));
        String id = made.json().path("id").asString();
        assertThat(ward.get("/layouts/" + id).json().at("/cells/0/content/type").asString())
                .isEqualTo("withheld");
        assertThat(ward.post("/layouts", body.formatted("private")).status()).isEqualTo(201);
        assertThat(ward.post("/layouts", body.formatted("role")).status()).isEqualTo(201);
        assertThat(ward.post("/layouts", body.formatted("global")).status()).isEqualTo(403);
    }

    @Test
    void theSessionTellsRightsAndDenialsApart() {
        Desk desk = desk(
                "hai",
                grant("operate", "hoan-kiem") + "," + denial("operate", "trang-tien", "an-ninh"),
                ",\"ptzPriority\":7");
        JsonNode session = desk.get("/sessions/current").json();
        assertThat(session.path("rights").toString())
                .isEqualTo("[{\"level\":\"operate\",\"siteId\":\"hoan-kiem\",\"tags\":[]}]");
        assertThat(session.path("denials").toString())
                .isEqualTo("[{\"level\":\"operate\",\"siteId\":\"trang-tien\",\"tags\":[\"an-ninh\"]}]");
        assertThat(session.path("ptzPriority").asInt()).isEqualTo(7);
    }

    private static String refusal(Desk desk, String list) {
        Desk.Answer answer = desk.post("/imports?dryRun=true", list);
        assertThat(answer.status()).as(list).isEqualTo(422);
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void aWardsConfiguratorImportsIntoTheWardOnly() {
        Desk configurator = wards.atFirstWard("configure");
        String camera = "{\"cameras\":[{\"id\":\"%s\",\"name\":\"M\",\"siteId\":\"%s\",\"streams\":[]}]%s}";
        assertThat(configurator
                        .post("/imports", camera.formatted("c-900", "hoan-kiem", ""))
                        .status())
                .isEqualTo(200);
        String junction = ",\"sites\":[{\"id\":\"moi\",\"parentId\":\"%s\",\"name\":\"Mới\"}]";
        assertThat(configurator
                        .post("/imports", camera.formatted("c-901", "moi", junction.formatted("trang-tien")))
                        .status())
                .isEqualTo(200);
        for (String refused : List.of(
                camera.formatted("c-902", "cua-nam", ""),
                camera.formatted("c-101", "hoan-kiem", ""),
                camera.formatted(
                        "c-903", "hoan-kiem", junction.formatted("cua-nam").replace("moi", "moi2")),
                camera.formatted("c-904", "hoan-kiem", ",\"sites\":[{\"id\":\"goc\",\"name\":\"Gốc\"}]"),
                camera.formatted("c-905", "hoan-kiem", ",\"sites\":[{\"id\":\"hoan-kiem\",\"name\":\"Tự do\"}]"),
                camera.formatted(
                        "c-906",
                        "hoan-kiem",
                        ",\"sites\":[{\"id\":\"cua-nam\",\"parentId\":\"hoan-kiem\",\"name\":\"X\"}]"))) {
            assertThat(configurator.post("/imports", refused).status())
                    .as(refused)
                    .isEqualTo(422);
            assertThat(configurator.post("/imports?dryRun=true", refused).status())
                    .isEqualTo(422);
        }
        String outside = configurator
                .post("/imports", camera.formatted("c-902", "cua-nam", ""))
                .body();
        String nowhere = configurator
                .post("/imports", camera.formatted("c-902", "khong-co", ""))
                .body();
        assertThat(outside.replace("cua-nam", "khong-co").replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .isEqualTo(nowhere.replaceAll("\"requestId\":\"[^\"]*\"", ""));
        String below = "{\"cameras\":[],\"sites\":[{\"id\":\"moi3\",\"parentId\":\"%s\",\"name\":\"Mới\"}]}";
        String belowElsewhere = refusal(configurator, below.formatted("cua-nam"));
        assertThat(belowElsewhere)
                .contains("\"outside\"")
                .isEqualTo(refusal(configurator, below.formatted("khong-co")));
        Desk butOne = desk("tru-mot", "{\"level\":\"configure\"}," + denial("view", "cua-nam", ""), "");
        assertThat(refusal(butOne, below.formatted("cua-nam")))
                .isEqualTo(belowElsewhere)
                .isEqualTo(refusal(butOne, below.formatted("khong-co")));
        assertThat(refusal(wards.admin, below.formatted("khong-co")))
                .as("who sees all is told what is wrong")
                .contains("/sites/0/parentId", "unknownSite");
        assertThat(configurator.delete("/cameras/c-900").status()).isEqualTo(204);
        assertThat(configurator.delete("/cameras/c-101").status()).isEqualTo(404);
        assertThat(configurator
                        .put("/cameras/c-101/published", "{\"published\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(ward.delete("/cameras/c-1").status()).isEqualTo(403);
        assertThat(wards.admin.get("/cameras/c-101").json().path("name").asString())
                .isEqualTo("Ngã tư số 101");
    }
}
