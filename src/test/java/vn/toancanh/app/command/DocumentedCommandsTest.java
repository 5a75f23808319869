package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** Every {@code ./wall …} that a document names is understood by the command line itself. */
class DocumentedCommandsTest {
    /** A line of a list of commands: after a gap the command's name does not reach over stands what it is good for. */
    private static final Pattern LISTED = Pattern.compile("(?m)^ {4}\\./wall (\\S+)( {1,9}\\S.*?)?(?: {2,}.*)?$");

    private static final Pattern INLINE = Pattern.compile("`\\./wall ([^`]+)`");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    private CommandLine line() {
        Folders folders = new Folders(folder, folder, folder, folder);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return CommandLines.of(new Surroundings(
                folders, new Texts(Language.EN), Clock.SYSTEM, ChildJvm.asThisOne(), nowhere, nowhere));
    }

    private static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>(List.of(Path.of("README.md"), Path.of("layouts/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
        }
        return all;
    }

    /** The commands as written, without the words that explain them. */
    static Set<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (Path document : documents()) {
            commands.addAll(commandsOf(Files.readString(document)));
        }
        return commands;
    }

    private static List<String> commandsOf(String text) {
        List<String> commands = new ArrayList<>();
        Matcher listed = LISTED.matcher(text);
        while (listed.find()) {
            String rest = listed.group(2) == null ? "" : listed.group(2);
            commands.add(listed.group(1) + (rest.strip().startsWith("#") ? "" : rest));
        }
        Matcher inline = INLINE.matcher(text);
        while (inline.find()) {
            commands.add(inline.group(1));
        }
        return commands;
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.replaceAll("[\\[\\]…]", " "));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(String command) {
        String[] words = words(command);
        assertThatCode(() -> {
                    try {
                        line().parseArgs(words);
                    } catch (CommandLine.MissingParameterException shortened) {
                        // in the middle of a sentence the options that must be there may be left out
                        if (words.length > 2) {
                            throw shortened;
                        }
                    }
                })
                .as("./wall " + command)
                .doesNotThrowAnyException();
    }

    @Test
    void allOfThemAreFound() throws IOException {
        List<String> found = commandsOf(Files.readString(Path.of("README.md")));
        long written = Files.readAllLines(Path.of("README.md")).stream()
                .filter(text -> text.contains("./wall "))
                .count();
        assertThat(found.size()).isGreaterThanOrEqualTo((int) written).isGreaterThan(10);
        assertThat(found).anyMatch(command -> command.contains("--kiosk"));
    }

    @Test
    void aDocumentThatNamesWhatIsNotThereIsFound() {
        List<String> wrong = commandsOf("""
                    ./wall demo     --colour red        a demo that nobody built
                    ./wall dance                        nothing
                and `./wall status --loud` too
                """);
        assertThat(wrong).hasSize(3);
        for (String command : wrong) {
            assertThatThrownBy(() -> line().parseArgs(words(command)))
                    .as(command)
                    .isInstanceOf(ParameterException.class);
        }
    }

    @Test
    void everyOptionNamedAloneBelongsToSomeCommand() throws IOException {
        Set<String> known = new TreeSet<>();
        gather(line(), known);
        for (Path document : List.of(Path.of("README.md"), Path.of("layouts/README.md"))) {
            Matcher option = OPTION.matcher(Files.readString(document));
            while (option.find()) {
                assertThat(known).as(document.toString()).contains(option.group(1));
            }
        }
    }

    private static void gather(CommandLine above, Set<String> options) {
        for (CommandLine command : above.getSubcommands().values()) {
            command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .forEach(options::add);
            gather(command, options);
        }
    }
}
