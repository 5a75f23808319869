package vn.toancanh.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.rtsp.packetise.JpegPacketiser;
import vn.toancanh.rtsp.packetise.NalPacketiser;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/** A well-formed stream of small pictures of noise, as RTP and RTCP packets. */
final class GoodMedia {
    private static final int GROUP = 8;
    /** Of RTP, without extensions. */
    private static final int HEADER = 12;

    private final Encoding encoding;
    private final int type;
    private final RandomGenerator random;
    private int source;
    private int sequence;
    private int time;
    private int picture;

    /** @param type payload type */
    GoodMedia(Encoding encoding, int type, RandomGenerator random) {
        this.encoding = encoding;
        this.type = type;
        this.random = random;
        this.source = random.nextInt();
        this.sequence = random.nextInt(0x10000);
        this.time = random.nextInt();
    }

    /** The packets of the next picture. */
    List<byte[]> picture() {
        RtpPayloads payloads = switch (encoding) {
            case H264 -> NalPacketiser.h264(200 + random.nextInt(1200)).packetise(unit(false));
            case H265 -> NalPacketiser.h265(200 + random.nextInt(1200)).packetise(unit(true));
            case JPEG -> new JpegPacketiser(512 + random.nextInt(900)).packetise(image());
        };
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < payloads.count(); i++) {
            packets.add(packet(payloads.payload(i), i == payloads.count() - 1));
        }
        time += 3000;
        picture++;
        return packets;
    }

    /** A packet with that payload. */
    byte[] packet(byte[] payload, boolean marker) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) 0x80)
                .put((byte) (type | (marker ? 0x80 : 0)))
                .putShort((short) sequence++)
                .putInt(time)
                .putInt(source)
                .put(payload)
                .array();
    }

    /** The same packet with another payload; the given array is not changed. */
    static byte[] withPayload(byte[] packet, UnaryOperator<byte[]> change) {
        byte[] payload = change.apply(Arrays.copyOfRange(packet, HEADER, packet.length));
        return ByteBuffer.allocate(HEADER + payload.length)
                .put(packet, 0, HEADER)
                .put(payload)
                .array();
    }

    /** What stands in front of a fragment of a key frame, {@code offset} bytes behind its beginning. */
    byte[] fragmentHeader(int offset) {
        int start = offset == 0 ? 0x80 : 0;
        return switch (encoding) {
            case H264 -> new byte[] {0x7c, (byte) (start | 5)};
            case H265 -> new byte[] {49 << 1, 1, (byte) (start | 19)};
            case JPEG -> new byte[] {0, (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset, 1, 80, 40, 23};
        };
    }

    /** The source begins anew, under another name. */
    void restart() {
        source = random.nextInt();
        sequence = random.nextInt(0x10000);
        time = random.nextInt();
    }

    /** A sender report, and sometimes a goodbye behind it. */
    byte[] report() {
        ByteBuffer packet = ByteBuffer.allocate(36);
        packet.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
        packet.putLong(random.nextLong()).putInt(time).putInt(picture).putInt(picture * 1000);
        packet.put((byte) 0x81).put((byte) (random.nextInt(6) == 0 ? 203 : 201)).putShort((short) 1);
        return packet.putInt(source).array();
    }

    private byte[] unit(boolean h265) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean key = picture % GROUP == 0;
        if (key) {
            for (int set : h265 ? new int[] {32, 33, 34} : new int[] {7, 8}) {
                nal(out, h265, set, 4 + random.nextInt(30));
            }
        }
        if (random.nextInt(4) == 0) {
            nal(out, h265, h265 ? 39 : 6, 3 + random.nextInt(20));
        }
        nal(out, h265, h265 ? (key ? 19 : 1) : key ? 5 : 1, 4 + random.nextInt(random.nextInt(4) == 0 ? 4000 : 300));
        return out.toByteArray();
    }

    private void nal(ByteArrayOutputStream to, boolean h265, int kind, int length) {
        to.writeBytes(new byte[] {0, 0, 0, 1});
        to.write(h265 ? kind << 1 : 0x60 | kind);
        if (h265) {
            to.write(1);
        }
        to.write(0x80 | random.nextInt(0x80));
        for (int i = 0; i < length; i++) {
            to.write(1 + random.nextInt(255));
        }
    }

    /** An image as far as a packetiser looks at it. */
    private byte[] image() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        for (int table = 0; table < 2; table++) {
            byte[] content = new byte[65];
            random.nextBytes(content);
            content[0] = (byte) table;
            segment(out, 0xdb, content);
        }
        int halved = random.nextBoolean() ? 0x21 : 0x22;
        segment(out, 0xc0, new byte[] {8, 0, (byte) 180, 1, 64, 3, 1, (byte) halved, 0, 2, 0x11, 1, 3, 0x11, 1});
        if (random.nextInt(3) == 0) {
            segment(out, 0xdd, new byte[] {0, 20});
        }
        segment(out, 0xda, new byte[] {3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0});
        byte[] scan = new byte[20 + random.nextInt(3000)];
        random.nextBytes(scan);
        out.writeBytes(scan);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream to, int marker, byte[] content) {
        to.write(0xff);
        to.write(marker);
        to.write(0);
        to.write(content.length + 2);
        to.writeBytes(content);
    }
}
