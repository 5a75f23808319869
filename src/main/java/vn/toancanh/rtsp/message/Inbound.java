package vn.toancanh.rtsp.message;

import java.nio.ByteBuffer;

/**
 * What came over one connection: cut into messages and frames; what is not whole yet is kept till more comes. One thread at a
 * time.
 */
public final class Inbound {
    /** The most that is ever kept of a server's bytes, bytes. */
    public static final int MOST_KEPT = 2 * Integer.highestOneBit(RtspLimits.USUAL.bufferBytes());

    private static final byte[] NOTHING = {};
    private static final int LEAST_KEPT = 4096;

    private final RtspParser parser;
    private final int mostLeft;
    private byte[] kept = NOTHING;
    private int length;

    /** For what servers say. */
    public Inbound() {
        this(RtspLimits.USUAL, RtspLimits.USUAL.bufferBytes());
    }

    /** @param mostLeft bytes of a message or frame that is not whole, before the other side is called broken */
    public Inbound(RtspLimits limits, int mostLeft) {
        this.parser = new RtspParser(limits);
        this.mostLeft = mostLeft;
    }

    /** Empties the buffer and lays into it what was kept; what is read next belongs behind it. */
    public void lay(ByteBuffer buffer) {
        buffer.clear();
        buffer.put(kept, 0, length);
    }

    /**
     * Hands on all that is whole of a buffer that was laid out and read into, and keeps the rest.
     *
     * @throws RtspFormatException where it is no RTSP; the connection is of no more use then
     */
    public void take(ByteBuffer buffer, RtspParser.Handler handler) throws RtspFormatException {
        length = 0;
        buffer.flip();
        parser.parse(buffer, handler);
        int left = buffer.remaining();
        if (left > mostLeft) {
            throw new RtspFormatException("more than " + mostLeft + " bytes that are not whole");
        }
        if (left > kept.length) {
            kept = new byte[Math.max(LEAST_KEPT, Integer.highestOneBit(left) * 2)];
        }
        buffer.get(kept, 0, left);
        length = left;
    }

    /** Bytes of memory in use. */
    public int held() {
        return kept.length;
    }
}
