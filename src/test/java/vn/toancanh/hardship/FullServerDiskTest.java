package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.toancanh.app.Exit;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.Desk;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;

/** The central server on a disk that is really full: it says so, harms nothing, and goes on once there is room. */
@Tag("slow")
@ExtendWith(Apart.class)
class FullServerDiskTest {
    private static final int KIB = 1024;
    private static final String ENTRY = """
            {"entries":[{"id":"5b1f6a38-6c1f-4b6a-9d3e-0f1f2a3b4c5d","at":"2026-11-21T05:00:00Z",\
            "action":"desk.clip.exported","subject":"camera/c-1"}]}""";
    private static final String LAYOUT = "{\"name\":\"%s\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}";

    /** Starts and ends; false where the disk was said to be the reason why not. */
    private static boolean starts(Path data) {
        try (CentralServer server = CentralServer.start(ServerOptions.at(data))) {
            return server.accounts().exists("admin");
        } catch (FailureException refused) {
            Failure failure = refused.failure();
            assertThat(failure.textKey()).as(failure.detail()).isEqualTo("server.dataReadOnly");
            assertThat(failure.kind()).isEqualTo(Failure.Kind.RESOURCES);
            return false;
        }
    }

    @Test
    void aFirstStartSaysSoHoweverLittleRoomThereIs() throws Exception {
        Path disk = Apart.disk("disk", "2m");
        int refused = 0;
        int started = 0;
        for (int room = 0; room <= 736 * KIB; room += 16 * KIB) {
            Path data = disk.resolve("data-" + room);
            Apart.fill(disk, room);
            boolean came = starts(data);
            refused += came ? 0 : 1;
            started += came ? 1 : 0;
            Apart.makeRoom(disk);
            assertThat(starts(data)).as("with room after %d bytes", room).isTrue();
            Commands.deleteTree(data);
        }
        assertThat(refused).isGreaterThan(3);
        assertThat(started).isGreaterThan(3);
    }

    @Test
    void dataThatAreThereAreNeverCalledDamaged() throws Exception {
        Path disk = Apart.disk("disk", "4m");
        Path data = disk.resolve("data");
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 500));
        }
        int refused = 0;
        for (int room = 0; room <= 80 * KIB; room += 4 * KIB) {
            Apart.fill(disk, room);
            refused += starts(data) ? 0 : 1;
            Apart.makeRoom(disk);
        }
        assertThat(refused).isGreaterThan(1);
        try (ServerFixture fixture = ServerFixture.start(data)) {
            assertThat(fixture.desk("viewer")
                            .get("/cameras?limit=1")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(500);
        }
    }

    @Test
    void aServerThatRunsFullRefusesWhatItCannotKeepAndAnswersTheRest() throws Exception {
        Path disk = Apart.disk("disk", "4m");
        Path data = disk.resolve("data");
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 500));
            Desk desk = fixture.desk("administrator");
            Apart.fill(disk, 0);
            for (Desk.Answer refused : List.of(
                    desk.post("/layouts", LAYOUT.formatted("Đầy")),
                    desk.put("/me/preferences", "{\"a\":\"" + "x".repeat(9_000) + "\"}", "If-Match", "\"0\""),
                    desk.post("/imports", importOf(900)),
                    desk.delete("/cameras/c-7"),
                    desk.login("viewer", ServerFixture.PASSWORD))) {
                assertThat(refused.status()).as(refused.body()).isEqualTo(507);
                assertThat(refused.code()).isEqualTo("storageFull");
            }
            assertThat(desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-7\",\"role\":\"sub\"}]}")
                            .json()
                            .at("/items/0/url")
                            .asString())
                    .as("no wall goes dark")
                    .startsWith("rtsp:");
            assertThat(desk.post("/audit", ENTRY).code()).isEqualTo("storageFull");
            assertThat(fixture.anonymous.login("viewer", "khong-phai-mat-khau").status())
                    .isEqualTo(401);
            assertThat(fixture.anonymous.get("/ready").code()).isEqualTo("notReady");
            JsonNode health = desk.get("/health").json();
            assertThat(health.path("status").asString()).isEqualTo("degraded");
            assertThat(health.at("/components/0/detail").asString()).contains("disk is full");
            assertThat(desk.get("/cameras?limit=1").json().path("total").asInt())
                    .as("nothing half there")
                    .isEqualTo(500);
            assertThat(desk.get("/cameras/c-7").status()).isEqualTo(200);
            assertThat(desk.get("/layouts").json().path("items")).isEmpty();
            Apart.makeRoom(disk);
            for (int tries = 0; tries < 100 && !health(desk).equals("ok"); tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(health(desk)).as("tried again after a moment").isEqualTo("ok");
            assertThat(desk.get("/audit?subject=camera/c-7").json().path("items"))
                    .as("what was seen meanwhile")
                    .hasSize(1);
            assertThat(desk.post("/layouts", LAYOUT.formatted("Có chỗ")).status())
                    .isEqualTo(201);
            assertThat(desk.post("/imports", importOf(9)).json().path("added").asInt())
                    .isEqualTo(9);
            assertThat(fixture.desk("viewer").get("/layouts").status()).isEqualTo(200);
        }
        try (ServerFixture again = ServerFixture.start(data)) {
            assertThat(again.desk("administrator").get("/layouts").json().path("items"))
                    .hasSize(1);
            assertThat(again.desk("viewer")
                            .get("/cameras?limit=1")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(509);
        }
    }

    private static String health(Desk desk) {
        return desk.get("/health").json().path("status").asString();
    }

    private static String importOf(int cameras) {
        StringBuilder body = new StringBuilder("{\"cameras\":[");
        for (int i = 0; i < cameras; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("""
                    {"id":"n-%1$d","number":%2$d,"name":"Mới %1$d","siteId":"%3$s",
                    "streams":[{"role":"main","url":"rtsp://10.9.9.9/%1$d","username":"u","password":"p"}]}""".formatted(i, 10_000 + i, ServerFixture.WARD.id().value()));
        }
        return body.append("]}").toString();
    }

    @Test
    void theCommandsSayItInThePersonsLanguageAndEndWithOne() throws Exception {
        Path disk = Apart.disk("disk", "2m");
        Path data = disk.resolve("data");
        Files.createDirectories(data);
        Apart.fill(disk, 0);
        try (Commands commands = new Commands(Apart.folder())) {
            // where nothing is written, nothing is logged either
            commands.set("XDG_STATE_HOME", disk.resolve("state")).set("XDG_DATA_HOME", disk);
            for (Language language : Language.values()) {
                String tag = language.locale().getLanguage();
                Texts texts = new Texts(language);
                Commands.Running server = commands.wall("server", "--data", data.toString(), "--lang", tag);
                assertThat(server.await(Commands.SOON)).isEqualTo(Exit.FAILED);
                assertThat(server.words()).isEqualTo(texts.get("server.dataReadOnly", data.resolve("secrets.key")));
            }
            Commands.Running demo = commands.wall("demo", "--tiles", "1", "--cameras", "1", "--lang", "vi");
            assertThat(demo.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(demo.lastWord())
                    .startsWith(new Texts(Language.VI)
                            .get("server.dataReadOnly", disk.resolve("toan-canh"))
                            .substring(0, 12))
                    .contains(disk.toString());
            Apart.makeRoom(disk);
            Commands.Running server = commands.wall("server", "--data", data.toString(), "--lang", "vi");
            commands.until(
                    server, "the server", Commands.SOON, () -> server.printed().contains("https://127.0.0.1"));
            server.end();
        }
    }

    @Test
    void anImportIntoAFullServerSaysSoAndBringsAllOnceThereIsRoom() throws Exception {
        Path disk = Apart.disk("disk", "3m");
        Path list = Apart.folder().resolve("danh-sach.csv");
        Files.writeString(
                list, "number,name,site,main\n1,Ngã tư,Hà Nội,rtsp://10.0.0.1/a\n2,Cầu,Hà Nội,rtsp://10.0.0.2/a\n");
        Path password = Files.writeString(Apart.folder().resolve("mat-khau"), ServerFixture.PASSWORD);
        try (ServerFixture fixture = ServerFixture.start(disk.resolve("data"));
                Commands commands = new Commands(Apart.folder())) {
            String[] words = {
                "import",
                list.toString(),
                "--server",
                fixture.server.baseUri().toString(),
                "--user",
                "administrator",
                "--password-file",
                password.toString(),
                "--lang",
                "vi"
            };
            Apart.fill(disk, 0);
            Commands.Running full = commands.wall(words);
            assertThat(full.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(full.words()).isEqualTo(new Texts(Language.VI).get("central.serverFull"));
            Apart.makeRoom(disk);
            assertThat(fixture.desk("viewer")
                            .get("/cameras")
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            Commands.Running room = commands.wall(words);
            assertThat(room.await(Commands.SOON)).as(room.said()).isEqualTo(Exit.DONE);
            assertThat(fixture.desk("viewer")
                            .get("/cameras")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(2);
        }
    }
}
