package vn.toancanh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases<String> phrases = Phrases.of(
            List.of("Phường Hoàn Kiếm", "Ca đêm", "Toàn thành phố", "Kiếm tra đường dây", "Chia ô 3×3"),
            Function.identity());

    @Test
    void toneMarksAreNotNeededAndAnyBeginningOfAWordIsEnough() {
        assertThat(phrases.search("hoan ki", 9)).containsExactly("Phường Hoàn Kiếm");
        assertThat(phrases.search("đêm", 9)).containsExactly("Ca đêm");
        assertThat(phrases.search("DEM CA", 9)).containsExactly("Ca đêm");
        assertThat(phrases.search("oan", 9)).isEmpty();
        assertThat(phrases.search("3", 9)).containsExactly("Chia ô 3×3");
    }

    @Test
    void theKeysOfATelexTypistAreUnderstood() {
        assertThat(phrases.search("hoanf kieemf", 9)).containsExactly("Phường Hoàn Kiếm");
        assertThat(phrases.search("dduwowngf", 9)).containsExactly("Kiếm tra đường dây");
        assertThat(phrases.search("ddeem", 9)).containsExactly("Ca đêm");
    }

    @Test
    void whatBeginsWithItComesFirstAndNoMoreThanAskedFor() {
        assertThat(phrases.search("kiem", 9)).containsExactly("Kiếm tra đường dây", "Phường Hoàn Kiếm");
        assertThat(phrases.search("kiem", 1)).containsExactly("Kiếm tra đường dây");
        assertThat(phrases.search("  ", 9)).isEmpty();
    }
}
