package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.DeviceLooks;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.commissioning.DeviceLook;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.onvif.DeviceInformation;
import vn.toancanh.onvif.HeadRanges;
import vn.toancanh.rtsp.Certificates;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.relay.FakeCamera;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;
import vn.toancanh.simulator.head.SimulatedMedia;

/** {@code ./wall cameras} at simulated devices and a real server. */
@Tag("slow")
class CamerasCommandTest {
    private static final String PASSWORD = "mat-khau-cua-camera";
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1};
    private static final URI RTSP = URI.create("rtsp://127.0.0.1:5554/camera/1202/main");

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Language.VI);
    private ServerFixture fixture;
    private HeadServer devices;
    private String said = "";
    private String printed = "";

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(folder.resolve("server"));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 2));
        devices = devices();
        Files.writeString(folder.resolve("camera"), PASSWORD);
        Files.writeString(folder.resolve("mat-khau"), ServerFixture.PASSWORD);
    }

    private static HeadServer devices() {
        SimulatedMedia media = new SimulatedMedia(
                List.of(
                        new SimulatedMedia.Stream("main", RTSP, "H264", 1280, 720, 25, 2500, 50),
                        new SimulatedMedia.Stream("sub", RTSP.resolve("sub"), "H264", 640, 360, 15, 500, 30)),
                () -> JPEG);
        return HeadServer.start(
                0,
                Map.of("1202", new SimulatedHead("Simulated head", Clock.SYSTEM)),
                Map.of("1202", media),
                "xem",
                Secret.of(PASSWORD),
                Clock.SYSTEM);
    }

    @AfterEach
    void stop() {
        devices.close();
        fixture.close();
    }

    private Surroundings given(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                new Folders(folder, folder, folder, folder),
                texts,
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("cameras"));
        all.addAll(Arrays.asList(words));
        int status = CommandLines.run(given(out, err), all);
        said = err.toString(StandardCharsets.UTF_8).strip();
        printed = out.toString(StandardCharsets.UTF_8).strip();
        return status;
    }

    private String address() {
        return devices.address("1202").toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int look(String... more) {
        List<String> words = new ArrayList<>(
                List.of("look", address(), "--camera-user", "xem", "--camera-password-file", file("camera")));
        words.addAll(Arrays.asList(more));
        return run(words.toArray(String[]::new));
    }

    private int add(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "add",
                address(),
                "--camera-user=xem",
                "--camera-password-file=" + file("camera"),
                "--number=7",
                "--name=Cửa Bắc",
                "--server=" + fixture.server.baseUri(),
                "--user=administrator",
                "--password-file=" + file("mat-khau")));
        words.addAll(Arrays.asList(more));
        return run(words.toArray(String[]::new));
    }

    private int recheck(String... more) {
        List<String> words = new ArrayList<>(
                List.of("recheck", "c-7", "--camera-user=xem", "--camera-password-file=" + file("camera")));
        words.addAll(Arrays.asList(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void aCameraTellsWhatItIs() throws IOException {
        assertThat(look("--snapshot", file("hinh.jpg"))).as(said).isEqualTo(Exit.DONE);
        assertThat(printed.lines())
                .contains(
                        "thiết bị\tToàn Cảnh\tSimulated head\t1\t1202",
                        "luồng\tmain H264 1280x720 25 rtsp://127.0.0.1:5554/camera/1202/main",
                        "đầu quay\tpan -1.0..1.0 tilt -1.0..1.0 zoom 0.0..1.0",
                        "đề xuất\tmain\tsub");
        assertThat(Files.readAllBytes(folder.resolve("hinh.jpg"))).isEqualTo(JPEG);
    }

    @Test
    void whoIsNotLetInIsToldSoAndWhatIsNoDeviceToo() throws IOException {
        Files.writeString(folder.resolve("camera"), "sai");
        assertThat(look()).isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("cameras.credentials", address())).doesNotContain("sai");
        assertThat(printed).isEmpty();
        devices.close();
        assertThat(look()).isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("cameras.unreachable", address()));
    }

    @Test
    void aCameraIsTakenIntoTheCatalogueOnce() {
        assertThat(add("--site=hoan-kiem", "--lat=21.02", "--lon=105.85"))
                .as(said)
                .isEqualTo(Exit.DONE);
        assertThat(printed).endsWith(texts.get("cameras.added", "c-7"));
        var camera = fixture.desk("administrator").get("/cameras/c-7").json();
        assertThat(camera.path("name").asString()).isEqualTo("Cửa Bắc");
        assertThat(camera.path("capabilities").path("ptz").isObject()).isTrue();
        assertThat(camera.path("streams").size()).isEqualTo(2);
        assertThat(add("--site=hoan-kiem")).isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("cameras.isThere", "c-7"));
        assertThat(add("--site=hoan-kiem", "--name=Cửa Nam", "--replace")).isEqualTo(Exit.USAGE);
        assertThat(add("--site=khong-co", "--replace")).isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("admin.noSite", "khong-co"));
        assertThat(add("--site=hoan-kiem", "--replace", "--profile=none")).isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("cameras.noStreams"));
        assertThat(add("--site=hoan-kiem", "--replace", "--profile=sub"))
                .as(said)
                .isEqualTo(Exit.DONE);
        assertThat(printed).endsWith(texts.get("cameras.replaced", "c-7"));
    }

    @Test
    void whatChangesLaterIsTold() {
        assertThat(recheck()).as("nothing was kept yet").isEqualTo(Exit.FAILED);
        assertThat(said).isEqualTo(texts.get("cameras.noneKept", "c-7"));
        assertThat(add("--site=hoan-kiem")).as(said).isEqualTo(Exit.DONE);
        assertThat(recheck()).as(said + printed).isEqualTo(Exit.DONE);
        assertThat(said).isEqualTo(texts.get("cameras.same", "c-7"));
        DeviceLooks looks = new DeviceLooks(given(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
        DeviceLook now = looks.kept("c-7");
        looks.keep("c-7", earlier(now));
        assertThat(recheck()).isEqualTo(Exit.FAILED);
        assertThat(printed.lines())
                .filteredOn(line -> !line.startsWith("đồng hồ\t+86400 s\t"))
                .containsExactly(
                        "phần mềm\t0.9\t1",
                        "cấu hình mới\t-\tsub H264 640x360 15 rtsp://127.0.0.1:5554/camera/1202/sub");
        assertThat(said).isEqualTo(texts.get("cameras.changed", 3, "c-7"));
        assertThat(recheck("--accept")).isEqualTo(Exit.DONE);
        assertThat(recheck()).isEqualTo(Exit.DONE);
    }

    /** With the firmware, the clock and the streams of a while ago. */
    private static DeviceLook earlier(DeviceLook now) {
        DeviceInformation told = now.information();
        return new DeviceLook(
                now.service(),
                new DeviceInformation(told.maker(), told.model(), "0.9", told.serial()),
                Duration.ofDays(1),
                now.certificate(),
                now.streams().subList(0, 1),
                now.head(),
                now.ranges(),
                now.presets(),
                now.unread());
    }

    @Test
    void addressesAreReadAsPeopleTypeThem() {
        for (String bad : List.of("", "ftp://10.1.2.3", "http://an:b@10.1.2.3", "10.1.2.3:99999", "a b")) {
            assertThat(run("look", bad, "--camera-user=xem", "--camera-password-file=" + file("camera")))
                    .as(bad)
                    .isEqualTo(Exit.USAGE);
        }
        String port = ":" + devices.address("1202").getPort();
        assertThat(run("look", "127.0.0.1" + port, "--camera-user=xem", "--camera-password-file=" + file("camera")))
                .as("the usual path, where the simulated ones have none")
                .isEqualTo(Exit.FAILED);
        assertThat(said).contains("http://127.0.0.1" + port + "/onvif/device_service");
    }

    @Test
    void aCertificateIsAcceptedByWhoNamesItAndNothingIsToldBefore() throws Exception {
        Certificates own = Certificates.make(folder, "camera", "ip:127.0.0.1");
        String shown = Fingerprint.of(own.certificate()).toString();
        Fingerprint had = new Fingerprint("AB".repeat(32));
        try (FakeCamera camera = new FakeCamera(own.encrypting())) {
            CameraEntry entry = camera.entry(ServerFixture.camera(9, "Cầu"));
            String service =
                    "https://127.0.0.1:" + entry.sources().getFirst().uri().getPort() + "/onvif/device_service";
            String[] signIn = {"--camera-user=xem", "--camera-password-file=" + file("camera")};
            assertThat(run("look", service, signIn[0], signIn[1])).isEqualTo(Exit.FAILED);
            String told = texts.get("cameras.certificate", service, shown);
            assertThat(said).isEqualTo(told);
            new DeviceLooks(given(new ByteArrayOutputStream(), new ByteArrayOutputStream()))
                    .keep("c-9", seen(URI.create(service), had));
            assertThat(run("recheck", "c-9", signIn[0], signIn[1])).isEqualTo(Exit.FAILED);
            assertThat(said.lines()).containsExactly(texts.get("cameras.certificateWas", had.toString()), told);
            assertThat(camera.requests()).as("nothing is told to it").isZero();
            assertThat(run("look", service, signIn[0], signIn[1], "--camera-pin", shown))
                    .as("it speaks RTSP there and no ONVIF")
                    .isEqualTo(Exit.FAILED);
            assertThat(said).isNotEmpty().doesNotContain(shown);
        }
    }

    private static DeviceLook seen(URI service, Fingerprint certificate) {
        return new DeviceLook(
                service,
                new DeviceInformation("", "", ""),
                Duration.ZERO,
                certificate,
                List.of(),
                false,
                HeadRanges.NONE,
                List.of(),
                Set.of());
    }
}
