package vn.toancanh.decoder;

/** How fast a count grows, over the last few looks at it. One thread. */
final class RecentRate {
    /** With a look a second: long enough for a tenth of a picture a second, short enough to follow a camera that changes. */
    private static final int LOOKS = 5;

    private static final double SECOND = 1e9;

    private final long[] counts = new long[LOOKS];
    private final long[] lookedAt = new long[LOOKS];
    private int looks;

    /** Growth a second since the oldest look that is remembered; 0 at the first one. */
    double look(long count, long nowNanos) {
        int oldest = looks < LOOKS ? 0 : looks % LOOKS;
        double rate = looks == 0 || nowNanos <= lookedAt[oldest]
                ? 0
                : (count - counts[oldest]) * SECOND / (nowNanos - lookedAt[oldest]);
        counts[looks % LOOKS] = count;
        lookedAt[looks % LOOKS] = nowNanos;
        looks++;
        return rate;
    }
}
