package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

class CommandLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(Language language, String... words) {
        Folders folders = new Folders(folder, folder, folder, folder);
        Surroundings given = new Surroundings(
                folders,
                new Texts(language),
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return CommandLines.run(given, List.of(words));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void helpListsEveryCommandWithAWordAboutIt(Language language) {
        assertThat(run(language, "help")).isZero();
        String text = out.toString(StandardCharsets.UTF_8);
        for (String command : COMMANDS) {
            assertThat(text).containsPattern("(?m)^ +" + command + " +\\S.*");
        }
        assertThat(text).doesNotContain("${bundle");
    }

    private static final List<String> COMMANDS = List.of(
            "demo",
            "test",
            "server",
            "client",
            "simulate",
            "import",
            "cameras",
            "admin",
            "layout",
            "audit",
            "status",
            "support",
            "bench",
            "drill",
            "doctor");

    @Test
    void helpNamesTheBenchmarksAndTheDrillsAndSpeaksTheLanguageAskedFor() {
        run(Language.VI, "help", "bench");
        run(Language.VI, "help", "drill");
        run(Language.VI, "help", "help");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("latency [--tiles=36]")
                .contains("crash [--tiles=36]")
                .contains("Giải thích một lệnh")
                .doesNotContain("Display help", "Usage");
    }

    @Test
    void whatIsGivenTwiceOrOutOfRangeIsNamed() {
        assertThat(run(Language.EN, "demo", "--tiles", "4", "--tiles", "3")).isEqualTo(Exit.USAGE);
        assertThat(run(Language.EN, "server", "--data", "d", "--port", "99999")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("demo: --tiles is given twice")
                .contains("--port is 99999; it must be from 0 to 65535");
    }

    @Test
    void argumentsCanBeLookedAtAlone() {
        System.setProperty("toancanh.arguments.only", "true");
        try {
            assertThat(run(Language.EN, "demo", "--tiles", "4")).isEqualTo(Exit.DONE);
            assertThat(run(Language.EN, "client", "--server", "http://a", "--seconds", "3"))
                    .isEqualTo(Exit.DONE);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(run(Language.EN, "demo", "--tiles", "0")).isEqualTo(Exit.USAGE);
            assertThat(run(Language.EN, "client", "--server", "http://a", "--user", "u"))
                    .isEqualTo(Exit.USAGE);
        } finally {
            System.clearProperty("toancanh.arguments.only");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyOptionIsExplained(Language language) {
        for (String command : COMMANDS) {
            out.reset();
            assertThat(run(language, "help", command)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(new Texts(language).get("wall.help"))
                    .doesNotContain("${bundle");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "demo --tiles 0",
                "demo --tiles many",
                "demo --tiles 41",
                "demo --monitors 9",
                "demo --seconds -1",
                "demo --lang",
                "server",
                "server --data d --port 70000",
                "client",
                "client --server ftp://x",
                "client --server http://a:b@127.0.0.1",
                "client --server http://127.0.0.1:1 --user an",
                "simulate",
                "simulate --cameras 0",
                "import",
                "import nosuch.csv --server http://127.0.0.1:1 --user an --password-file nosuch",
                "status --loud",
                "support now",
                "doctor now",
                "bench",
                "bench dance",
                "drill",
                "drill dance",
            })
    void wrongArgumentsAreOneLineThenUsageAndStatusTwo(String line) {
        assertThat(run(Language.EN, line.split(" ", -1))).isEqualTo(Exit.USAGE);
        List<String> said = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(said.get(0)).startsWith("./wall");
        assertThat(said.get(1)).startsWith("Usage: ./wall");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void complaintsSpeakThePersonsLanguage() {
        assertThat(run(Language.VI, "status", "--loud")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("./wall status: không hiểu \"--loud\"");
    }

    @Test
    void statusSaysThatNobodyIsThere() {
        assertThat(run(Language.EN, "status")).isEqualTo(Exit.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No operator screen is running");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTextThatIsNotUtf8IsRefusedBeforeAnybodySignsIn(Language language) throws IOException {
        Path text = Files.write(folder.resolve("viec"), new byte[] {'G', (byte) 0xe9, 'i'});
        int status = run(
                language,
                "admin",
                "procedures",
                "put",
                "lineCrossed",
                "--text-file",
                text.toString(),
                "--server",
                "http://127.0.0.1:1",
                "--user",
                "an",
                "--password-file",
                text.toString());
        assertThat(status).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(new Texts(language).get("app.notUtf8", text.toString()));
    }
}
