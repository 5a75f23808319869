package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What takes the packets of a session's track. The session's thread. */
interface MediaInput {
    /** True once a packet of the track came. */
    boolean heard();

    /** When the last packet of the track came; of no meaning before the first. */
    long lastArrivalNanos();

    /** Bytes of memory in use. */
    long held();

    /** The newest sender report's clock; any thread. */
    @Nullable
    SenderClock senderClock();

    void rtp(ByteBuffer data, int offset, int length, long arrivalNanos);

    /** Takes an RTCP packet; true where the source says goodbye. */
    boolean rtcp(ByteBuffer data, int offset, int length, long arrivalNanos);

    /** Gives up packets waited for too long; to be called several times a second. */
    void tick(long nowNanos);

    /** The next receiver report, or null before the first packet. */
    byte @Nullable [] receiverReport(long nowNanos);
}
