package vn.toancanh.rtsp.rtp;

import java.nio.ByteBuffer;

/** Finds out whether a source takes its leave (BYE, RFC 3550 section 6.6). */
public final class Goodbye {
    private static final int BYE = 203;
    private static final int MOST_PARTS = 32;

    private Goodbye() {}

    /** True where a compound RTCP packet says that {@code source} leaves; false for what is no RTCP. */
    public static boolean isOf(int source, ByteBuffer data, int offset, int length) {
        int at = offset;
        int end = offset + length;
        for (int part = 0; part < MOST_PARTS && at + 4 <= end; part++) {
            int size = 4 + 4 * (data.getShort(at + 2) & 0xffff);
            if ((data.get(at) & 0xc0) != 0x80 || size > end - at) {
                return false;
            }
            if ((data.get(at + 1) & 0xff) == BYE && names(source, data, at, size)) {
                return true;
            }
            at += size;
        }
        return false;
    }

    private static boolean names(int source, ByteBuffer data, int at, int size) {
        int count = Math.min(data.get(at) & 0x1f, size / 4 - 1);
        for (int i = 1; i <= count; i++) {
            if (data.getInt(at + 4 * i) == source) {
                return true;
            }
        }
        return false;
    }
}
