package vn.toancanh.decoder;

import java.util.List;
import java.util.stream.Stream;
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
        // Every player would look for loudspeakers and load a font for subtitles, several times the work of opening it.
        "--aout=none",
        "--text-renderer=none",
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

    private final MediaPlayerFactory factory;
    private final NativeCalls calls;
    private final List<String> missing;

    /**
     * Loads libVLC.
     *
     * @throws UnsatisfiedLinkError or another linkage error where there is none
     */
    VlcEngine() throws ReflectiveOperationException {
        NativeDiscovery discovery = VlcPlaces.discovery();
        discovery.discover();
        missing = VlcPlaces.missingPlugins(discovery.discoveredPath(), System.getenv("VLC_PLUGIN_PATH"));
        factory = new MediaPlayerFactory(discovery, ARGUMENTS);
        calls = new NativeCalls();
    }

    NativeCalls calls() {
        return calls;
    }

    String version() {
        return factory.application().version();
    }

    /** Plugins that are not there, each as {@code access_imem (access)}; empty where all are. */
    List<String> missing() {
        return missing;
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
