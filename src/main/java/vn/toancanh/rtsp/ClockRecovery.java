package vn.toancanh.rtsp;

/**
 * Maps RTP time to local monotonic time: when a unit would have arrived, had the network been as quick as at its best
 * lately. The offset between both clocks is the least of the last 64 units (arrival minus RTP time); it follows a slower
 * network or clock gently, a quicker one in steps below one frame, and starts anew where the source's clock jumps. Results
 * rise strictly, by 100 µs at least, in the order given; only a stream whose RTP time goes to and fro (B-frames come in
 * decoding order) is mapped as it stands, so that presentation order is kept. One stream, one thread.
 */
public final class ClockRecovery {
    /** Units over which the least offset is taken. */
    public static final int WINDOW = 64;

    private static final long LEAST_STEP_NANOS = 100_000;
    private static final long JUMP_NANOS = 1_000_000_000L;
    private static final long LATE_NANOS = 300_000_000L;
    private static final int LATE_UNITS = 8;
    private static final int REORDERED_MEMORY = 250;

    private final int clockRate;
    private final long[] offsets = new long[WINDOW];
    private int held;
    private int at;

    private boolean begun;
    private long offset;
    private long lastRtp;
    private long lastArrival;
    private long lastOffset;
    private long lastMapped;
    private long frameNanos = 33_000_000;
    private int lateUnits;
    private int sinceReordered = REORDERED_MEMORY;
    private long anchors;

    /** @param clockRate RTP ticks a second, above 0 */
    public ClockRecovery(int clockRate) {
        if (clockRate <= 0) {
            throw new IllegalArgumentException("clock rate " + clockRate);
        }
        this.clockRate = clockRate;
    }

    /**
     * The local time of a unit.
     *
     * @param rtpTime extended RTP time
     * @param arrivalNanos local monotonic time of its arrival, not falling from call to call
     * @return nanoseconds of the same local clock
     */
    public long map(long rtpTime, long arrivalNanos) {
        long rtpNanos = nanos(rtpTime);
        long now = arrivalNanos - rtpNanos;
        if (!begun || jumped(rtpNanos, arrivalNanos) || settledLate(now)) {
            anchor(now);
        } else {
            noteSpacing(rtpNanos);
            offsets[at] = now;
            at = (at + 1) % WINDOW;
            held = Math.min(WINDOW, held + 1);
            slew(least());
        }
        begun = true;
        lastRtp = rtpNanos;
        lastArrival = arrivalNanos;
        lastOffset = now;
        long mapped = rtpNanos + offset;
        if (!reordered() && anchorsOrRises(mapped)) {
            mapped = lastMapped + LEAST_STEP_NANOS;
        }
        lastMapped = mapped;
        return mapped;
    }

    /** True while RTP times go to and fro within a second, as B-frames in decoding order do. */
    public boolean reordered() {
        return sinceReordered < REORDERED_MEMORY;
    }

    /** The distance of frames as it was lately, in nanoseconds. */
    public long frameNanos() {
        return frameNanos;
    }

    /** How often the mapping began anew: 1 after the first unit, one more after every jump. */
    public long anchors() {
        return anchors;
    }

    private boolean anchorsOrRises(long mapped) {
        return lastMapped != 0 && mapped < lastMapped + LEAST_STEP_NANOS;
    }

    /** The source's clock moved by a second more, or less, than time can explain. */
    private boolean jumped(long rtpNanos, long arrivalNanos) {
        long step = rtpNanos - lastRtp;
        return step < -JUMP_NANOS || step > arrivalNanos - lastArrival + backlogNanos() + JUMP_NANOS;
    }

    /** How far behind the newest unit was: a backlog sent after a stall moves RTP time quicker than the clock by this much. */
    private long backlogNanos() {
        return Math.max(0, lastOffset - offset);
    }

    /**
     * After a source that stood still goes on at its own pace, every unit comes late by the same time, and the window's old
     * minimum is of no more use; while a backlog drains, the lateness shrinks from unit to unit instead.
     */
    private boolean settledLate(long now) {
        boolean late = now - offset > LATE_NANOS;
        boolean draining = lastOffset - now > frameNanos / 4;
        lateUnits = late && !draining ? lateUnits + 1 : 0;
        return lateUnits > LATE_UNITS;
    }

    private void anchor(long now) {
        held = 1;
        offsets[0] = now;
        at = 1;
        offset = now;
        lateUnits = 0;
        anchors++;
    }

    private void noteSpacing(long rtpNanos) {
        long step = rtpNanos - lastRtp;
        if (step < 0) {
            sinceReordered = 0;
        } else {
            sinceReordered = Math.min(REORDERED_MEMORY, sinceReordered + 1);
            if (step > 0 && step < JUMP_NANOS) {
                frameNanos += (step - frameNanos) / 8;
            }
        }
    }

    private void slew(long target) {
        long step = target - offset;
        if (step < 0) {
            // Earlier by less than one frame, so that the units before and behind keep their order.
            offset += Math.max(step, -frameNanos / 2);
        } else {
            offset += reordered() ? Math.min(step / 8, frameNanos / 8) : step / 8;
        }
    }

    private long least() {
        long least = offsets[0];
        for (int i = 1; i < held; i++) {
            least = Math.min(least, offsets[i]);
        }
        return least;
    }

    /** Without overflow for any 63-bit RTP time that a stream can reach. */
    private long nanos(long rtpTime) {
        long seconds = Math.floorDiv(rtpTime, clockRate);
        return seconds * 1_000_000_000L + Math.floorMod(rtpTime, (long) clockRate) * 1_000_000_000L / clockRate;
    }
}
