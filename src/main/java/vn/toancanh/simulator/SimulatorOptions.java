package vn.toancanh.simulator;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How many cameras, and how they are served.
 *
 * @param cameras 1 to {@value #MOST_CAMERAS}
 * @param port of the RTSP server on the loopback address, after which comes that of the heads; 0 for any free ones
 * @param cache folder for encoded loops, made when needed
 * @param open true: nobody is asked for a password, so that players which would show it in their command line can watch
 * @param burst true: a new watcher gets the newest key frame at once; false: it waits for the next, as with most cameras
 * @param patience how long DESCRIBE waits for a loop that is being encoded before it answers 503; a main stream
 *     shows the sub stream meanwhile, where that is ready
 * @param encoders loops encoded at the same time
 * @param ffmpeg name on the path, or file
 */
public record SimulatorOptions(
        int cameras,
        int port,
        Path cache,
        boolean open,
        boolean burst,
        Duration patience,
        int encoders,
        String ffmpeg,
        Progress progress) {
    public static final int MOST_CAMERAS = 2000;

    public SimulatorOptions {
        if (cameras < 1 || cameras > MOST_CAMERAS || port < 0 || port > 65_535 || encoders < 1) {
            throw new IllegalArgumentException("cameras " + cameras + " port " + port + " encoders " + encoders);
        }
    }

    /** That many cameras with the usual settings, on any free port. */
    public static SimulatorOptions of(int cameras, Path cache) {
        return new SimulatorOptions(cameras, 0, cache, false, false, Duration.ofSeconds(8), 2, "ffmpeg", Progress.NONE);
    }

    /** Of the heads; 0 for any free one. */
    int headPort() {
        return port == 0 || port == 65_535 ? 0 : port + 1;
    }

    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(cameras, other, cache, open, burst, patience, encoders, ffmpeg, progress);
    }

    public SimulatorOptions withBurst(boolean other) {
        return new SimulatorOptions(cameras, port, cache, open, other, patience, encoders, ffmpeg, progress);
    }

    public SimulatorOptions withProgress(Progress other) {
        return new SimulatorOptions(cameras, port, cache, open, burst, patience, encoders, ffmpeg, other);
    }

    /** The same without passwords. */
    public SimulatorOptions withoutPasswords() {
        return new SimulatorOptions(cameras, port, cache, true, burst, patience, encoders, ffmpeg, progress);
    }
}
