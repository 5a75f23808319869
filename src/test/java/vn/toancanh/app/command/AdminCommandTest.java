package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.rtsp.Certificates;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.relay.FakeCamera;

/** {@code ./wall admin} at a real server. */
@Tag("slow")
class AdminCommandTest {
    @TempDir
    Path folder;

    private final Texts texts = new Texts(Language.VI);
    private ServerFixture fixture;
    private String said = "";
    private String printed = "";

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(folder.resolve("server"));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 2));
        Files.writeString(folder.resolve("moi"), "mot-cai-khac");
        Files.writeString(folder.resolve("mat-khau"), ServerFixture.PASSWORD);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private int as(String user, String passwordFile, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--server",
                fixture.server.baseUri().toString(),
                "--user",
                user,
                "--password-file",
                folder.resolve(passwordFile).toString()));
        int status = CommandLines.run(
                new Surroundings(
                        new Folders(folder, folder, folder, folder),
                        texts,
                        Clock.SYSTEM,
                        ChildJvm.asThisOne(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                all);
        said = err.toString(StandardCharsets.UTF_8).strip();
        printed = out.toString(StandardCharsets.UTF_8).strip();
        return status;
    }

    private void done(String... words) {
        assertThat(as("administrator", "mat-khau", words)).as(said).isEqualTo(Exit.DONE);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aDeviceGetsATokenThatOpensNothingElseAndEndsWhenItIsRevoked() throws IOException {
        Files.writeString(folder.resolve("viec"), "Xem camera bên cạnh\nGọi tổ tuần tra\n");
        done("procedures", "put", "lineCrossed", "--text-file", file("viec"));
        done("procedures", "list");
        assertThat(printed).isEqualTo("lineCrossed\tXem camera bên cạnh / Gọi tổ tuần tra");
        done("devices", "add", "AI phường", "--site", "hoan-kiem", "--camera", "c-1", "--most-priority", "80");
        List<String> made = List.of(printed.split("\t", -1));
        assertThat(made.get(1)).startsWith("tcw_");
        var device = fixture.anonymous.withToken(made.get(1));
        String alarm = "{\"type\":\"lineCrossed\",\"priority\":60,\"cameraIds\":[\"c-1\"],\"title\":\"A\"}";
        var answer = device.post("/alarms", alarm, "Idempotency-Key", "su-kien-0001");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("procedure").asString())
                .as("what the house does is none of the device's business")
                .isEmpty();
        var raised = fixture.desk("operator")
                .get("/alarms/" + answer.json().path("id").asString());
        assertThat(raised.json().path("procedure").asString()).isEqualTo("Xem camera bên cạnh\nGọi tổ tuần tra");
        assertThat(device.get("/cameras").status()).isEqualTo(401);
        done("devices", "list");
        assertThat(printed).isEqualTo(made.get(0) + "\tAI phường\thoan-kiem\tc-1\t80\t60");
        done("devices", "remove", made.get(0));
        assertThat(device.post("/alarms", alarm, "Idempotency-Key", "su-kien-0002")
                        .status())
                .isEqualTo(401);
        done("procedures", "remove", "lineCrossed");
        done("procedures", "list");
        assertThat(printed).isEmpty();
    }

    @Test
    void wallsAreMadeListedRenamedAndRemoved() {
        done(
                "walls",
                "add",
                "Phòng trực",
                "--site",
                "hoan-kiem",
                "--screen",
                "1=1920x1080@man-hinh",
                "--screen=2=1280x1024,visitors");
        String id = printed;
        done("walls", "list");
        assertThat(printed)
                .as("side by side, for nobody said where")
                .isEqualTo(id + "\tPhòng trực\thoan-kiem\t1=1920x1080+0+0@man-hinh 2=1280x1024+1920+0,visitors");
        done("walls", "rename", "phòng trực", "Phòng trực mới");
        done("walls", "list");
        assertThat(printed).startsWith(id + "\tPhòng trực mới\thoan-kiem\t1=1920x1080+0+0@man-hinh 2=");
        done("walls", "add", "Cả thành phố", "--screen", "7=3840x2160+100+50");
        done("walls", "list");
        assertThat(printed).contains("Cả thành phố\t-\t7=3840x2160+100+50");
        done("walls", "remove", id);
        assertThat(printed).isEqualTo(texts.get("admin.removed", id));
        done("walls", "list");
        assertThat(printed).doesNotContain("Phòng trực");
        assertThat(as("administrator", "mat-khau", "walls", "remove", "Phòng trực mới"))
                .isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("admin.noWall", "Phòng trực mới"));
    }

    @Test
    void aScreenThatCannotBeReadAndWhoMayNotAreRefused() {
        for (String screen : List.of("1920x1080", "0x=1x1", "1=1920", "1=1x1+5", "1=1x1@")) {
            assertThat(as("administrator", "mat-khau", "walls", "add", "Tường", "--screen", screen))
                    .as(screen)
                    .isEqualTo(Exit.USAGE);
            assertThat(said).contains(screen);
        }
        assertThat(as("operator", "mat-khau", "walls", "add", "Tường", "--screen", "1=1920x1080"))
                .isEqualTo(Exit.FAILED);
        assertThat(said).doesNotContain("{", "admin.");
    }

    @Test
    void aCertificateIsLookedAtAndAcceptedByWhoComparesIt() throws Exception {
        Certificates own = Certificates.make(folder, "camera", "ip:127.0.0.1");
        String shown = Fingerprint.of(own.certificate()).toString();
        try (FakeCamera camera = new FakeCamera(own.encrypting())) {
            CameraEntry entry = camera.entry(ServerFixture.camera(7, "Cầu"));
            fixture.server.inventory().merge(List.of(), List.of(entry));
            done("cameras", "certificates", "c-7");
            String none = texts.get("admin.certificateByAuthority");
            assertThat(printed).isEqualTo("sub\t" + shown + "\t" + none);
            assertThat(said).isEqualTo(texts.get("admin.acceptIt", "c-7", shown));
            done("cameras", "certificates", "c-7");
            assertThat(printed).as("looking accepts nothing").endsWith(none);
            done("cameras", "accept", "c-7", "0".repeat(64));
            done("cameras", "certificates", "c-7");
            assertThat(printed).endsWith(texts.get("admin.certificateOther"));
            done("cameras", "accept", "c-7", shown, own.pin());
            assertThat(printed).isEqualTo(texts.get("admin.changed", "c-7"));
            done("cameras", "certificates", "c-7");
            assertThat(printed).endsWith("\t" + texts.get("admin.certificateAccepted"));
            assertThat(said).isEmpty();
            assertThat(camera.requests()).as("nothing is said to it").isZero();
            done("cameras", "forget", "c-7");
        }
        done("cameras", "certificates", "c-7");
        assertThat(printed).isEqualTo("sub\t-\t" + texts.get("admin.certificateUnreachable"));
        done("cameras", "certificates", "c-1");
        assertThat(printed.lines()).hasSize(2).allMatch(line -> line.endsWith(texts.get("admin.certificateInClear")));
        assertThat(as("administrator", "mat-khau", "cameras", "accept", "c-7", "abc"))
                .isEqualTo(Exit.USAGE);
        assertThat(as("operator", "mat-khau", "cameras", "certificates", "c-7")).isEqualTo(Exit.FAILED);
    }

    @Test
    void aWardIsHandedToItsAdministrator() {
        done("sites", "add", "Ngã tư", "--parent", "hoan-kiem", "--id", "nga-tu");
        assertThat(printed).isEqualTo("nga-tu");
        done("roles", "put", "Phường", "--grant", "configure@hoan-kiem", "--deny", "view@hoan-kiem#noi bo");
        assertThat(printed).isEqualTo(texts.get("admin.added", "Phường"));
        done(
                "users",
                "add",
                "phuong",
                "--role",
                "Phường",
                "--name",
                "Quản trị phường",
                "--new-password-file",
                file("moi"));
        done("users", "list");
        assertThat(printed).contains("phuong\tQuản trị phường\tPhường\t" + texts.get("admin.enabled"));

        assertThat(as("phuong", "moi", "users", "list")).isEqualTo(Exit.DONE);
        assertThat(printed.lines()).hasSize(1);
        assertThat(as("phuong", "moi", "sites", "list")).isEqualTo(Exit.DONE);
        assertThat(printed.lines()).containsExactly("hoan-kiem\t-\tPhường Hoàn Kiếm", "nga-tu\thoan-kiem\tNgã tư");
        assertThat(as(
                        "phuong",
                        "moi",
                        "roles",
                        "put",
                        "Trực",
                        "--grant",
                        "view@nga-tu",
                        "--deny",
                        "view#noi bo",
                        "--hours",
                        "mon,sun 22:00-06:00"))
                .as(said)
                .isEqualTo(Exit.DONE);
        assertThat(as("phuong", "moi", "roles", "list")).isEqualTo(Exit.DONE);
        assertThat(printed).contains("Trực\tview@nga-tu -view#noi bo\tmon,sun 22:00-06:00");
        assertThat(as("phuong", "moi", "roles", "put", "Rộng", "--grant", "view"))
                .isEqualTo(Exit.FAILED);
        assertThat(as("phuong", "moi", "roles", "put", "Rộng", "--grant", "view@ha-noi"))
                .isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("admin.noSite", "ha-noi"));
        assertThat(as("phuong", "moi", "users", "remove", "operator")).isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("admin.noUser", "operator"));
    }

    @Test
    void usersAreChangedDisabledAndRemoved() {
        done("users", "add", "an", "--role", "viewer", "--new-password-file", file("mat-khau"));
        assertThat(as(
                        "administrator",
                        "mat-khau",
                        "users",
                        "add",
                        "an",
                        "--role",
                        "viewer",
                        "--new-password-file",
                        file("moi")))
                .isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("central.taken"));
        fixture.desk("viewer");
        done("users", "sessions", "viewer");
        assertThat(printed).contains("127.0.0.1");
        done("users", "sessions", "viewer", "--end");
        done("users", "sessions", "viewer");
        assertThat(printed).isEmpty();
        done("users", "password", "an", "--new-password-file", file("moi"));
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(201);
        done("users", "change", "an", "--role", "operator", "--disable");
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(401);
        done("users", "list");
        assertThat(printed).contains("an\tan\tOperator\t" + texts.get("admin.disabled"));
        done("users", "change", "an", "--enable");
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(201);
        done("users", "remove", "an");
        assertThat(as("administrator", "mat-khau", "users", "remove", "administrator"))
                .isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("central.notOneself"));
    }

    @Test
    void anAccountIsLimitedToDaysAndFreedOfThemAgain() {
        done(
                "users",
                "add",
                "an",
                "--role",
                "viewer",
                "--new-password-file",
                file("moi"),
                "--valid-from",
                "2020-01-01");
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(201);
        done("users", "change", "an", "--valid-until", "2020-12-31");
        done("users", "list");
        assertThat(printed.lines().filter(line -> line.startsWith("an\t")))
                .singleElement()
                .asString()
                .endsWith("\t2020-01-01\t2020-12-31");
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").code()).isEqualTo("outsideValidity");
        done("users", "change", "an", "--name", "Chị An");
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").status())
                .as("what is not said stays")
                .isEqualTo(401);
        done("users", "change", "an", "--valid-until", "always");
        done("users", "list");
        assertThat(printed).contains("an\tChị An\tViewer\t" + texts.get("admin.enabled") + "\t2020-01-01\t-");
        assertThat(fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(201);
        assertThat(as("administrator", "mat-khau", "users", "change", "an", "--valid-until", "31/12/2026"))
                .isEqualTo(Exit.USAGE);
        assertThat(as(
                        "administrator",
                        "mat-khau",
                        "users",
                        "change",
                        "an",
                        "--valid-from",
                        "2026-12-31",
                        "--valid-until",
                        "2026-01-01"))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void rolesAndSitesAreReplacedAndRemoved() {
        done("roles", "put", "Khách", "--grant", "view", "--published-only", "--lock-minutes", "15");
        assertThat(fixture.desk("administrator").get("/roles").body()).contains("\"lockMinutes\":15");
        done("roles", "put", "Khách", "--grant", "view#giao-thong", "--ptz-priority", "3");
        assertThat(printed).isEqualTo(texts.get("admin.changed", "Khách"));
        done("roles", "list");
        assertThat(printed.lines().filter(line -> line.contains("Khách")))
                .singleElement()
                .asString()
                .contains("view#giao-thong");
        done("roles", "remove", "Khách");
        assertThat(as("administrator", "mat-khau", "roles", "remove", "operator"))
                .isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("central.builtinRole"));
        done("sites", "add", "Mới", "--id", "moi");
        done("sites", "change", "moi", "--parent", "hoan-kiem", "--name", "Khác");
        done("sites", "list");
        assertThat(printed).contains("moi\thoan-kiem\tKhác");
        assertThat(as("administrator", "mat-khau", "sites", "remove", "hoan-kiem"))
                .isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("central.inUse"));
        done("sites", "remove", "moi");
        assertThat(as("viewer", "mat-khau", "users", "list")).isEqualTo(Exit.FAILED);
    }
}
