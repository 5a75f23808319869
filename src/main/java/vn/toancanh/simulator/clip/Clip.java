package vn.toancanh.simulator.clip;

import java.util.List;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/**
 * A loop ready to be sent.
 *
 * @param frames one a picture, in order
 * @param parameterSets NAL units without start code: VPS (H.265 only), SPS, PPS
 */
public record Clip(ClipSpec spec, List<Frame> frames, List<byte[]> parameterSets) {
    /** One coded picture as RTP payloads. */
    public record Frame(RtpPayloads payloads, boolean key) {}

    public Clip {
        frames = List.copyOf(frames);
        parameterSets = List.copyOf(parameterSets);
    }
}
