package vn.toancanh.bench.fuzz;

import java.util.List;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.rtsp.packetise.JpegPacketiser;
import vn.toancanh.rtsp.packetise.NalPacketiser;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/**
 * Coded pictures to be sent in a loop.
 *
 * @param units whole ones, a key frame first: Annex B, or JPEG images
 */
public record Footage(Encoding encoding, List<byte[]> units) {
    private static final int PAYLOAD = 1400;
    private static final int TYPE = 96;

    public Footage {
        units = List.copyOf(units);
    }

    /** What was recorded of a stream, from its first key frame on. */
    public static Footage of(Encoding encoding, List<AccessUnit> recorded) {
        return new Footage(
                encoding,
                recorded.stream()
                        .dropWhile(unit -> !unit.key())
                        .map(AccessUnit::data)
                        .toList());
    }

    int payloadType() {
        return encoding == Encoding.JPEG ? 26 : TYPE;
    }

    String description() {
        int type = payloadType();
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 0 RTP/AVP " + type + "\r\na=rtpmap:" + type
                + " " + encoding + "/90000\r\na=control:t\r\n";
    }

    /**
     * The RTP payloads of a picture.
     *
     * @throws IndexOutOfBoundsException where it is spoiled beyond what can be cut into packets
     * @throws IllegalArgumentException likewise
     */
    RtpPayloads payloads(byte[] unit) {
        return switch (encoding) {
            case H264 -> NalPacketiser.h264(PAYLOAD).packetise(unit);
            case H265 -> NalPacketiser.h265(PAYLOAD).packetise(unit);
            case JPEG -> new JpegPacketiser(PAYLOAD).packetise(unit);
        };
    }
}
