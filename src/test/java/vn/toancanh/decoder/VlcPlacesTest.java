package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class VlcPlacesTest {
    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private List<String> folders(String... names) {
        return List.of(names).stream()
                .map(name -> folder.resolve(name).toString())
                .toList();
    }

    @Test
    void libVlcIsFoundInAFolderOrRightBelowIt() throws IOException {
        file("lib/x86_64-linux-gnu/libvlc.so.5");
        file("lib/x86_64-linux-gnu/libvlccore.so.9");
        file("half/libvlc.so.5");
        Path found = folder.resolve("lib/x86_64-linux-gnu");
        assertThat(VlcPlaces.first(folders("nowhere", "half", "lib"))).contains(found);
        assertThat(VlcPlaces.first(folders("lib/x86_64-linux-gnu", "lib"))).contains(found);
        assertThat(VlcPlaces.first(folders("nowhere", "half"))).isEmpty();
    }

    @Test
    @Timeout(20)
    void aLinkThatLeadsBackUpEndsTheSearchToo() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.createDirectories(folder.resolve("bin/more" + i));
            Files.createSymbolicLink(folder.resolve("bin/more" + i + "/X11"), folder.resolve("bin"));
        }
        Files.createSymbolicLink(folder.resolve("bin/X11"), Path.of("."));
        assertThat(VlcPlaces.first(folders("bin"))).isEmpty();
    }

    @Test
    void aPluginIsMissingWhereItLiesNeitherBesideLibVlcNorWhereTheVariablePoints() throws IOException {
        file("lib/vlc/plugins/access/libaccess_imem_plugin.so");
        file("lib/vlc/plugins/codec/libavcodec_plugin.so");
        file("own/video_chroma/libswscale_plugin.so");
        file("flat/libvmem_plugin.so");
        String lib = folder.resolve("lib").toString();
        assertThat(VlcPlaces.missingPlugins(lib, null))
                .containsExactly("swscale (video_chroma)", "vmem (video_output)");
        assertThat(VlcPlaces.missingPlugins(lib, folder.resolve("own").toString()))
                .containsExactly("vmem (video_output)");
        assertThat(VlcPlaces.missingPlugins(lib, String.join(java.io.File.pathSeparator, folders("own", "flat"))))
                .isEmpty();
        assertThat(VlcPlaces.missingPlugins(null, null))
                .as("folders that are not known say nothing")
                .isEmpty();
    }
}
