package vn.toancanh.pool;

/**
 * What is known of one worker, for status.
 *
 * @param number from 1
 * @param pid 0 where there is no process
 * @param cpuMillis processor time of its present process
 * @param memoryKb proportional share of memory (PSS), 0 where unknown
 * @param restarts how often it fell and was replaced
 */
public record WorkerFacts(int number, State state, long pid, int streams, long cpuMillis, long memoryKb, int restarts) {
    /** Where a worker stands. */
    public enum State {
        /** Not needed yet. */
        IDLE,
        /** Its process has begun and has not said hello. */
        STARTING,
        READY,
        /** It fell; the next one begins after a wait. */
        WAITING
    }
}
