package vn.toancanh.app.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a running client shows, at one moment.
 *
 * @param user who is signed in, empty where nobody is
 * @param session how the client stands with the server: one of the closed set of connection phases
 * @param keeping text key of why what is to be kept on this machine is not; empty where it is
 * @param cameras how many the catalogue holds
 * @param stallMs how long the thread that paints was held up at most within the last two to four seconds, milliseconds
 * @param tiles every tile that is meant to show something, by window and number
 * @param workers the decoder processes
 * @param windows the windows of the wall, by number
 */
public record StatusReport(
        long pid,
        String server,
        String user,
        String session,
        String keeping,
        int cameras,
        long stallMs,
        List<TileLine> tiles,
        List<WorkerLine> workers,
        List<WindowLine> windows) {
    /**
     * One window.
     *
     * @param number from 1, the main window
     * @param away true while it waits for its monitor and is nowhere
     * @param home name of the monitor it belongs to; empty where the system tells none
     * @param monitor name of the one it is on, or was on last
     * @param x left edge of that monitor on the desktop, device pixels
     * @param y its upper edge
     * @param width of that monitor, device pixels
     * @param height of that monitor, device pixels
     */
    public record WindowLine(
            int number, boolean away, String home, String monitor, int x, int y, int width, int height) {}

    /**
     * One tile.
     *
     * @param window the number of its window, from 1, the main window
     * @param number the tile's number in its window, from 1, as an empty tile shows it
     * @param camera the operators' camera number, 0 where it has none
     * @param state one of the closed set of tile phases
     * @param cause why it is not live, empty where there is nothing to say
     * @param stream which of the camera's streams: main, sub, third; empty while none plays
     * @param fps pictures shown a second, over the last second
     * @param x left edge of the picture on the desktop, device pixels
     * @param y upper edge of the picture on the desktop, device pixels
     * @param width of the picture on show, device pixels; 0 where there is none
     * @param height of the picture on show, device pixels; 0 where there is none
     * @param figures what its stream did since it was opened; null until known
     * @param why the reasons for this stream and this rate; empty where there is nothing to explain
     */
    public record TileLine(
            int window,
            int number,
            int camera,
            String name,
            String state,
            boolean live,
            String cause,
            String stream,
            double fps,
            int x,
            int y,
            int width,
            int height,
            @Nullable Figures figures,
            List<ReasonLine> why) {
        public TileLine {
            why = List.copyOf(why);
        }
    }

    /**
     * Part of why a tile shows what it shows.
     *
     * @param key of its text, such as {@code why.smallTile}
     * @param values of the text's placeholders, in their order
     */
    public record ReasonLine(String key, List<Object> values) {
        public ReasonLine {
            values = List.copyOf(values);
        }
    }

    /**
     * A stream's counters since it was opened, as the details beside the wall show them.
     *
     * @param codec H264, H265, MJPEG or UNKNOWN
     * @param width coded picture width, pixels; 0 until known
     * @param height coded picture height, pixels; 0 until known
     * @param kbps over the last second
     * @param received whole access units taken from the network
     * @param decoded distinct pictures that came out of the decoder
     * @param lost RTP packets missing by their sequence numbers
     * @param jitterMs interarrival jitter, RFC 3550 section 6.4.1
     * @param clockJumps how often the time in its packets leapt
     * @param receivedFps access units taken from the network a second, over the last seconds
     * @param decodedFps pictures that came out of the decoder a second, over the last seconds
     * @param transport TCP, TLS, UDP or UNKNOWN
     * @param worker number of its decoder process, from 1; 0 until known
     * @param ageMs how old the picture on show is by its camera's clock; null where nothing is known
     * @param ageTrusted false where that clock is wrong, and the age with it
     * @param tooOldToSteer whoever steers by this picture overshoots
     */
    public record Figures(
            String codec,
            int width,
            int height,
            int kbps,
            long received,
            long decoded,
            long lost,
            double jitterMs,
            long clockJumps,
            double receivedFps,
            double decodedFps,
            String transport,
            int worker,
            @Nullable Long ageMs,
            boolean ageTrusted,
            boolean tooOldToSteer) {}

    /**
     * One decoder process.
     *
     * @param number as a tile's figures name it, from 1
     * @param streams how many it plays
     * @param restarts how often its place was filled anew
     */
    public record WorkerLine(int number, long pid, int streams, int restarts) {}

    public StatusReport {
        tiles = List.copyOf(tiles);
        workers = List.copyOf(workers);
    }

    /** How many tiles show what happens now. */
    public long live() {
        return tiles.stream().filter(TileLine::live).count();
    }
}
