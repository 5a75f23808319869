package vn.toancanh.simulator.rtsp;

import java.time.Duration;
import vn.toancanh.base.Secret;
import vn.toancanh.simulator.strip.Schedule;

/**
 * How the server serves.
 *
 * @param port on the loopback address; 0 for any free one
 * @param open true: nobody is asked for a password
 * @param burst true: a new watcher gets the newest key frame and what followed it at once; false: the next key frame is
 *     the first picture sent, as from most cameras
 * @param patience how long DESCRIBE waits for a loop that is being encoded before it answers 503; a main stream
 *     shows the sub stream meanwhile, where that is ready
 * @param queueBytes what may wait for a slow watcher before pictures are left out for it
 */
public record ServerSettings(
        int port,
        String user,
        Secret password,
        boolean open,
        boolean burst,
        Duration patience,
        int queueBytes,
        Schedule schedule) {
    /** The usual settings with any free port. */
    public static ServerSettings usual(String user, Secret password) {
        return new ServerSettings(
                0, user, password, false, false, Duration.ofSeconds(8), 512 * 1024, Schedule.STANDARD);
    }
}
