package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packets of one stream as they go onto the wire, one after the other: interleaved frames, RFC 2326 section 10.12, RTP on
 * channel 0 and RTCP on channel 1. Everybody who watches reads the same bytes from a place of its own, so that a viewer costs
 * no copy and no queue. Places are counted in bytes and only grow. The relay's thread.
 */
final class PacketLog {
    /** No place. */
    static final long NONE = -1;

    static final int FRAME_HEAD = 4;

    private final Slabs slabs;
    private final List<ByteBuffer> kept = new ArrayList<>();
    private long first;

    PacketLog(Slabs slabs) {
        this.slabs = slabs;
    }

    /** Where the oldest byte is. */
    long start() {
        return first * Slabs.SIZE;
    }

    /** Where the next packet will be, unless it does not fit there. */
    long end() {
        return kept.isEmpty()
                ? start()
                : (first + kept.size() - 1) * Slabs.SIZE + kept.getLast().position();
    }

    /** True where the packet does not fit and another slab is needed. */
    boolean needsSlab(int length) {
        return kept.isEmpty() || kept.getLast().remaining() < FRAME_HEAD + length;
    }

    /** Copies a packet to the end; where it begins, or {@link #NONE} where there is no memory left for it. */
    long append(int channel, ByteBuffer data, int offset, int length) {
        if (needsSlab(length)) {
            ByteBuffer fresh = slabs.take();
            if (fresh == null) {
                return NONE;
            }
            kept.add(fresh);
        }
        long place = end();
        ByteBuffer last = kept.getLast();
        last.put((byte) '$').put((byte) channel).putShort((short) length);
        last.put(last.position(), data, offset, length);
        last.position(last.position() + length);
        return place;
    }

    /** The same place, or the beginning of the next slab where its own ends there. */
    long settled(long place) {
        int index = index(place);
        boolean over =
                index < kept.size() - 1 && offset(place) >= kept.get(index).position();
        return over ? (first + index + 1) * Slabs.SIZE : place;
    }

    /** All bytes from a settled place to the end of its slab's content. */
    ByteBuffer from(long place) {
        ByteBuffer slab = kept.get(index(place));
        return slab.duplicate().flip().position(offset(place));
    }

    /** Where the frame ends that begins at that settled place. */
    long frameEnd(long place) {
        int length = kept.get(index(place)).getShort(offset(place) + 2) & 0xffff;
        return place + FRAME_HEAD + length;
    }

    /** A byte of a packet that begins at that settled place, its frame not counted. */
    int packetInt(long place, int at) {
        return kept.get(index(place)).getInt(offset(place) + FRAME_HEAD + at);
    }

    /** Gives back what lies wholly before a place. */
    void forgetBefore(long place) {
        while (!kept.isEmpty() && (first + 1) * Slabs.SIZE <= place) {
            slabs.giveBack(kept.removeFirst());
            first++;
        }
    }

    /** Gives everything back. */
    void forgetAll() {
        kept.forEach(slabs::giveBack);
        first += kept.size();
        kept.clear();
    }

    /** Bytes kept, unused ends of slabs included. */
    long bytes() {
        return end() - start();
    }

    private int index(long place) {
        return (int) (place / Slabs.SIZE - first);
    }

    private static int offset(long place) {
        return (int) (place % Slabs.SIZE);
    }

    /** The slab of a place, for tests. */
    @Nullable
    ByteBuffer slab(long place) {
        int index = index(place);
        return index < 0 || index >= kept.size() ? null : kept.get(index);
    }
}
