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
 * @param heals a message that a decoder can begin at the picture behind it, whose pictures are whole only after some others
 */
public record PacketContents(boolean sets, boolean key, boolean slice, boolean heals) {
    private static final PacketContents OTHER = new PacketContents(false, false, false);
    private static final PacketContents SETS = new PacketContents(true, false, false);
    private static final PacketContents KEY = new PacketContents(false, true, true);
    private static final PacketContents SLICE = new PacketContents(false, false, true);
    private static final PacketContents BEGINS = new PacketContents(false, true, false);
    private static final PacketContents HEALS = new PacketContents(false, false, false, true);
    private static final int MOST_IN_ONE = 64;
    private static final int H264_SEI = 6;
    private static final int H265_SEI = 39;

    /** What announces no picture that has to heal. */
    public PacketContents(boolean sets, boolean key, boolean slice) {
        this(sets, key, slice, false);
    }

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
            case H264_SEI -> announced(data, offset, offset + length, false);
            default -> h264Unit(type);
        };
    }

    private static PacketContents h265(ByteBuffer data, int offset, int length) {
        int type = data.get(offset) >> 1 & 0x3f;
        return switch (type) {
            case 48 -> aggregated(data, offset + 2, offset + length, true);
            case 49 -> length < 3 ? OTHER : h265Unit(data.get(offset + 2) & 0x3f);
            case H265_SEI -> announced(data, offset, offset + length, true);
            default -> h265Unit(type);
        };
    }

    private static PacketContents aggregated(ByteBuffer data, int from, int end, boolean h265) {
        PacketContents all = OTHER;
        int at = from;
        for (int i = 0; i < MOST_IN_ONE && at + 2 < end; i++) {
            int size = data.getShort(at) & 0xffff;
            int first = data.get(at + 2);
            int type = h265 ? first >> 1 & 0x3f : first & 0x1f;
            PacketContents one = type == (h265 ? H265_SEI : H264_SEI)
                    ? announced(data, at + 2, Math.min(end, at + 2 + size), h265)
                    : h265 ? h265Unit(type) : h264Unit(type);
            all = all.and(one);
            at += 2 + size;
        }
        return all;
    }

    private PacketContents and(PacketContents other) {
        return new PacketContents(sets || other.sets, key || other.key, slice || other.slice, heals || other.heals);
    }

    /** Of a message that stands in front of a picture. */
    private static PacketContents announced(ByteBuffer data, int at, int end, boolean h265) {
        int pictures = RecoveryPoint.pictures(h265, data, at + (h265 ? 2 : 1), end);
        return pictures == 0 ? BEGINS : pictures > 0 ? HEALS : OTHER;
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
