package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;

@Tag("slow")
@Timeout(180)
class WallsTest {
    private static final String WALL = """
            {"name":"Phòng trực","screens":[{"id":"s1","number":1,"x":0,"y":0,"w":1920,"h":1080},
            {"id":"s2","number":2,"x":1920,"y":0,"w":1920,"h":1080},
            {"id":"sanh","number":3,"x":0,"y":1080,"w":1920,"h":1080,"publishedOnly":true,"username":"viewer"}]}""";

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk administrator;
    private Desk operator;
    private Desk viewer;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        signIn();
        assertThat(administrator.put("/walls/truc", WALL, "If-Match", "\"0\"").status())
                .isEqualTo(200);
    }

    private void signIn() {
        administrator = fixture.desk("administrator");
        operator = fixture.desk("operator");
        viewer = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Desk.Answer tell(Desk desk, String body) {
        return desk.post(
                "/walls/truc/commands",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Desk.Answer report(Desk desk, String screen, String body) {
        return desk.put("/walls/truc/screens/" + screen, body);
    }

    private static String blank(String... more) {
        return "{\"op\":\"blank\",\"target\":{\"screenIds\":[\"s1\"]}" + String.join("", more) + "}";
    }

    private long stateVersion() {
        return operator.get("/walls/truc/state").json().path("stateVersion").asLong();
    }

    @Test
    void aWallIsDescribedByWhoMayConfigure() {
        assertThat(operator.put("/walls/truc", WALL, "If-Match", "\"1\"").status())
                .isEqualTo(403);
        assertThat(administrator.put("/walls/truc", WALL, "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(administrator.put("/walls/truc", WALL).status()).isEqualTo(428);
        JsonNode wall = viewer.get("/walls").json().path("items").path(0);
        assertThat(wall.path("screens")).hasSize(3);
        assertThat(viewer.get("/walls/truc").header("ETag")).isEqualTo("\"1\"");
        String twice = WALL.replace("\"number\":2", "\"number\":1");
        assertThat(administrator.put("/walls/truc", twice, "If-Match", "\"1\"").status())
                .isEqualTo(400);
        assertThat(administrator.put("/walls/a%20b", WALL, "If-Match", "\"0\"").status())
                .isEqualTo(400);
        assertThat(administrator.delete("/walls/truc", "If-Match", "\"2\"").status())
                .isEqualTo(412);
        assertThat(administrator.delete("/walls/truc", "If-Match", "\"1\"").status())
                .isEqualTo(204);
        assertThat(viewer.get("/walls/truc/state").status()).isEqualTo(404);
    }

    @Test
    void aCommandIsToldDoneAndAcknowledgedByEvents() throws Exception {
        report(viewer, "s1", "{\"clientId\":\"node-1\"}");
        try (Hearing desk = new Hearing(operator, fixture.contract, "wall");
                Hearing display = new Hearing(viewer, fixture.contract, "wall")) {
            JsonNode sent = tell(operator, """
                            {"op":"setCell","target":{"screenIds":["s1"],"cell":3},"args":{"cameraId":"c-1","more":{"x":[1]}}}""").json();
            assertThat(sent.path("state").asString()).isEqualTo("pending");
            JsonNode told = display.event("wall.command", "WallTold");
            assertThat(told.path("args").path("cameraId").asString()).isEqualTo("c-1");
            assertThat(told.path("args").propertyNames())
                    .as("what the contract does not name lies nowhere")
                    .containsExactly("cameraId");
            assertThat(told.path("by").asString()).isEqualTo("Ca operator");
            display.event("wall.changed", "WallChanged");
            String id = told.path("id").asString();
            assertThat(id).isEqualTo(sent.path("id").asString());
            JsonNode registered = report(
                            viewer,
                            "s1",
                            "{\"clientId\":\"node-1\",\"shows\":{\"cells\":[{\"cameraId\":\"c-1\",\"state\":\"LATE\"},{\"state\":\"DIMMED\"}]},\"results\":[{\"commandId\":\""
                                    + id + "\",\"outcome\":\"done\"}]}")
                    .json();
            assertThat(registered.path("pending")).isEmpty();
            assertThat(registered.path("controlledBy").path("name").asString()).isEqualTo("Ca operator");
            desk.event("wall.command", "WallTold");
            desk.event("wall.changed", "WallChanged");
            assertThat(desk.event("wall.command.done", "WallSettled").path("id").asString())
                    .isEqualTo(id);
            JsonNode state = operator.get("/walls/truc/state").json();
            assertThat(state.path("stateVersion")).isEqualTo(sent.path("stateVersion"));
            assertThat(state.at("/screens/0/online").asBoolean()).isTrue();
            assertThat(state.at("/screens/0/shows/cells/0/cameraId").asString()).isEqualTo("c-1");
            assertThat(state.at("/screens/0/shows/cells/0/state").asString()).isEqualTo("LATE");
            assertThat(state.at("/screens/0/shows/cells/1/state").asString())
                    .as("a word of a newer display")
                    .isEqualTo("DIMMED");
        }
    }

    @Test
    void allScreensMustHaveDoneItAndOneThatFailsIsSaid() throws Exception {
        report(viewer, "s1", "{\"clientId\":\"node-1\"}");
        report(viewer, "s2", "{\"clientId\":\"node-2\"}");
        try (Hearing desk = new Hearing(operator, fixture.contract, "wall")) {
            String both = "{\"op\":\"blank\",\"target\":{\"screenIds\":[\"s1\",\"s2\"]}}";
            String id = tell(operator, both).json().path("id").asString();
            desk.event("wall.command", "WallTold");
            desk.event("wall.changed", "WallChanged");
            String result = "{\"clientId\":\"%s\",\"results\":[{\"commandId\":\"" + id
                    + "\",\"outcome\":\"%s\",\"detail\":\"%s\"}]}";
            report(viewer, "s1", result.formatted("node-1", "done", ""));
            report(viewer, "s2", result.formatted("node-2", "failed", "không có bố cục"));
            JsonNode failed = desk.event("wall.command.failed", "WallSettled");
            assertThat(failed.path("screenId").asString()).isEqualTo("s2");
            assertThat(failed.path("detail").asString()).isEqualTo("không có bố cục");
        }
    }

    @Test
    void aRepeatMakesNoSecondCommandAlsoAfterARestart() throws IOException {
        Desk.Answer first = operator.post("/walls/truc/commands", blank(), "Idempotency-Key", "lenh-000001");
        long state = stateVersion();
        Desk.Answer again = operator.post("/walls/truc/commands", blank(), "Idempotency-Key", "lenh-000001");
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        fixture.close();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        signIn();
        again = operator.post("/walls/truc/commands", blank(), "Idempotency-Key", "lenh-000001");
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(stateVersion()).isEqualTo(state);
        assertThat(operator.post("/walls/truc/commands", blank(",\"ttlS\":9"), "Idempotency-Key", "lenh-000001")
                        .code())
                .isEqualTo("keyReused");
        assertThat(operator.post("/walls/truc/commands", blank()).status()).isEqualTo(400);
    }

    @Test
    void whoseViewOfTheWallIsOldIsRefused() {
        long state = stateVersion();
        assertThat(tell(operator, blank(",\"expectedStateVersion\":" + state)).status())
                .isEqualTo(202);
        Desk.Answer refused = tell(administrator, blank(",\"expectedStateVersion\":" + state));
        assertThat(refused.code()).isEqualTo("stateChanged");
        assertThat(refused.json().at("/errors/0/args/stateVersion").asLong()).isEqualTo(state + 1);
        // what a hand at the wall changes counts, what a command brings about does not
        report(viewer, "s1", "{\"clientId\":\"node-1\",\"shows\":{\"layoutId\":\"l-1\"}}");
        assertThat(stateVersion()).isEqualTo(state + 2);
        report(viewer, "s1", "{\"clientId\":\"node-1\",\"shows\":{\"layoutId\":\"l-1\"}}");
        assertThat(stateVersion()).isEqualTo(state + 2);
    }

    @Test
    void controlIsShownAndEnded() {
        tell(operator, blank());
        assertThat(viewer.get("/walls/truc/state")
                        .json()
                        .at("/controlledBy/name")
                        .asString())
                .isEqualTo("Ca operator");
        assertThat(tell(viewer, "{\"op\":\"release\",\"target\":{}}").status()).isEqualTo(403);
        assertThat(tell(administrator, "{\"op\":\"release\",\"target\":{}}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("done");
        assertThat(viewer.get("/walls/truc/state").json().path("controlledBy").isNull())
                .isTrue();
    }

    @Test
    void whatChangesNothingThatStandsTakesNoControlAndMakesNobodysViewOld() throws Exception {
        report(viewer, "s1", "{\"clientId\":\"node-1\"}");
        long state = stateVersion();
        String one = "\"target\":{\"screenIds\":[\"s1\"],\"cell\":0}";
        for (String passing : List.of(
                "{\"op\":\"identify\"," + one + "}",
                "{\"op\":\"message\"," + one + ",\"args\":{\"text\":\"Họp lúc 9 giờ\",\"seconds\":30}}",
                "{\"op\":\"playlistStep\"," + one + ",\"args\":{\"step\":-1}}")) {
            Desk.Answer told = tell(operator, passing);
            assertThat(told.status()).as(passing).isEqualTo(202);
            assertThat(told.json().path("stateVersion").asLong()).isEqualTo(state);
        }
        assertThat(stateVersion()).isEqualTo(state);
        assertThat(viewer.get("/walls/truc/state").json().path("controlledBy").isNull())
                .isTrue();
        JsonNode waiting =
                report(viewer, "s1", "{\"clientId\":\"node-1\"}").json().path("pending");
        assertThat(waiting).hasSize(3);
        assertThat(waiting.at("/1/args/seconds").asInt()).isEqualTo(30);
        assertThat(waiting.at("/2/cell").asInt()).isZero();
    }

    @Test
    void whatCannotBeNamedIsRefused() {
        assertThat(tell(operator, "{\"op\":\"blank\",\"target\":{\"screenIds\":[\"s9\"]}}")
                        .code())
                .isEqualTo("unknownScreen");
        assertThat(tell(
                                operator,
                                "{\"op\":\"setCell\",\"target\":{\"screenIds\":[\"s1\"],\"cell\":0},\"args\":{\"cameraId\":\"x\"}}")
                        .code())
                .isEqualTo("unknownCamera");
        for (String named : List.of("\"cameraId\":\"c-1\"", "\"cameraIds\":[\"c-1\"]")) {
            assertThat(tell(operator, "{\"op\":\"setCell\",\"target\":{\"cell\":0},\"args\":{" + named + "}}")
                            .code())
                    .isEqualTo("notPublished");
        }
        for (String wrong : List.of("[]", "[1]", "\"c-1\"", "[\"" + "c".repeat(65) + "\"]")) {
            assertThat(tell(
                                    operator,
                                    "{\"op\":\"setCell\",\"target\":{\"cell\":0},\"args\":{\"cameraIds\":" + wrong
                                            + "}}")
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        for (String lacking : List.of("applyLayout", "applyScene", "setCell", "swapCells", "playlistStep", "message")) {
            assertThat(tell(operator, "{\"op\":\"" + lacking + "\",\"target\":{}}")
                            .code())
                    .as(lacking)
                    .isEqualTo("argsMissing");
        }
        for (String half : List.of("swapCells", "playlistStep")) {
            assertThat(tell(operator, "{\"op\":\"" + half + "\",\"target\":{\"cell\":0},\"args\":{}}")
                            .code())
                    .as(half)
                    .isEqualTo("argsMissing");
        }
        assertThat(tell(operator, "{\"op\":\"explode\",\"target\":{}}").status())
                .isEqualTo(400);
        assertThat(tell(operator, "{\"op\":\"message\",\"target\":{},\"args\":{\"text\":\"x\",\"seconds\":4}}")
                        .status())
                .isEqualTo(400);
    }

    /** Whoever told it: a display that knows of no turns would take an order without {@code cameraId} for one to empty the tile. */
    @Test
    void theFirstOfSeveralCamerasStandsBesideTheList() {
        tell(
                operator,
                "{\"op\":\"setCell\",\"target\":{\"screenIds\":[\"s1\"],\"cell\":0},\"args\":{\"cameraIds\":[\"c-2\",\"c-1\"]}}");
        JsonNode args = report(viewer, "s1", "{\"clientId\":\"node-1\"}").json().at("/pending/0/args");
        assertThat(args.path("cameraId").asString()).isEqualTo("c-2");
        assertThat(args.path("cameraIds")).hasSize(2);
    }

    @Test
    void oneDisplayShowsAScreenAndComesBackAsItself() {
        assertThat(report(viewer, "s1", "{\"clientId\":\"node-1\"}").status()).isEqualTo(200);
        assertThat(report(operator, "s1", "{\"clientId\":\"node-2\"}").code()).isEqualTo("screenTaken");
        assertThat(report(fixture.desk("viewer"), "s1", "{\"clientId\":\"node-1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(report(operator, "sanh", "{\"clientId\":\"node-2\"}").status())
                .isEqualTo(403);
        assertThat(report(operator, "s9", "{\"clientId\":\"node-2\"}").status()).isEqualTo(404);
        clock.advance(Duration.ofSeconds(15));
        assertThat(viewer.get("/walls/truc/state")
                        .json()
                        .at("/screens/0/online")
                        .asBoolean())
                .isFalse();
        assertThat(report(operator, "s1", "{\"clientId\":\"node-2\"}").status()).isEqualTo(200);
    }

    @Test
    void aDisplayThatMissedTheEventFindsTheCommandWaiting() {
        String id = tell(operator, blank()).json().path("id").asString();
        JsonNode pending =
                report(viewer, "s1", "{\"clientId\":\"node-1\"}").json().path("pending");
        assertThat(pending.path(0).path("id").asString()).isEqualTo(id);
        assertThat(report(viewer, "s2", "{\"clientId\":\"node-2\"}").json().path("pending"))
                .isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(report(viewer, "s1", "{\"clientId\":\"node-1\"}").json().path("pending"))
                .isEmpty();
    }

    @Test
    void scenesAreSavedAppliedAndChangedByTheirMaker() {
        String kept = operator.post("/layouts", "{\"name\":\"Cầu\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}")
                .json()
                .path("id")
                .asString();
        String scene = "{\"name\":\"Cao điểm\",\"screens\":[{\"screenId\":\"s1\",\"layoutId\":\"" + kept
                + "\"},{\"screenId\":\"s2\"}]}";
        Desk.Answer saved = operator.post("/walls/truc/scenes", scene);
        assertThat(saved.status()).isEqualTo(201);
        String id = saved.json().path("id").asString();
        assertThat(tell(
                                operator,
                                "{\"op\":\"applyScene\",\"target\":{\"screenIds\":[\"s1\"]},\"args\":{\"sceneId\":\""
                                        + id + "\"}}")
                        .status())
                .isEqualTo(202);
        assertThat(viewer.get("/walls/truc/scenes").json().at("/items/0/own").asBoolean())
                .isFalse();
        String path = "/walls/truc/scenes/" + id;
        assertThat(viewer.put(path, scene, "If-Match", "\"1\"").status()).isEqualTo(403);
        assertThat(operator.put(path, scene.replace("s2", "s9"), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("unknownScreen");
        assertThat(operator.put(path, scene, "If-Match", "\"1\"")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(operator.delete(path, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(administrator.delete(path, "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(operator.delete(path, "If-Match", "\"2\"").status()).isEqualTo(404);
    }
}
