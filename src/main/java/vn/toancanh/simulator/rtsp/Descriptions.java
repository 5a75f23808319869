package vn.toancanh.simulator.rtsp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import vn.toancanh.model.Codec;
import vn.toancanh.rtsp.message.Sdp;
import vn.toancanh.simulator.clip.Clip;

/** Session descriptions of the streams: RFC 6184 section 8.2.1, RFC 7798 section 7.2.1. */
final class Descriptions {
    private Descriptions() {}

    static String of(Clip clip) {
        int type = RtpWriter.PAYLOAD_TYPE;
        boolean h265 = clip.spec().codec() == Codec.H265;
        List<Sdp.Attribute> attributes = new ArrayList<>();
        attributes.add(new Sdp.Attribute("rtpmap", type + (h265 ? " H265/" : " H264/") + RtpWriter.CLOCK_RATE));
        attributes.add(new Sdp.Attribute("fmtp", type + " " + (h265 ? h265(clip) : h264(clip))));
        attributes.add(new Sdp.Attribute("framerate", "" + clip.spec().rate()));
        attributes.add(new Sdp.Attribute("control", "trackID=0"));
        return new Sdp(
                        "Toàn Cảnh",
                        List.of(new Sdp.Attribute("control", "*"), new Sdp.Attribute("range", "npt=now-")),
                        List.of(new Sdp.Media("video", 0, "RTP/AVP", List.of(type), attributes)))
                .write();
    }

    private static String h264(Clip clip) {
        byte[] sps = clip.parameterSets().getFirst();
        return String.format("packetization-mode=1; profile-level-id=%02X%02X%02X; ", sps[1], sps[2], sps[3])
                + "sprop-parameter-sets="
                + clip.parameterSets().stream().map(Descriptions::base64).collect(Collectors.joining(","));
    }

    private static String h265(Clip clip) {
        List<byte[]> sets = clip.parameterSets();
        return "sprop-vps=" + base64(sets.get(0)) + "; sprop-sps=" + base64(sets.get(1)) + "; sprop-pps="
                + base64(sets.get(2));
    }

    private static String base64(byte[] set) {
        return Base64.getEncoder().encodeToString(set);
    }
}
