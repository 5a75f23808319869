package vn.toancanh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Texts;
import vn.toancanh.fences.Tidy;

/** Every text exists in every language, says something in both, and is used. */
class TextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/vn/toancanh/text");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("[\":]([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9]+)+)[\"}]");
    private static final Pattern ASKED =
            Pattern.compile("(?:[tT]exts?(?:\\(\\))?\\s*\\.get|\\.withText)\\(\\s*\"([^\"]*[^\".])\"");

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSamePlaceholders() throws IOException {
        for (String bundle : Texts.BUNDLES) {
            Map<String, String> vietnamese = load(bundle, "vi");
            Map<String, String> english = load(bundle, "en");
            assertThat(vietnamese.keySet()).as(bundle).isEqualTo(english.keySet());
            for (String key : vietnamese.keySet()) {
                assertThat(placeholders(vietnamese.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(english.getOrDefault(key, "")));
            }
        }
    }

    @Test
    void everyTextSaysSomethingAndDoublesItsApostrophes() throws IOException {
        for (String language : List.of("vi", "en")) {
            for (var entry : all(language).entrySet()) {
                assertThat(entry.getValue()).as(entry.getKey()).isNotBlank();
                assertThat(entry.getValue().replace("''", ""))
                        .as(entry.getKey())
                        .doesNotContain("'");
                assertThat(new MessageFormat(entry.getValue())).isNotNull();
            }
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            load(bundle, "vi").keySet().stream().filter(key -> !seen.add(key)).forEach(twice::add);
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            for (String language : List.of("vi", "en")) {
                Set<String> seen = new TreeSet<>();
                Files.readAllLines(TEXTS.resolve(bundle + "_" + language + ".properties")).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .forEach(twice::add);
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void noTextIsUnused() throws IOException {
        Set<String> unused = new TreeSet<>(all("vi").keySet());
        unused.removeAll(found(LITERAL));
        unused.removeIf(TextsTest::isWordOfAClosedSet);
        assertThat(unused).isEmpty();
    }

    @Test
    void noTextIsMissing() throws IOException {
        Set<String> missing = found(ASKED);
        missing.removeAll(all("vi").keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyBundleIsKnown() {
        List<String> files = Tidy.files(TEXTS, ".properties").stream()
                .map(path -> path.getFileName().toString().replaceAll("_(vi|en)\\.properties$", ""))
                .distinct()
                .toList();
        assertThat(files).containsExactlyInAnyOrderElementsOf(Texts.BUNDLES);
    }

    /** The tile states are spoken by enum constant; the states' own tests check that each has its word. */
    private static boolean isWordOfAClosedSet(String key) {
        return key.startsWith("tile.");
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        for (Path file : Tidy.files(CODE, ".java")) {
            Matcher matcher = pattern.matcher(Tidy.read(file));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        }
        return keys;
    }

    private static Set<String> placeholders(String pattern) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return numbers;
    }

    private static Map<String, String> all(String language) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String bundle : Texts.BUNDLES) {
            texts.putAll(load(bundle, language));
        }
        return texts;
    }

    private static Map<String, String> load(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(bundle + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
