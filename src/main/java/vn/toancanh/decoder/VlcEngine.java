package vn.toancanh.decoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;
import uk.co.caprica.vlcj.factory.discovery.NativeDiscovery;
import uk.co.caprica.vlcj.media.Media;

/** libVLC, loaded once in a worker. Lane: VLC, except for {@link #calls()}. */
final class VlcEngine {
    private static final String[] ARGUMENTS = {
        "--no-audio",
        "--no-video-title-show",
        "--no-osd",
        "--no-spu",
        // How many pictures its decoders made is what liveness rests on.
        "--stats",
        "--no-snapshot-preview",
        "--quiet",
        // A picture is shown when it is decoded, however late: how old it is, the client says.
        "--no-drop-late-frames",
        "--no-skip-frames",
        "--swscale-mode=0"
    };

    private static final String[] MEDIA = {
        ":avcodec-threads=1", ":avcodec-hw=none", ":no-avcodec-hurry-up", ":no-audio", ":no-spu", ":clock-jitter=0"
    };

    /**
     * For pictures shown at half their size or less: no smoothing of block edges between key frames, which costs a third of
     * decoding and is hardly seen at that size (decision 0013).
     */
    private static final String UNSMOOTHED = ":avcodec-skiploopfilter=3";

    /** What a worker cannot do without, by the folder below {@code plugins} and the name of the module. */
    private static final Map<String, String> PLUGINS = Map.of(
            "access_imem", "access",
            "vmem", "video_output",
            "avcodec", "codec",
            "swscale", "video_chroma");

    private final MediaPlayerFactory factory;
    private final NativeCalls calls;

    /**
     * Loads libVLC.
     *
     * @throws UnsatisfiedLinkError or another linkage error where there is none
     */
    VlcEngine() throws ReflectiveOperationException {
        factory = new MediaPlayerFactory(new NativeDiscovery(), ARGUMENTS);
        calls = new NativeCalls();
    }

    NativeCalls calls() {
        return calls;
    }

    String version() {
        return factory.application().version();
    }

    /** Plugins that are not there, each as {@code access_imem (access)}; empty where all are, or where their folder is unknown. */
    List<String> missing() {
        Path folder = pluginFolder(factory.nativeLibraryPath());
        List<String> missing = new ArrayList<>();
        if (folder != null) {
            PLUGINS.forEach((name, kind) -> {
                if (!holds(folder, kind, name)) {
                    missing.add(name + " (" + kind + ")");
                }
            });
        }
        return missing.stream().sorted().toList();
    }

    private static @Nullable Path pluginFolder(@Nullable String library) {
        String asked = System.getenv("VLC_PLUGIN_PATH");
        if (asked != null && Files.isDirectory(Path.of(asked))) {
            return Path.of(asked);
        }
        if (library == null) {
            return null;
        }
        Path home = Path.of(library);
        return Stream.of(home.resolve("vlc/plugins"), home.resolve("plugins"), home.resolve("../plugins"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(Path folder, String kind, String name) {
        Path place = Files.isDirectory(folder.resolve(kind)) ? folder.resolve(kind) : folder;
        return Stream.of(".so", ".dll", ".dylib")
                .anyMatch(ending -> Files.exists(place.resolve("lib" + name + "_plugin" + ending)));
    }

    /**
     * A player that pulls from and draws for the one at this number; it does not play yet.
     *
     * @param reduced pictures are shown at half their size or less
     * @throws IllegalStateException if libVLC has no memory for it
     */
    VlcPlayer prepare(int number, String codec, boolean reduced) {
        String[] pulls = calls.pullFrom(number, codec);
        String[] extra = reduced ? new String[] {UNSMOOTHED} : new String[0];
        String[] options = Stream.of(MEDIA, extra, pulls).flatMap(Stream::of).toArray(String[]::new);
        Media media = factory.media().newMedia("imem://", options);
        if (media == null) {
            throw new IllegalStateException("libVLC does not take the medium");
        }
        try {
            VlcPlayer player = VlcPlayer.of(media);
            try {
                calls.drawInto(player.address(), number);
            } catch (RuntimeException refused) {
                player.release();
                throw refused;
            }
            return player;
        } finally {
            media.release();
        }
    }
}
