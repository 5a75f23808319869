package vn.toancanh.bench.fuzz;

/**
 * What a case found.
 *
 * @param number of the case, by which it can be run again
 * @param detail one line for the engineer
 */
public record Fall(long number, Spoiled spoiled, Kind kind, String detail) {
    /** What was promised and not kept. */
    public enum Kind {
        /** Something was thrown. */
        THREW,
        /** A step did not end. */
        ENDLESS,
        /** A step took more than its share of a processor. */
        OVERLONG,
        /** One request led to another, without end. */
        TALKATIVE,
        /** Ports stayed open behind a session that was over. */
        LEFT_OPEN,
        /** More memory was held than is ever to be held. */
        HELD,
        /** More memory was used in one step than any step needs. */
        ALLOCATED;

        /** True where it is memory. */
        public boolean breaksCap() {
            return this == HELD || this == ALLOCATED;
        }
    }
}
