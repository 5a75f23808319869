package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import vn.toancanh.rtsp.rtp.SenderReport;
import vn.toancanh.rtsp.rtp.TickRate;

/**
 * By how much the packets of a stream come later than by the quickest way since its session began (decision 0061), for whoever passes them on and
 * makes no pictures of them. Never throws at what it is given. One stream, one thread.
 */
public final class StreamLateness {
    /** Bytes of the least RTP packet; shorter ones are none. */
    public static final int LEAST_BYTES = 12;

    private static final int TIME = 4;

    private final TickRate ticks;
    private final ClockRecovery mapping = new ClockRecovery(TickRate.STANDARD);
    private boolean begun;
    private long rtpTime;

    /** @param announcedRate ticks a second by the description; 0 or senseless: the standard's */
    public StreamLateness(int announcedRate) {
        this.ticks = new TickRate(announcedRate);
    }

    /** The RTP time of a packet of {@link #LEAST_BYTES} at least, as it stands there. */
    public static int time(ByteBuffer data, int offset) {
        return data.getInt(offset + TIME);
    }

    /** Takes note of a packet; cheap, for every one. */
    public void saw(int time, int length, long arrivalNanos) {
        rtpTime = begun ? rtpTime + (time - (int) rtpTime) : time & 0xffff_ffffL;
        begun = true;
        ticks.see(rtpTime, arrivalNanos, length);
    }

    /** Looks at the packet that came last; a few times a second. By how much it came late, nanoseconds, 0 or more. */
    public long look(long arrivalNanos) {
        mapping.map(ticks.standard(rtpTime), arrivalNanos);
        return mapping.heldBackNanos();
    }

    /** A report came, which tells a source that stood with its time from one that is held back. */
    public void report(ByteBuffer data, int offset, int length, long arrivalNanos) {
        if (!begun) {
            return;
        }
        SenderReport.find(data, offset, length, arrivalNanos).ifPresent(found -> {
            long near = rtpTime + (found.rtpTime() - (int) rtpTime);
            mapping.report(new SenderClock(ticks.standard(near), found.unixMillis(), found.arrivalNanos()));
        });
    }

    /** By how much the packet that was looked at last came late, nanoseconds. */
    public long heldBackNanos() {
        return mapping.heldBackNanos();
    }
}
