package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;

/** H.264 over RTP, RFC 6184: single NAL units, STAP-A, FU-A (packetization modes 0 and 1). */
public final class H264Depacketiser extends NalDepacketiser {
    private static final int SEI = 6;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    /** @param parameterSets Annex B sets from the SDP, empty where they come in band only */
    public H264Depacketiser(PictureSink sink, byte[] parameterSets) {
        super(sink, parameterSets);
    }

    @Override
    boolean unpack(ByteBuffer data, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int header = data.get(offset) & 0xff;
        int type = header & 0x1f;
        if (type >= 1 && type < STAP_A) {
            return whole(data, offset, length);
        }
        return switch (type) {
            case STAP_A -> aggregate(data, offset + 1, offset + length);
            case FU_A -> fragment(header, data, offset, length);
            default -> false;
        };
    }

    private boolean aggregate(ByteBuffer data, int from, int end) {
        int at = from;
        while (at + 2 < end) {
            int size = data.getShort(at) & 0xffff;
            at += 2;
            if (size == 0 || size > end - at || !whole(data, at, size)) {
                return false;
            }
            at += size;
        }
        return at == end && at > from;
    }

    private boolean fragment(int indicator, ByteBuffer data, int offset, int length) {
        if (length < 3) {
            return false;
        }
        int header = data.get(offset + 1) & 0xff;
        boolean start = (header & 0x80) != 0;
        boolean last = (header & 0x40) != 0;
        if (!start && !open()) {
            return skipFragment();
        }
        if (start && !beginWith((indicator & 0xe0) | (header & 0x1f))) {
            return false;
        }
        return more(data, offset + 2, length - 2) && (!last || end());
    }

    @Override
    long neededSets() {
        return 1L << 7 | 1L << 8;
    }

    @Override
    boolean h265() {
        return false;
    }

    @Override
    int type(byte firstHeaderByte) {
        return firstHeaderByte & 0x1f;
    }

    @Override
    Role role(int type) {
        return switch (type) {
            case 1, 2, 3, 4 -> Role.SLICE;
            case 5 -> Role.KEY_SLICE;
            case 7, 8, 13, 15 -> Role.PARAMETER_SET;
            case SEI, 9 -> Role.PREFIX;
            default -> Role.OTHER;
        };
    }

    /** A slice begins a picture where its {@code first_mb_in_slice} is 0, an Exp-Golomb code of one set bit. */
    @Override
    boolean startsPicture(int type, byte[] nal, int at, int end) {
        return switch (role(type)) {
            case SLICE, KEY_SLICE -> at + 1 < end && (nal[at + 1] & 0x80) != 0;
            case PARAMETER_SET, PREFIX -> true;
            case OTHER -> false;
        };
    }

    @Override
    int recovery(int type, byte[] nal, int at, int end) {
        return type == SEI ? RecoveryPoint.pictures(false, ByteBuffer.wrap(nal), at + 1, end) : RecoveryPoint.NONE;
    }
}
