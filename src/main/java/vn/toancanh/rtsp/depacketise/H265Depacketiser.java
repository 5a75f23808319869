package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;

/** H.265 over RTP, RFC 7798: single NAL units, aggregation packets, fragmentation units; without DONL fields. */
public final class H265Depacketiser extends NalDepacketiser {
    private static final int SEI = 39;
    private static final int AP = 48;
    private static final int FU = 49;

    /** @param parameterSets Annex B sets from the SDP, empty where they come in band only */
    public H265Depacketiser(PictureSink sink, byte[] parameterSets) {
        super(sink, parameterSets);
    }

    @Override
    boolean unpack(ByteBuffer data, int offset, int length) {
        if (length < 3) {
            return false;
        }
        int type = type(data.get(offset));
        if (type < AP) {
            return whole(data, offset, length);
        }
        return switch (type) {
            case AP -> aggregate(data, offset + 2, offset + length);
            case FU -> fragment(data, offset, length);
            default -> false;
        };
    }

    private boolean aggregate(ByteBuffer data, int from, int end) {
        int at = from;
        while (at + 2 < end) {
            int size = data.getShort(at) & 0xffff;
            at += 2;
            if (size < 2 || size > end - at || !whole(data, at, size)) {
                return false;
            }
            at += size;
        }
        return at == end && at > from;
    }

    private boolean fragment(ByteBuffer data, int offset, int length) {
        if (length < 4) {
            return false;
        }
        int header = data.get(offset + 2) & 0xff;
        boolean start = (header & 0x80) != 0;
        boolean last = (header & 0x40) != 0;
        int first = (data.get(offset) & 0x81) | ((header & 0x3f) << 1);
        if (!start && !open()) {
            return skipFragment();
        }
        if (start && !beginWith(first, data.get(offset + 1))) {
            return false;
        }
        return more(data, offset + 3, length - 3) && (!last || end());
    }

    @Override
    long neededSets() {
        return 1L << 32 | 1L << 33 | 1L << 34;
    }

    @Override
    boolean h265() {
        return true;
    }

    @Override
    int type(byte firstHeaderByte) {
        return firstHeaderByte >> 1 & 0x3f;
    }

    @Override
    Role role(int type) {
        if (type >= 16 && type <= 23) {
            return Role.KEY_SLICE;
        }
        if (type < 32) {
            return Role.SLICE;
        }
        return switch (type) {
            case 32, 33, 34 -> Role.PARAMETER_SET;
            case 35, SEI -> Role.PREFIX;
            default -> Role.OTHER;
        };
    }

    /** A slice begins a picture where {@code first_slice_segment_in_pic_flag}, the bit behind its header, is set. */
    @Override
    boolean startsPicture(int type, byte[] nal, int at, int end) {
        return switch (role(type)) {
            case SLICE, KEY_SLICE -> at + 2 < end && (nal[at + 2] & 0x80) != 0;
            case PARAMETER_SET, PREFIX -> true;
            case OTHER -> false;
        };
    }

    @Override
    int recovery(int type, byte[] nal, int at, int end) {
        return type == SEI ? RecoveryPoint.pictures(true, ByteBuffer.wrap(nal), at + 2, end) : RecoveryPoint.NONE;
    }
}
