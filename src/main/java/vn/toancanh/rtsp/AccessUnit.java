package vn.toancanh.rtsp;

/**
 * One coded picture as it came out of the depacketiser.
 *
 * @param data H.264/H.265: Annex B with four-byte start codes, parameter sets in front of every key frame; JPEG: one whole
 *     JFIF image. Never changed after it was handed over.
 * @param key a decoder can begin here
 * @param rtpTime RTP timestamp, extended to 64 bits so that it does not wrap, in the stream's clock rate
 * @param arrivalNanos {@code System.nanoTime()} when its last packet was read
 * @param afterGap packets were missing between the unit before it and this one
 * @param heals of a key frame: pictures that a decoder which begins here has to make after it before all are whole, 0: none, this one
 *     is. Encoders that spread their key pictures over many (intra refresh) send no other.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only; a wrapper would cost a copy a frame
public record AccessUnit(byte[] data, boolean key, long rtpTime, long arrivalNanos, boolean afterGap, int heals) {
    /** A unit that is whole where it can be made at all. */
    public AccessUnit(byte[] data, boolean key, long rtpTime, long arrivalNanos, boolean afterGap) {
        this(data, key, rtpTime, arrivalNanos, afterGap, 0);
    }
}
