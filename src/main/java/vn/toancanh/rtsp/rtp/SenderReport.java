package vn.toancanh.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The instant at which a source's RTP clock stood at a value, by the source's own wall clock (RFC 3550 section 6.4.1).
 *
 * @param source SSRC
 * @param ntp seconds since 1900 in the upper 32 bits, fraction below, as it stands in the packet
 * @param rtpTime 32 bits as they stand in the packet
 * @param arrivalNanos when the report was read
 */
public record SenderReport(int source, long ntp, int rtpTime, long arrivalNanos) {
    private static final long NTP_TO_UNIX_SECONDS = 2_208_988_800L;
    private static final int SENDER_REPORT = 200;
    private static final int MOST_PARTS = 32;

    /** Milliseconds since 1970 by the source's wall clock; senseless where that clock is not set. */
    public long unixMillis() {
        long seconds = (ntp >>> 32) - NTP_TO_UNIX_SECONDS;
        return seconds * 1000 + (((ntp & 0xffff_ffffL) * 1000) >>> 32);
    }

    /** The first sender report of a compound RTCP packet. */
    public static Optional<SenderReport> find(ByteBuffer data, int offset, int length, long arrivalNanos) {
        int at = offset;
        int end = offset + length;
        for (int part = 0; part < MOST_PARTS && at + 4 <= end; part++) {
            int size = 4 + 4 * (data.getShort(at + 2) & 0xffff);
            if ((data.get(at) & 0xc0) != 0x80 || size > end - at) {
                return Optional.empty();
            }
            if ((data.get(at + 1) & 0xff) == SENDER_REPORT && size >= 28) {
                return Optional.of(new SenderReport(
                        data.getInt(at + 4), data.getLong(at + 8), data.getInt(at + 16), arrivalNanos));
            }
            at += size;
        }
        return Optional.empty();
    }
}
