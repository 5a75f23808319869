package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;
import vn.toancanh.rtsp.VideoTrack;

/**
 * What a payload holds, told from its first bytes without taking it apart: RFC 6184 (H.264), RFC 7798 (H.265), RFC 2435
 * (JPEG). For whoever passes packets on and has to know where a decoder can begin.
 *
 * @param sets parameter sets, whole or their front
 * @param key the front, or a part, of a slice of a picture where a decoder can begin
 * @param slice a slice, or a part of one
 */
public record PacketContents(boolean sets, boolean key, boolean slice) {
    private static final PacketContents OTHER = new PacketContents(false, false, false);
    private static final PacketContents SETS = new PacketContents(true, false, false);
    private static final PacketContents KEY = new PacketContents(false, true, true);
    private static final PacketContents SLICE = new PacketContents(false, false, true);
    private static final int MOST_IN_ONE = 64;

    /** True where nothing but parameter sets is in it. */
    public boolean setsOnly() {
        return sets && !slice;
    }

    /** Reads {@code length} bytes of payload from index {@code offset}. */
    public static PacketContents of(VideoTrack.Encoding encoding, ByteBuffer data, int offset, int length) {
        return switch (encoding) {
            case H264 -> length < 1 ? OTHER : h264(data, offset, length);
            case H265 -> length < 2 ? OTHER : h265(data, offset, length);
            // Every picture stands for itself; its first fragment has offset 0.
            case JPEG -> length >= 8 && (data.getInt(offset) & 0xff_ffff) == 0 ? KEY : length >= 8 ? SLICE : OTHER;
        };
    }

    private static PacketContents h264(ByteBuffer data, int offset, int length) {
        int type = data.get(offset) & 0x1f;
        return switch (type) {
            case 24 -> aggregated(data, offset + 1, offset + length, false);
            case 28, 29 -> length < 2 ? OTHER : h264Unit(data.get(offset + 1) & 0x1f);
            default -> h264Unit(type);
        };
    }

    private static PacketContents h265(ByteBuffer data, int offset, int length) {
        int type = data.get(offset) >> 1 & 0x3f;
        return switch (type) {
            case 48 -> aggregated(data, offset + 2, offset + length, true);
            case 49 -> length < 3 ? OTHER : h265Unit(data.get(offset + 2) & 0x3f);
            default -> h265Unit(type);
        };
    }

    private static PacketContents aggregated(ByteBuffer data, int from, int end, boolean h265) {
        PacketContents all = OTHER;
        int at = from;
        for (int i = 0; i < MOST_IN_ONE && at + 2 < end; i++) {
            int size = data.getShort(at) & 0xffff;
            int first = data.get(at + 2);
            PacketContents one = h265 ? h265Unit(first >> 1 & 0x3f) : h264Unit(first & 0x1f);
            all = new PacketContents(all.sets || one.sets, all.key || one.key, all.slice || one.slice);
            at += 2 + size;
        }
        return all;
    }

    private static PacketContents h264Unit(int type) {
        return switch (type) {
            case 5 -> KEY;
            case 1, 2, 3, 4 -> SLICE;
            case 7, 8, 13, 15 -> SETS;
            default -> OTHER;
        };
    }

    private static PacketContents h265Unit(int type) {
        if (type >= 16 && type <= 23) {
            return KEY;
        }
        if (type < 16) {
            return SLICE;
        }
        return type >= 32 && type <= 34 ? SETS : OTHER;
    }
}
