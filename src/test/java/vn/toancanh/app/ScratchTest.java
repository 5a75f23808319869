package vn.toancanh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.AbandonedFiles;

class ScratchTest {
    @TempDir
    Path cache;

    private Path left(String name) throws Exception {
        Path folder = Files.createDirectories(cache.resolve(name));
        Files.writeString(folder.resolve("library.so"), "x");
        return folder;
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndNothingElse() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path killed = left("unpacked-" + gone.pid());
        Path alive = left(
                "unpacked-" + ProcessHandle.current().parent().orElseThrow().pid());
        Path clips = left("clips");
        Path odd = left("unpacked-1234567890123456789012");
        AbandonedFiles.sweep(cache, Pattern.compile("unpacked-(\\d+)"));
        assertThat(killed).doesNotExist();
        assertThat(alive.resolve("library.so")).exists();
        assertThat(clips.resolve("library.so")).exists();
        assertThat(odd.resolve("library.so")).exists();
    }

    @Test
    void aFolderThatCannotBeMadeStopsNothing() throws Exception {
        Path file = Files.writeString(cache.resolve("file"), "x");
        String before = System.getProperty("org.sqlite.tmpdir");
        Scratch.prepare(file);
        String sticks = System.clearProperty("org.lwjgl.system.SharedLibraryExtractPath");
        assertThat(sticks).as("where nobody else writes").startsWith(file.toString());
        assertThat(Scratch.sticks(file)).isEqualTo("-Dorg.lwjgl.system.SharedLibraryExtractPath=" + sticks);
        assertThat(System.getProperty("org.sqlite.tmpdir")).isEqualTo(before);
    }
}
