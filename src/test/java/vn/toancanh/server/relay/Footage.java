package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** RTP packets of an H.264 stream that never was; numbers go up from {@code first}. */
final class Footage {
    static final int SOURCE = 0x1234;

    /** From one picture's time to the next one's. */
    static final int TICKS = 3000;

    private int sequence;
    private int time = 90_000;

    Footage(int first) {
        this.sequence = first;
    }

    /** Of the picture that was made last. */
    int time() {
        return time;
    }

    /** The camera sends nothing for so long, and its time goes on. */
    void pass(Duration silent) {
        time += (int) (silent.toMillis() * 90);
    }

    byte[] sets() {
        return packet(false, 24, 0, 3, 0x67, 1, 2, 0, 2, 0x68, 3);
    }

    /** A key frame in two fragments; a new picture. */
    List<byte[]> key() {
        time += TICKS;
        return List.of(packet(false, 28, 0x85, 1, 1, 1), packet(true, 28, 0x45, 2, 2, 2));
    }

    /** Parameter sets and a key frame, one picture. */
    List<byte[]> keyWithSets() {
        time += TICKS;
        List<byte[]> all = new ArrayList<>();
        all.add(sets());
        all.add(packet(false, 28, 0x85, 1, 1, 1));
        all.add(packet(true, 28, 0x45, 2, 2, 2));
        return all;
    }

    byte[] picture(int bytes) {
        time += TICKS;
        byte[] packet = packet(true, new int[Math.max(2, bytes)]);
        packet[12] = 0x41;
        packet[13] = (byte) sequence;
        return packet;
    }

    private byte[] packet(boolean marker, int... payload) {
        ByteBuffer bytes = ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (96 | (marker ? 0x80 : 0)))
                .putShort((short) sequence++)
                .putInt(time)
                .putInt(SOURCE);
        for (int each : payload) {
            bytes.put((byte) each);
        }
        return bytes.array();
    }

    /** A sender report of this stream. */
    byte[] report() {
        return ByteBuffer.allocate(28)
                .put((byte) 0x80)
                .put((byte) 200)
                .putShort((short) 6)
                .putInt(SOURCE)
                .putLong(0xE000_0000_8000_0000L)
                .putInt(time)
                .putInt(7)
                .putInt(700)
                .array();
    }
}
