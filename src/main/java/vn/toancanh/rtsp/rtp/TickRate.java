package vn.toancanh.rtsp.rtp;

/**
 * Brings RTP time to 90 kHz, which all our payload formats ask for. Where a description names another rate, the first
 * seconds show which of the two the source really stamps with.
 */
public final class TickRate {
    /** RTP ticks a second, as RFC 6184, RFC 7798 and RFC 2435 fix it. */
    public static final int STANDARD = 90_000;

    private static final long WATCHED_NANOS = 1_500_000_000L;

    private final int announced;
    private boolean decided;
    private boolean begun;
    private int rate = STANDARD;
    private long firstRtp;
    private long firstNanos;

    /** @param announced ticks a second by the description; 0 or senseless: the standard's */
    public TickRate(int announced) {
        this.announced = announced;
        this.decided = announced <= 0 || announced == STANDARD;
    }

    /** Learns from a packet in order. */
    public void see(long rtpTime, long arrivalNanos) {
        if (decided) {
            return;
        }
        if (!begun) {
            begun = true;
            firstRtp = rtpTime;
            firstNanos = arrivalNanos;
        }
        long passed = arrivalNanos - firstNanos;
        if (passed >= WATCHED_NANOS) {
            decided = true;
            double measured = Math.abs(rtpTime - firstRtp) * 1e9 / passed;
            if (measured > 0 && far(measured, announced) < far(measured, STANDARD)) {
                rate = announced;
            }
        }
    }

    private static double far(double measured, int candidate) {
        return Math.abs(Math.log(measured / candidate));
    }

    /** The same time in 90 kHz. */
    public long standard(long rtpTime) {
        if (rate == STANDARD) {
            return rtpTime;
        }
        long since = rtpTime - firstRtp;
        return firstRtp + Math.floorDiv(since, rate) * STANDARD + Math.floorMod(since, (long) rate) * STANDARD / rate;
    }
}
