package vn.toancanh.rtsp.rtp;

/**
 * Notices a source whose RTP time goes at quite another pace than is believed, or backwards, by when its units come. A link narrower
 * than its stream looks alike: there every unit is late, and really old (decision 0061). So a pace counts only where it keeps steady for
 * some seconds and is one that sources are known to stamp with; and one that is slower only where large units, which tell what the link can
 * pass, came no later than others, or where no link is so narrow. One stream, one thread.
 */
final class RateWatch {
    private static final int[] KNOWN = {
        15,
        20,
        25,
        30,
        50,
        60,
        1000,
        8000,
        10_000,
        16_000,
        24_000,
        25_000,
        44_100,
        48_000,
        90_000,
        96_000,
        100_000,
        1_000_000,
        10_000_000,
        27_000_000
    };

    private static final double SECOND = 1e9;
    private static final long WINDOW_NANOS = 2_000_000_000L;
    private static final int LEAST_WINDOWS = 3;
    /** A source that says nothing for so long begins anew. */
    private static final long PAUSE_NANOS = 1_000_000_000L;
    /** As near as that to what is believed it is that: clocks drift, and links jitter. */
    private static final double NEAR = 0.1;

    private static final double STEADY = 0.15;
    private static final double EXACT = 0.015;
    /** No stream lives on a link that passes less than this share of it. */
    private static final double NARROWEST = 0.25;

    private static final int LARGE = 4;
    private static final int LEAST_UNITS = 20;
    private static final int LEAST_PROOFS = 2;
    /** Of the time that a saturated link takes for a unit: what comes within that share was not held up. */
    private static final double QUICK = 0.6;

    private static final double SLOW = 0.85;

    private boolean begun;
    private long unitRtp;
    private long unitNanos;
    private long unitBytes;
    private long startRtp;
    private long startNanos;
    private long windowRtp;
    private long windowNanos;
    private int windows;
    private double slowest;
    private double quickest;
    private long units;
    private long bytes;
    private int proofs;

    /**
     * Takes a packet in order.
     *
     * @param believed ticks a second; below 0: backwards
     * @return what it is instead, in the same form; 0 while nothing else is known
     */
    int see(long rtpTime, long arrivalNanos, int length, int believed) {
        if (begun && rtpTime == unitRtp) {
            unitBytes += length;
            return 0;
        }
        boolean held = begun && arrivalNanos - unitNanos <= PAUSE_NANOS && endUnit(arrivalNanos - unitNanos);
        unitRtp = rtpTime;
        unitNanos = arrivalNanos;
        unitBytes = length;
        if (!held) {
            begin();
            return 0;
        }
        return arrivalNanos - windowNanos < WINDOW_NANOS ? 0 : endWindow(believed);
    }

    /** When the pace began that was told of last. */
    long sinceRtp() {
        return startRtp;
    }

    private void begin() {
        begun = true;
        startRtp = unitRtp;
        startNanos = unitNanos;
        windowRtp = unitRtp;
        windowNanos = unitNanos;
        windows = 0;
        units = 0;
        bytes = 0;
        proofs = 0;
    }

    /** A unit has come whole; false where it took as long as on a link that is too narrow for its stream. */
    private boolean endUnit(long tookNanos) {
        units++;
        bytes += unitBytes;
        if (units < LEAST_UNITS || unitBytes * units < LARGE * bytes) {
            return true;
        }
        double saturated = (double) unitBytes / bytes * (unitNanos + tookNanos - startNanos);
        proofs += tookNanos <= QUICK * saturated ? 1 : 0;
        return tookNanos < SLOW * saturated;
    }

    private int endWindow(int believed) {
        double pace = pace(unitRtp - windowRtp, unitNanos - windowNanos);
        windowRtp = unitRtp;
        windowNanos = unitNanos;
        slowest = windows == 0 ? pace : Math.min(slowest, pace);
        quickest = windows == 0 ? pace : Math.max(quickest, pace);
        windows++;
        if (near(pace, believed, NEAR) || quickest - slowest > STEADY * Math.abs(pace)) {
            begin();
            return 0;
        }
        return windows < LEAST_WINDOWS ? 0 : judge(believed);
    }

    private int judge(int believed) {
        double pace = pace(unitRtp - startRtp, unitNanos - startNanos);
        double share = pace / believed;
        boolean asOnANarrowLink = share > NARROWEST && share < 1;
        if (near(pace, believed, NEAR) || (asOnANarrowLink && proofs < LEAST_PROOFS)) {
            return 0;
        }
        for (int known : KNOWN) {
            int signed = pace < 0 ? -known : known;
            if (near(pace, signed, EXACT)) {
                return signed;
            }
        }
        return 0;
    }

    private static double pace(long ticks, long nanos) {
        return ticks * SECOND / nanos;
    }

    private static boolean near(double pace, int rate, double within) {
        return Math.abs(pace - rate) <= within * Math.abs(rate);
    }
}
