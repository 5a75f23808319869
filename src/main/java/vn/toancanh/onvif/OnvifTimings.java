package vn.toancanh.onvif;

import java.time.Duration;

/**
 * How patient we are with a device.
 *
 * @param connect longest wait for a connection
 * @param ask longest wait for a whole answer to a question
 * @param move longest wait for a whole answer to a movement
 * @param stop longest wait for a whole answer to a stop, after which it is said again
 * @param rest how long a device that refused the password is not asked again; doubles with each further refusal
 * @param longestRest up to here
 */
public record OnvifTimings(
        Duration connect, Duration ask, Duration move, Duration stop, Duration rest, Duration longestRest) {
    /** What the product uses. */
    public static final OnvifTimings USUAL = new OnvifTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofMillis(1500),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30));
}
