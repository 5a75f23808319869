package vn.toancanh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The parts of {@code ./wall}, each in a shell of its own with made-up surroundings. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    record Said(int status, String out, String err) {}

    private Said sh(String script, Map<String, String> environment) throws IOException, InterruptedException {
        return sh(folder, script, environment);
    }

    static Said sh(Path folder, String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-euc", script).directory(folder.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(new TreeMap<>(environment));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        int status = process.waitFor();
        return new Said(
                status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    static String source(String... parts) {
        StringBuilder script = new StringBuilder("here='" + HERE + "'; language=en; log_folder=.;");
        for (String part : parts) {
            script.append(". '")
                    .append(HERE)
                    .append("/installers/launch/")
                    .append(part)
                    .append(".sh';");
        }
        return script.toString();
    }

    private void jdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        Files.writeString(
                folder.resolve(name).resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(bin.resolve("javac"), "exit 0");
    }

    static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aNewEnoughJavaHomeIsTaken() throws Exception {
        jdk("my jdk", "26.0.1");
        Said said = sh(
                source("say", "jdk") + "find_jdk; printf %s \"$JAVA_HOME\"", Map.of("JAVA_HOME", folder + "/my jdk"));
        assertThat(said.out()).isEqualTo(folder + "/my jdk");
    }

    @Test
    void theJavaOfTestsSideBySideIsFoundWhateverItsFolderIsCalled() throws Exception {
        String home = folder + "/it's \"my\" `jdk` $5";
        program(Files.createDirectories(Path.of(home, "bin")).resolve("java"), "echo \"$DISPLAY $*\"");
        Files.createDirectories(folder.resolve("screen"));
        Said said = sh(
                source("say", "screen") + "virtual_screen=; n=7; screen_folder=$PWD/screen; getconf() { echo 3; };"
                        + "open_screen() { n=$((n + 1)); DISPLAY=:$n; virtual_screen=yes; };"
                        + "open_test_screens; \"$test_java\" -Dtest.fork=1 x; \"$test_java\" -Dtest.fork=2 'y  z';"
                        + "\"$test_java\" -Dtest.fork=3 z; echo $test_forks",
                Map.of("JAVA_HOME", home));
        assertThat(said.out()).isEqualTo(":8 -Dtest.fork=1 x\n:9 -Dtest.fork=2 y  z\n:10 -Dtest.fork=3 z\n3\n");
    }

    @Test
    void whySomeTestsWereSkippedIsTold() throws Exception {
        Files.writeString(folder.resolve("TEST-a.xml"), """
                <testcase name="one" classname="a"><skipped message="not on Windows"/></testcase>
                <testcase name="two" classname="a">
                  <skipped type="x.Aborted"><![CDATA[x.Aborted: Assumption failed: needs a display
                	at x.Assumptions.thrown(Assumptions.java:340)
                ]]></skipped>
                </testcase>
                <testcase name="three" classname="a"><skipped type="x.Aborted"><![CDATA[x.Aborted: no disk]]></skipped></testcase>
                """);
        Said said = sh(source("say", "tested") + "tell_skipped .; tell_unsteady .", Map.of());
        assertThat(said.out() + said.err())
                .contains("1 not on Windows", "1 Assumption failed: needs a display", "1 no disk\n")
                .doesNotContain("once more", "Assumptions.java");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        jdk("old", "17.0.9");
        jdk("home/.jdks/new", "25");
        Said said = sh(
                source("say", "jdk") + "take_jdk '" + folder
                        + "/old' || echo passed; find_jdk; printf %s \"$JAVA_HOME\"",
                Map.of("JAVA_HOME", folder + "/old", "HOME", folder + "/home"));
        assertThat(said.out()).startsWith("passed").doesNotContain(folder + "/old");
    }

    @Test
    void aJreWithoutACompilerIsNoJdk() throws Exception {
        jdk("jre", "25.0.1");
        Files.delete(folder.resolve("jre/bin/javac"));
        assertThat(sh(source("say", "jdk") + "jdk_version '" + folder + "/jre'", Map.of())
                        .out())
                .isEmpty();
    }

    @Test
    void onlyPackagesOfWhichNoAlternativeIsInstalledAreMissing() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("fake"));
        program(
                bin.resolve("dpkg-query"),
                "echo 'installed libgtk-3-0'; echo 'installed libvlc5'; echo 'not-installed libgl1'; exit 1");
        Said said = sh(source("say", "packages") + "missing_packages run", Map.of("PATH", bin + ":/usr/bin:/bin"));
        assertThat(said.out().lines())
                .contains("libgl1", "vlc-plugin-base")
                .doesNotContain("libvlc5", "libgtk-3-0t64 | libgtk-3-0");
    }

    @Test
    void whoMayNotInstallIsToldTheCommandAndGetsStatusThree() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("fake"));
        program(bin.resolve("dpkg-query"), "exit 1");
        program(bin.resolve("id"), "echo 1000");
        program(bin.resolve("sudo"), "exit 1");
        Said said = sh(source("say", "packages") + "need media", Map.of("PATH", bin + ":/usr/bin:/bin"));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.err())
                .contains("apt-get install --no-install-recommends")
                .contains("ffmpeg");
    }

    @Test
    void everyPackageListNamesPackagesOnly() throws IOException {
        try (var lists = Files.list(HERE.resolve("installers/packages/debian"))) {
            for (Path list : lists.toList()) {
                List<String> lines = Files.readAllLines(list).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
                assertThat(lines)
                        .as(list.toString())
                        .isNotEmpty()
                        .allMatch(line -> line.matches("[a-z0-9.+-]+( \\| [a-z0-9.+-]+)*"));
            }
        }
    }

    @Test
    void anUnknownCommandIsOneLineAndStatusTwoFromAnywhereThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), HERE.resolve("wall"));
        Said said = sh("'" + link + "' dance --lang en", Map.of());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("\"dance\"")
                .contains("demo");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void theLanguageIsTheOneAskedFor() throws Exception {
        assertThat(sh("'" + HERE + "/wall' dance", Map.of("LC_ALL", "vi_VN.UTF-8"))
                        .err())
                .contains("không có lệnh");
        assertThat(sh("'" + HERE + "/wall' dance --lang=en", Map.of("LC_ALL", "vi_VN.UTF-8"))
                        .err())
                .contains("no command");
    }

    @Test
    void wrongArgumentsOfTestAreStatusTwo() throws Exception {
        assertThat(sh("'" + HERE + "/wall' test --slow", Map.of()).status()).isEqualTo(2);
    }

    /** A path on which the shell's own tools are, and nothing else that this machine happens to have. */
    private Path bareTools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bare"));
        for (String tool :
                List.of("sh", "sed", "sort", "tr", "dirname", "mkdir", "cat", "head", "grep", "env", "apt-cache")) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                Path real = Path.of(place + tool);
                if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), real);
                }
            }
        }
        return bin;
    }

    @Test
    void withoutMavenWhoMayNotInstallIsToldTheCommand() throws Exception {
        Path bin = bareTools();
        program(bin.resolve("dpkg-query"), "exit 1");
        program(bin.resolve("id"), "echo 1000");
        Said said = sh(source("say", "packages", "build") + "find_maven", Map.of("PATH", bin.toString()));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.err())
                .contains("Packages are missing.")
                .contains("apt-get install --no-install-recommends")
                .contains("maven");
    }

    @Test
    void withoutMavenWherePackagesAreNotKnownItIsNamed() throws Exception {
        Said said = sh(
                source("say", "packages", "build") + "language=vi; find_maven",
                Map.of("PATH", bareTools().toString()));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.err()).contains("Thiếu Maven 3.8 trở lên.");
    }

    @Test
    void anOldMavenIsNamed() throws Exception {
        Path bin = bareTools();
        program(bin.resolve("mvn"), "echo 'Apache Maven 3.6.3 (x)'");
        Said said = sh(source("say", "packages", "build") + "find_maven", Map.of("PATH", bin.toString()));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.err()).contains(bin.resolve("mvn") + " is too old; Maven 3.8 or newer is needed.");
        program(bin.resolve("mvn"), "echo 'Apache Maven 4.0.0'");
        assertThat(sh(source("say", "packages", "build") + "find_maven", Map.of("PATH", bin.toString()))
                        .status())
                .isZero();
    }

    @Test
    void aBuildThatFailsOnAFullDiskShowsWhy() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("fake"));
        program(
                bin.resolve("mvn"),
                "case $1 in --version) echo 'Apache Maven 3.9.9';; *) echo '[ERROR] No space left on device'; exit 1;; esac");
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createFile(project.resolve("pom.xml"));
        Said said = sh(
                source("say", "packages", "build") + "here='" + project
                        + "'; log_folder=$here/target; JAVA_HOME=x; build",
                Map.of("PATH", bin + ":/usr/bin:/bin"));
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("[ERROR] No space left on device")
                .contains("The build failed; details in " + project + "/target/build.log");
        assertThat(project.resolve("target/app/built")).doesNotExist();
    }

    @Test
    void theProgramReadsWhatTheLauncherIsGivenToRead() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("jdk").resolve("bin"));
        program(bin.resolve("java"), "cat; exit 7");
        String run =
                source("say", "run") + "app=x; noting=; virtual_screen=; JAVA_HOME='" + folder.resolve("jdk") + "'; ";
        Said said = sh(run + "echo 'fault 1201 freeze' | run_java service simulate", Map.of());
        assertThat(said.out()).isEqualTo("fault 1201 freeze\n");
        assertThat(said.status()).isEqualTo(7);
        assertThat(sh(run + "run_java service simulate <&-", Map.of()).status()).isEqualTo(7);
    }
}
