package vn.toancanh.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

class LayoutReaderTest {
    private static final String SHAPED = """
            # một chú thích
            format: 1
            name: Ca đêm
            scope: global
            shape: 1+5
            tiles:
              1: {camera: 1201, role: main, fit: fill, turn: 90}
              2: 1202   # số
              3: c-1203
              4:
                carousel:
                  - {camera: 1204, seconds: 9}
                  - 1205
              5:
            """;

    private static final String PLACED = """
            name: Ca đêm
            grid: {columns: 4, rows: 3}
            tiles:
              1: {x: 0, y: 0, w: 2, h: 2, camera: 1201}
              2: {x: 2, y: 0}
              3: {x: 3, y: 2, content: {type: map, zoom: 3}}
            """;

    @TempDir
    Path folder;

    private static Layout only(String text) {
        LayoutReader.Read read = LayoutReader.read(text);
        assertThat(read.faults()).isEmpty();
        WallText wall = read.text().orElseThrow();
        assertThat(wall.single()).isTrue();
        return wall.screens().getFirst().layout();
    }

    private static CellContent camera(String id) {
        return new CellContent.OfCamera(new CameraId(id), StreamChoice.AUTO);
    }

    @Test
    void aShapeSaysWhereTheTilesAre() {
        Layout layout = only(SHAPED);
        assertThat(layout.name()).isEqualTo("Ca đêm");
        assertThat(layout.scope()).isEqualTo(Layout.Scope.CITY);
        assertThat(layout.cells())
                .extracting(Cell::content)
                .containsExactly(
                        new CellContent.OfCamera(
                                new CameraId("#1201"), StreamChoice.MAIN, new PictureView(PictureView.Fit.FILL, 1)),
                        camera("#1202"),
                        camera("c-1203"),
                        new Carousel(List.of(
                                new Carousel.Stop(new CameraId("#1204"), 9),
                                new Carousel.Stop(new CameraId("#1205"), 5))),
                        CellContent.EMPTY,
                        CellContent.EMPTY);
    }

    @Test
    void onAGridEveryTileSaysWhereItIs() {
        Layout layout = only(PLACED);
        assertThat(layout.scope()).isEqualTo(Layout.Scope.PRIVATE);
        assertThat(layout.grid()).isEqualTo(new Grid(4, 3));
        assertThat(layout.cells())
                .containsExactly(
                        new Cell(0, 0, 2, 2, camera("#1201")),
                        new Cell(2, 0, 1, 1, CellContent.EMPTY),
                        new Cell(3, 2, 1, 1, new CellContent.Unknown("map", "{\"type\": \"map\", \"zoom\": 3}")));
    }

    @Test
    void whatTheServerTellsIsAFileToo() {
        Layout layout = only("""
                {"id":"l-1","name":"Ca đêm","scope":"role","grid":{"columns":2,"rows":2},"version":3,"modifiedBy":"An","own":true,
                \t"modifiedAt":"2026-11-26T00:00:00Z","cells":[
                {"x":0,"y":0,"w":1,"h":2,"content":{"type":"camera","cameraId":"c-1","role":"sub"}},
                {"x":1,"y":0,"w":1,"h":1,"content":{"type":"playlist","items":[{"cameraId":"c-2"},{"number":7,"seconds":9}]}},
                {"x":1,"y":1,"w":1,"h":1,"content":{"type":"empty"}}]}""");
        assertThat(layout.cells())
                .extracting(Cell::content)
                .containsExactly(
                        new CellContent.OfCamera(new CameraId("c-1"), StreamChoice.SUB),
                        new Carousel(List.of(
                                new Carousel.Stop(new CameraId("c-2"), 5), new Carousel.Stop(new CameraId("#7"), 9))),
                        CellContent.EMPTY);
    }

    @Test
    void severalScreensStandInTheirOrderWhateverTheFilesIs() {
        WallText text = LayoutReader.read(
                        "name: Tường\nscreens:\n- {number: 3, shape: 1x1}\n- {number: 1, shape: 2x2, tiles: {4: 1201}}\n")
                .text()
                .orElseThrow();
        assertThat(text.screens()).extracting(WallText.Screen::number).containsExactly(1, 3);
        assertThat(text.single()).isFalse();
        assertThat(text.shown()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layouts.shape        | 5:8  | shape: 1+5               | shape: 1+6
            layouts.shape        | 5:8  | shape: 1+5               | shape: 49x2
            layouts.shapeOrGrid  | 2:1  | shape: 1+5               | scope2: x
            layouts.unknown      | 4:1  | scope: global            | scop: global
            layouts.word         | 4:8  | scope: global            | scope: city
            layouts.text         | 3:7  | name: Ca đêm             | name: 2026
            layouts.text         | 3:7  | name: Ca đêm             | 'name: " "'
            layouts.missing      | 2:1  | name: Ca đêm             | ''
            layouts.range        | 2:9  | format: 1                | format: 0
            layouts.newer        | 2:9  | format: 1                | format: 2
            layouts.tile         | 8:3  | 2: 1202                  | 7: 1202
            layouts.tile         | 8:3  | 2: 1202                  | 02: 1202
            layouts.twice        | 8:3  | 2: 1202                  | 1: 1202
            layouts.range        | 8:6  | 2: 1202                  | 2: 0
            layouts.range        | 8:6  | 2: 1202                  | 2: 1000000
            layouts.camera       | 8:6  | 2: 1202                  | 2: 1.5
            layouts.camera       | 8:6  | 2: 1202                  | 2: true
            layouts.fields       | 8:6  | 2: 1202                  | 2: [1202]
            layouts.word         | 7:27 | role: main               | role: large
            layouts.word         | 7:50 | turn: 90                 | turn: 45
            layouts.unknown      | 7:44 | turn: 90                 | turned: 90
            layouts.oneOf        | 7:6  | turn: 90                 | carousel: [1202]
            layouts.range        | 12:33 | seconds: 9              | seconds: 3601
            layouts.unknown      | 12:24 | seconds: 9              | second: 9
            layouts.missing      | 12:9 | {camera: 1204, seconds: 9} | {seconds: 4}
            layouts.anchor       | 8:6  | 2: 1202                  | 2: &a 1202
            layouts.anchor       | 8:6  | 2: 1202                  | 2: *a
            layouts.anchor       | 8:6  | 2: 1202                  | 2: !int 1202
            layouts.documents    | 6:1  | tiles:                   | ---
            layouts.key          | 8:5  | 2: 1202                  | '? [a]\n  : 1202'
            """)
    void aFaultIsToldWithItsPlace(String key, String place, String right, String wrong) {
        assertThat(SHAPED).contains(right);
        check(key, place, SHAPED.replace(right, wrong.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layouts.overlap  | 5:6  | 2: {x: 2, y: 0}   | 2: {x: 1, y: 1}
            layouts.outside  | 5:6  | 2: {x: 2, y: 0}   | 2: {x: 4, y: 0}
            layouts.outside  | 5:6  | 2: {x: 2, y: 0}   | 2: {x: 2, y: 0, w: 3}
            layouts.missing  | 5:6  | 2: {x: 2, y: 0}   | 2: {x: 2}
            layouts.range    | 5:10 | 2: {x: 2, y: 0}   | 2: {x: -1, y: 0}
            layouts.gap      | 6:6  | 2: {x: 2, y: 0}   | 4: {x: 2, y: 0}
            layouts.fields   | 5:6  | 2: {x: 2, y: 0}   | 2: 1202
            layouts.range    | 2:17 | columns: 4        | columns: 49
            layouts.missing  | 2:7  | {columns: 4, rows: 3} | {columns: 4}
            layouts.fields   | 2:7  | {columns: 4, rows: 3} | 4x3
            layouts.missing  | 6:28 | type: map         | kind: map
            """)
    void soIsAFaultOnAGrid(String key, String place, String right, String wrong) {
        assertThat(PLACED).contains(right);
        check(key, place, PLACED.replace(right, wrong));
    }

    private static void check(String key, String place, String text) {
        LayoutReader.Read read = LayoutReader.read(text);
        assertThat(read.text()).isEmpty();
        Fault fault = read.faults().getFirst();
        assertThat(fault.textKey() + " " + fault.line() + ":" + fault.column()).isEqualTo(key + " " + place);
        for (Language language : Language.values()) {
            assertThat(new Texts(language).get(key, fault.args().toArray()))
                    .isNotEqualTo(key)
                    .doesNotContain("{");
        }
    }

    @Test
    void everyFaultOfAFileIsToldInItsOrder() {
        List<Fault> faults = LayoutReader.read(
                        "nam: a\nscope: x\nshape: 2x2\ntiles:\n  9: 1\n  1: {camera: 1201, role: y}\n")
                .faults();
        assertThat(faults)
                .extracting(Fault::textKey)
                .containsExactly("layouts.missing", "layouts.unknown", "layouts.word", "layouts.tile", "layouts.word");
    }

    static List<String> bombs() {
        StringBuilder laughs = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char each = 'b'; each < 'j'; each++) {
            laughs.append(each).append(": &").append(each).append(" [");
            laughs.append(("*" + (char) (each - 1) + ",").repeat(9)).append("]\n");
        }
        return List.of(
                laughs.toString(),
                "[".repeat(100_000),
                "{a: ".repeat(100_000),
                "- ".repeat(100_000),
                "a:\n" + " ".repeat(400_000),
                "? ".repeat(50_000),
                "name: \"" + "\\n".repeat(500_000),
                "x: 1\n".repeat(200_000),
                "[" + "1,".repeat(400_000) + "]",
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]",
                "#".repeat(1_000_000),
                "");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatIsMadeToHurtIsAFaultAndNothingMore(String bomb) {
        LayoutReader.Read read = LayoutReader.read(bomb);
        assertThat(read.text()).isEmpty();
        assertThat(read.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(Faults.MOST);
    }

    @Test
    void everyBeginningOfAFileIsAFaultOrALayoutThatIsToldSo() {
        for (String whole : List.of(SHAPED, PLACED)) {
            for (int length = 0; length < whole.length(); length++) {
                LayoutReader.Read read = LayoutReader.read(whole.substring(0, length));
                assertThat(read.text().isEmpty()).isEqualTo(!read.faults().isEmpty());
            }
        }
    }

    @Test
    void aFileThatEndsWithinItsCommentsIsSaidToBeCutOff() {
        byte[] whole = SHAPED.getBytes(StandardCharsets.UTF_8);
        int comment = SHAPED.lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8).length;
        Set<String> said = new HashSet<>();
        for (int length = 1; length <= comment; length++) {
            String told = LayoutReader.read(Arrays.copyOf(whole, length))
                    .faults()
                    .getFirst()
                    .textKey();
            // A byte of a character that goes on has its upper bit and not the one below.
            boolean within = length < comment && (whole[length] & 0xC0) == 0x80;
            assertThat(told).as("%d bytes", length).isEqualTo(within ? "layouts.cutOff" : "layouts.onlyComments");
            said.add(told);
        }
        assertThat(said).hasSize(2);
    }

    @Test
    void whatIsNoTextFileIsSaid() throws IOException {
        assertThat(fault(folder)).isEqualTo("layouts.folder");
        assertThat(fault(folder.resolve("khong-co.yaml"))).isEqualTo("layouts.noFile");
        assertThat(fault(Path.of("/dev/null"))).isEqualTo("layouts.unreadable");
        assertThat(fault(Files.write(folder.resolve("a"), new byte[(1 << 20) + 1])))
                .isEqualTo("layouts.large");
        assertThat(fault(Files.write(folder.resolve("b"), SHAPED.getBytes(StandardCharsets.UTF_16))))
                .isEqualTo("layouts.notUtf8");
        assertThat(fault(Files.writeString(folder.resolve("c"), "# chỉ có chú thích\n")))
                .isEqualTo("layouts.onlyComments");
        assertThat(fault(Files.writeString(folder.resolve("c"), "\uFEFF \n\t\n")))
                .isEqualTo("layouts.empty");
        assertThat(fault(Files.writeString(folder.resolve("d"), "[]"))).isEqualTo("layouts.notLayout");
        assertThat(fault(Files.writeString(folder.resolve("e"), "name: \u0007")))
                .isEqualTo("layouts.character");
        assertThat(LayoutReader.read(Files.writeString(folder.resolve("f"), "\uFEFF" + SHAPED))
                        .faults())
                .isEmpty();
        assertThat(LayoutReader.read(Files.writeString(folder.resolve("g"), SHAPED.replace("\n", "\r\n")))
                        .faults())
                .isEmpty();
    }

    private static String fault(Path file) {
        return LayoutReader.read(file).faults().getFirst().textKey();
    }

    @Test
    void aFileThatIsReadStaysAsItIs() throws IOException {
        for (String text : List.of(SHAPED, "format: 99\nwhat: ever\n", "{")) {
            Path file = Files.writeString(folder.resolve("a.yaml"), text);
            LayoutReader.read(file);
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void everyShippedFileIsRight() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("layouts"))) {
            List<Path> all = files.filter(file -> file.toString().matches(".*(?<!\\.schema)\\.(yaml|json)"))
                    .toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(9).allSatisfy(file -> {
                assertThat(LayoutReader.read(file).faults()).as(file.toString()).isEmpty();
            });
        }
    }
}
