package vn.toancanh.rtsp.depacketise;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JPEG segments that came in RTP header extensions, for what RFC 2435 cannot say: pictures above 2040 pixels, other tables
 * (ONVIF Streaming Specification, "JPEG over RTP"). What a picture's segments leave out is taken as the picture before had it.
 */
final class JpegExtension {
    /** The extension of a picture's first packet, and of its others. */
    static final int FIRST = 0xffd8;

    static final int OTHER = 0xffff;

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_SEGMENT = 8 * 1024;
    private static final int MOST_REMEMBERED = 16 * 1024;

    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final ByteArrayOutputStream misc = new ByteArrayOutputStream();
    private boolean present;
    private byte @Nullable [] quantisers;
    private byte @Nullable [] frame;
    private byte @Nullable [] frameBefore;
    private byte @Nullable [] huffman;
    private boolean huffmanIsOfThis;
    private byte @Nullable [] restart;
    private byte @Nullable [] scan;

    /** A new picture begins. */
    void begin() {
        raw.reset();
        misc.reset();
        present = false;
        quantisers = null;
        restart = null;
        scan = null;
        frame = null;
        huffmanIsOfThis = false;
    }

    /** Adds an extension's bytes; false where it is too much. */
    boolean add(ByteBuffer data, int offset, int length) {
        present = true;
        if (raw.size() + length > MOST_BYTES) {
            return false;
        }
        byte[] bytes = new byte[length];
        data.get(offset, bytes);
        raw.writeBytes(bytes);
        return true;
    }

    boolean present() {
        return present;
    }

    /**
     * Sorts the segments gathered.
     *
     * @return scan data that stood behind them, empty where there was none; null where they are no segments
     */
    byte @Nullable [] sort() {
        byte[] all = raw.toByteArray();
        int at = 0;
        while (at < all.length) {
            if (all[at] != (byte) 0xff) {
                return null;
            }
            if (at + 1 < all.length && all[at + 1] != (byte) 0xff) {
                int length = length(all, at + 2);
                int end = at + 2 + length;
                if (length < 2 || length > MOST_SEGMENT || end > all.length) {
                    return null;
                }
                byte[] segment = Arrays.copyOfRange(all, at, end);
                keep(all[at + 1] & 0xff, segment);
                at = end;
                if (scan != null) {
                    return Arrays.copyOfRange(all, at, all.length);
                }
            } else {
                // Fill bytes may stand in front of every marker, T.81 B.1.1.2, and pad the extension.
                at++;
            }
        }
        return new byte[0];
    }

    private static int length(byte[] all, int at) {
        return at + 1 < all.length ? (all[at] & 0xff) << 8 | (all[at + 1] & 0xff) : 0;
    }

    private void keep(int marker, byte[] segment) {
        switch (marker) {
            case 0xdb -> quantisers = joined(quantisers, segment);
            case 0xc0, 0xc1, 0xc2 -> {
                frame = segment;
                frameBefore = segment;
            }
            case 0xc4 -> {
                huffman = joined(huffmanIsOfThis ? huffman : null, segment);
                huffmanIsOfThis = true;
            }
            case 0xdd -> restart = segment;
            case 0xda -> scan = segment;
            default -> misc.writeBytes(segment);
        }
    }

    private static byte[] joined(byte @Nullable [] before, byte[] segment) {
        if (before == null || before.length + segment.length > MOST_REMEMBERED) {
            return segment;
        }
        byte[] both = Arrays.copyOf(before, before.length + segment.length);
        System.arraycopy(segment, 0, both, before.length, segment.length);
        return both;
    }

    /** Segments of no meaning for us, such as the aspect ratio. */
    byte[] others() {
        return misc.toByteArray();
    }

    byte @Nullable [] quantisers() {
        return quantisers;
    }

    /** The picture's size and form. */
    byte @Nullable [] frame() {
        return frame;
    }

    /** The same of the last picture that said it. */
    byte @Nullable [] frameBefore() {
        return frameBefore;
    }

    byte @Nullable [] huffman() {
        return huffman;
    }

    byte @Nullable [] restart() {
        return restart;
    }

    byte @Nullable [] scan() {
        return scan;
    }

    /** Bytes of memory in use. */
    long held() {
        return (long) raw.size()
                + misc.size()
                + size(quantisers)
                + size(frame)
                + size(frameBefore)
                + size(huffman)
                + size(restart)
                + size(scan);
    }

    private static int size(byte @Nullable [] segment) {
        return segment == null ? 0 : segment.length;
    }
}
