package vn.toancanh.rtsp;

import java.nio.ByteBuffer;

/** RTP and RTCP packets for tests. */
final class Packets {
    static final int SOURCE = 0x1234;

    private Packets() {}

    /** An H.264 key slice that begins a picture. */
    static byte[] key() {
        return new byte[] {0x65, (byte) 0x88, 1, 2, 3};
    }

    /** An H.264 slice of a picture between key frames. */
    static byte[] delta() {
        return new byte[] {0x41, (byte) 0x9a, 4, 5, 6};
    }

    /** A packet of payload type 96. */
    static byte[] rtp(int sequence, boolean marker, int time, byte[] payload) {
        return rtp(sequence, marker, time, SOURCE, payload);
    }

    static byte[] rtp(int sequence, boolean marker, int time, int source, byte[] payload) {
        return rtp(96, sequence, marker, time, source, payload);
    }

    static byte[] rtp(int type, int sequence, boolean marker, int time, int source, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (type | (marker ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt(time)
                .putInt(source)
                .put(payload)
                .array();
    }

    static byte[] bye(int source) {
        return ByteBuffer.allocate(8)
                .put((byte) 0x81)
                .put((byte) 203)
                .putShort((short) 1)
                .putInt(source)
                .array();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
