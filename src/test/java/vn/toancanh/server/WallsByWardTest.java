package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.grant;

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

/** Walls hang in the tree of sites: who sees, commands and describes which, and who hears of what. */
@Tag("slow")
@Timeout(180)
class WallsByWardTest {
    private static final String BLANK = "{\"op\":\"blank\",\"target\":{}}";
    private static final String SCENE = "{\"name\":\"Đêm\",\"screens\":[{\"screenId\":\"s1\"}]}";

    @TempDir
    Path data;

    private Wards wards;
    private Desk operator;
    private Desk configurator;
    private String here;
    private String there;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        operator = wards.atFirstWard("operate");
        configurator = wards.atFirstWard("configure");
        here = made(configurator, wall("\"hoan-kiem\"", ""));
        there = made(wards.admin, wall("\"cua-nam\"", ""));
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static String wall(String site, String moreOfTheScreen) {
        return "{\"name\":\"Phòng trực\",\"siteId\":" + site
                + ",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080" + moreOfTheScreen
                + "}]}";
    }

    private static String made(Desk desk, String wall) {
        Desk.Answer answer = desk.post("/walls", wall);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.json().path("id").asString();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/walls/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        return id;
    }

    private static Desk.Answer tell(Desk desk, String wall, String body) {
        return desk.post(
                "/walls/" + wall + "/commands",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static List<String> seen(Desk desk) {
        return Wards.ids(desk.get("/walls").json().path("items"));
    }

    @Test
    void wallsOfAnotherWardAreNotThere() {
        String city = made(wards.admin, wall("null", ""));
        assertThat(seen(operator)).containsExactly(here);
        assertThat(seen(wards.admin)).containsExactlyInAnyOrder(here, there, city);
        for (String wall : List.of(there, city, "khong-co")) {
            assertThat(operator.get("/walls/" + wall).status()).isEqualTo(404);
            assertThat(operator.get("/walls/" + wall + "/state").status()).isEqualTo(404);
            assertThat(operator.put("/walls/" + wall + "/screens/s1", "{\"clientId\":\"n\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(tell(operator, wall, BLANK).status()).isEqualTo(404);
            assertThat(operator.get("/walls/" + wall + "/scenes").status()).isEqualTo(404);
            assertThat(operator.post("/walls/" + wall + "/scenes", SCENE).status())
                    .isEqualTo(404);
            for (String version : List.of("\"0\"", "\"1\"")) {
                assertThat(configurator
                                .put("/walls/" + wall, wall("\"hoan-kiem\"", ""), "If-Match", version)
                                .status())
                        .as("%s %s", wall, version)
                        .isEqualTo(404);
                assertThat(configurator
                                .delete("/walls/" + wall, "If-Match", version)
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(tell(operator, here, BLANK).status()).isEqualTo(202);
    }

    @Test
    void aWardsAdministratorHangsWallsInTheWardOnly() {
        for (String site : List.of("\"cua-nam\"", "\"khong-co\"", "\"ha-noi\"")) {
            Desk.Answer refused = configurator.post("/walls", wall(site, ""));
            assertThat(refused.status()).as(site).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("unknownSite");
        }
        assertThat(configurator.post("/walls", wall("null", "")).status()).isEqualTo(403);
        assertThat(wards.admin.post("/walls", wall("\"khong-co\"", "")).status())
                .isEqualTo(400);
        String path = "/walls/" + here;
        assertThat(configurator
                        .put(path, wall("\"cua-nam\"", ""), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(400);
        assertThat(configurator.put(path, wall("null", ""), "If-Match", "\"1\"").status())
                .isEqualTo(403);
        Desk.Answer moved = configurator.put(path, wall("\"trang-tien\"", ""), "If-Match", "\"1\"");
        assertThat(moved.json().path("siteId").asString()).isEqualTo("trang-tien");
        assertThat(operator.put(path, wall("\"hoan-kiem\"", ""), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSiteWithAWallStays() {
        made(configurator, wall("\"trang-tien\"", ""));
        wards.admin.delete("/cameras/c-7");
        wards.admin.delete("/cameras/c-8");
        assertThat(wards.admin
                        .delete("/sites/trang-tien", "If-Match", wards.etag("/sites/trang-tien"))
                        .code())
                .isEqualTo("siteInUse");
    }

    @Test
    void whoHangsBelowOrSeesByTagAloneSeesNoWallAbove() {
        wards.user("nut", wards.role("Nút", grant("operate", "trang-tien"), ""));
        String tagged = "{\"level\":\"operate\",\"siteId\":\"hoan-kiem\",\"tag\":\"giao-thong\"}";
        wards.user("the", wards.role("Thẻ", tagged, ""));
        assertThat(seen(wards.signIn("nut"))).isEmpty();
        assertThat(seen(wards.signIn("the"))).isEmpty();
    }

    /** Walls follow the rights at their site; that there is no camera for it to show is another matter. */
    @Test
    void aScreenThatSeesNoCameraIsThereAllTheSame() {
        String tags =
                Wards.denial("view", "hoan-kiem", "giao-thong") + "," + Wards.denial("view", "hoan-kiem", "an-ninh");
        wards.user("man-hinh", wards.role("Màn hình", grant("view", "hoan-kiem") + "," + tags, ""));
        Desk display = wards.signIn("man-hinh");
        assertThat(Wards.cameras(display, "")).isEmpty();
        assertThat(seen(display)).containsExactly(here);
        assertThat(tell(operator, here, BLANK).status()).isEqualTo(202);
        Desk.Answer registered = display.put(
                "/walls/" + here + "/screens/s1",
                "{\"clientId\":\"n\",\"shows\":{\"cells\":[]},\"health\":{\"tiles\":0,\"live\":0}}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(200);
        assertThat(registered.json().path("pending")).hasSize(1);
        JsonNode screen = operator.get("/walls/" + here + "/state").json().at("/screens/0");
        assertThat(screen.path("online").asBoolean()).isTrue();
        assertThat(screen.path("shownBy").asString()).isEqualTo("Bàn man-hinh");
    }

    @Test
    void whoMayLookMayNotTellAndScenesOfOthersTakeManage() {
        Desk viewer = wards.atFirstWard("view");
        Desk manager = wards.atFirstWard("manage");
        String mine = operator.post("/walls/" + here + "/scenes", SCENE)
                .json()
                .path("id")
                .asString();
        String scene = "/walls/" + here + "/scenes/" + mine;
        assertThat(tell(viewer, here, BLANK).status()).isEqualTo(403);
        assertThat(configurator.put(scene, SCENE, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(manager.delete(scene, "If-Match", "\"2\"").status()).isEqualTo(204);
    }

    /** The right to operate elsewhere in the city is no right here. */
    @Test
    void whoOperatesAnotherWardOnlyLooks() {
        wards.user(
                "hai-phuong",
                wards.role("Hai phường", grant("view", "hoan-kiem") + "," + grant("operate", "cua-nam"), ""));
        Desk desk = wards.signIn("hai-phuong");
        assertThat(seen(desk)).containsExactlyInAnyOrder(here, there);
        assertThat(tell(desk, here, BLANK).status()).isEqualTo(403);
        assertThat(desk.post("/walls/" + here + "/scenes", SCENE).status()).isEqualTo(403);
        assertThat(tell(desk, there, BLANK).status()).isEqualTo(202);
    }

    @Test
    void visitorsSeeTheWallsThatHaveAScreenForThem() {
        wards.user("khach", wards.role("Khách", "{\"level\":\"view\"}", ",\"publishedOnly\":true"));
        Desk visitor = wards.signIn("khach");
        assertThat(seen(visitor)).isEmpty();
        String open = made(wards.admin, wall("\"hoan-kiem\"", ",\"publishedOnly\":true"));
        String own = made(wards.admin, wall("\"cua-nam\"", ",\"username\":\"khach\""));
        assertThat(seen(visitor)).containsExactlyInAnyOrder(open, own);
        assertThat(visitor.put("/walls/" + open + "/screens/s1", "{\"clientId\":\"n\"}")
                        .status())
                .isEqualTo(200);
        assertThat(visitor.put("/walls/" + here + "/screens/s1", "{\"clientId\":\"n\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aScreenIsNotToldOfACameraThatItMayNotShow() {
        wards.user("man-hinh", wards.role("Màn hình", grant("view", "hoan-kiem"), ""));
        Desk display = wards.signIn("man-hinh");
        String set = "{\"op\":\"setCell\",\"target\":{\"cell\":0},\"args\":{\"cameraId\":\"%s\"}}";
        assertThat(tell(operator, here, set.formatted("c-101")).code())
                .as("he may not name it himself")
                .isEqualTo("unknownCamera");
        assertThat(tell(wards.admin, here, set.formatted("c-101")).status()).isEqualTo(202);
        assertThat(tell(wards.admin, here, set.formatted("c-1")).status()).isEqualTo(202);
        Desk.Answer registered = display.put("/walls/" + here + "/screens/s1", "{\"clientId\":\"n\"}");
        assertThat(registered.json().path("pending")).hasSize(1);
        assertThat(registered.body()).contains("c-1\"").doesNotContain("c-101");
        assertThat(operator.get("/walls/" + here + "/state").body()).doesNotContain("c-101");
    }

    private static String set(String camera) {
        return "{\"op\":\"setCell\",\"target\":{\"cell\":0},\"args\":{\"cameraId\":\"" + camera + "\"}}";
    }

    /** Neither that it was told nor what came of it is heard by who may not see what it names, though he commands the wall. */
    @Test
    void anOrderThatNamesACameraIsHeardByWhoMaySeeThat() throws Exception {
        Desk.Answer registered = wards.admin.put("/walls/" + here + "/screens/s1", "{\"clientId\":\"n\"}");
        assertThat(registered.status()).isEqualTo(200);
        try (Hearing hearing = new Hearing(operator, wards.fixture.contract, "wall")) {
            String hidden =
                    tell(wards.admin, here, set("c-101")).json().path("id").asString();
            hearing.event("wall.changed", "WallChanged");
            wards.admin.put(
                    "/walls/" + here + "/screens/s1",
                    "{\"clientId\":\"n\",\"results\":[{\"commandId\":\"" + hidden
                            + "\",\"outcome\":\"failed\",\"detail\":\"c-101\"}]}");
            tell(wards.admin, here, set("c-1"));
            assertThat(hearing.event("wall.command", "WallTold")
                            .at("/args/cameraId")
                            .asString())
                    .as("the first that is heard")
                    .isEqualTo("c-1");
        }
    }

    @Test
    void whatAScreenShowsIsToldWithoutWhatTheReaderMayNotSee() throws Exception {
        String shows = "{\"clientId\":\"n\",\"shows\":{\"cells\":[{\"cameraId\":\"c-1\"},{\"cameraId\":\"%s\"}]}}";
        try (Hearing hearing = new Hearing(operator, wards.fixture.contract, "wall")) {
            wards.admin.put("/walls/" + here + "/screens/s1", shows.formatted("c-101"));
            assertThat(hearing.event("wall.changed", "WallChanged").propertyNames())
                    .containsExactlyInAnyOrder("wallId", "stateVersion");
        }
        assertThat(operator.get("/walls/" + here + "/state")
                        .json()
                        .at("/screens/0/shows")
                        .isNull())
                .isTrue();
        // another display is told who shows it, and not what
        Desk.Answer taken = operator.put("/walls/" + here + "/screens/s1", "{\"clientId\":\"khac\"}");
        assertThat(taken.code()).isEqualTo("screenTaken");
        assertThat(taken.body()).doesNotContain("c-101");
        wards.admin.put("/walls/" + here + "/screens/s1", shows.formatted("c-2"));
        assertThat(operator.get("/walls/" + here + "/state").body()).contains("c-2");
    }

    /** A display learns nothing of orders that are none of its screen's, and settles none. */
    @Test
    void aDisplayAnswersOrdersOfItsOwnScreenAlone() {
        String foreign = tell(wards.admin, there, BLANK).json().path("id").asString();
        String unknown = "m-" + UUID.randomUUID();
        for (String id : List.of(foreign, unknown)) {
            Desk.Answer answer = operator.put(
                    "/walls/" + here + "/screens/s1",
                    "{\"clientId\":\"n\",\"results\":[{\"commandId\":\"" + id + "\",\"outcome\":\"failed\"}]}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("pending")).isEmpty();
        }
        assertThat(wards.admin
                        .get("/walls/" + there + "/state")
                        .json()
                        .at("/pending/0/id")
                        .asString())
                .isEqualTo(foreign);
    }

    @Test
    void whatHappensAtAWallOfAnotherWardIsNotTold() throws Exception {
        try (Hearing hearing = new Hearing(operator, wards.fixture.contract, "wall")) {
            tell(wards.admin, there, BLANK);
            wards.admin.post("/walls/" + there + "/scenes", SCENE);
            wards.admin.put("/walls/" + there, wall("\"cua-nam\"", ""), "If-Match", "\"1\"");
            tell(wards.admin, here, BLANK);
            assertThat(hearing.event("wall.command", "WallTold").path("wallId").asString())
                    .as("the first that is heard")
                    .isEqualTo(here);
            hearing.event("wall.changed", "WallChanged");
            wards.admin.put("/walls/" + here, wall("\"cua-nam\"", ""), "If-Match", "\"1\"");
            assertThat(hearing.event("wall.deleted", "WallChanged")
                            .path("wallId")
                            .asString())
                    .isEqualTo(here);
            wards.admin.put("/walls/" + here, wall("\"hoan-kiem\"", ""), "If-Match", "\"2\"");
            assertThat(hearing.event("wall.changed", "WallChanged")
                            .path("wallId")
                            .asString())
                    .isEqualTo(here);
        }
    }
}
