package vn.toancanh.bench;

/**
 * For how long without a break what stands on one spot of the screen was older than it may be. A picture on show grows older
 * while no new one comes, and that counts as well. One thread.
 */
final class StuckTime {
    private final long limitNanos;
    private boolean begun;
    private long lateFrom;
    private long longest;

    /** @param limitNanos older than that is too old */
    StuckTime(long limitNanos) {
        this.limitNanos = limitNanos;
    }

    /**
     * A picture came to stand on the screen.
     *
     * @param ageNanos its age then; below 0 counts as new
     * @param atNanos when, not falling from call to call
     */
    void shown(long ageNanos, long atNanos) {
        count(atNanos);
        boolean wasLate = begun && lateFrom <= atNanos;
        if (ageNanos <= limitNanos) {
            lateFrom = atNanos + limitNanos - Math.max(0, ageNanos);
        } else if (!wasLate) {
            lateFrom = atNanos;
        }
        begun = true;
    }

    private void count(long untilNanos) {
        if (begun) {
            longest = Math.max(longest, untilNanos - lateFrom);
        }
    }

    /** The longest such time up to {@code nowNanos}, nanoseconds. */
    long longestNanos(long nowNanos) {
        count(nowNanos);
        return longest;
    }
}
