package vn.toancanh.rtsp.packetise;

import java.util.Arrays;

/**
 * The RTP payloads of one access unit, in the order of sending, in one array. The last one carries the marker bit.
 */
public final class RtpPayloads {
    private final byte[] bytes;
    private final int[] ends;

    RtpPayloads(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public int count() {
        return ends.length;
    }

    /** Where payload {@code i} begins in {@link #bytes()}. */
    public int offset(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    public int length(int i) {
        return ends[i] - offset(i);
    }

    /** All payloads one after another; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** A copy of one payload. */
    public byte[] payload(int i) {
        return Arrays.copyOfRange(bytes, offset(i), ends[i]);
    }
}
