package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Main;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** {@code wall} and {@code wall.cmd} know the same commands and start the same processes; nothing here runs on Windows. */
class LaunchersAgreeTest {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    private static String unix() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(Path.of("wall")));
        try (Stream<Path> parts = Files.list(Path.of("installers/launch"))) {
            for (Path part : parts.sorted().toList()) {
                all.append(Files.readString(part));
            }
        }
        return all.toString();
    }

    private static String windows() throws IOException {
        return Files.readString(Path.of("wall.cmd"));
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static List<String> all(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> words(String line) {
        return new TreeSet<>(List.of(line.strip().split("[\\s|]+", -1)));
    }

    @Test
    void bothKnowEveryCommandOfTheProgramAndSaySo() throws IOException {
        Folders folders = new Folders(folder, folder, folder, folder);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Set<String> commands = CommandLines.of(new Surroundings(
                        folders, new Texts(Language.EN), Clock.SYSTEM, ChildJvm.asThisOne(), nowhere, nowhere))
                .getSubcommands()
                .keySet();
        assertThat(words(find(unix(), "^ *(demo \\|.*)\\) ;;"))).isEqualTo(commands);
        assertThat(words(find(windows(), "for %%C in \\((.*)\\) do"))).isEqualTo(commands);
        for (String launcher : List.of(unix(), windows())) {
            for (String told : List.of("Các lệnh: ([a-z ]+)", "Commands: ([a-z ]+)")) {
                assertThat(words(find(launcher, told))).isEqualTo(commands);
            }
        }
    }

    /** What Java is called with, paths named alike, without what quickens starts or paints on a virtual screen. */
    private static List<String> flags(String line) {
        List<String> flags = new ArrayList<>();
        Matcher word = QUOTED.matcher(line);
        while (word.find()) {
            String plain = (word.group(1) == null ? word.group(2) : word.group(1))
                    .replaceAll("%HERE%|\\$here", "HERE")
                    .replaceAll("%APP%|\\$app", "APP")
                    .replaceAll("%KIND%|\\$kind", "KIND")
                    .replace('\\', '/');
            if (!plain.startsWith("-Dtoancanh.archives=") && !plain.equals("/")) {
                flags.add(plain);
            }
        }
        return flags;
    }

    @Test
    void bothCallJavaAlike() throws IOException {
        String unix = find(unix().replace("\\\n", " "), "set -- (\"@\\$here.*app\\.Main) \"\\$@\"$");
        List<String> windows = all(windows().replace("\r", ""), "bin\\\\java\\.exe\" (.*app\\.Main) (?:%\\*|help)$");
        assertThat(windows)
                .hasSize(2)
                .allSatisfy(line -> assertThat(flags(line))
                        .isEqualTo(flags(unix))
                        .contains("@HERE/installers/jvm/KIND.args", "-Dtoancanh.home=HERE", Main.class.getName()));
        for (String kind : List.of("client", "server", "service")) {
            assertThat(Path.of("installers/jvm", kind + ".args")).exists();
            assertThat(unix()).contains("flags=" + kind);
            assertThat(windows()).contains("\"KIND=" + kind + "\"");
        }
    }

    @Test
    void bothBuildAndTestAlike() throws IOException {
        for (String launcher : List.of(unix(), windows())) {
            assertThat(launcher)
                    .contains("-Dmaven.test.skip=true -Dspotless.check.skip=true package")
                    .containsPattern("-B -ntp .*verify")
                    .contains("-Dgroups.excluded=slow");
        }
    }

    @Test
    void bothWantTheJdkThatTheBuildWants() throws IOException {
        String wanted = find(Files.readString(Path.of("pom.xml")), "<requireJavaVersion><version>\\[(\\d+),\\)");
        assertThat(find(unix(), "oldest_jdk=(\\d+)")).isEqualTo(wanted);
        assertThat(find(windows(), "OLDEST_JDK=(\\d+)")).isEqualTo(wanted);
    }

    @Test
    void bothEndWithTheSameStatuses() throws IOException {
        Set<String> unix = new TreeSet<>(all(unix(), "stop ([0-9]) "));
        assertThat(unix).containsExactly("1", "2", "3");
        assertThat(new TreeSet<>(all(windows(), "set \"STATUS=([1-9])\""))).isEqualTo(unix);
    }

    @Test
    void theBatchFileIsWrittenForItsShell() throws IOException {
        assertThat(windows().lines()).allSatisfy(line -> assertThat(line).doesNotContain("!"));
        assertThat(windows().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        Set<String> labels = new TreeSet<>(all(windows(), "^:([a-z]+)\\r?$"));
        List<String> wanted = new ArrayList<>(all(windows(), "goto ([a-z]+)"));
        wanted.addAll(all(windows(), "call :([a-z]+)"));
        assertThat(labels).containsExactlyInAnyOrderElementsOf(new TreeSet<>(wanted));
    }
}
