package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.toancanh.app.Exit;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** libVLC, one of its plugins, or the JDK is taken away for real: what is missing is named, with what to do. */
@Tag("slow")
@ExtendWith(Apart.class)
class MissingPartsTest {
    private static final Texts VI = new Texts(Language.VI);
    private static final Path NOTHING = Path.of("/dev/null");

    /** The folder of the distribution's libVLC. */
    private static Path libraries() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path parent : List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"))) {
            if (Files.isDirectory(parent)) {
                folders.add(parent);
                try (Stream<Path> below = Files.list(parent)) {
                    below.filter(Files::isDirectory).forEach(folders::add);
                }
            }
        }
        return folders.stream()
                .filter(folder -> Files.exists(folder.resolve("libvlc.so.5")))
                .findFirst()
                .orElseThrow();
    }

    private static void hide(Path library) throws Exception {
        Apart.mount(library.toRealPath(), "--bind", NOTHING.toString());
    }

    /** Every tile, in one word each. */
    private static boolean allTilesLackTheDecoder(Commands commands) {
        return commands.report()
                .map(StatusReport::tiles)
                .filter(tiles -> tiles.size() == LittleCity.CAMERAS
                        && tiles.stream().allMatch(tile -> tile.cause().equals("DECODER_MISSING")))
                .isPresent();
    }

    private static void theDoctorNames(String named) throws Exception {
        try (Commands commands = new Commands(Apart.folder())) {
            Commands.Running doctor = commands.wall("doctor", "--lang", "vi");
            assertThat(doctor.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(doctor.printed())
                    .contains(VI.get("doctor.problem", VI.get("doctor.libvlcMissing", named)))
                    .contains(VI.get("doctor.libvlcAdvice"));
        }
    }

    private static void theTilesNameIt() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        try (LittleCity city = LittleCity.start(Apart.folder());
                Commands commands = new Commands(Apart.folder())) {
            Commands.Running screen = commands.wall(city.client("--lang", "vi"));
            commands.until(screen, "that the tiles say so", Commands.SOON, () -> allTilesLackTheDecoder(commands));
            Commands.Running status = commands.wall("status", "--lang", "vi");
            assertThat(status.await(Commands.SOON)).isEqualTo(Exit.DONE);
            assertThat(status.printed()).contains(VI.get("tile.failed") + " (" + VI.get("cause.decoderMissing") + ")");
            assertThat(screen.letGo()).as("the screen itself is well").isEqualTo(Exit.DONE);
        }
    }

    @Test
    void aMissingLibVlcIsNamedByTheDoctorAndTheTiles() throws Exception {
        Path folder = libraries();
        hide(folder.resolve("libvlc.so.5"));
        hide(folder.resolve("libvlccore.so.9"));
        theDoctorNames("libVLC");
        theTilesNameIt();
    }

    @Test
    void aMissingPluginIsNamedByTheDoctorAndTheTiles() throws Exception {
        Path plugins = libraries().resolve("vlc/plugins");
        Path empty = Files.createDirectories(Apart.folder().resolve("empty"));
        Apart.mount(plugins.resolve("access"), "--bind", empty.toString());
        theDoctorNames("libVLC: access_imem (access)");
        theTilesNameIt();
    }

    @Test
    void aPluginFolderThatHoldsNothingIsNamedByTheDoctor() throws Exception {
        Path empty = Files.createDirectories(Apart.folder().resolve("empty"));
        Apart.mount(libraries().resolve("vlc/plugins"), "--bind", empty.toString());
        theDoctorNames("libVLC: access_imem (access), avcodec (codec), swscale (video_chroma), vmem (video_output)");
    }

    @Test
    void aMachineWithAnOldJdkAloneIsToldWhereToGetANewOne() throws Exception {
        Path home = Apart.folder().resolve("jdk-17");
        Path old = Files.createDirectories(home.resolve("bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.9\"\n");
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(old.resolve(program), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path wall = Path.of("wall").toAbsolutePath();
        // a shell of its own, because this process still needs its JDK
        String script = """
                for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/*jdk* /opt/* /opt/java/* /opt/jdk/*; do
                    if [ -f "$home/release" ] && [ -x "$home/bin/javac" ]; then mount -t tmpfs none "$home"; fi
                done
                exec '%s' doctor --lang "$1"
                """.formatted(wall);
        for (String language : List.of("vi", "en")) {
            try (Commands commands = new Commands(Apart.folder().resolve(language))) {
                commands.set("JAVA_HOME", home)
                        .set("PATH", old + ":" + System.getenv("PATH"))
                        .set("HOME", Apart.folder());
                Commands.Running said =
                        commands.start(List.of("unshare", "--mount", "/bin/sh", "-euc", script, "sh", language));
                assertThat(said.await(Commands.SOON)).as(said.said()).isEqualTo(Exit.MISSING);
                assertThat(said.printed()).isEmpty();
                assertThat(said.words().lines())
                        .hasSize(2)
                        .first()
                        .asString()
                        .contains(
                                language.equals("vi")
                                        ? "Không tìm thấy JDK 25 trở lên."
                                        : "No JDK 25 or newer was found.");
                assertThat(said.words()).containsAnyOf("apt-get install openjdk-25", "https://adoptium.net");
            }
        }
    }
}
