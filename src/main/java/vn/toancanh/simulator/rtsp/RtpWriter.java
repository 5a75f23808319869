package vn.toancanh.simulator.rtsp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.SplittableRandom;
import vn.toancanh.model.Codec;
import vn.toancanh.simulator.clip.Clip;

/** Lays pictures and reports out as interleaved frames, RFC 2326 section 10.12, RFC 3550. One thread. */
final class RtpWriter {
    /** RTP ticks a second of all video. */
    static final int CLOCK_RATE = 90_000;

    static final int PAYLOAD_TYPE = 96;

    private static final int HEADER = 12;
    private static final long NTP_UNIX_SECONDS = 2_208_988_800L;
    private static final byte[] CNAME = "toan-canh".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final SplittableRandom random = new SplittableRandom(20);
    private ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);

    /** The state of one RTP stream to one watcher. */
    static final class Sequence {
        final int ssrc;
        final int timeBase;
        final int channel;
        int next;
        int packets;
        int octets;

        Sequence(SplittableRandom random, int channel) {
            this.ssrc = random.nextInt();
            this.timeBase = random.nextInt();
            this.next = random.nextInt(0x10000);
            this.channel = channel;
        }
    }

    /** So many bytes one round of a loop has as it is sent. */
    static long bytes(Clip loop) {
        return loop.frames().stream().mapToLong(RtpWriter::bytes).sum();
    }

    private static int bytes(Clip.Frame frame) {
        return frame.payloads().bytes().length + frame.payloads().count() * (4 + HEADER);
    }

    /** A whole picture for one watcher, valid until the next call. */
    ByteBuffer picture(Clip.Frame frame, Sequence to, int time, Codec codec, Damage damage) {
        var payloads = frame.payloads();
        int size = bytes(frame);
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocateDirect(size * 2);
        }
        buffer.clear();
        for (int i = 0; i < payloads.count(); i++) {
            int length = payloads.length(i);
            buffer.put((byte) '$').put((byte) to.channel).putShort((short) (HEADER + length));
            boolean last = i == payloads.count() - 1;
            buffer.put((byte) 0x80).put((byte) (PAYLOAD_TYPE | (last ? 0x80 : 0)));
            buffer.putShort((short) to.next).putInt(time).putInt(to.ssrc);
            int at = buffer.position();
            buffer.put(payloads.bytes(), payloads.offset(i), length);
            damage.spoil(buffer, at, length, codec, random);
            to.next = to.next + 1 & 0xFFFF;
            to.packets++;
            to.octets += length;
        }
        return buffer.flip();
    }

    /** A sender report with the source's name: {@code time} is the RTP time of the instant {@code now}. */
    ByteBuffer report(Sequence to, int time, Instant now) {
        buffer.clear();
        int describing = 4 + 4 + 2 + CNAME.length + 1;
        int padded = (describing + 3) / 4 * 4;
        buffer.put((byte) '$').put((byte) (to.channel + 1)).putShort((short) (28 + padded));
        buffer.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(to.ssrc);
        buffer.putInt((int) (now.getEpochSecond() + NTP_UNIX_SECONDS));
        buffer.putInt((int) (((long) now.getNano() << 32) / 1_000_000_000L));
        buffer.putInt(time).putInt(to.packets).putInt(to.octets);
        buffer.put((byte) 0x81)
                .put((byte) 202)
                .putShort((short) (padded / 4 - 1))
                .putInt(to.ssrc);
        buffer.put((byte) 1).put((byte) CNAME.length).put(CNAME);
        for (int i = describing - 1; i < padded; i++) {
            buffer.put((byte) 0);
        }
        return buffer.flip();
    }
}
