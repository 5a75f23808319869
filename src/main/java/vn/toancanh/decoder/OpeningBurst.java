package vn.toancanh.decoder;

import java.util.Arrays;
import java.util.List;
import vn.toancanh.rtsp.AccessUnit;

/** The units a player begins with, and when each one's picture is due: one close behind the other, the last one now. */
final class OpeningBurst {
    /** Between two pictures, microseconds. */
    private static final long STEP = 1000;

    private OpeningBurst() {}

    /**
     * When each picture is due, in the order of the units, which is not that of the pictures where these come reordered.
     *
     * @param newestMicros when the last of the pictures is due
     */
    static long[] dueMicros(List<AccessUnit> units, long newestMicros) {
        long[] sorted = units.stream().mapToLong(AccessUnit::rtpTime).sorted().toArray();
        long[] due = new long[units.size()];
        int at = 0;
        for (AccessUnit unit : units) {
            due[at++] = newestMicros - STEP * later(sorted, unit.rtpTime());
        }
        return due;
    }

    /** How many of those times are later than that one, which is among them. */
    private static long later(long[] sorted, long time) {
        int last = Arrays.binarySearch(sorted, time);
        while (last + 1 < sorted.length && sorted[last + 1] == time) {
            last++;
        }
        return sorted.length - 1L - last;
    }
}
