package vn.toancanh.decoder;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.co.caprica.vlcj.binding.lib.LibC;
import uk.co.caprica.vlcj.factory.discovery.NativeDiscovery;
import uk.co.caprica.vlcj.factory.discovery.strategy.BaseNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.OsxNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.WindowsNativeDiscoveryStrategy;

/**
 * Where libVLC and its plugins are. The search that vlcj makes by itself goes down whole trees of folders, and never comes to
 * an end where a link leads back up, as {@code /usr/bin/X11} does: without libVLC a worker would look for it for ever
 * instead of saying so.
 */
final class VlcPlaces {
    /** What a worker cannot do without, by the name of the module; the value is its folder below {@code plugins}. */
    private static final Map<String, String> PLUGINS = Map.of(
            "access_imem", "access",
            "vmem", "video_output",
            "avcodec", "codec",
            "swscale", "video_chroma");

    private VlcPlaces() {}

    /** vlcj's search, on Linux confined to folders that hold libVLC. */
    static NativeDiscovery discovery() {
        return new NativeDiscovery(new Linux(), new OsxNativeDiscoveryStrategy(), new WindowsNativeDiscoveryStrategy());
    }

    /** Of these folders and those right below them, the first in which libVLC lies; empty where it lies in none. */
    static Optional<Path> first(List<String> folders) {
        return folders.stream()
                .map(Path::of)
                .flatMap(folder ->
                        holdsLibVlc(folder) ? Stream.of(folder) : below(folder).filter(VlcPlaces::holdsLibVlc))
                .findFirst();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException | RuntimeException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean holdsLibVlc(Path folder) {
        return holds(folder, "libvlc.so*") && holds(folder, "libvlccore.so*");
    }

    private static boolean holds(Path folder, String names) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** Plugins that can be seen to be missing before libVLC is loaded, which may not come up without them. */
    static List<String> missingPlugins() {
        return missingPlugins(Linux.folder().map(Path::toString).orElse(null), System.getenv("VLC_PLUGIN_PATH"));
    }

    /**
     * Plugins that are not there, each as {@code access_imem (access)}; empty where all are, or where their folders are
     * unknown.
     *
     * @param library folder of libVLC, if it was found
     * @param asked value of {@code VLC_PLUGIN_PATH}, if it is set; libVLC looks there besides its own folder
     */
    static List<String> missingPlugins(@Nullable String library, @Nullable String asked) {
        List<Path> folders = pluginFolders(library, asked);
        if (folders.isEmpty()) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        PLUGINS.forEach((name, kind) -> {
            if (folders.stream().noneMatch(folder -> holdsPlugin(folder, kind, name))) {
                missing.add(name + " (" + kind + ")");
            }
        });
        return missing.stream().sorted().toList();
    }

    private static List<Path> pluginFolders(@Nullable String library, @Nullable String asked) {
        List<Path> folders = new ArrayList<>();
        paths(asked).forEach(each -> folders.add(Path.of(each)));
        if (library != null) {
            Path home = Path.of(library);
            folders.addAll(List.of(home.resolve("vlc/plugins"), home.resolve("plugins"), home.resolve("../plugins")));
        }
        return folders.stream().filter(Files::isDirectory).toList();
    }

    private static List<String> paths(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Stream.of(joined.split(File.pathSeparator, -1))
                        .filter(each -> !each.isBlank())
                        .toList();
    }

    private static boolean holdsPlugin(Path folder, String kind, String name) {
        Path place = Files.isDirectory(folder.resolve(kind)) ? folder.resolve(kind) : folder;
        return Stream.of(".so", ".dll", ".dylib")
                .anyMatch(ending -> Files.exists(place.resolve("lib" + name + "_plugin" + ending)));
    }

    private static final class Linux extends BaseNativeDiscoveryStrategy {
        private static final List<String> USUAL =
                List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/local/lib64", "/usr/lib", "/usr/local/lib");

        Linux() {
            super(
                    new String[] {"libvlc\\.so(?:\\.\\d)*", "libvlccore\\.so(?:\\.\\d)*"},
                    new String[] {"%s/plugins", "%s/vlc/plugins"});
        }

        @Override
        public boolean supported() {
            return System.getProperty("os.name", "").startsWith("Linux");
        }

        static Optional<Path> folder() {
            List<String> folders = new ArrayList<>(paths(System.getProperty("jna.library.path")));
            folders.addAll(paths(System.getenv("LD_LIBRARY_PATH")));
            folders.addAll(USUAL);
            return first(folders);
        }

        @Override
        protected List<String> discoveryDirectories() {
            return folder().map(Path::toString).stream().toList();
        }

        @Override
        protected boolean setPluginPath(String pluginPath) {
            return LibC.INSTANCE.setenv(PLUGIN_ENV_NAME, pluginPath, 1) == 0;
        }
    }
}
