package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What a scene or a layout brings to screens goes with the command, judged by the rights of whoever pushes it. */
@Tag("slow")
@Timeout(180)
class WallScenesTest {
    private static final String WALL = """
            {"name":"Phòng trực","siteId":"hoan-kiem","screens":[{"id":"s1","number":1,"x":0,"y":0,"w":1920,"h":1080},
            {"id":"s2","number":2,"x":1920,"y":0,"w":1920,"h":1080},
            {"id":"sanh","number":3,"x":0,"y":1080,"w":1920,"h":1080,"publishedOnly":true}]}""";

    @TempDir
    Path data;

    private Wards wards;
    private Desk operator;
    private Desk ward;
    private Desk node;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        assertThat(wards.admin.put("/walls/truc", WALL, "If-Match", "\"0\"").status())
                .isEqualTo(200);
        operator = wards.fixture.desk("operator");
        node = wards.fixture.desk("viewer");
        ward = wards.atFirstWard("operate");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static String layout(String name, String... cameras) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < cameras.length; i++) {
            cells.append(i == 0 ? "" : ",")
                    .append("{\"x\":" + i + ",\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"camera\",\"cameraId\":\""
                            + cameras[i] + "\"}}");
        }
        return "{\"name\":\"%s\",\"grid\":{\"columns\":%d,\"rows\":1},\"cells\":[%s]}"
                .formatted(name, cameras.length, cells);
    }

    private static Desk.Answer tell(Desk desk, String op, String target, String args) {
        return desk.post(
                "/walls/truc/commands",
                "{\"op\":\"%s\",\"target\":{%s},\"args\":%s}".formatted(op, target, args),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static String scene(Desk desk, String body) {
        Desk.Answer saved = desk.post("/walls/truc/scenes", body);
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        return saved.json().path("id").asString();
    }

    private JsonNode pending(String screen) {
        return node.put("/walls/truc/screens/" + screen, "{\"clientId\":\"nut-1\"}")
                .json()
                .path("pending");
    }

    @Test
    void aScenesLayoutsGoWithTheCommandAndNotWithTheEvent() throws Exception {
        String id = scene(operator, """
                {"name":"Cao điểm","screens":[{"screenId":"s1","layout":%s},{"screenId":"s2"}]}""".formatted(layout("Cầu", "c-1", "c-101")));
        assertThat(operator.get("/walls/truc/scenes").body()).contains("Cầu");
        JsonNode listed = operator.get("/walls/truc/scenes").json().at("/items/0/screens/0/layout");
        assertThat(listed.path("name").asString()).isEqualTo("Cầu");
        assertThat(listed.has("cells")).isFalse();
        pending("s1");
        try (Hearing display = new Hearing(node, wards.fixture.contract, "wall")) {
            Desk.Answer told = tell(operator, "applyScene", "", "{\"sceneId\":\"" + id + "\",\"desk\":\"bàn 3\"}");
            assertThat(told.json().path("screenIds")).hasSize(2);
            JsonNode event = display.event("wall.command", "WallTold");
            assertThat(event.at("/args/name").asString()).isEqualTo("Cao điểm");
            assertThat(event.at("/args/desk").asString()).isEqualTo("bàn 3");
            assertThat(event.at("/args").has("layouts")).isFalse();
        }
        JsonNode waiting = pending("s1").path(0);
        assertThat(waiting.at("/args/layouts/s1/cells/1/content/cameraId").asString())
                .isEqualTo("c-101");
        assertThat(waiting.at("/args/layouts/s2").isNull()).isTrue();
        assertThat(pending("sanh")).isEmpty();
    }

    @Test
    void aScreenThatMayNotSeeACameraIsToldThatATileIsWithheldAndNothingElse() {
        node = wards.atFirstWard("view");
        String layout = layout("x", "c-1", "c-101", "c-999");
        tell(operator, "applyLayout", "\"screenIds\":[\"s1\"]", "{\"layout\":" + layout + "}");
        JsonNode cells = pending("s1").at("/0/args/layouts/s1/cells");
        assertThat(cells.at("/0/content/cameraId").asString()).isEqualTo("c-1");
        for (int i = 1; i <= 2; i++) {
            JsonNode content = cells.at("/" + i + "/content");
            assertThat(content.path("type").asString()).isEqualTo("withheld");
            assertThat(content.propertyNames()).as("another's or gone").containsExactly("type", "from");
            assertThat(content.path("from").asString()).endsWith("/s1/" + i);
        }
        // any other order that names such a camera is not for it
        tell(operator, "setCell", "\"screenIds\":[\"s2\"],\"cell\":0", "{\"cameraId\":\"c-101\"}");
        assertThat(pending("s2")).isEmpty();
        tell(operator, "setCell", "\"screenIds\":[\"s2\"],\"cell\":0", "{\"cameraIds\":[\"c-1\",\"c-101\"]}");
        assertThat(pending("s2")).isEmpty();
        // nor where something else stands beside it
        tell(operator, "setCell", "\"screenIds\":[\"s2\"],\"cell\":0", "{\"cameraId\":\"c-101\",\"layouts\":{}}");
        assertThat(pending("s2")).isEmpty();
        tell(
                operator,
                "applyLayout",
                "\"screenIds\":[\"s2\"]",
                "{\"cameraId\":\"c-101\",\"layout\":" + layout("x", "c-1") + "}");
        assertThat(pending("s2")).hasSize(1);
        assertThat(pending("s2").toString()).doesNotContain("c-101");
    }

    @Test
    void camerasThatTakeTurnsDoSoWithoutThoseThatAScreenMayNotSee() {
        node = wards.atFirstWard("view");
        String turns = """
                {"name":"x","grid":{"columns":2,"rows":1},"cells":[
                {"x":0,"y":0,"w":1,"h":1,"content":{"type":"playlist","items":[{"cameraId":"c-101","seconds":9},{"cameraId":"c-1","seconds":9}]}},
                {"x":1,"y":0,"w":1,"h":1,"content":{"type":"playlist","items":[{"cameraId":"c-101","seconds":9}]}}]}""";
        tell(operator, "applyLayout", "\"screenIds\":[\"s1\"]", "{\"layout\":" + turns + "}");
        JsonNode cells = pending("s1").at("/0/args/layouts/s1/cells");
        assertThat(cells.at("/0/content/items")).hasSize(1);
        assertThat(cells.at("/0/content/items/0/cameraId").asString()).isEqualTo("c-1");
        assertThat(cells.at("/1/content/type").asString()).isEqualTo("withheld");
        assertThat(cells.toString()).doesNotContain("c-101");
    }

    private JsonNode shown(Desk desk) {
        return desk.get("/walls/truc/state").json().at("/screens/0/shows");
    }

    @Test
    void whatIsWithheldFromAScreenIsReadByWhoMaySeeItAndByNobodyElse() {
        wards.user("nut", wards.role("Nút", Wards.grant("view", "hoan-kiem"), ""));
        node = wards.signIn("nut");
        String layout = layout("x", "c-1", "c-101");
        tell(operator, "applyLayout", "\"screenIds\":[\"s1\"]", "{\"layout\":" + layout + "}");
        JsonNode body = pending("s1").at("/0/args/layouts/s1");
        String report = "{\"clientId\":\"nut-1\",\"shows\":%s}";
        assertThat(node.put("/walls/truc/screens/s1", report.formatted(body)).status())
                .isEqualTo(200);
        assertThat(shown(operator).at("/cells/1/content/cameraId").asString()).isEqualTo("c-101");
        for (Desk desk : List.of(ward, node)) {
            assertThat(shown(desk).at("/cells/0/content/cameraId").asString()).isEqualTo("c-1");
            assertThat(shown(desk).at("/cells/1/content").propertyNames()).containsExactly("type");
        }
        // a display from before told a number, and somebody may say that another place was meant
        String strange = body.toString()
                .replaceFirst("\"from\":\"[^\"]*\"", "\"number\":101,\"from\":\"m-" + UUID.randomUUID() + "/s1/1\"");
        node.put("/walls/truc/screens/s1", report.formatted(strange));
        for (Desk desk : List.of(operator, ward, node)) {
            assertThat(shown(desk).at("/cells/1/content").propertyNames()).containsExactly("type");
        }
    }

    /** Whoever shows a screen says what is withheld there, and may say so of each of its tiles. */
    @Test
    void whatIsWithheldManyTimesIsToldAsOftenAsItFits() {
        wards.user("nut", wards.role("Nút", Wards.grant("view", "hoan-kiem"), ""));
        node = wards.signIn("nut");
        String large = layout("x", "c-101").replace("\"c-101\"", "\"c-101\",\"more\":\"" + "x".repeat(50_000) + "\"");
        tell(operator, "applyLayout", "\"screenIds\":[\"s1\"]", "{\"layout\":" + large + "}");
        String withheld = pending("s1").at("/0/args/layouts/s1/cells/0").toString();
        assertThat(withheld).contains("withheld");
        String cells = (withheld + ",").repeat(1_000) + withheld;
        Desk.Answer reported =
                node.put("/walls/truc/screens/s1", "{\"clientId\":\"nut-1\",\"shows\":{\"cells\":[" + cells + "]}}");
        assertThat(reported.status()).as(reported.body()).isEqualTo(200);
        String state = operator.get("/walls/truc/state").body();
        assertThat(state).contains("c-101").hasSizeLessThan(600_000);
    }

    /** Of a layout that is shared, too; nobody learns by pushing it what it names beside his own cameras, or whether that is there. */
    @Test
    void aLayoutIsPushedWithWhatWhoeverPushesItMaySee() {
        String shared = layout("Hai phường", "c-1", "c-101", "c-999").replaceFirst("\\{", "{\"scope\":\"global\",");
        String id = wards.admin.post("/layouts", shared).json().path("id").asString();
        String sent = layout("x", "c-1", "c-101", "c-999");
        for (String args : List.of("{\"layoutId\":\"" + id + "\"}", "{\"layout\":" + sent + "}")) {
            Desk.Answer told = tell(ward, "applyLayout", "\"screenIds\":[\"s1\"]", args);
            assertThat(told.status()).as(told.body()).isEqualTo(202);
            assertThat(told.body()).as("what it brings is for screens").doesNotContain("\"c-1\"", "cells");
            JsonNode last = pending("s1").path(pending("s1").size() - 1).at("/args/layouts/s1/cells");
            assertThat(last.at("/0/content/cameraId").asString()).isEqualTo("c-1");
            assertThat(last.at("/1/content")).as("nor does a screen that may").isEqualTo(last.at("/2/content"));
            assertThat(last.at("/1/content").propertyNames()).containsExactly("type");
        }
    }

    @Test
    void whatIsPushedIsWhatItWasThen() {
        Desk.Answer kept = operator.post("/layouts", layout("Cầu", "c-1"));
        String id = kept.json().path("id").asString();
        String target = "\"screenIds\":[\"s1\"]";
        assertThat(tell(operator, "applyLayout", target, "{\"layoutId\":\"" + id + "\"}")
                        .status())
                .isEqualTo(202);
        operator.put("/layouts/" + id, layout("Cầu", "c-2"), "If-Match", "\"1\"");
        JsonNode layout = pending("s1").at("/0/args/layouts/s1");
        assertThat(layout.at("/cells/0/content/cameraId").asString()).isEqualTo("c-1");
        assertThat(layout.path("version").asInt()).isEqualTo(1);
        // it is the operator's own: nobody else may push it
        assertThat(tell(wards.admin, "applyLayout", target, "{\"layoutId\":\"" + id + "\"}")
                        .code())
                .isEqualTo("unknownLayout");
        assertThat(tell(operator, "applyLayout", target, "{\"layout\":{\"name\":\"x\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(tell(operator, "applyLayout", target, "{\"layout\":\"x\"}").status())
                .isEqualTo(400);
        assertThat(tell(operator, "applyLayout", target, "{\"layout\":" + layout("Tại chỗ", "c-3") + "}")
                        .json()
                        .at("/args/name")
                        .asString())
                .isEqualTo("Tại chỗ");
    }

    @Test
    void aSceneIsPushedWithWhatWhoeverPushesItMaySee() {
        String id = scene(
                operator,
                "{\"name\":\"Hai phường\",\"screens\":[{\"screenId\":\"s1\",\"layout\":" + layout("x", "c-1", "c-101")
                        + "}]}");
        Desk.Answer told = tell(ward, "applyScene", "", "{\"sceneId\":\"" + id + "\"}");
        assertThat(told.status()).isEqualTo(202);
        JsonNode cells = pending("s1").at("/0/args/layouts/s1/cells");
        assertThat(cells.at("/0/content/cameraId").asString()).isEqualTo("c-1");
        assertThat(cells.at("/1/content").propertyNames()).containsExactly("type");
        String gone = scene(
                operator,
                "{\"name\":\"Có cái đã gỡ\",\"screens\":[{\"screenId\":\"s1\",\"layout\":" + layout("x", "c-1", "c-999")
                        + "}]}");
        assertThat(tell(ward, "applyScene", "", "{\"sceneId\":\"" + gone + "\"}")
                        .status())
                .isEqualTo(202);
        assertThat(tell(operator, "applyScene", "\"screenIds\":[\"s2\"]", "{\"sceneId\":\"" + gone + "\"}")
                        .code())
                .isEqualTo("unknownScreen");
        assertThat(tell(operator, "applyScene", "", "{\"sceneId\":\"none\"}").code())
                .isEqualTo("argsMissing");
    }

    @Test
    void aMonitorForVisitorsIsToldWholeLayoutsAndNoSingleCameraThatIsNotForThem() {
        String target = "\"screenIds\":[\"sanh\"]";
        assertThat(tell(operator, "applyLayout", target, "{\"layout\":" + layout("x", "c-1") + "}")
                        .status())
                .isEqualTo(202);
        for (String more : List.of("", ",\"layouts\":{}")) {
            assertThat(tell(operator, "setCell", target + ",\"cell\":0", "{\"cameraId\":\"c-1\"" + more + "}")
                            .code())
                    .as(more)
                    .isEqualTo("notPublished");
        }
    }

    @Test
    void howAScreenIsDoingIsNoChangeOfTheWall() {
        String report = "{\"clientId\":\"nut-1\",\"shows\":{},\"health\":{\"tiles\":4,\"live\":%d}}";
        node.put("/walls/truc/screens/s1", report.formatted(4));
        JsonNode before = operator.get("/walls/truc/state").json();
        node.put("/walls/truc/screens/s1", report.formatted(3));
        JsonNode after = operator.get("/walls/truc/state").json();
        assertThat(after.at("/screens/0/health/live").asInt()).isEqualTo(3);
        assertThat(after.path("stateVersion")).isEqualTo(before.path("stateVersion"));
        assertThat(after.at("/screens/1/health").isNull()).isTrue();
        assertThat(node.put("/walls/truc/screens/s1", report.formatted(5)).status())
                .isEqualTo(400);
    }
}
