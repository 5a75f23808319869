package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
    @Test
    void theUsualPlaceIsTheUsersCache() {
        Path home = Path.of("/home/truc");
        assertThat(Unpacking.usual(Map.of(), home)).isEqualTo(Path.of("/home/truc/.cache/JNA/temp"));
        assertThat(Unpacking.usual(Map.of("XDG_CACHE_HOME", " "), home))
                .isEqualTo(Path.of("/home/truc/.cache/JNA/temp"));
        assertThat(Unpacking.usual(Map.of("XDG_CACHE_HOME", "/var/cache/truc"), home))
                .isEqualTo(Path.of("/var/cache/truc/JNA/temp"));
    }

    @Test
    void aFolderThatIsNotThereYetHasTheRoomOfWhatIsThere(@TempDir Path folder) {
        assertThat(Unpacking.hasRoom(folder.resolve("a/b/c"))).isTrue();
        assertThat(Unpacking.hasRoom(Path.of("/proc/self/nowhere"))).isFalse();
    }
}
