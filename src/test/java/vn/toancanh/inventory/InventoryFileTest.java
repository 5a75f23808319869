package vn.toancanh.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;

class InventoryFileTest {
    private static final String HEADER = "number,name,site,lat,lon,main_url\n";

    private static InventoryResult read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InventoryResult read(byte[] bytes) throws IOException {
        return InventoryFile.read(new BufferedInputStream(new ByteArrayInputStream(bytes)));
    }

    private static List<String> problems(String text) throws IOException {
        InventoryResult result = read(text);
        Texts texts = new Texts(Language.VI);
        result.problems()
                .forEach(problem -> assertThat(
                                texts.get(problem.textKey(), problem.args().toArray()))
                        .isNotEqualTo(problem.textKey())
                        .doesNotContain("{"));
        return result.problems().stream()
                .map(problem -> problem.line() + " " + problem.column() + " " + problem.textKey())
                .toList();
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() throws IOException {
        InventoryResult read = read("""
                number;id;name;site;tags;lat;lon;heading;fov;range;ptz;main_url;sub_url;user;password;main_codec;main_size;main_fps
                1024;k.1;"Ngã tư ""Tràng Tiền"", phía Đông";Hà Nội / Phường Hoàn Kiếm;giao thông|an ninh;21,0245;105,8562;90;70,5;60;có;rtsp://10.1.2.3/main;rtsp://10.1.2.3/sub;xem;"bí;mật "".0";H.265;1920x1080;12,5
                7;;Cầu;Hà Nội;;;;;;;không;;rtsp://10.1.2.4/sub;;;;;
                """);
        assertThat(read.problems()).isEmpty();
        StringWriter text = new StringWriter();
        InventoryFile.write(read.sites(), read.entries(), text);
        InventoryResult again = read(text.toString());
        assertThat(again.problems()).isEmpty();
        assertThat(again.entries()).isEqualTo(read.entries());
        assertThat(again.sites()).isEqualTo(read.sites());
    }

    @Test
    void aFullLineBecomesACamera() throws IOException {
        InventoryResult result = read("""
                Số hiệu;Tên camera;Đơn vị;Nhãn;Vĩ độ;Kinh độ;Hướng;Góc nhìn;Tầm nhìn;Quay quét;Luồng chính;Luồng phụ;Tài khoản;Mật khẩu;Mã hóa;Độ phân giải;FPS
                1024;"Ngã tư ""Tràng Tiền""; phía Đông";Hà Nội / Phường Hoàn Kiếm;giao thông|an ninh;21,0245;105,8562;360;70,5;60;có;rtsp://10.1.2.3:554/main;rtsp://10.1.2.3:554/sub;xem;bí mật;H.265;1920x1080;25
                """);
        assertThat(result.problems()).isEmpty();
        CameraEntry entry = result.entries().getFirst();
        assertThat(entry.camera().id().value()).isEqualTo("c-1024");
        assertThat(entry.camera().number()).isEqualTo(1024);
        assertThat(entry.camera().name()).isEqualTo("Ngã tư \"Tràng Tiền\"; phía Đông");
        assertThat(entry.camera().tags()).containsExactly("giao thông", "an ninh");
        assertThat(entry.camera().ptz()).isTrue();
        CameraPlace place = entry.camera().place();
        assertThat(place).isNotNull();
        assertThat(place.point().lat()).isEqualTo(21.0245);
        assertThat(place.headingDeg()).isZero();
        assertThat(place.fovDeg()).isEqualTo(70.5);
        assertThat(entry.camera().stream(StreamRole.MAIN)).hasValueSatisfying(stream -> {
            assertThat(stream.codec()).isEqualTo(Codec.H265);
            assertThat(stream.width()).isEqualTo(1920);
            assertThat(stream.fps()).isEqualTo(25);
        });
        StreamSource sub = entry.sources().get(1);
        assertThat(sub.uri()).hasToString("rtsp://10.1.2.3:554/sub");
        assertThat(sub.user()).isEqualTo("xem");
        assertThat(sub.password()).isNotNull();
        assertThat(sub.password().reveal()).isEqualTo("bí mật");
        assertThat(result.sites()).hasSize(2);
        assertThat(result.sites().get(1).parent())
                .isEqualTo(result.sites().get(0).id());
        assertThat(entry.camera().site()).isEqualTo(result.sites().get(1).id());
        assertThat(result.lines()).containsExactly(2);
    }

    @Test
    void certificatesAreReadAsPeopleCopyThemAndWrittenAgain() throws IOException {
        String hex = "E3:B0:C4:42:98:FC:1C:14:9A:FB:F4:C8:99:6F:B9:24:27:AE:41:E4:64:9B:93:4C:A4:95:99:1B:78:52:B8:55";
        String base64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        String other = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        String header = "Số hiệu;Tên;Đơn vị;Luồng chính;Luồng phụ;Vân tay chứng thư\n";
        InventoryResult read = read(header
                + "1;A;S;rtsps://h/1;rtsps://h/2;SHA256: " + hex + "\n"
                + "2;B;S;rtsps://h/1;;" + hex.toLowerCase(java.util.Locale.ROOT).replace(":", "") + "|" + other + "|"
                + base64 + "\n"
                + "3;C;S;rtsps://h/1;;-\n"
                + "4;D;S;rtsps://h/1;;\n");
        assertThat(read.problems()).isEmpty();
        assertThat(pins(read, 0, 0)).containsExactly(base64);
        assertThat(pins(read, 0, 1)).containsExactly(base64);
        assertThat(pins(read, 1, 0)).containsExactly(base64, other);
        assertThat(pins(read, 2, 0)).as("none from now on").isEmpty();
        assertThat(pins(read, 3, 0)).as("nothing said").isNull();
        StringWriter text = new StringWriter();
        InventoryFile.write(read.sites(), read.entries(), text);
        assertThat(read(text.toString()).entries()).isEqualTo(read.entries());
        assertThat(problems(header + "1;A;S;rtsps://h/1;;abc\n2;B;S;rtsps://h/1;;" + "0123456789".repeat(6) + "\n"))
                .containsExactly("2 Vân tay chứng thư inventory.badPin", "3 Vân tay chứng thư inventory.badPin");
    }

    @Test
    void theTransportThatIsTriedFirstIsReadAndWrittenAgain() throws IOException {
        String header = "number,name,site,url,transport\n";
        InventoryResult read = read(header + "1,A,S,rtsp://h/1,UDP\n2,B,S,rtsp://h/1,tcp\n3,C,S,rtsp://h/1,\n");
        assertThat(read.entries())
                .extracting(entry -> entry.sources().getFirst().transport())
                .containsExactly(StreamTransport.UDP, StreamTransport.TCP, null);
        StringWriter text = new StringWriter();
        InventoryFile.write(read.sites(), read.entries(), text);
        assertThat(read(text.toString()).entries()).isEqualTo(read.entries());
        assertThat(problems(header + "1,A,S,rtsp://h/1,multicast\n"))
                .containsExactly("2 transport inventory.badTransport");
    }

    private static @Nullable List<String> pins(InventoryResult read, int camera, int stream) {
        return read.entries().get(camera).sources().get(stream).tlsPins();
    }

    @Test
    void everySpellingOfAHeaderIsKnown() {
        for (String header : List.of("Số hiệu", "so hieu", "SO_HIEU", "camera-number", "Number", "sô hiệu")) {
            assertThat(Column.of(header)).as(header).contains(Column.NUMBER);
        }
        assertThat(Column.of("Mật khẩu")).contains(Column.PASSWORD);
        assertThat(Column.of("Range (m)")).contains(Column.RANGE);
        assertThat(Column.of("weather")).isEmpty();
    }

    @Test
    void marksSeparatorsAndLineEndsDoNotMatter() throws IOException {
        String plain = HEADER + "1,Ngã tư,Hà Nội,21.0,105.8,rtsp://h/1\n\n2,Phố,Hà Nội,21.1,105.9,rtsp://h/2\n";
        InventoryResult expected = read(plain);
        assertThat(expected.entries()).hasSize(2);
        assertThat(expected.lines()).containsExactly(2, 4);
        for (String other : List.of(
                "\uFEFF" + plain,
                plain.replace("\n", "\r\n"),
                plain.replace(',', '\t'),
                plain.replace(',', ';').replace("21.0;", "21,0;"),
                "\n" + plain.replace("name", "\"name\""))) {
            InventoryResult result = read(other);
            assertThat(result.problems()).as(other).isEmpty();
            assertThat(result.entries()).as(other).hasSize(2);
            assertThat(result.sites()).isEqualTo(expected.sites());
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16)) {
            assertThat(read(plain.getBytes(charset)).entries()).hasSize(2);
        }
    }

    @Test
    void everyWrongLineIsNamed() throws IOException {
        assertThat(problems(HEADER
                        + "0,A,S,21,105,rtsp://h/1\n"
                        + "x,A,S,21,105,rtsp://h/1\n"
                        + "1000000,A,S,21,105,rtsp://h/1\n"
                        + "5,,S,21,105,rtsp://h/1\n"
                        + "6,A,,21,105,rtsp://h/1\n"
                        + "7,A,S,91,105,rtsp://h/1\n"
                        + "8,A,S,21,một,rtsp://h/1\n"
                        + "9,A,S,21,,rtsp://h/1\n"
                        + "10,A,S,21,105,http://h/1\n"
                        + "11,A,S,21,105,\n"
                        + "12,A,S,21,105,rtsp://h/1,thêm\n"
                        + "13,A,S,21,105,rtsp://h/1\n"
                        + "13,B,S,21,105,rtsp://h/2\n"
                        + ",C,S,21,105,rtsp://h/2\n"
                        + "14,D,/,21,105,rtsp://h/2\n"
                        + "15,E,S,1e3,105,rtsp://h/2\n"))
                .containsExactly(
                        "2 number inventory.badCameraNumber",
                        "3 number inventory.badCameraNumber",
                        "4 number inventory.badCameraNumber",
                        "5 name inventory.missingValue",
                        "6 site inventory.missingValue",
                        "7 lat inventory.outOfRange",
                        "8 lon inventory.badNumber",
                        "9 lon inventory.halfPlace",
                        "10 main_url inventory.badAddress",
                        "11 main_url inventory.noStream",
                        "12  inventory.wrongFieldCount",
                        "14 number inventory.duplicateNumber",
                        "15  inventory.noIdentity",
                        "16 site inventory.badSite",
                        "17 lat inventory.badNumber");
    }

    @Test
    void wrongColumnsAreNamedAndNothingElseIsRead() throws IOException {
        assertThat(problems("number,name,weather,name\n1,A,B,C\n"))
                .containsExactly(
                        "1 weather inventory.unknownColumn",
                        "1 name inventory.columnTwice",
                        "1  inventory.missingColumn",
                        "1  inventory.missingColumn");
        assertThat(problems("")).containsExactly("0  inventory.empty");
        assertThat(problems("\n\n")).containsExactly("0  inventory.empty");
        assertThat(problems("%PDF-1.7 rác\n")).isNotEmpty();
    }

    @Test
    void otherColumnsAreCheckedToo() throws IOException {
        String header = "id,name,site,ptz,codec,size,fps,tags,user,password,heading,fov,range,url\n";
        assertThat(problems(header
                        + "mã số,A,S,,,,,,,,,,,rtsp://h/1\n"
                        + "b,A,S,maybe,,,,,,,,,,rtsp://h/1\n"
                        + "c,A,S,,vp9,,,,,,,,,rtsp://h/1\n"
                        + "d,A,S,,,1280,,,,,,,,rtsp://h/1\n"
                        + "e,A,S,,,,999,,,,,,,rtsp://h/1\n"
                        + "f,A,S,,,,,,,kín,,,,rtsp://h/1\n"
                        + "g,A,S,,,,,,,,361,,,rtsp://h/1\n"
                        + "h,A,S,,,,,,,,,0,,rtsp://h/1\n"
                        + "i,A,S,,,,,,,,,,-1,rtsp://h/1\n"
                        + "j,A,S,,,,,,,,,,,rtsp://h:70000/1\n"
                        + "k,A,S,,,,,,,,,,,rtsp:///1\n"
                        + "b,A,S,,,,,,,,,,,rtsp://h/1\n"
                        + "l,A,S,,,,," + "t|".repeat(40).replace("t", "t1") + ",,,,,,rtsp://h/1\n"))
                .containsExactly(
                        "2 id inventory.badId",
                        "3 ptz inventory.badFlag",
                        "4 codec inventory.badCodec",
                        "5 size inventory.badSize",
                        "6 fps inventory.outOfRange",
                        "7 password inventory.passwordAlone",
                        "8 heading inventory.outOfRange",
                        "9 fov inventory.outOfRange",
                        "10 range inventory.outOfRange",
                        "11 url inventory.badAddress",
                        "12 url inventory.badAddress",
                        "13 id inventory.duplicateId");
    }

    @Test
    void anIdThatFollowsFromANumberMayNotBeAnotherRowsId() throws IOException {
        assertThat(problems("id,number,name,site,url\nc-2,9,A,S,rtsp://h/1\n,2,B,S,rtsp://h/2\n"))
                .containsExactly("3 id inventory.duplicateId");
        assertThat(problems("number,name,site,url\n2,A,S,rtsp://h/1\n2,B,S,rtsp://h/2\n"))
                .as("said once")
                .containsExactly("3 number inventory.duplicateNumber");
    }

    @Test
    void brokenQuotesAndEncodingsAreNamed() throws IOException {
        assertThat(problems(HEADER + "1,\"A,S,21,105,rtsp://h/1\n2,B,S,21,105,rtsp://h/2\n"))
                .containsExactly("2  inventory.badQuotes");
        InventoryResult latin = read((HEADER + "1,Ngã,S,21,105,rtsp://h/1\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.problems()).extracting(Problem::textKey).containsExactly("inventory.notUtf8");
    }

    @Test
    void credentialsLeaveTheAddressAndAreNeverRepeated() throws IOException {
        InventoryResult result = read(HEADER + "1,A,S,21,105,rtsp://ad%40min:p@ss:w%2Frd@10.0.0.1:554/live\n");
        assertThat(result.problems()).isEmpty();
        StreamSource source = result.entries().getFirst().sources().getFirst();
        assertThat(source.uri()).hasToString("rtsp://10.0.0.1:554/live");
        assertThat(source.user()).isEqualTo("ad@min");
        assertThat(source.password()).isNotNull();
        assertThat(source.password().reveal()).isEqualTo("p@ss:w/rd");
        assertThat(result.toString()).doesNotContain("p@ss");
        InventoryResult broken = read(HEADER + "1,A,S,21,105,http://user:hunter2@10.0.0.1/live\n");
        assertThat(broken.problems()).hasSize(1);
        assertThat(broken.toString()).doesNotContain("hunter2");
    }

    @Test
    void problemsAreCapped() throws IOException {
        assertThat(read(HEADER + "x,A,S,21,105,rtsp://h/1\n".repeat(5000)).problems())
                .hasSize(Problems.MOST);
    }

    @Test
    void aSiteHasTheSameIdInEveryList() throws IOException {
        String first = HEADER + "1,A,Hà Nội/Hoàn Kiếm,21,105,rtsp://h/1\n";
        String second = HEADER + "2,B,Hà Nội > Hoàn  Kiếm,21,105,rtsp://h/1\n3,C,Hà Nội/Hoan Kiem,21,105,rtsp://h/3\n";
        InventoryResult one = read(first);
        InventoryResult two = read(second);
        assertThat(two.entries().get(0).camera().site())
                .isEqualTo(one.entries().get(0).camera().site());
        assertThat(two.entries().get(1).camera().site())
                .isNotEqualTo(one.entries().get(0).camera().site());
        assertThat(one.sites().getFirst().id().value()).startsWith("ha-noi-");
    }

    @Test
    void geoJsonIsReadLikeAList() throws IOException {
        InventoryResult result = read("""
                {"type":"FeatureCollection","name":"camera","bbox":[1,[2]],"features":[
                {"type":"Feature","geometry":{"type":"Point","coordinates":[105.85,21.02,12]},
                 "properties":{"số hiệu":7,"tên":"Cầu Long Biên","đơn vị":"Hà Nội","nhãn":["cầu","giao thông"],"ptz":true,
                 "url":"rtsp://h/1","fps":12.5,"weather":"nắng"}},
                {"type":"Feature","geometry":null,"properties":{"number":8,"name":"Ẩn","site":"Hà Nội","url":"rtsp://h/2"}}]}""");
        assertThat(result.problems()).isEmpty();
        assertThat(result.entries()).hasSize(2);
        CameraEntry bridge = result.entries().getFirst();
        assertThat(bridge.camera().number()).isEqualTo(7);
        assertThat(bridge.camera().tags()).containsExactly("cầu", "giao thông");
        assertThat(bridge.camera().ptz()).isTrue();
        assertThat(bridge.camera().place()).isNotNull();
        assertThat(bridge.camera().place().point().lon()).isEqualTo(105.85);
        assertThat(result.entries().get(1).camera().place()).isNull();
    }

    @Test
    void brokenGeoJsonIsNamed() throws IOException {
        assertThat(problems("{\"type\":\"Topology\"}")).containsExactly("0  inventory.notFeatures");
        assertThat(problems("{\"features\":5}")).containsExactly("0  inventory.notFeatures");
        assertThat(problems("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}},"))
                .containsExactly("1 geometry inventory.notPoint", "1  inventory.badJson");
        assertThat(problems("{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[500,21]},"
                        + "\"properties\":{\"number\":1,\"name\":\"A\",\"site\":\"S\",\"url\":\"rtsp://h/1\"}}]}"))
                .containsExactly("1 coordinates inventory.outOfRange");
        assertThat(problems("{\"features\":[" + "[".repeat(200) + "]}")).containsExactly("1  inventory.badJson");
    }

    @Test
    void noiseNeverThrows() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        String alphabet = "\",;\n\r\t{}[]:/@0123456789abcđếrtsp number name site url\uFEFF\u0000";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? HEADER : "");
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            InventoryResult result = read(text.toString());
            assertThat(result.entries()).hasSameSizeAs(result.lines());
        }
    }

    @Test
    void aCityIsReadWhole() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int number = 1; number <= 50_000; number++) {
            text.append(number)
                    .append(",Camera ")
                    .append(number)
                    .append(",Hà Nội/Phường ")
                    .append(number % 126)
                    .append(",21.0,105.8,rtsp://10.0.0.1/")
                    .append(number)
                    .append('\n');
        }
        InventoryResult result = read(text.toString());
        assertThat(result.problems()).isEmpty();
        assertThat(result.entries()).hasSize(50_000);
        assertThat(result.sites()).hasSize(127);
    }

    @Test
    void aMissingFileIsToldInWords(@TempDir Path folder) {
        List<String> keys = new ArrayList<>();
        assertThatThrownBy(() -> InventoryFile.read(folder.resolve("khong-co.csv")))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> keys.add(failure.failure().textKey()));
        assertThatThrownBy(() -> InventoryFile.read(folder))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> keys.add(failure.failure().textKey()));
        assertThat(keys).containsExactly("inventory.noFile", "inventory.unreadable");
    }
}
