package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class LayoutsTest {
    private ServerFixture fixture;
    private Desk operator;
    private Desk viewer;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        operator = fixture.desk("operator");
        viewer = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String layout(String name, String scope) {
        return """
                {"name":"%s","scope":"%s","grid":{"columns":2,"rows":2},"cells":[
                {"x":0,"y":0,"w":1,"h":2,"content":{"type":"camera","cameraId":"khong-con","role":"auto"}},
                {"x":1,"y":0,"w":1,"h":1,"content":{"type":"hologram","depth":[1,{"a":null}]}}]}""".formatted(name, scope);
    }

    @Test
    void aLayoutIsSavedReadChangedAndDeleted() {
        Desk.Answer saved = operator.post("/layouts", layout("Ca ngày", "global"));
        assertThat(saved.status()).isEqualTo(201);
        String path = saved.header("Location").replace("/api/v1", "");
        JsonNode read = operator.get(path).json();
        assertThat(read.path("name").asString()).isEqualTo("Ca ngày");
        assertThat(read.path("own").asBoolean()).isTrue();
        assertThat(read.path("cells").path(1).path("content").toString())
                .isEqualTo("{\"type\":\"hologram\",\"depth\":[1,{\"a\":null}]}");
        Desk.Answer changed = operator.put(path, layout("Ca đêm", "global"), "If-Match", saved.header("ETag"));
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(viewer.get(path).json().path("own").asBoolean()).isFalse();
        JsonNode history = viewer.get(path + "/versions").json().path("items");
        assertThat(history).hasSize(2);
        assertThat(history.path(1).path("name").asString()).isEqualTo("Ca ngày");
        assertThat(operator.delete(path, "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(operator.get(path).status()).isEqualTo(404);
        assertThat(operator.get(path + "/versions").status()).isEqualTo(404);
    }

    @Test
    void whatItWasBeforeItWasSharedIsItsOwnersAlone() {
        String path = operator.post("/layouts", layout("Riêng của tôi", "private"))
                .header("Location")
                .replace("/api/v1", "");
        assertThat(operator.put(path, layout("Chung", "global"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        JsonNode others = viewer.get(path + "/versions").json().path("items");
        assertThat(others).hasSize(1);
        assertThat(others.path(0).path("name").asString()).isEqualTo("Chung");
        assertThat(operator.get(path + "/versions").json().path("items")).hasSize(2);
    }

    @Test
    void whoWasNotUpToDateIsRefused() {
        String path = operator.post("/layouts", layout("A", "global"))
                .header("Location")
                .replace("/api/v1", "");
        assertThat(operator.put(path, layout("B", "global")).status()).isEqualTo(428);
        assertThat(operator.delete(path).status()).isEqualTo(428);
        assertThat(operator.put(path, layout("B", "global"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(operator.put(path, layout("C", "global"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(operator.put(path, layout("C", "global"), "If-Match", "*").status())
                .isEqualTo(412);
        assertThat(operator.delete(path, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(operator.get(path).json().path("name").asString()).isEqualTo("B");
        assertThat(operator.get(path, "If-None-Match", "\"2\"").status()).isEqualTo(304);
    }

    @Test
    void othersSeeWhatIsSharedAndChangeOnlyWithTheRight() {
        String own = operator.post("/layouts", layout("Riêng", "private"))
                .header("Location")
                .replace("/api/v1", "");
        String role = operator.post("/layouts", layout("Tổ", "role"))
                .header("Location")
                .replace("/api/v1", "");
        String all = operator.post("/layouts", layout("Chung", "global"))
                .header("Location")
                .replace("/api/v1", "");
        assertThat(viewer.get(own).status()).isEqualTo(404);
        assertThat(viewer.get(role).status()).isEqualTo(404);
        assertThat(viewer.get(all).status()).isEqualTo(200);
        assertThat(viewer.get("/layouts").json().path("items")).hasSize(1);
        assertThat(operator.get("/layouts").json().path("items")).hasSize(3);
        assertThat(viewer.put(all, layout("X", "private"), "If-Match", "\"1\"").status())
                .isEqualTo(403);
        assertThat(viewer.put(own, layout("X", "private"), "If-Match", "\"1\"").status())
                .isEqualTo(404);
        assertThat(viewer.post("/layouts", layout("X", "global")).status()).isEqualTo(403);
        assertThat(viewer.post("/layouts", layout("X", "private")).status()).isEqualTo(201);
        Desk administrator = fixture.desk("administrator");
        assertThat(administrator
                        .put(all, layout("Y", "global"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(administrator.delete(own, "If-Match", "\"1\"").status()).isEqualTo(404);
    }

    @Test
    void layoutsThatCannotBeAreNamed() {
        for (String bad : List.of(
                "{}",
                layout("", "global"),
                layout("A", "planet"),
                layout("A", "global").replace("\"columns\":2", "\"columns\":0"),
                layout("A", "global").replace("\"columns\":2", "\"columns\":49"),
                layout("A", "global").replace("\"columns\":2", "\"columns\":1.5"),
                layout("A", "global").replace("\"x\":1", "\"x\":0"),
                layout("A", "global").replace("\"x\":1", "\"x\":2"),
                layout("A", "global").replace("\"x\":1", "\"x\":2147483647"),
                layout("A", "global").replace("\"x\":1", "\"x\":\"1\""),
                layout("A", "global").replace("\"type\":\"hologram\",", ""),
                layout("A", "global").replace("\"w\":1,\"h\":1,", ""))) {
            Desk.Answer answer = operator.post("/layouts", bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.json().path("errors").size()).as(bad).isPositive();
        }
        assertThat(operator.get("/layouts").json().path("items")).isEmpty();
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 7; i++) {
            operator.post("/layouts", layout("L" + i, "private"));
        }
        JsonNode first = operator.get("/layouts?limit=5").json();
        assertThat(first.path("items")).hasSize(5);
        JsonNode second = operator.get(
                        "/layouts?limit=5&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void preferencesArePersonalAndVersioned() {
        Desk.Answer none = operator.get("/me/preferences");
        assertThat(none.header("ETag")).isEqualTo("\"0\"");
        assertThat(none.body()).isEqualTo("{}");
        Desk.Answer saved = operator.put("/me/preferences", "{\"theme\":\"night\"}", "If-Match", "\"0\"");
        assertThat(saved.status()).isEqualTo(204);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(operator.get("/me/preferences").json().path("theme").asString())
                .isEqualTo("night");
        assertThat(viewer.get("/me/preferences").body()).isEqualTo("{}");
        assertThat(operator.put("/me/preferences", "{}", "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(operator.put("/me/preferences", "{}").status()).isEqualTo(428);
        assertThat(operator.put("/me/preferences", "[]", "If-Match", "\"1\"").status())
                .isEqualTo(400);
        assertThat(operator.put("/me/preferences", "{\"x\":\"" + "y".repeat(66_000) + "\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(413);
    }
}
