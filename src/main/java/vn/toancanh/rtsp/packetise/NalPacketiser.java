package vn.toancanh.rtsp.packetise;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts access units into RTP payloads: small neighbours are joined, large NAL units are cut into fragments. H.264 by RFC
 * 6184 packetization-mode 1 (single, STAP-A, FU-A), H.265 by RFC 7798 without DON fields (single, AP, FU).
 */
public final class NalPacketiser {
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int AP = 48;
    private static final int FU = 49;

    private final boolean h265;
    private final int header;
    private final int maxPayload;

    private NalPacketiser(boolean h265, int maxPayload) {
        if (maxPayload < 16 || maxPayload > 60_000) {
            throw new IllegalArgumentException("payload of " + maxPayload);
        }
        this.h265 = h265;
        this.header = h265 ? 2 : 1;
        this.maxPayload = maxPayload;
    }

    /** For H.264; {@code maxPayload} bytes a packet without the RTP header. */
    public static NalPacketiser h264(int maxPayload) {
        return new NalPacketiser(false, maxPayload);
    }

    /** For H.265; {@code maxPayload} bytes a packet without the RTP header. */
    public static NalPacketiser h265(int maxPayload) {
        return new NalPacketiser(true, maxPayload);
    }

    /** The payloads of one access unit in Annex B form. */
    public RtpPayloads packetise(byte[] accessUnit) {
        return packetise(accessUnit, NalUnits.split(accessUnit, 0, accessUnit.length));
    }

    /** The payloads of one access unit, given where its NAL units lie in {@code stream}. */
    public RtpPayloads packetise(byte[] stream, List<NalUnits.Range> units) {
        Out out = new Out();
        int i = 0;
        while (i < units.size()) {
            int until = joinable(units, i);
            if (until - i > 1) {
                aggregate(out, stream, units.subList(i, until));
                i = until;
            } else {
                NalUnits.Range unit = units.get(i);
                if (unit.length() <= maxPayload) {
                    out.bytes.write(stream, unit.offset(), unit.length());
                    out.end();
                } else {
                    fragment(out, stream, unit);
                }
                i++;
            }
        }
        return out.payloads();
    }

    /** The end of the run from {@code first} that fits one aggregation packet. */
    private int joinable(List<NalUnits.Range> units, int first) {
        int size = header;
        int i = first;
        while (i < units.size() && size + 2 + units.get(i).length() <= maxPayload) {
            size += 2 + units.get(i).length();
            i++;
        }
        return i;
    }

    private void aggregate(Out out, byte[] stream, List<NalUnits.Range> units) {
        if (h265) {
            int forbidden = 0;
            int layer = 63;
            int temporal = 7;
            for (NalUnits.Range unit : units) {
                int b0 = stream[unit.offset()] & 0xFF;
                int b1 = stream[unit.offset() + 1] & 0xFF;
                forbidden |= b0 & 0x80;
                layer = Math.min(layer, (b0 & 1) << 5 | b1 >> 3);
                temporal = Math.min(temporal, b1 & 7);
            }
            out.bytes.write(forbidden | AP << 1 | layer >> 5);
            out.bytes.write((layer & 31) << 3 | temporal);
        } else {
            int forbidden = 0;
            int importance = 0;
            for (NalUnits.Range unit : units) {
                forbidden |= stream[unit.offset()] & 0x80;
                importance = Math.max(importance, stream[unit.offset()] & 0x60);
            }
            out.bytes.write(forbidden | importance | STAP_A);
        }
        for (NalUnits.Range unit : units) {
            out.bytes.write(unit.length() >> 8);
            out.bytes.write(unit.length());
            out.bytes.write(stream, unit.offset(), unit.length());
        }
        out.end();
    }

    private void fragment(Out out, byte[] stream, NalUnits.Range unit) {
        int b0 = stream[unit.offset()] & 0xFF;
        int type = h265 ? b0 >> 1 & 0x3F : b0 & 0x1F;
        int room = maxPayload - header - 1;
        int at = unit.offset() + header;
        while (at < unit.end()) {
            int length = Math.min(room, unit.end() - at);
            int start = at == unit.offset() + header ? 0x80 : 0;
            int end = at + length == unit.end() ? 0x40 : 0;
            if (h265) {
                out.bytes.write((b0 & 0x81) | FU << 1);
                out.bytes.write(stream[unit.offset() + 1]);
            } else {
                out.bytes.write((b0 & 0xE0) | FU_A);
            }
            out.bytes.write(start | end | type);
            out.bytes.write(stream, at, length);
            out.end();
            at += length;
        }
    }

    private static final class Out {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<Integer> ends = new ArrayList<>();

        void end() {
            ends.add(bytes.size());
        }

        RtpPayloads payloads() {
            return new RtpPayloads(
                    bytes.toByteArray(),
                    ends.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
