package vn.toancanh.rtsp;

/**
 * The video track a session plays.
 *
 * @param clockRate RTP ticks a second
 * @param parameterSets Annex B parameter sets from the SDP, empty where they come in band only
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record VideoTrack(Encoding encoding, int clockRate, int payloadType, byte[] parameterSets) {
    /** Encodings that have a depacketiser. */
    public enum Encoding {
        H264,
        H265,
        JPEG
    }
}
