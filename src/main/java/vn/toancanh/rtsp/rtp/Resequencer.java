package vn.toancanh.rtsp.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Hands over packets in the order of their sequence numbers: a packet that came too early waits until the missing ones are
 * there, until {@code depth} packets wait or until the first has waited {@code patienceNanos}; then the rest is given up as
 * lost. A packet in order, which is nearly every one, is passed on without a copy.
 */
public final class Resequencer {
    /** What takes the packets in order. */
    public interface Output {
        /** {@code gap}: packets are missing just before this one. The bytes are valid during the call. */
        void packet(ByteBuffer data, int offset, int length, long extendedSequence, long arrivalNanos, boolean gap);
    }

    /** What became of a packet. */
    public enum Fate {
        /** Handed over, or kept to be handed over. */
        TAKEN,
        /** Came before, or too late to be of use. */
        DUPLICATE
    }

    private static final int SLOTS = 256;
    /** A jump larger than this is a stream that began anew, not a loss (RFC 3550 appendix A.1, MAX_DROPOUT). */
    private static final int MOST_MISSING = 3000;
    /** Packets this far behind are late ones; farther behind, the stream began anew (MAX_MISORDER). */
    private static final int MOST_LATE = 300;

    private record Waiting(ByteBuffer data, long sequence, long arrivalNanos) {}

    private final int depth;
    private final long patienceNanos;
    private final Output output;
    private final @Nullable Waiting[] slots = new Waiting[SLOTS];
    private int waiting;
    private long held;
    private long next = -1;
    private long lost;
    private boolean anew;

    /** @param depth packets that may wait, 0 to 255; 0 takes every gap as loss at once */
    public Resequencer(int depth, long patienceNanos, Output output) {
        if (depth < 0 || depth >= SLOTS) {
            throw new IllegalArgumentException("depth " + depth);
        }
        this.depth = depth;
        this.patienceNanos = patienceNanos;
        this.output = output;
    }

    /** Packets given up as lost so far. */
    public long lost() {
        return lost;
    }

    /** Bytes of the packets that wait: {@code depth + 1} packets at most. */
    public long held() {
        return held;
    }

    /** The next sequence number awaited, extended beyond 16 bits; -1 before the first packet. */
    public long next() {
        return next;
    }

    /** The next packet is of another source: its number has nothing to do with those before. */
    public void beginAnew() {
        flush();
        anew = next >= 0;
    }

    public Fate packet(int sequence, ByteBuffer data, int offset, int length, long arrivalNanos) {
        if (next < 0) {
            next = 65_536L + sequence;
        }
        if (anew) {
            anew = false;
            restart(sequence, data, offset, length, arrivalNanos);
            return Fate.TAKEN;
        }
        int ahead = (short) (sequence - (int) next);
        if (ahead < 0 && ahead >= -MOST_LATE) {
            return Fate.DUPLICATE;
        }
        if (ahead < 0 || ahead > MOST_MISSING) {
            restart(sequence, data, offset, length, arrivalNanos);
            return Fate.TAKEN;
        }
        long extended = next + ahead;
        if (ahead == 0) {
            pass(data, offset, length, extended, arrivalNanos, false);
            drain();
            return Fate.TAKEN;
        }
        if (ahead < SLOTS && depth > 0) {
            int slot = (int) (extended & (SLOTS - 1));
            if (slots[slot] != null) {
                return Fate.DUPLICATE;
            }
            byte[] copy = new byte[length];
            data.get(offset, copy);
            slots[slot] = new Waiting(ByteBuffer.wrap(copy), extended, arrivalNanos);
            held += length;
            waiting++;
            giveUp(arrivalNanos);
            return Fate.TAKEN;
        }
        flush();
        lost += Math.max(0, extended - next);
        pass(data, offset, length, extended, arrivalNanos, true);
        return Fate.TAKEN;
    }

    /** Gives up packets whose followers have waited too long. Call it from time to time when nothing arrives. */
    public void giveUp(long nowNanos) {
        while (waiting > 0) {
            Waiting first = firstWaiting();
            if (waiting <= depth && nowNanos - first.arrivalNanos < patienceNanos) {
                return;
            }
            skipTo(first);
        }
    }

    private void flush() {
        while (waiting > 0) {
            skipTo(firstWaiting());
        }
    }

    private void skipTo(Waiting first) {
        lost += first.sequence - next;
        slots[(int) (first.sequence & (SLOTS - 1))] = null;
        held -= first.data.limit();
        waiting--;
        pass(first.data, 0, first.data.limit(), first.sequence, first.arrivalNanos, true);
        drain();
    }

    private Waiting firstWaiting() {
        for (long sequence = next; sequence < next + SLOTS; sequence++) {
            Waiting candidate = slots[(int) (sequence & (SLOTS - 1))];
            if (candidate != null) {
                return candidate;
            }
        }
        throw new IllegalStateException("packets are counted as waiting that are not there");
    }

    private void drain() {
        while (waiting > 0) {
            int slot = (int) (next & (SLOTS - 1));
            Waiting ready = slots[slot];
            if (ready == null) {
                return;
            }
            slots[slot] = null;
            held -= ready.data.limit();
            waiting--;
            pass(ready.data, 0, ready.data.limit(), ready.sequence, ready.arrivalNanos, false);
        }
    }

    private void restart(int sequence, ByteBuffer data, int offset, int length, long arrivalNanos) {
        flush();
        next = (next | 0xffffL) + 1 + sequence;
        pass(data, offset, length, next, arrivalNanos, true);
    }

    private void pass(ByteBuffer data, int offset, int length, long sequence, long arrivalNanos, boolean gap) {
        next = sequence + 1;
        output.packet(data, offset, length, sequence, arrivalNanos, gap);
    }
}
