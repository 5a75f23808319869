package vn.toancanh.decoder;

import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.ClockRecovery;

/** How fast a stream's pictures follow each other and whether they come in order; from that, how long to hold them back. One thread. */
final class Pace {
    /** Spare time against jitter: with it, pictures come evenly on a wired network at 50 ms in all. */
    private static final long SPARE = 40_000;

    private static final long LONGEST_SPARE = 400_000;
    private boolean reordered;
    private long frameMicros;

    /** Takes note of a unit that was just mapped; true if pictures turn out to come out of order and nobody knew yet. */
    boolean took(ClockRecovery mapping) {
        frameMicros = mapping.frameNanos() / 1000;
        boolean discovered = !reordered && mapping.reordered();
        reordered |= discovered;
        return discovered;
    }

    boolean reordered(@Nullable SequenceHeader header) {
        return reordered || (header != null && header.reorder() > 0);
    }

    /** How long a picture is held back beyond the time it was sent. */
    long spareMicros(@Nullable SequenceHeader header) {
        if (!reordered(header)) {
            return SPARE;
        }
        int reorder = header == null ? 2 : Math.max(1, header.reorder());
        // A picture waits for those that lean on it, once at the sender's side and once in the decoder.
        return Math.clamp(2L * reorder * frameMicros + 15_000, SPARE, LONGEST_SPARE);
    }
}
