package vn.toancanh.rtsp;

/**
 * The video track a session plays.
 *
 * @param clockRate ticks a second of the units' RTP time
 * @param parameterSets Annex B parameter sets from the SDP, empty where they come in band only
 * @param width pixels by the SDP, 0 where it does not say; only JPEG needs it, above 2040
 * @param height pixels by the SDP, 0 where it does not say
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record VideoTrack(
        Encoding encoding, int clockRate, int payloadType, byte[] parameterSets, int width, int height) {
    /** Encodings that have a depacketiser. */
    public enum Encoding {
        H264,
        H265,
        JPEG
    }
}
