package vn.toancanh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;

class FoldersTest {
    private static final Path HOME = Path.of("/home/an");

    @Test
    void followsTheXdgRules() {
        Folders folders =
                Folders.of(Map.of("XDG_DATA_HOME", "/data", "XDG_RUNTIME_DIR", "/run/user/1000"), HOME, "Linux");
        assertThat(folders.data()).isEqualTo(Path.of("/data/toan-canh"));
        assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/toan-canh"));
        assertThat(folders.runtime()).isEqualTo(Path.of("/run/user/1000/toan-canh"));
    }

    @Test
    void ignoresARelativeXdgFolder() {
        Folders folders = Folders.of(Map.of("XDG_CACHE_HOME", "cache"), HOME, "Linux");
        assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/toan-canh"));
    }

    @Test
    void keepsToTheHabitsOfOtherSystems() {
        assertThat(Folders.of(Map.of(), HOME, "Mac OS X").cache()).isEqualTo(HOME.resolve("Library/Caches/ToanCanh"));
        assertThat(Folders.of(Map.of(), HOME, "Windows 11").data())
                .isEqualTo(HOME.resolve("AppData/Local/ToanCanh/data"));
    }

    @Test
    void theLanguageIsTheOneAskedForThenTheLocalesThenVietnamese() {
        assertThat(Main.language(java.util.List.of("demo", "--lang", "en"), Map.of("LANG", "vi_VN")))
                .isEqualTo(Language.EN);
        assertThat(Main.language(java.util.List.of("demo", "--lang=vi"), Map.of("LANG", "en_US")))
                .isEqualTo(Language.VI);
        assertThat(Main.language(java.util.List.of(), Map.of("LANG", "en_US.UTF-8")))
                .isEqualTo(Language.EN);
        assertThat(Main.language(java.util.List.of(), Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8")))
                .isEqualTo(Language.VI);
    }
}
