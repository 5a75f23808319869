package vn.toancanh.simulator.head;

/**
 * A request that came to a head.
 *
 * @param operation its name, such as {@code ContinuousMove}
 * @param pan speed, place or way that it named; 0 where it named none; so are {@code tilt} and {@code zoom}
 * @param comeNanos when it had come, {@code Clock.nanos()}
 * @param doneNanos when the head did it or refused it
 * @param accepted it was done
 */
public record HeardRequest(
        String operation, double pan, double tilt, double zoom, long comeNanos, long doneNanos, boolean accepted) {
    /** True where nothing moves after it: a stop, or the speed zero. */
    public boolean isStop() {
        return operation.equals("Stop") || (operation.equals("ContinuousMove") && pan == 0 && tilt == 0 && zoom == 0);
    }

    /** True where something may move after it. */
    public boolean isMove() {
        return !isStop()
                && (operation.equals("ContinuousMove")
                        || operation.equals("AbsoluteMove")
                        || operation.equals("RelativeMove")
                        || operation.startsWith("Goto"));
    }
}
