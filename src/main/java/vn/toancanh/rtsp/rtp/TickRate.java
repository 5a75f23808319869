package vn.toancanh.rtsp.rtp;

/**
 * Brings RTP time to 90 kHz, which all our payload formats ask for. Where a description names another rate, the first
 * seconds show which of the two the source really stamps with; whatever was announced, one that goes at quite another pace, or
 * backwards, is put right once it has done so for some seconds.
 */
public final class TickRate {
    /** RTP ticks a second, as RFC 6184, RFC 7798 and RFC 2435 fix it. */
    public static final int STANDARD = 90_000;

    private static final long WATCHED_NANOS = 1_500_000_000L;

    private final int announced;
    private final RateWatch watch = new RateWatch();
    private boolean decided;
    private boolean begun;
    private int rate = STANDARD;
    private int found;
    private long firstRtp;
    private long firstNanos;
    /** From here on time goes at {@code rate}. */
    private long fromRtp;

    private long fromStandard;

    /** @param announced ticks a second by the description; 0 or senseless: the standard's */
    public TickRate(int announced) {
        this.announced = announced;
        this.decided = announced <= 0 || announced == STANDARD;
    }

    /** Learns from a packet in order, of so many bytes. */
    public void see(long rtpTime, long arrivalNanos, int length) {
        if (!begun) {
            begun = true;
            firstRtp = rtpTime;
            firstNanos = arrivalNanos;
            fromRtp = rtpTime;
            fromStandard = rtpTime;
        }
        int other = watch.see(rtpTime, arrivalNanos, length, rate);
        if (!decided) {
            decide(rtpTime, arrivalNanos);
        } else if (other != 0) {
            // What seemed late is not, from the beginning on or since it changed; what came too early goes on from
            // here.
            boolean quicker = (other < 0) == (rate < 0) && Math.abs(other) > Math.abs(rate);
            long since = quicker ? rtpTime : found == 0 ? firstRtp : watch.sinceRtp();
            fromStandard = standard(since);
            fromRtp = since;
            rate = other;
            found = other;
        }
    }

    private void decide(long rtpTime, long arrivalNanos) {
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

    /** Ticks a second that the source was found to stamp with instead, below 0 where its time runs backwards; 0: none other was found. */
    public int found() {
        return rate == STANDARD ? 0 : found;
    }

    /** The same time in 90 kHz. */
    public long standard(long rtpTime) {
        if (rate == STANDARD) {
            return fromStandard + (rtpTime - fromRtp);
        }
        long since = rate < 0 ? fromRtp - rtpTime : rtpTime - fromRtp;
        long ticks = Math.abs(rate);
        return fromStandard + Math.floorDiv(since, ticks) * STANDARD + Math.floorMod(since, ticks) * STANDARD / ticks;
    }
}
