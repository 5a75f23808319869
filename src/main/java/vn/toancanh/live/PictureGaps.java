package vn.toancanh.live;

import java.util.Arrays;

/**
 * The last few times between pictures. What is usual among them is no matter of one or two that were held up: from a mean, one long gap would
 * make everything punctual for the next second. Lane: DESK.
 */
final class PictureGaps {
    /** So many tell what is usual, whatever one of them was. */
    private static final int TELLING = 3;

    private static final int REMEMBERED = 5;

    private final long[] gaps = new long[REMEMBERED];
    private int known;
    private int next;

    void came(long gapNanos) {
        gaps[next] = gapNanos;
        next = (next + 1) % REMEMBERED;
        known = Math.min(known + 1, REMEMBERED);
    }

    void forget() {
        known = 0;
        next = 0;
    }

    /** The middle one, the smaller where two are, nanoseconds; while too few came to tell, what was {@code expected}, unless that is 0. */
    long usual(long expected) {
        if (known == 0 || (known < TELLING && expected > 0)) {
            return expected;
        }
        long[] sorted = Arrays.copyOf(gaps, known);
        Arrays.sort(sorted);
        return sorted[(known - 1) / 2];
    }

    /** The shortest, nanoseconds; 0 while too few came. */
    long shortest() {
        return known < TELLING ? 0 : Arrays.stream(gaps, 0, known).min().orElse(0);
    }
}
