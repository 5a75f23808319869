package vn.toancanh.pool;

import java.time.Duration;
import vn.toancanh.control.Word;

/**
 * How the pool deals with its workers.
 *
 * @param workers how many share the streams, at least 1
 * @param heartbeat between two pings
 * @param stoppedBeats unanswered pings after which a worker is replaced that the system says is stopped
 * @param asleepBeats looks in a row, from then on, at which every thread of it slept, after which it is replaced: one that waits for
 *     a processor does not sleep
 * @param silentBeats unanswered pings after which any worker is replaced, since on a machine that is too busy an answer may
 *     take a second; twice as many while it is young
 * @param youth how long a worker is young after it could play
 * @param startPatience how long a worker may take to say hello
 * @param stuckPatience how long a call into libVLC may take before its worker is replaced
 * @param firstWait before the first restart in a row, where no spare worker is there
 * @param longestWait between restarts
 * @param steady how long a worker must have run for its falls to be forgotten
 * @param spares workers kept started without streams; one more while streams are under suspicion
 * @param spareAfter how long after a worker was needed the next spare one is started
 * @param memory what a worker may grow to
 * @param quarantine how streams that fell workers are kept apart
 */
public record PoolOptions(
        int workers,
        Duration heartbeat,
        int stoppedBeats,
        int asleepBeats,
        int silentBeats,
        Duration youth,
        Duration startPatience,
        Duration stuckPatience,
        Duration firstWait,
        Duration longestWait,
        Duration steady,
        int spares,
        Duration spareAfter,
        MemoryBudget memory,
        Quarantine quarantine) {
    private static final int MOST_WORKERS = 8;

    /**
     * What a worker may take before it is replaced in order. One that takes {@value #MOST_TIMES} times that is ended at once.
     *
     * @param baseKb for itself, KiB
     * @param streamKb for each stream at least, KiB
     * @param pictures of its full size that a stream may keep: those its coding refers to and those under way
     * @param pause between two replacements of one worker for this reason
     */
    public record MemoryBudget(long baseKb, long streamKb, int pictures, Duration pause) {
        static final int MOST_TIMES = 2;

        /** The budget for what a worker plays now, KiB. */
        long budgetKb(Word.Statistics statistics) {
            long sum = baseKb;
            for (Word.Stream stream : statistics.streams()) {
                // Three bytes for two samples: 4:2:0.
                long pictureKb = (long) stream.width() * stream.height() * 3 / 2 / 1024;
                sum += Math.max(streamKb, pictures * pictureKb);
            }
            return sum;
        }
    }

    /**
     * How streams that fell workers are kept apart.
     *
     * @param cleared how long a stream must decode for its crashes to be forgotten
     * @param crashes how often a stream may fell the worker it has for itself within {@code within}
     * @param within the time those are counted in
     * @param rest how long it then stays dark before it is tried once more
     * @param workers how many there may be beside the usual ones for such streams
     */
    public record Quarantine(Duration cleared, int crashes, Duration within, Duration rest, int workers) {}

    /** Two workers on two cores, and one more for every two cores beyond: fewer share a fall, more cost memory. */
    public static PoolOptions forCores(int cores) {
        return new PoolOptions(
                Math.clamp(1 + cores / 2, 1, MOST_WORKERS),
                Duration.ofMillis(250),
                1,
                2,
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                2,
                Duration.ofSeconds(2),
                new MemoryBudget(384L << 10, 32L << 10, 24, Duration.ofMinutes(10)),
                new Quarantine(Duration.ofMinutes(5), 3, Duration.ofMinutes(10), Duration.ofHours(1), 6));
    }
}
