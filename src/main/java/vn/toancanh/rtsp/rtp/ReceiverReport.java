package vn.toancanh.rtsp.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes receiver reports, RFC 3550 section 6.4.2, each with the canonical name that every report must carry. */
public final class ReceiverReport {
    private static final byte[] NAME = "toan-canh".getBytes(StandardCharsets.US_ASCII);

    private ReceiverReport() {}

    /** A report of no source, 8 bytes: what opens a way through an address translator. */
    public static byte[] ofNothing(int own) {
        return ByteBuffer.allocate(8)
                .put((byte) 0x80)
                .put((byte) 201)
                .putShort((short) 1)
                .putInt(own)
                .array();
    }

    /**
     * A compound packet of one report and the name.
     *
     * @param own our SSRC
     * @param source the reported source's SSRC
     * @param last the source's last sender report, if any came
     */
    public static byte[] write(int own, int source, Reception reception, @Nullable SenderReport last, long nowNanos) {
        int nameSize = (8 + 2 + NAME.length + 1 + 3) / 4 * 4;
        ByteBuffer packet = ByteBuffer.allocate(32 + nameSize);
        packet.put((byte) 0x81).put((byte) 201).putShort((short) 7).putInt(own).putInt(source);
        long lost = Math.clamp(reception.lost(), -0x80_0000L, 0x7f_ffffL);
        packet.putInt(reception.fractionLost() << 24 | (int) (lost & 0xff_ffff));
        packet.putInt((int) reception.highest()).putInt((int) Math.min(0xffff_ffffL, (long) reception.jitterTicks()));
        if (last == null) {
            packet.putInt(0).putInt(0);
        } else {
            packet.putInt((int) (last.ntp() >>> 16));
            packet.putInt((int) Math.min(0xffff_ffffL, (nowNanos - last.arrivalNanos()) / 1_000 * 65_536 / 1_000_000));
        }
        packet.put((byte) 0x81)
                .put((byte) 202)
                .putShort((short) (nameSize / 4 - 1))
                .putInt(own);
        packet.put((byte) 1).put((byte) NAME.length).put(NAME);
        return packet.array();
    }
}
