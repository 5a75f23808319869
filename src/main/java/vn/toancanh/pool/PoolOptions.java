package vn.toancanh.pool;

import java.time.Duration;

/**
 * How the pool deals with its workers.
 *
 * @param workers how many share the streams, at least 1
 * @param heartbeat between two pings
 * @param silentBeats unanswered pings after which a worker is replaced
 * @param startPatience how long a worker may take to say hello
 * @param stuckPatience how long a call into libVLC may take before its worker is replaced
 * @param firstWait before the first restart in a row
 * @param longestWait between restarts
 * @param steady how long a worker must have run for its falls to be forgotten
 */
public record PoolOptions(
        int workers,
        Duration heartbeat,
        int silentBeats,
        Duration startPatience,
        Duration stuckPatience,
        Duration firstWait,
        Duration longestWait,
        Duration steady) {
    private static final int MOST_WORKERS = 8;

    /** Two workers on two cores, and one more for every two cores beyond: fewer share a fall, more cost memory. */
    public static PoolOptions forCores(int cores) {
        return new PoolOptions(
                Math.clamp(1 + cores / 2, 1, MOST_WORKERS),
                Duration.ofSeconds(1),
                5,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }
}
