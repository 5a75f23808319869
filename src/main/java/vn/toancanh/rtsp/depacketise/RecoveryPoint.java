package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;

/**
 * The recovery point SEI message (ITU-T H.264 and H.265, D.2.8): a decoder that begins at its picture shows whole pictures after so many
 * more. Encoders that spread their key pictures over many send nothing else to begin at.
 */
final class RecoveryPoint {
    /** There is no such message. */
    static final int NONE = -1;

    private static final int TYPE = 6;
    /** The message stands in front of those that are long. */
    private static final int MOST_BYTES = 1024;
    /** Nobody waits for longer; some encoders mean by it that they never come to an end. */
    private static final int MOST_PICTURES = 1024;

    private final byte[] bytes;
    private int length;
    private int bit;

    private RecoveryPoint(int most) {
        bytes = new byte[most];
    }

    /**
     * Pictures after the one that is announced until all are whole; 0: at once; {@link #NONE}. Bytes from {@code at}, behind the header of
     * the NAL unit, to {@code end}.
     */
    static int pictures(boolean h265, ByteBuffer data, int at, int end) {
        return new RecoveryPoint(Math.clamp(end - at, 0, MOST_BYTES)).read(h265, data, at, end);
    }

    private int read(boolean h265, ByteBuffer data, int from, int end) {
        int zeros = 0;
        for (int at = from; at < end && length < bytes.length; at++) {
            byte next = data.get(at);
            // Emulation prevention, 7.4.1.1.
            if (zeros < 2 || next != 3) {
                bytes[length++] = next;
            }
            zeros = next == 0 ? zeros + 1 : 0;
        }
        int at = 0;
        while (at + 2 < length) {
            int type = 0;
            for (; at < length && bytes[at] == (byte) 0xff; at++) {
                type += 255;
            }
            type += at < length ? bytes[at++] & 0xff : 0;
            int size = 0;
            for (; at < length && bytes[at] == (byte) 0xff; at++) {
                size += 255;
            }
            size += at < length ? bytes[at++] & 0xff : 0;
            if (type == TYPE) {
                return size > 0 && at < length ? count(h265, at) : NONE;
            }
            at += size;
        }
        return NONE;
    }

    /** ue(v) in H.264; se(v) in H.265, where what is below 0 is there already. */
    private int count(boolean h265, int at) {
        bit = at * 8;
        int leading = 0;
        while (next() == 0) {
            if (++leading > 16) {
                return NONE;
            }
        }
        int code = 1;
        for (int i = 0; i < leading; i++) {
            code = code << 1 | next();
        }
        int count = h265 ? (code & 1) == 0 ? code >> 1 : 0 : code - 1;
        return count <= MOST_PICTURES ? count : NONE;
    }

    /** Beyond the end all are set, so that every code ends. */
    private int next() {
        int value = bit >> 3 < length ? bytes[bit >> 3] >> (7 - (bit & 7)) & 1 : 1;
        bit++;
        return value;
    }
}
