package vn.toancanh.server.relay;

import java.time.Duration;
import java.util.ArrayDeque;

/** When the bytes of a {@link PacketLog} came, to a quarter of a second. The relay's thread. */
final class Arrivals {
    private static final long STEP = Duration.ofMillis(250).toNanos();

    /** What came within a quarter of a second. */
    private static final class Step {
        private final long begun;
        private long newest;
        private long end;

        Step(long begun) {
            this.begun = begun;
        }
    }

    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private long old;

    /** Bytes came; the log then ended there. */
    void came(long end, long nanos) {
        Step last = steps.peekLast();
        if (last == null || nanos - last.begun >= STEP) {
            last = new Step(nanos);
            steps.add(last);
        }
        last.newest = nanos;
        last.end = end;
    }

    /** The place before which everything came by then; {@code nanos} must not fall from call to call. */
    long before(long nanos) {
        for (Step first = steps.peek(); first != null && first.newest - nanos <= 0; first = steps.peek()) {
            old = first.end;
            steps.remove();
        }
        return old;
    }
}
