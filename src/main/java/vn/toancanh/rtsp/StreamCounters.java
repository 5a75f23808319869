package vn.toancanh.rtsp;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a session received. Written by the session's thread alone, read by any, each value by itself. */
public final class StreamCounters {
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong units = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicLong jitterMicros = new AtomicLong();
    private final AtomicLong behind = new AtomicLong();
    private final AtomicInteger tickRate = new AtomicInteger();

    /** RTP packets of the video track. */
    public long packets() {
        return packets.getOpaque();
    }

    /** RTP bytes of the video track, headers included. */
    public long bytes() {
        return bytes.getOpaque();
    }

    /** Access units handed over. */
    public long units() {
        return units.getOpaque();
    }

    /** Pictures given up: with a part lost or malformed, or too large. */
    public long dropped() {
        return dropped.getOpaque();
    }

    /** Packets missing by their sequence numbers. */
    public long lost() {
        return lost.getOpaque();
    }

    /** Packets that came twice, or too late to be of use. */
    public long duplicates() {
        return duplicates.getOpaque();
    }

    /** Packets and frames of no known channel, payload type or form. */
    public long malformed() {
        return malformed.getOpaque();
    }

    /** Datagrams from another source than the negotiated one, which were dropped. */
    public long strangers() {
        return strangers.getOpaque();
    }

    /** Interarrival jitter, RFC 3550 section 6.4.1. */
    public double jitterMillis() {
        return jitterMicros.getOpaque() / 1000.0;
    }

    /** RTP ticks a second that the source stamps with instead of what it should, below 0: backwards; 0: as it should. */
    public int tickRate() {
        return tickRate.getOpaque();
    }

    /**
     * How much older than by its packets what comes may be, nanoseconds: the way was as slow already when it was opened, by the time
     * that answers take. 0: it is as new as it seems.
     */
    public long behindNanos() {
        return behind.getOpaque();
    }

    void behind(long nanos) {
        behind.setOpaque(nanos);
    }

    void packet(int length) {
        grow(packets, 1);
        grow(bytes, length);
    }

    void unit() {
        grow(units, 1);
    }

    void duplicate() {
        grow(duplicates, 1);
    }

    void malformedOne() {
        grow(malformed, 1);
    }

    void strangerOne() {
        grow(strangers, 1);
    }

    void lostInAll(long count) {
        lost.setOpaque(count);
    }

    void droppedInAll(long count) {
        dropped.setOpaque(count);
    }

    void tickRate(int found) {
        tickRate.setOpaque(found);
    }

    void jitter(double millis) {
        jitterMicros.setOpaque(Math.round(millis * 1000));
    }

    /** One writer, so a plain read and an opaque write are enough, and cost no locked instruction a packet. */
    private static void grow(AtomicLong counter, long by) {
        counter.setOpaque(counter.getPlain() + by);
    }
}
