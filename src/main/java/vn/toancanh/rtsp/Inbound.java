package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspParser;

/** What came over one connection: cut into messages and frames; what is not whole yet is kept till more comes. */
final class Inbound {
    /** The most that is ever kept, bytes. */
    static final int MOST_KEPT = 2 * Integer.highestOneBit(RtspLimits.USUAL.bufferBytes());

    private static final byte[] NOTHING = {};
    private static final int LEAST_KEPT = 4096;

    private final RtspParser parser = new RtspParser(RtspLimits.USUAL);
    private byte[] kept = NOTHING;
    private int length;

    /** Empties the buffer and lays into it what was kept; what is read next belongs behind it. */
    void lay(ByteBuffer buffer) {
        buffer.clear();
        buffer.put(kept, 0, length);
    }

    /**
     * Hands on all that is whole of a buffer that was laid out and read into, and keeps the rest.
     *
     * @throws RtspFormatException where it is no RTSP; the connection is of no more use then
     */
    void take(ByteBuffer buffer, RtspParser.Handler handler) throws RtspFormatException {
        length = 0;
        buffer.flip();
        parser.parse(buffer, handler);
        int left = buffer.remaining();
        if (left > kept.length) {
            kept = new byte[Math.max(LEAST_KEPT, Integer.highestOneBit(left) * 2)];
        }
        buffer.get(kept, 0, left);
        length = left;
    }

    /** Bytes of memory in use. */
    int held() {
        return kept.length;
    }
}
