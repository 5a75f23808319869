package vn.toancanh.server.relay;

import java.nio.ByteBuffer;

/** Where one viewer stands in a stream's packets. Never leaves a frame half sent. The relay's thread. */
final class Cursor {
    private final PacketLog log;
    private long at = PacketLog.NONE;
    private long frame = PacketLog.NONE;

    Cursor(PacketLog log) {
        this.log = log;
    }

    /** True while it waits for a key frame. */
    boolean waits() {
        return at == PacketLog.NONE;
    }

    /** The oldest place that it needs; of no meaning while it waits. */
    long needs() {
        return frame;
    }

    /** Goes on from a place where a packet begins, or waits where that is NONE. */
    void to(long place) {
        at = place;
        frame = place;
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
