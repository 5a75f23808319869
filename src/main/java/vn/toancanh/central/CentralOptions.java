package vn.toancanh.central;

import java.time.Duration;

/**
 * How the client presents itself and how patient it is.
 *
 * @param clientName program and version, told to the server at sign-in
 * @param connect longest wait for a connection
 * @param answer longest wait for a whole answer
 * @param page longest wait for a whole page of the catalogue
 * @param silence longest silence of the event stream; the contract promises a sign of life every 15 s
 * @param firstRetry wait before an event stream that could not be opened is tried again; doubles up to {@code longestRetry}
 * @param gather how long wishes for streams are gathered into one request
 * @param poll how often a server without events is asked for news
 */
public record CentralOptions(
        String clientName,
        Duration connect,
        Duration answer,
        Duration page,
        Duration silence,
        Duration firstRetry,
        Duration longestRetry,
        Duration gather,
        Duration poll) {
    /** What the product uses. */
    public static CentralOptions standard(String clientName) {
        return new CentralOptions(
                clientName,
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMillis(4),
                Duration.ofSeconds(60));
    }
}
