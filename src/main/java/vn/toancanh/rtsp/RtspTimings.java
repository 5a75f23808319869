package vn.toancanh.rtsp;

import java.time.Duration;

/**
 * How long a session waits.
 *
 * @param connect for a connection; name lookup and the agreement on encryption included
 * @param answer for the answer to a request
 * @param silence for the next packet of the track once it plays; for the first one by TCP, before UDP is tried where the policy allows
 * @param firstDatagram for the first packet by UDP, before TCP is tried where the policy allows
 */
public record RtspTimings(Duration connect, Duration answer, Duration silence, Duration firstDatagram) {
    public static final RtspTimings USUAL =
            new RtspTimings(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(5));

    /** With three seconds for the first datagram. */
    public RtspTimings(Duration connect, Duration answer, Duration silence) {
        this(connect, answer, silence, Duration.ofSeconds(3));
    }
}
