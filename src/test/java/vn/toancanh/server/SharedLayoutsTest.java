package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.layouts.SharedLayouts.Published;

/** Layouts from files: put there once, renewed while nobody has touched them, never against a person. */
@Tag("slow")
class SharedLayoutsTest {
    private static final String LAYOUT = """
            {"name":"Ca đêm","scope":"global","grid":{"columns":1,"rows":1},"cells":[
            {"x":0,"y":0,"w":1,"h":1,"content":{"type":"camera","number":7}}]}""";

    @TempDir
    Path folder;

    private ServerFixture fixture;
    private Desk operator;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 5));
        operator = fixture.desk("operator");
        Files.writeString(folder.resolve("ca-dem.json"), LAYOUT);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Published publish() {
        return fixture.server.layouts().publish(folder, "operator");
    }

    private JsonNode only() {
        JsonNode items = operator.get("/layouts").json().path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private void expect(Published done, int added, int renewed, int kept) {
        assertThat(List.of(done.added(), done.renewed(), done.kept())).containsExactly(added, renewed, kept);
    }

    private void change(String text) {
        String path = "/layouts/" + only().path("id").asString();
        String tag = operator.get(path).header("ETag");
        assertThat(operator.put(path, text, "If-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void puttingThemThereTwiceChangesNothing() {
        expect(publish(), 1, 0, 0);
        JsonNode first = only();
        expect(publish(), 0, 0, 1);
        assertThat(only()).isEqualTo(first);
        assertThat(fixture.desk("viewer").get("/layouts").json().path("items")).hasSize(1);
    }

    @Test
    void whatAPersonChangedOrRenamedStays() throws IOException {
        publish();
        change("{\"name\":\"Ca của tôi\",\"scope\":\"global\",\"grid\":{\"columns\":2,\"rows\":2},\"cells\":[]}");
        JsonNode changed = only();
        Files.writeString(folder.resolve("ca-dem.json"), LAYOUT.replace("7", "3"));
        expect(publish(), 0, 0, 1);
        assertThat(only()).isEqualTo(changed);
    }

    @Test
    void whatAPersonDeletedStaysAway() {
        publish();
        operator.delete("/layouts/" + only().path("id").asString(), "If-Match", "\"1\"");
        expect(publish(), 0, 0, 1);
        assertThat(operator.get("/layouts").json().path("items")).isEmpty();
    }

    @Test
    void aNameThatSomebodyHasTakenIsLeftToHim() {
        operator.post("/layouts", LAYOUT.replace("Ca đêm", "CA ĐÊM").replace("\"number\":7", "\"cameraId\":\"c-1\""));
        expect(publish(), 0, 0, 1);
        assertThat(only().path("name").asString()).isEqualTo("CA ĐÊM");
    }

    @Test
    void whatNobodyTouchedFollowsItsFileAndTheCameras() throws IOException {
        Published first = publish();
        assertThat(first.faults()).hasSize(1);
        assertThat(first.faults().getFirst().args()).containsExactly("ca-dem.json", "7");
        assertThat(only().path("cells")).hasSize(1);
        fixture.server.inventory().merge(List.of(), List.of(ServerFixture.camera(7, "Ngã tư mới")));
        Published second = publish();
        expect(second, 0, 1, 0);
        assertThat(second.faults()).isEmpty();
        assertThat(only().path("version").asInt()).isEqualTo(2);
        assertThat(only().at("/cells/0/content/cameraId").asString()).isEqualTo("c-7");
        Files.writeString(folder.resolve("ca-dem.json"), LAYOUT.replace("Ca đêm", "Ca khuya"));
        expect(publish(), 0, 1, 0);
        assertThat(only().path("name").asString()).isEqualTo("Ca khuya");
    }

    @Test
    void aBrokenFileTakesNothingFromTheOthers() throws IOException {
        Files.writeString(folder.resolve("a-hong.json"), "{");
        Published done = publish();
        expect(done, 1, 0, 0);
        assertThat(done.faults())
                .extracting(fault -> fault.args().getFirst())
                .containsExactlyInAnyOrder("a-hong.json", "ca-dem.json");
    }

    @Test
    void theyNeedAnOwner() {
        assertThatThrownBy(() -> fixture.server.layouts().publish(folder, "khong-co"))
                .isInstanceOf(FailureException.class);
    }
}
