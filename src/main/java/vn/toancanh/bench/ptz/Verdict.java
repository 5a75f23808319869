package vn.toancanh.bench.ptz;

/**
 * What became of one sequence.
 *
 * @param moved the head moved at all
 * @param standsMillis from when it was let go of until it stood; more than anything where it did not before the fault was mended
 * @param excused nothing could end the movement before the fault was mended
 * @param said the operator was told meanwhile that nobody knows whether it stands; true where there was nobody to tell, or nothing
 * @param endedMoving it moved in the end, or the last thing that it accepted was no stop
 */
record Verdict(
        Sequence sequence, boolean moved, long standsMillis, boolean excused, boolean said, boolean endedMoving) {
    /** True where nothing is to be complained of. */
    boolean isGood() {
        return said && !endedMoving && (excused || standsMillis <= Verdicts.STANDS_MS);
    }
}
