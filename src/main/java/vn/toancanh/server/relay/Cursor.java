package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.time.Duration;

/** Where one viewer stands in a stream's packets. Never leaves a frame half sent. The relay's thread. */
final class Cursor {
    /** Nobody waits for longer: a source whose time cannot be made sense of is always late. */
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private final PacketLog log;
    private long at = PacketLog.NONE;
    private long frame = PacketLog.NONE;
    private final long since;
    private boolean begun;

    /**
     * Stands nowhere yet.
     *
     * @param since when it was put up, {@code Clock.nanos()}
     * @param begun true where its viewer had packets before
     */
    Cursor(PacketLog log, long since, boolean begun) {
        this.log = log;
        this.since = since;
        this.begun = begun;
    }

    /** True while it waits for a key frame. */
    boolean waits() {
        return at == PacketLog.NONE;
    }

    /** True once its viewer has had packets. */
    boolean begun() {
        return begun;
    }

    /** True where it may begin with what is late: it has begun before, or waited in vain for what is not. */
    boolean takesLate(long nowNanos) {
        return begun || nowNanos - since > PATIENCE.toNanos();
    }

    /** The oldest place that it needs; of no meaning while it waits. */
    long needs() {
        return frame;
    }

    /** Goes on from a place where a packet begins, or waits where that is NONE. */
    void to(long place) {
        at = place;
        frame = place;
        begun |= place != PacketLog.NONE;
    }

    /** True where something is to be sent. */
    boolean more() {
        if (at == PacketLog.NONE) {
            return false;
        }
        if (at == frame) {
            at = log.settled(at);
            frame = at;
        }
        return at < log.end();
    }

    /** True where no packet is half sent. */
    boolean between() {
        return at == frame;
    }

    /** Everything that can be sent in one go; whoever sends tells {@link #sent}. Only where there is {@link #more}. */
    ByteBuffer next() {
        return log.from(at);
    }

    /** What is left of the packet that is half sent. */
    ByteBuffer rest() {
        ByteBuffer bytes = log.from(at);
        return bytes.limit(bytes.position() + (int) (log.frameEnd(frame) - at));
    }

    /** So many bytes were sent. */
    void sent(int bytes) {
        at += bytes;
        while (frame < at) {
            long end = log.frameEnd(frame);
            if (end > at) {
                return;
            }
            frame = end;
        }
    }
}
