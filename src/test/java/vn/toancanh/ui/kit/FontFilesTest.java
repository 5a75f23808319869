package vn.toancanh.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;

class FontFilesTest {
    private static final Path FONTS = Path.of("src/main/resources/vn/toancanh/fonts");
    private static final String FONT = "BeVietnamPro-Medium.ttf";

    @TempDir
    Path folder;

    @Test
    void theFileLiesBesideTheFolderOfTheJars() throws Exception {
        assertThat(FontFiles.fileOf(URI.create(
                                "jar:file:/opt/To%C3%A0n%20C%E1%BA%A3nh/app/lib/toan-canh.jar!/vn/toancanh/fonts/A.ttf")
                        .toURL()))
                .contains("/opt/Toàn Cảnh/app/fonts/A.ttf");
        assertThat(FontFiles.fileOf(
                        URI.create("file:/home/an%20b/classes/A.ttf").toURL()))
                .contains("/home/an b/classes/A.ttf");
        assertThat(FontFiles.fileOf(URI.create("jar:file:/x.jar!/A.ttf").toURL()))
                .isEmpty();
        assertThat(FontFiles.fileOf(URI.create("http://somewhere/A.ttf").toURL()))
                .isEmpty();
    }

    @Test
    void theBuildLaysEveryFontBesideTheJars() throws IOException {
        Path laid = Path.of("target/app/fonts");
        assumeTrue(Files.isDirectory(laid), "only where Maven builds");
        try (Stream<Path> fonts = Files.list(FONTS)) {
            assertThat(fonts.map(font -> laid.resolve(font.getFileName()))).allMatch(Files::exists);
        }
        assertThat(laid.resolve("materialdesignicons-webfont.ttf")).exists();
        assertThat(laid.resolve("ikonli.ttf")).exists();
    }

    @Test
    @Tag("slow")
    void aKilledProgramLeavesNoCopyOfItsFonts() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        Path app = folder.resolve("Toàn Cảnh");
        Path fonts = Files.createDirectories(app.resolve("fonts"));
        Files.copy(FONTS.resolve(FONT), fonts.resolve(FONT));
        jars(app);
        for (String jar : List.of("ikonli-core", "ikonli-materialdesign2-pack")) {
            unpackFonts(app.resolve("lib").resolve(jar + ".jar"), fonts);
        }
        assertThat(leftBehind(app, "with")).isEmpty();

        try (Stream<Path> all = Files.list(fonts)) {
            for (Path font : all.toList()) {
                Files.delete(font);
            }
        }
        assertThat(leftBehind(app, "without"))
                .as("what a test without files would leave")
                .isNotEmpty();
    }

    /** Runs a program laid out as an installed one, kills it, and gives what is left in its folder for temporary files. */
    private List<String> leftBehind(Path app, String name) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve(name));
        ChildJvm jvm = ChildJvm.asThisOne();
        String jar = app.resolve("lib/program.jar").toUri().toString();
        List<String> line = new ArrayList<>(List.of(
                jvm.java().toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-Dprism.order=sw",
                "--enable-native-access=javafx.graphics",
                "--module-path",
                jvm.modules(),
                "--add-modules",
                "javafx.controls",
                "-cp",
                app.resolve("lib") + "/*" + File.pathSeparator + jvm.classes(),
                FontsToBeKilled.class.getName(),
                "jar:" + jar + "!/fonts/" + FONT));
        Process program = new ProcessBuilder(line)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        try (BufferedReader said = program.inputReader()) {
            assertThat(said.readLine())
                    .as(() -> read(folder.resolve("err.txt")))
                    .isEqualTo("Be Vietnam Pro Medium true");
        } finally {
            program.destroyForcibly().waitFor();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            return left.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith("hsperfdata"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    /** A jar with a font, and the icons' jars, in one folder. */
    private static void jars(Path app) throws IOException {
        Path lib = Files.createDirectories(app.resolve("lib"));
        try (OutputStream file = Files.newOutputStream(lib.resolve("program.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("fonts/" + FONT));
            Files.copy(FONTS.resolve(FONT), jar);
            jar.closeEntry();
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.startsWith("ikonli-") && name.endsWith(".jar")) {
                Files.copy(Path.of(entry), lib.resolve(name.replaceAll("-\\d[\\d.]*\\.jar$", ".jar")));
            }
        }
    }

    private static void unpackFonts(Path jar, Path into) throws IOException {
        try (var files = java.nio.file.FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path font :
                    all.filter(file -> file.toString().endsWith(".ttf")).toList()) {
                Files.copy(font, into.resolve(font.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
