package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** Every option of every command, with values it cannot mean: one line, the usage, and status 2. None is forgotten. */
class EveryOptionTest {
    private static final String NO_PATH = "a\u0000b";
    private static final List<String> NO_SECONDS = List.of("0", "-1", "604801", "x", "1.5", "", "99999999999");
    private static final List<String> NO_PORT = List.of("-1", "65536", "x", "", "8088x");
    private static final List<String> NO_ADDRESS = List.of(
            "",
            " ",
            "ftp://x",
            "http://",
            "http://a:b@127.0.0.1",
            "http://x/?a=b",
            "http://x:99999",
            "a b",
            "http://[::1");
    private static final List<String> NO_PIN = List.of("", "x", "12:34", "0".repeat(63), "g".repeat(64));
    private static final List<String> NO_YES_OR_NO = List.of("maybe", "1");
    private static final List<String> NO_PID = List.of("x", "", "1.5");
    private static final List<String> NO_WINDOW = List.of("0", "-1", "65", "x", "");
    private static final List<String> NO_GRANT = List.of("", "see", "view@", "view#", "VIEW", "view @x", "operate@a b");
    private static final List<String> NO_DAY = List.of("", "31/12/2026", "2026-02-30", "2026-1-1", "today");
    private static final List<String> NO_MOMENT = List.of("", "yesterday", "31/12/2026", "2026-02-30", "06:00");

    /** What every command has that signs in at a server to administer it. */
    private static final List<String> SIGNED_IN =
            List.of("--server=http://127.0.0.1:1", "--user=an", "--password-file=pom.xml");

    /** What each option refuses. Names and texts that may be anything are said so by an empty list. */
    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            Map.entry("demo --tiles", List.of("0", "-1", "101", "many", "1.5", "", "99999999999", "41")),
            Map.entry("demo --cameras", List.of("0", "1001", "x", "")),
            Map.entry("demo --monitors", List.of("0", "9", "x", "")),
            Map.entry("demo --layout", List.of()),
            Map.entry("demo --seconds", NO_SECONDS),
            Map.entry("demo --snapshot", List.of(NO_PATH, "pom.xml/shots")),
            Map.entry("test --quick", NO_YES_OR_NO),
            Map.entry("server --data", List.of(NO_PATH)),
            Map.entry("server --port", NO_PORT),
            Map.entry("server --relay-port", NO_PORT),
            Map.entry("server --streams", List.of("both", "")),
            Map.entry("server --offline-grace", List.of("-1", "721", "x", "", "1.5")),
            Map.entry("server --keep-audit-days", List.of("6", "-1", "36526", "x", "")),
            Map.entry("server --keep-alarm-days", List.of("6", "-1", "36526", "x", "")),
            Map.entry("server --offline-hours", List.of("-1", "169", "x", "")),
            Map.entry("server --log-format", List.of("xml", "")),
            Map.entry("server --to", List.of(NO_PATH)),
            Map.entry("server --with-key", NO_YES_OR_NO),
            Map.entry("server --from", List.of(NO_PATH, "no-such-file")),
            Map.entry("server --data-key", List.of(NO_PATH)),
            Map.entry("audit --data", List.of(NO_PATH)),
            Map.entry("audit --kept", List.of("", "1", "0:" + "a".repeat(64), "1:" + "A".repeat(64), "1:abc")),
            Map.entry("audit --out", List.of(NO_PATH)),
            Map.entry("audit --keep-days", List.of("6", "-1", "36526", "x", "")),
            Map.entry("server --address", List.of("", " ")),
            Map.entry("server --certificate", List.of(NO_PATH, "alone.crt")),
            Map.entry("server --key", List.of(NO_PATH, "alone.key")),
            Map.entry("server --plain", NO_YES_OR_NO),
            Map.entry("server --local-cameras", NO_YES_OR_NO),
            Map.entry("server fingerprint --data", List.of(NO_PATH)),
            Map.entry("server fingerprint --certificate", List.of(NO_PATH)),
            Map.entry("client --pin", NO_PIN),
            Map.entry("import --pin", NO_PIN),
            Map.entry("client --server", NO_ADDRESS),
            Map.entry("client --user", List.of()),
            Map.entry("client --password-file", List.of(NO_PATH, "no-such-file")),
            Map.entry("client --layout", List.of()),
            Map.entry("client --monitor", List.of("0", "65", "HDMI 1", "-1", "")),
            Map.entry("client --wall", List.of("", " ", "x/", "/x", "x/a b")),
            Map.entry("client --kiosk", NO_YES_OR_NO),
            Map.entry("client --seconds", NO_SECONDS),
            Map.entry("client --snapshot", List.of(NO_PATH, "pom.xml/shots")),
            Map.entry("client --tiles", List.of("-1", "101", "x", "")),
            Map.entry("client --monitors", List.of("0", "9", "x", "")),
            Map.entry("client --leash", NO_YES_OR_NO),
            Map.entry("simulate --cameras", List.of("0", "1001", "x", "")),
            Map.entry("simulate --port", NO_PORT),
            Map.entry("simulate --list", List.of(NO_PATH)),
            Map.entry("import --server", NO_ADDRESS),
            Map.entry("import --user", List.of()),
            Map.entry("import --password-file", List.of(NO_PATH, "no-such-file")),
            Map.entry("admin users add --role", List.of()),
            Map.entry("admin users add --name", List.of()),
            Map.entry("admin users add --new-password-file", List.of(NO_PATH, "no-such-file")),
            Map.entry("admin users add --valid-from", NO_DAY),
            Map.entry("admin users add --valid-until", NO_DAY),
            Map.entry("admin users change --valid-from", NO_DAY),
            Map.entry("admin users change --valid-until", NO_DAY),
            Map.entry("admin users change --role", List.of()),
            Map.entry("admin users change --name", List.of()),
            Map.entry("admin users change --disable", NO_YES_OR_NO),
            Map.entry("admin users change --enable", NO_YES_OR_NO),
            Map.entry("admin users password --new-password-file", List.of(NO_PATH, "no-such-file")),
            Map.entry("admin users sessions --end", NO_YES_OR_NO),
            Map.entry("admin roles put --grant", NO_GRANT),
            Map.entry("admin roles put --deny", NO_GRANT),
            Map.entry(
                    "admin roles put --hours",
                    List.of("", "mon", "mon 7-9", "monday 07:00-09:00", "mon 07:00-24:00", "mon,, 07:00-09:00")),
            Map.entry("admin roles put --ptz-priority", List.of("-1", "101", "x", "")),
            Map.entry("admin roles put --lock-minutes", List.of("0", "-1", "481", "x", "")),
            Map.entry("admin roles put --published-only", NO_YES_OR_NO),
            Map.entry("admin roles put --second-person", NO_YES_OR_NO),
            Map.entry("admin sites add --parent", List.of()),
            Map.entry("admin sites add --id", List.of()),
            Map.entry("admin sites change --name", List.of()),
            Map.entry("admin sites change --parent", List.of()),
            Map.entry("admin walls add --site", List.of()),
            Map.entry("admin walls add --screen", List.of("", "1", "1=1", "x=1x1", "1=1x1+1", "1=1x1@", "1=-1x1")),
            Map.entry("admin devices add --site", List.of()),
            Map.entry("admin devices add --camera", List.of()),
            Map.entry("admin devices add --most-priority", List.of("0", "101", "x", "")),
            Map.entry("admin devices add --per-minute", List.of("0", "6001", "x", "")),
            Map.entry("admin procedures put --text-file", List.of(NO_PATH, "no-such-file")),
            Map.entry("layout diff --pid", NO_PID),
            Map.entry("layout diff --window", NO_WINDOW),
            Map.entry("layout diff --pin", NO_PIN),
            Map.entry("layout plan --pid", NO_PID),
            Map.entry("layout plan --window", NO_WINDOW),
            Map.entry("layout plan --pin", NO_PIN),
            Map.entry("layout apply --pid", NO_PID),
            Map.entry("layout apply --window", NO_WINDOW),
            Map.entry("layout apply --pin", NO_PIN),
            Map.entry("layout export --pid", NO_PID),
            Map.entry("layout export --name", List.of("x".repeat(101))),
            Map.entry("status --json", NO_YES_OR_NO),
            Map.entry("support --out", List.of(NO_PATH)),
            Map.entry("support --data", List.of(NO_PATH)),
            Map.entry("doctor --json", NO_YES_OR_NO));

    /** They speak to a server instead of the running client where one is named. */
    private static final List<String> LAYOUTS_AT_A_SERVER = List.of("layout diff", "layout plan", "layout apply");

    /** What a command needs besides the option that is tried; where that is taken after all, it ends soon. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "server", List.of("--data=d"),
            "client", List.of("--server=http://127.0.0.1:1", "--user=an", "--password-file=pom.xml", "--seconds=1"),
            "audit", List.of("export", "--data=d"),
            "simulate", List.of("--cameras=1"),
            "import", List.of("pom.xml", "--server=http://127.0.0.1:1", "--user=an", "--password-file=pom.xml"),
            "bench", List.of("live"));

    /** What an administering command needs besides; a name where it is not listed. */
    private static final Map<String, List<String>> MORE = Map.of(
            "admin users list", List.of(),
            "admin cameras accept", List.of("x", "0".repeat(64)),
            "admin users add", List.of("x", "--role=r", "--new-password-file=pom.xml"),
            "admin users password", List.of("x", "--new-password-file=pom.xml"),
            "admin roles list", List.of(),
            "admin roles put", List.of("x", "--grant=view"),
            "admin sites list", List.of(),
            "admin walls list", List.of(),
            "admin walls add", List.of("x", "--screen=1=1x1"),
            "admin walls rename", List.of("x", "y"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    /** A command that got as far as its scratch folder leaves its place behind, and that folder goes with this test. */
    @AfterEach
    void forgetScratch() {
        System.clearProperty("org.sqlite.tmpdir");
    }

    private Surroundings given() {
        out.reset();
        err.reset();
        return new Surroundings(
                new Folders(folder, folder, folder, folder),
                new Texts(Language.EN),
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Map<String, OptionSpec> options() {
        Map<String, OptionSpec> all = new TreeMap<>();
        commands().forEach((name, command) -> {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !(command.getCommand() instanceof HelpCommand)) {
                    all.put(name + " " + option.longestName(), option);
                }
            }
        });
        return all;
    }

    /** All of them by their words, those that hang on others too. */
    private Map<String, CommandLine> commands() {
        Map<String, CommandLine> all = new TreeMap<>();
        gather("", CommandLines.of(given()), all);
        return all;
    }

    private static void gather(String above, CommandLine line, Map<String, CommandLine> all) {
        line.getSubcommands().forEach((name, command) -> {
            all.put(above + name, command);
            gather(above + name + " ", command, all);
        });
    }

    /** What signs in takes the same four everywhere, which are tried as those of {@code import}. */
    private Map<String, List<String>> refused() {
        Map<String, List<String>> all = new TreeMap<>(REFUSED);
        all.putAll(CameraWords.REFUSED);
        List.of("--from", "--to").forEach(option -> all.put("audit " + option, NO_MOMENT));
        List.of("--user", "--action", "--subject", "--site").forEach(option -> all.put("audit " + option, List.of()));
        commands().forEach((name, command) -> {
            if (command.getCommand() instanceof AdminTask || LAYOUTS_AT_A_SERVER.contains(name)) {
                for (String option : List.of("--server", "--user", "--password-file", "--pin")) {
                    all.put(name + " " + option, REFUSED.getOrDefault("import " + option, List.of()));
                }
            }
        });
        return all;
    }

    private static List<String> needed(String command) {
        if (LAYOUTS_AT_A_SERVER.contains(command)) {
            return List.of("pom.xml");
        }
        if (!command.startsWith("admin ")) {
            return CameraWords.NEEDED.getOrDefault(command, NEEDED.getOrDefault(command, List.of()));
        }
        List<String> needed = new ArrayList<>(SIGNED_IN);
        needed.addAll(MORE.getOrDefault(command, List.of("x")));
        return needed;
    }

    @Test
    void noOptionIsForgotten() {
        TreeSet<String> known = new TreeSet<>(refused().keySet());
        commands().keySet().stream().filter(name -> !name.equals("help")).forEach(name -> known.add(name + " --lang"));
        assertThat(options().keySet()).isEqualTo(known);
    }

    @Test
    void everyValueThatAnOptionCannotMeanIsRefused() {
        List<String> taken = new ArrayList<>();
        options().keySet().forEach(key -> {
            List<String> values = key.endsWith(" --lang")
                    ? List.of("fr", "", "vien")
                    : refused().getOrDefault(key, List.of());
            values.forEach(value -> tryOut(key, value, taken));
        });
        assertThat(taken).isEmpty();
    }

    private void tryOut(String key, String value, List<String> taken) {
        String command = key.substring(0, key.lastIndexOf(' '));
        String option = key.substring(key.lastIndexOf(' ') + 1);
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        needed(command).stream()
                .filter(needed -> !needed.startsWith(option + "="))
                .forEach(words::add);
        words.add(option + "=" + value);
        int status = CommandLines.run(given(), words);
        List<String> said = err.toString(StandardCharsets.UTF_8).lines().toList();
        boolean refused = status == Exit.USAGE
                && said.size() > 2
                && said.get(0).startsWith("./wall " + command + ": ")
                && said.get(1).startsWith("Usage: ./wall " + command)
                && out.size() == 0;
        if (!refused) {
            taken.add(String.join(" ", words) + ": " + status + " " + said);
        }
    }

    @Test
    void whatBelongsTogetherOrIsTooMuchIsRefused() {
        for (List<String> words : List.of(
                List.of("client", "--server=http://127.0.0.1:1", "--user=an"),
                List.of("client", "--server=http://127.0.0.1:1", "--password-file=pom.xml"),
                List.of("client", "--server=http://127.0.0.1:1", "--server=http://127.0.0.1:2"),
                List.of("client", "--server=http://127.0.0.1:1", "more"),
                List.of("import", "--server=http://127.0.0.1:1", "--user=an", "--password-file=pom.xml"),
                List.of("import", "no-such-file", "--server=x", "--user=an", "--password-file=pom.xml"),
                List.of("import", "pom.xml", "pom.xml", "--server=x", "--user=an", "--password-file=pom.xml"),
                List.of("import", "src", "--server=http://127.0.0.1:1", "--user=an", "--password-file=pom.xml"),
                List.of("demo", "--tiles=4", "--tiles=5"),
                List.of("demo", "4"),
                List.of("server"),
                List.of("server", "dance", "--data=d"),
                List.of("server", "backup", "--data=d"),
                List.of("server", "backup", "--data=d", "--to=f", "--from=pom.xml"),
                List.of("server", "backup", "--data=d", "--to=f", "--keep-audit-days=30"),
                List.of("server", "backup", "--data=d", "--to=f", "--keep-alarm-days=30"),
                List.of("server", "backup", "--data=d", "--to=f", "--offline-hours=1"),
                List.of("server", "restore", "--data=d"),
                List.of("server", "restore", "--data=d", "--from=no-such-file"),
                List.of("server", "restore", "--data=d", "--from=pom.xml", "--data-key=no-such-file"),
                List.of("server", "restore", "--data=d", "--from=pom.xml", "--with-key"),
                List.of("server", "--data=d", "--to=f"),
                List.of("audit"),
                List.of("audit", "--data=d"),
                List.of("audit", "verify"),
                List.of("audit", "dance", "--data=d"),
                List.of("audit", "purge", "--data=d"),
                List.of("audit", "purge", "--data=d", "--out=f", "--keep-days=30"),
                List.of("audit", "export", "--data=d", "--keep-days=30"),
                List.of("audit", "verify", "--data=d", "--out=f"),
                List.of("server", "fingerprint"),
                List.of("server", "--data=d", "--plain", "--certificate=a", "--key=b"),
                List.of("simulate"),
                List.of("simulate", "--cameras"),
                List.of("status", "--verbose"),
                List.of("doctor", "now"),
                List.of("admin"),
                List.of("admin", "users"),
                List.of("cameras"),
                List.of("admin", "users", "change", "a", "--enable", "--disable"),
                List.of(
                        "admin",
                        "roles",
                        "put",
                        "r",
                        "--server=http://127.0.0.1:1",
                        "--user=a",
                        "--password-file=pom.xml"),
                List.of("bench"),
                List.of("bench", "dance"),
                List.of("help", "dance"),
                List.of("dance"))) {
            assertThat(CommandLines.run(given(), words))
                    .as(String.join(" ", words))
                    .isEqualTo(Exit.USAGE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .as(String.join(" ", words))
                    .contains("Usage: ./wall");
            assertThat(out.size()).as(String.join(" ", words)).isZero();
        }
    }

    @Test
    void benchmarksAndDrillsRefuseWhatTheyDoNotKnow() {
        Map<List<String>, String> complaints = Map.of(
                List.of("bench", "live", "--tiles", "x"), "--tiles x: a number from 1 to 100 is needed",
                List.of("bench", "live", "--tiles", "0"), "--tiles 0: a number from 1 to 100 is needed",
                List.of("bench", "live", "--tiles"), "--tiles",
                List.of("bench", "live", "--loud", "1"), "there is no option --loud here; options: --tiles --seconds",
                List.of("bench", "latency", "--minutes", "-1"), "--minutes -1: a number from 1 to 10,000 is needed",
                List.of("drill", "soak", "--hours", "NaN"), "--hours NaN: a number from 0.01 to 1,000 is needed");
        complaints.forEach((words, complaint) -> {
            err.reset();
            assertThat(CommandLines.run(given(), words)).as(words.toString()).isEqualTo(Exit.USAGE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains(complaint)
                    .contains("Usage: ./wall " + words.getFirst())
                    .contains(
                            words.getFirst().equals("bench")
                                    ? "live [--tiles=36] [--seconds=20]"
                                    : "soak [--hours=1.0]");
        });
    }

    @Test
    void helpTakesALanguageToo() {
        for (List<String> words : List.of(
                List.of("help", "--lang", "en"),
                List.of("help", "--lang=en", "demo"),
                List.of("help", "client", "--lang", "en"))) {
            assertThat(CommandLines.run(given(), words))
                    .as(String.join(" ", words))
                    .isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .as(String.join(" ", words))
                    .contains("Usage: ./wall");
        }
    }
}
