package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Main;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.server.ServerFixture;

/** The operator screen and the small commands on disks that are really full, or may not be written. */
@Tag("slow")
@ExtendWith(Apart.class)
class FullClientDiskTest {
    private static final Texts VI = new Texts(Language.VI);
    private static final Texts EN = new Texts(Language.EN);

    private static void display() {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
    }

    private static String keeping(Commands commands) {
        return commands.report().map(StatusReport::keeping).orElse("?");
    }

    @Test
    void aScreenThatOpensOnAFullDiskShowsItsWallAndSaysThatNothingIsKept() throws Exception {
        display();
        Path disk = Apart.disk("disk", "12m");
        Path shots = disk.resolve("shots");
        Apart.fill(disk, 0);
        try (LittleCity city = LittleCity.start(Apart.folder());
                Commands commands = new Commands(Apart.folder())) {
            commands.set("XDG_DATA_HOME", disk).set("XDG_STATE_HOME", disk.resolve("state"));
            Commands.Running screen = commands.wall(city.client("--lang", "vi", "--snapshot", shots.toString()));
            commands.until(
                    screen,
                    "a picture that fails",
                    Commands.SOON,
                    () -> screen.words().contains(VI.get("client.noSnapshot", shots)));
            assertThat(screen.words()).contains(VI.get("store.nothingKept", disk.resolve("toan-canh")));
            commands.until(screen, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            assertThat(commands.shown().keeping()).isEqualTo("store.nothingKept");
            Apart.makeRoom(disk);
            commands.until(
                    screen,
                    "that it keeps from now on",
                    Commands.SOON,
                    () -> keeping(commands).isEmpty());
            assertThat(screen.letGo()).as(screen.said()).isEqualTo(Exit.FAILED);
            assertThat(screen.printed()).contains("{\"tiles\":9,\"live\":9,");
            try (Stream<Path> pictures = Files.list(shots)) {
                assertThat(pictures.toList()).as("no half of a picture").isEmpty();
            }
            Commands.Running again = commands.wall(city.client("--lang", "vi", "--snapshot", shots.toString()));
            commands.until(again, "a picture", Commands.SOON, () -> Files.exists(shots.resolve("wall-1.png")));
            assertThat(commands.shown().keeping()).isEmpty();
            assertThat(again.letGo()).isEqualTo(Exit.DONE);
            assertThat(again.words()).doesNotContain(VI.get("store.nothingKept", disk.resolve("toan-canh")));
            assertThat(disk.resolve("toan-canh/client.db")).isNotEmptyFile();
        }
    }

    @Test
    void aScreenThatRunsFullSaysSoGoesOnAndWritesWhenThereIsRoom() throws Exception {
        display();
        Path disk = Apart.disk("disk", "3m");
        try (LittleCity city = LittleCity.start(Apart.folder());
                Commands commands = new Commands(Apart.folder())) {
            commands.set("XDG_DATA_HOME", disk).set("XDG_STATE_HOME", disk.resolve("state"));
            Commands.Running screen = commands.wall(city.client("--lang", "en"));
            commands.until(screen, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            commands.until(
                    screen,
                    "a kept catalogue",
                    Commands.SOON,
                    () -> keeping(commands).isEmpty());
            Apart.fill(disk, 0);
            city.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(5_000, 400));
            commands.until(
                    screen,
                    "that it is said",
                    Commands.SOON,
                    () -> keeping(commands).equals("store.full"));
            assertThat(screen.words()).contains(EN.get("store.full"));
            commands.until(screen, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            Apart.makeRoom(disk);
            commands.until(
                    screen,
                    "that it is written",
                    Commands.SOON,
                    () -> keeping(commands).isEmpty());
            // A busy machine may be late with one picture.
            commands.until(screen, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            assertThat(screen.letGo()).isEqualTo(Exit.DONE);
            Commands.Running again = commands.wall(city.client("--lang", "en"));
            commands.until(again, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            // On a busy machine the server may take more than a second to sign it in, which is said.
            assertThat(again.words()
                            .replace(
                                    EN.get(
                                            "client.waiting",
                                            city.server.baseUri().toString()),
                                    "")
                            .strip())
                    .as("nothing is damaged")
                    .isEmpty();
            assertThat(again.letGo()).isEqualTo(Exit.DONE);
        }
    }

    @Test
    void scenesThatCannotBeKeptAreNamedAndTheCamerasGoOn() throws Exception {
        Path disk = Apart.disk("disk", "2m");
        Path clips = disk.resolve("toan-canh/clips");
        for (long room : new long[] {0, 20_000, 200_000}) {
            Apart.fill(disk, room);
            try (Commands commands = new Commands(Apart.folder().resolve("room-" + room))) {
                commands.set("XDG_CACHE_HOME", disk);
                Commands.Running cameras = commands.wall("simulate", "--cameras", "2", "--lang", "vi");
                commands.until(
                        cameras,
                        "that it is said",
                        Commands.SOON,
                        () -> cameras.words().contains(VI.get("simulate.noRoom", clips)));
                assertThat(cameras.process().isAlive()).isTrue();
                cameras.end();
                if (room == 0) {
                    Commands.Running demo = commands.wall("demo", "--cameras", "2", "--tiles", "2", "--lang", "en");
                    assertThat(demo.await(Commands.SOON)).isEqualTo(Exit.FAILED);
                    assertThat(demo.lastWord()).isEqualTo(EN.get("simulate.noRoom", clips));
                }
            }
            assertThat(files(disk).filter(file -> file.toString().endsWith(".part")))
                    .isEmpty();
            Apart.makeRoom(disk);
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static List<String> withProperty(String property, String... words) {
        return ChildJvm.asThisOne()
                .command(
                        words[0].equals("client") ? "client" : "service",
                        List.of(property),
                        Main.class.getName(),
                        List.of(words));
    }

    /** A decoder worker that only looks for libVLC. */
    private static List<String> decoder(String property) {
        return ChildJvm.asThisOne()
                .command("service", List.of(property), "vn.toancanh.decoder.DecoderMain", List.of("--check"));
    }

    @Test
    void whereNothingCanBeUnpackedTheFolderIsNamed() throws Exception {
        display();
        Path disk = Apart.disk("disk", "1m");
        Apart.fill(disk, 0);
        String property = "-Djava.io.tmpdir=" + disk;
        try (Commands commands = new Commands(Apart.folder())) {
            commands.set("XDG_CACHE_HOME", disk.resolve("cache"));
            String data = Apart.folder().resolve("server-data").toString();
            Commands.Running server = commands.start(withProperty(property, "server", "--data", data, "--lang", "vi"));
            assertThat(server.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(server.words()).isEqualTo(VI.get("server.temporaryFull", disk));
            Commands.Running screen =
                    commands.start(withProperty(property, "client", "--server", "http://127.0.0.1:9", "--lang", "en"));
            assertThat(screen.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(screen.lastWord()).isEqualTo(EN.get("store.temporaryFull", disk));
            Commands.Running doctor = commands.start(withProperty(property, "doctor", "--lang", "en"));
            assertThat(doctor.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(doctor.printed())
                    .contains(EN.get("doctor.problem", EN.get("doctor.space", disk, 0)))
                    .contains(EN.get("doctor.fonts"));
            Commands.Running decoder = commands.start(decoder(property));
            assertThat(decoder.await(Commands.SOON)).isEqualTo(1);
            assertThat(decoder.printed().strip()).isEqualTo("libVLC: disk space");
        }
    }

    @Test
    void ofTheTwoFoldersToUnpackToOneIsEnough() throws Exception {
        Path disk = Apart.disk("disk", "1m");
        Apart.fill(disk, 0);
        Path cache = Files.createDirectories(Apart.folder().resolve("cache"));
        for (boolean temporaryFull : new boolean[] {true, false}) {
            Path folder = Apart.folder().resolve(temporaryFull ? "temporary" : "cache-full");
            String property = "-Djava.io.tmpdir=" + (temporaryFull ? disk : cache);
            try (Commands commands = new Commands(folder)) {
                commands.set("XDG_CACHE_HOME", temporaryFull ? cache : disk);
                Commands.Running server = commands.start(withProperty(
                        property, "server", "--data", folder.resolve("data").toString()));
                commands.until(
                        server,
                        "the server",
                        Commands.SOON,
                        () -> server.printed().contains("https://127.0.0.1"));
                server.end();
                Commands.Running decoder = commands.start(decoder(property));
                assertThat(decoder.await(Commands.SOON)).as(decoder.said()).isZero();
            }
        }
    }

    @Test
    void aDiskWithoutRoomForTheGraphicsIsNamed() throws Exception {
        display();
        Path disk = Apart.disk("disk", "1m");
        Apart.fill(disk, 0);
        try (Commands commands = new Commands(Apart.folder())) {
            Commands.Running screen = commands.start(
                    withProperty("-Duser.home=" + disk, "client", "--server", "http://127.0.0.1:9", "--lang", "vi"));
            assertThat(screen.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(screen.lastWord()).isEqualTo(VI.get("client.noGraphics", disk.resolve(".openjfx")));
        }
    }

    @Test
    void whereNoFileCanBeMadeItIsNamed() throws Exception {
        Path disk = Files.createDirectories(Apart.folder().resolve("disk"));
        Apart.mount(disk, "-t", "tmpfs", "-o", "size=1m,nr_inodes=2", "none");
        Files.createFile(disk.resolve("the-last"));
        try (Commands commands = new Commands(Apart.folder())) {
            commands.set("XDG_DATA_HOME", disk);
            Commands.Running demo = commands.wall("demo", "--cameras", "1", "--tiles", "1", "--lang", "vi");
            assertThat(demo.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(demo.words()).isEqualTo(VI.get("app.noFile", disk.resolve("toan-canh")));
        }
    }

    @Test
    void aLogThatCannotBeWrittenDisturbsNoResult() throws Exception {
        Path home = Apart.folder().resolve("read-only");
        Path state = Files.createDirectories(home.resolve("toan-canh"));
        Apart.mount(state, "-t", "tmpfs", "-o", "ro", "none");
        try (Commands commands = new Commands(Apart.folder())) {
            commands.set("XDG_STATE_HOME", home);
            // the product's own way to log, not the tests'
            Commands.Running status = commands.start(
                    withProperty("-Dlogback.configurationFile=logback.xml", "status", "--json", "--lang", "en"));
            assertThat(status.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(status.printed()).isEqualTo("[]" + System.lineSeparator());
            assertThat(status.words()).isEqualTo(EN.get("status.nobody"));
        }
    }
}
