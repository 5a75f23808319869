package vn.toancanh.server.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;

class LayoutFolderTest {
    private static final String GOOD = """
            {"name":"Ca đêm","scope":"global","grid":{"columns":2,"rows":2},"cells":[
            {"x":0,"y":0,"w":1,"h":2,"content":{"type":"camera","number":1201}},
            {"x":1,"y":0,"w":1,"h":1,"content":{"type":"camera","cameraId":"sim-1202","role":"main"}},
            {"x":1,"y":1,"w":1,"h":1,"content":{"type":"empty"}}]}""";

    @TempDir
    Path folder;

    /** The demo's city, as it is where nobody asks for another. */
    private static CameraNames city() {
        return new CameraNames(IntStream.rangeClosed(1201, 1240)
                .mapToObj(number -> new Inventory.Key(new CameraId("sim-" + number), number))
                .toList());
    }

    private static LayoutFolder read(Path folder) {
        return new LayoutFolder(new Json().mapper(), city()).read(folder);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void camerasAreNamedByNumberOrById() throws IOException {
        write("a.json", "\uFEFF" + GOOD);
        write("README.md", "no layout");
        LayoutFolder read = read(folder);
        assertThat(read.faults()).isEmpty();
        LayoutDraft.Checked layout = read.layouts().getFirst().layout();
        assertThat(layout.name()).isEqualTo("Ca đêm");
        assertThat(layout.cells())
                .extracting(cell -> cell.content().toString())
                .containsExactly(
                        "{\"type\":\"camera\",\"cameraId\":\"sim-1201\",\"role\":\"auto\"}",
                        "{\"type\":\"camera\",\"cameraId\":\"sim-1202\",\"role\":\"main\"}",
                        "{\"type\":\"empty\"}");
    }

    @Test
    void howAPictureLiesAndWhoseTurnsThereAreComeAlong() throws IOException {
        write(
                "a.json",
                GOOD.replace("\"number\":1201", "\"number\":1201,\"fit\":\"fill\",\"turn\":90")
                        .replace(
                                "{\"type\":\"empty\"}",
                                "{\"type\":\"playlist\",\"items\":[{\"number\":1203,\"seconds\":9},{\"number\":9999}]}"));
        LayoutFolder read = read(folder);
        assertThat(read.layouts().getFirst().layout().cells())
                .extracting(cell -> cell.content().toString())
                .contains(
                        "{\"type\":\"camera\",\"cameraId\":\"sim-1201\",\"role\":\"auto\",\"fit\":\"fill\",\"turn\":90}",
                        "{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"sim-1203\",\"seconds\":9},{\"cameraId\":\"#9999\"}]}");
        assertThat(read.faults()).containsExactly(LayoutFault.of("server.layoutNoCamera", "a.json", "9999"));
    }

    @Test
    void whatWasWithheldFromWhoeverWroteAFileIsAFaultOfIt() throws IOException {
        String withheld = "{\"type\":\"withheld\",\"from\":\"l-1/2/3\"}";
        write("a.json", GOOD.replace("{\"type\":\"empty\"}", withheld));
        write("b.yaml", "format: 1\nname: B\nshape: 2x1\ntiles: {2: {content: " + withheld + "}}\n");
        LayoutFolder read = read(folder);
        assertThat(read.layouts()).isEmpty();
        assertThat(read.faults())
                .containsExactly(
                        LayoutFault.of("server.layoutWithheld", "a.json", "3"),
                        LayoutFault.of("server.layoutWithheld", "b.yaml", "2"));
    }

    @Test
    void aCameraThatIsNotThereKeepsItsTileAndIsNamed() throws IOException {
        write("ca-dem.json", GOOD.replace("1201", "9999").replace("sim-1202", "khong-co"));
        LayoutFolder read = read(folder);
        assertThat(read.layouts()).hasSize(1);
        assertThat(read.layouts().getFirst().layout().cells()).hasSize(3);
        assertThat(read.faults())
                .containsExactly(LayoutFault.of("server.layoutNoCamera", "ca-dem.json", "9999, khong-co"));
        LayoutFault fault = read.faults().getFirst();
        for (Language language : Language.values()) {
            assertThat(new Texts(language).get(fault.textKey(), fault.args().toArray()))
                    .contains("ca-dem.json")
                    .contains("9999")
                    .doesNotContain("\n");
        }
    }

    @Test
    void aLongListOfCamerasThatAreNotThereIsCutShort() throws IOException {
        Path shipped = Path.of("layouts");
        LayoutFolder read = new LayoutFolder(new Json().mapper(), new CameraNames(List.of())).read(shipped);
        assertThat(read.layouts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(read.faults())
                .hasSameSizeAs(
                        read.layouts().stream().map(LayoutFile::file).distinct().toList())
                .allSatisfy(fault ->
                        assertThat(fault.args().get(1).toString().length()).isLessThan(70));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.layoutBroken  | 3               | "h":1,"content"  | "h":1,,"content"
            server.layoutBroken  | 2               | 1201}},          | 1201}},<
            server.layoutField   | /name           | Ca đêm           | ''
            server.layoutField   | /scope          | global           | planet
            server.layoutField   | /grid/columns   | "columns":2      | "columns":49
            server.layoutField   | /grid/columns   | "columns":2      | "columns":"2"
            server.layoutField   | /cells/1/x      | "x":1,"y":0      | "x":1.5,"y":0
            server.layoutOverlap | 2               | "x":1,"y":0      | "x":0,"y":1
            server.layoutOutside | 2               | "x":1,"y":0      | "x":2,"y":0
            server.layoutCell    | 1               | "number":1201    | "number":"1201"
            server.layoutCell    | 2               | "cameraId":      | "camera":
            server.layoutCell    | 3               | "type":"empty"   | "kind":"empty"
            """)
    void aFileThatIsWrongIsSaidAndLeftOut(String key, String what, String right, String wrong) throws IOException {
        assertThat(GOOD).contains(right);
        write("a.json", GOOD.replace(right, wrong));
        write("b.json", GOOD);
        LayoutFolder read = read(folder);
        assertThat(read.faults()).containsExactly(LayoutFault.of(key, "a.json", what));
        assertThat(read.layouts()).extracting(LayoutFile::file).containsExactly("b.json");
    }

    @Test
    void whatIsNoLayoutAtAllIsSaidToo() throws IOException {
        write("a.json", "");
        write("b.json", "null");
        write("c.json", "[]");
        write("d.json", GOOD + " {}");
        Files.write(folder.resolve("e.json"), GOOD.getBytes(StandardCharsets.UTF_16));
        Files.createDirectory(folder.resolve("f.json"));
        write("g.json", " ".repeat(1 << 21));
        write("h.json", GOOD);
        LayoutFolder read = read(folder);
        assertThat(read.layouts()).extracting(LayoutFile::file).contains("h.json");
        assertThat(read.faults())
                .extracting(fault -> fault.args().getFirst())
                .contains("a.json", "b.json", "c.json", "d.json", "f.json", "g.json");
        Texts texts = new Texts(Language.EN);
        for (LayoutFault fault : read.faults()) {
            assertThat(texts.get(fault.textKey(), fault.args().toArray()))
                    .startsWith("Layout file " + fault.args().getFirst());
        }
    }

    @Test
    void aFolderThatIsNotThereHasNone() {
        LayoutFolder read = read(folder.resolve("khong-co"));
        assertThat(read.layouts()).isEmpty();
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void everyShippedFileIsRightAndItsCamerasAreInTheDemo() throws IOException {
        LayoutFolder read = read(Path.of("layouts"));
        assertThat(read.faults()).isEmpty();
        assertThat(read.layouts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(read.layouts()).extracting(LayoutFile::id).doesNotHaveDuplicates();
        assertThat(read.layouts()).extracting(file -> file.layout().name()).doesNotHaveDuplicates();
        String readme = Files.readString(Path.of("layouts/README.md"));
        for (LayoutFile file : read.layouts()) {
            assertThat(file.layout().scope()).as(file.file()).isEqualTo("global");
            if (file.screen() <= 1) {
                assertThat(readme)
                        .contains("`" + file.file() + "` | " + file.layout().name() + " |");
            }
        }
    }

    @Test
    void aTextSaysTheSameAsTheContractsDraft() throws IOException {
        write("a.json", GOOD);
        write("b.yaml", """
                name: Ca đêm  # một chú thích
                scope: global
                grid: {columns: 2, rows: 2}
                tiles:
                  1: {x: 0, y: 0, h: 2, camera: 1201}
                  2: {x: 1, y: 0, camera: sim-1202, role: main}
                  3: {x: 1, y: 1}
                """);
        LayoutFolder read = read(folder);
        assertThat(read.faults()).isEmpty();
        assertThat(read.layouts().get(1).layout())
                .isEqualTo(read.layouts().get(0).layout());
        assertThat(read.layouts().get(1).id())
                .isNotEqualTo(read.layouts().get(0).id());
    }

    @Test
    void ofSeveralScreensEachIsALayoutOfItsOwn() throws IOException {
        write("a.yml", """
                name: Tường
                screens:
                  - {number: 2, shape: 1x1, tiles: {1: 9999}}
                  - {number: 1, shape: 2x1, tiles: {2: {carousel: [1201, {camera: 1202, seconds: 9}]}}}
                """);
        LayoutFolder read = read(folder);
        assertThat(read.layouts()).extracting(file -> file.layout().name()).containsExactly("Tường 1", "Tường 2");
        assertThat(read.layouts()).extracting(LayoutFile::id).doesNotHaveDuplicates();
        assertThat(read.layouts().getFirst().layout().cells())
                .extracting(cell -> cell.content().toString())
                .containsExactly(
                        "{\"type\":\"empty\"}",
                        "{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"sim-1201\",\"seconds\":5},"
                                + "{\"cameraId\":\"sim-1202\",\"seconds\":9}]}");
        assertThat(read.faults()).containsExactly(LayoutFault.of("server.layoutNoCamera", "a.yml", "9999"));
    }

    @Test
    void aTextThatIsWrongOrNewerIsSaidWithItsPlaceAndLeftAsItIs() throws IOException {
        String newer = "format: 9\nname: Ca\n";
        write("a.yaml", "name: Ca\nshape: 2x1\ntiles:\n  3: 1201\n");
        write("b.yaml", newer);
        write("c.json", GOOD);
        write("d.schema.json", "{");
        LayoutFolder read = read(folder);
        assertThat(read.layouts()).extracting(LayoutFile::file).containsExactly("c.json");
        assertThat(read.faults())
                .extracting(fault -> fault.words(new Texts(Language.EN)))
                .containsExactly(
                        "Layout file a.yaml:4:3: There is no tile \"3\"; the tiles here are 1 to 2. This layout is left out.",
                        "Layout file b.yaml:1:9: The file has format 9, which is newer than this program (up to 1). It is left as"
                                + " it is; update the program. This layout is left out.");
        assertThat(folder.resolve("b.yaml")).hasContent(newer);
    }
}
