package vn.toancanh.live;

/** Tells since when pictures that were published have waited for the screen. Lane: DESK, one for each player. */
final class ScreenWatch {
    private long brought = TileScreen.NOT_SEEN;
    private long publishedThen;
    private long waitsSince;

    /**
     * Looks again.
     *
     * @param published count of pictures published so far
     * @param now what the screen says that it has brought
     */
    void look(long nowNanos, long published, long now) {
        if (now == TileScreen.NOT_SEEN || now != brought) {
            brought = now;
            publishedThen = published;
            waitsSince = 0;
        } else if (waitsSince == 0 && published > publishedThen) {
            // Not since it was published: where this thread was held up, the screen was, too, and catches up with the
            // next pulse.
            waitsSince = nowNanos;
        }
    }

    /** {@code Clock.nanos()} of the look that found the first of those that wait; 0: none does. */
    long waitsSinceNanos() {
        return waitsSince;
    }
}
