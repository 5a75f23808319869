package vn.toancanh.rtsp.message;

/**
 * How much of a message is taken before the other side is called broken.
 *
 * @param line bytes of one header line
 * @param head bytes of start line and headers together
 * @param fields header lines
 * @param body bytes of a body
 */
public record RtspLimits(int line, int head, int fields, int body) {
    public static final RtspLimits USUAL = new RtspLimits(8 * 1024, 32 * 1024, 100, 64 * 1024);

    /** Bytes a receive buffer must hold so that every message within the limits, and every interleaved frame, fits. */
    public int bufferBytes() {
        return Math.max(head + body, 4 + 65_535);
    }
}
