package vn.toancanh.rtsp;

import java.time.Duration;

/**
 * How long a session waits.
 *
 * @param connect for a connection, name lookup included
 * @param answer for the answer to a request
 * @param silence for the next packet of the track once it plays
 */
public record RtspTimings(Duration connect, Duration answer, Duration silence) {
    public static final RtspTimings USUAL =
            new RtspTimings(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(10));
}
