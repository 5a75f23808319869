package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.server.ServerFixture;

/** {@code ./wall import} at a real server: every line that is wrong is named, and nothing comes in half. */
@Tag("slow")
class ImportCommandTest {
    private static final String HEADER = "number,name,site,main_url\n";
    private static final String GOOD = "1,Ngã tư,Hà Nội,rtsp://10.0.0.1/a\n2,Cầu,Hà Nội,rtsp://10.0.0.2/a\n";

    @TempDir
    Path folder;

    private ServerFixture fixture;
    private String said = "";
    private String printed = "";

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(folder.resolve("server"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("danh-sach.csv"), text);
    }

    private int run(Language language, String server, String user, String password, String list) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Folders folders = new Folders(folder, folder, folder, folder);
        Surroundings given = new Surroundings(
                folders,
                new Texts(language),
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        Path secret = Files.writeString(folder.resolve("mat-khau"), password);
        int status = CommandLines.run(
                given,
                List.of(
                        "import",
                        list(list).toString(),
                        "--server",
                        server,
                        "--user",
                        user,
                        "--password-file",
                        secret.toString()));
        said = err.toString(StandardCharsets.UTF_8).strip();
        printed = out.toString(StandardCharsets.UTF_8).strip();
        return status;
    }

    private int run(String list) throws IOException {
        return run(Language.VI, fixture.server.baseUri().toString(), "administrator", ServerFixture.PASSWORD, list);
    }

    private long cameras() {
        return fixture.desk("viewer").get("/cameras").json().path("total").asLong();
    }

    @Test
    void aListComesInWithOrWithoutAMarkOfItsByteOrder() throws IOException {
        assertThat(run("\uFEFF" + HEADER + GOOD)).as(said).isEqualTo(Exit.DONE);
        assertThat(printed).isEqualTo(new Texts(Language.VI).get("import.done", 2, 2, 0, 0));
        assertThat(run(HEADER + GOOD)).isEqualTo(Exit.DONE);
        assertThat(printed).isEqualTo(new Texts(Language.VI).get("import.done", 2, 0, 0, 2));
        assertThat(cameras()).isEqualTo(2);
    }

    @Test
    void whatIsElsewhereNowIsSaidToHaveNoPasswordThere() throws IOException {
        run("number,name,site,main_url,user,password\n1,A,S,rtsp://10.1.2.3/1,xem,mat-khau\n");
        String moved = "number,name,site,main_url\n1,A,S,rtsp://10.1.2.4/1\n";
        assertThat(run(moved)).isEqualTo(Exit.DONE);
        assertThat(said).isEqualTo(new Texts(Language.VI).get("import.credentialsForgotten", 1));
        assertThat(run(moved)).isEqualTo(Exit.DONE);
        assertThat(said).isEmpty();
    }

    @Test
    void everyWrongLineIsNamedWithItsFileAndNothingIsImported() throws IOException {
        int status = run(HEADER + GOOD
                + "0,A,S,rtsp://h/1\nx,B,S,rtsp://h/2\n2,C,S,rtsp://h/3\n4,D,S,http://h/4\n5,E,S,rtsp://h/5,thêm\n");
        assertThat(status).isEqualTo(Exit.FAILED);
        String file = folder.resolve("danh-sach.csv").toString();
        Texts texts = new Texts(Language.VI);
        assertThat(said.lines())
                .containsExactly(
                        file + ":4: number: " + texts.get("inventory.badCameraNumber", "0"),
                        file + ":5: number: " + texts.get("inventory.badCameraNumber", "x"),
                        file + ":6: number: " + texts.get("inventory.duplicateNumber", "2", 3),
                        file + ":7: main_url: " + texts.get("inventory.badAddress"),
                        file + ":8: " + texts.get("inventory.wrongFieldCount", 5, 4),
                        texts.get("import.refused", 5));
        assertThat(cameras()).isZero();
    }

    @Test
    void wrongColumnsAreNamed() throws IOException {
        assertThat(run("number,weather,name,name\n1,nắng,A,B\n")).isEqualTo(Exit.FAILED);
        Texts texts = new Texts(Language.VI);
        assertThat(said)
                .contains("weather: " + texts.get("inventory.unknownColumn"))
                .contains(texts.get("inventory.columnTwice", "name"))
                .contains(texts.get("inventory.missingColumn", "main_url"));
        assertThat(printed).isEmpty();
        assertThat(cameras()).isZero();
    }

    @Test
    void aNumberThatAnotherCameraOfTheServerHasIsNamedByItsLine() throws IOException {
        assertThat(run("id,number,name,site,main_url\na,7,A,S,rtsp://h/1\nb,8,B,S,rtsp://h/2\n"))
                .as(said)
                .isEqualTo(Exit.DONE);
        for (Language language : Language.values()) {
            int status = run(
                    language,
                    fixture.server.baseUri().toString(),
                    "administrator",
                    ServerFixture.PASSWORD,
                    "id,number,name,site,main_url\nc,9,C,S,rtsp://h/3\nd,1007,D,S,rtsp://h/4\ne,7,E,S,rtsp://h/5\n");
            assertThat(status).isEqualTo(Exit.FAILED);
            Texts texts = new Texts(language);
            assertThat(said.lines())
                    .containsExactly(
                            folder.resolve("danh-sach.csv") + ":4: " + texts.get("central.faultNumber", "7"),
                            texts.get("central.importRefused"));
        }
        assertThat(cameras()).isEqualTo(2);
    }

    @Test
    void whoMayNotIsTold() throws IOException {
        String server = fixture.server.baseUri().toString();
        for (Language language : Language.values()) {
            Texts texts = new Texts(language);
            assertThat(run(language, server, "administrator", "khong-phai-no", HEADER + GOOD))
                    .isEqualTo(Exit.FAILED);
            assertThat(said).isEqualTo(texts.get("failure.credentials"));
            assertThat(run(language, server, "operator", ServerFixture.PASSWORD, HEADER + GOOD))
                    .isEqualTo(Exit.FAILED);
            assertThat(said).isEqualTo(texts.get("failure.forbidden"));
        }
        assertThat(cameras()).isZero();
    }

    @Test
    void aServerThatIsNotThereIsTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        for (Language language : Language.values()) {
            assertThat(run(language, "http://127.0.0.1:" + free, "administrator", "x", HEADER + GOOD))
                    .isEqualTo(Exit.FAILED);
            assertThat(said)
                    .contains("http://127.0.0.1:" + free)
                    .contains(new Texts(language).get("failure.unreachable"));
        }
    }
}
