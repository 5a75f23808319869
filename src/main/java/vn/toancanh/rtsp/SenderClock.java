package vn.toancanh.rtsp;

/**
 * The source's wall clock at an RTP time, from its last sender report.
 *
 * @param rtpTime extended RTP time
 * @param unixMillis the source's wall clock then; senseless where nobody set that clock
 * @param arrivalNanos when the report was read
 */
public record SenderClock(long rtpTime, long unixMillis, long arrivalNanos) {
    /** The source's wall clock, in milliseconds since 1970, when it took the picture of {@code rtpTime}. */
    public long unixMillisOf(long pictureRtpTime, int clockRate) {
        return unixMillis + (pictureRtpTime - rtpTime) * 1000 / clockRate;
    }
}
