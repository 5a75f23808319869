package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients have words for codes: each that the server can answer stands in the contract, and none that it cannot. */
class ProblemCodesTest {
    private static final Path SERVER = Path.of("src", "main", "java", "vn", "toancanh", "server");

    /** A status and a code, or a code where the status follows from what is called. */
    private static final Pattern MADE = Pattern.compile(
            "\\b(?:(?:of|passing|ApiProblem)\\(\\s*[45]\\d\\d,|(?:refused|conflict)\\()\\s*\"([\\w.]+)\",");

    private static Set<String> made() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SERVER)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher code = MADE.matcher(read(file));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            });
        }
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void theContractListsTheCodesThatTheServerMakes() throws IOException {
        assertThat(made()).hasSizeGreaterThan(60).containsExactlyInAnyOrderElementsOf(Contract.codes());
    }
}
