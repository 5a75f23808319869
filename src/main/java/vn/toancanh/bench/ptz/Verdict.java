package vn.toancanh.bench.ptz;

/**
 * What became of one sequence.
 *
 * @param moved the head moved at all
 * @param standsMillis from when it was let go of until it stood; more than anything where it did not before the fault was mended
 * @param twitchedMillis where it stood: until when after the mending it moved again, because something was still on its way to it; else 0
 * @param excused nothing could end the movement before the fault was mended
 * @param said the operator was told meanwhile that nobody knows whether it stands; true where there was nobody to tell, or nothing
 * @param endedMoving it moved in the end, or the last thing that it accepted was no stop
 */
record Verdict(
        Sequence sequence,
        boolean moved,
        long standsMillis,
        long twitchedMillis,
        boolean excused,
        boolean said,
        boolean endedMoving) {
    /** True where nothing is to be complained of. */
    boolean isGood() {
        return said
                && !endedMoving
                && (excused || standsMillis <= Verdicts.STANDS_MS)
                && twitchedMillis <= Verdicts.TWITCHES_MS;
    }
}
