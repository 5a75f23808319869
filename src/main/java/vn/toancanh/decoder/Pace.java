package vn.toancanh.decoder;

import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.ClockRecovery;

/**
 * How fast a stream's units follow each other, how evenly, and whether they come in order; from that, how long to hold its
 * pictures back. A steady stream is not held back at all: its pictures are shown when they are decoded. One thread.
 */
final class Pace {
    /** Lateness up to which a stream counts as steady: no eye sees it, and a wall's pulse evens it out. */
    private static final long STEADY = 25_000;

    private static final long LEAST_REORDERED = 40_000;
    private static final long LONGEST_SPARE = 400_000;

    /** The memory of the worst lateness fades by this share a unit: by half in one and a half seconds at 15 a second. */
    private static final int FADING = 32;

    private boolean reordered;
    private long frameMicros;
    private long worstMicros;

    /**
     * Takes note of a unit that was just mapped; true if pictures turn out to come out of order and nobody knew yet.
     *
     * @param lateNanos how much later it came than the quickest lately
     */
    boolean took(ClockRecovery mapping, long lateNanos) {
        frameMicros = mapping.frameNanos() / 1000;
        worstMicros = Math.max(worstMicros - worstMicros / FADING, Math.min(lateNanos / 1000, LONGEST_SPARE));
        boolean discovered = !reordered && mapping.reordered();
        reordered |= discovered;
        return discovered;
    }

    boolean reordered(@Nullable SequenceHeader header) {
        return reordered || (header != null && header.reorder() > 0);
    }

    /** How long a picture is held back beyond the time it was sent; 0: not at all. */
    long spareMicros(@Nullable SequenceHeader header) {
        if (!reordered(header)) {
            return worstMicros <= STEADY ? 0 : Math.min(worstMicros, LONGEST_SPARE);
        }
        int reorder = header == null ? 2 : Math.max(1, header.reorder());
        // A picture waits for those that lean on it, once at the sender's side and once in the decoder.
        return Math.clamp(2L * reorder * frameMicros + 15_000, LEAST_REORDERED, LONGEST_SPARE);
    }
}
