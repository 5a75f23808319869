package vn.toancanh.rtsp;

/**
 * Maps RTP time to local monotonic time: when a unit would have arrived, had the network been as quick as at its best
 * lately. The offset between both clocks is the least of the last 64 units (arrival minus RTP time); it follows a slower
 * network or clock gently, a quicker one in steps below one frame, and starts anew where the source's clock leaps, where units
 * go on coming late by the same time, and where a backlog is gone. Results
 * rise strictly, by 100 µs at least, in the order given; only a stream whose RTP time goes to and fro (B-frames come in
 * decoding order) is mapped as it stands, so that presentation order is kept. That is when to show a picture; how old it is
 * follows from {@link #heldBackNanos()}, which forgets nothing (decision 0061). One stream, one thread.
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
    private final QuickestWay way = new QuickestWay();
    private long leaps;

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
        boolean leapt = begun && leapt(rtpNanos, arrivalNanos);
        if (!begun || leapt) {
            way.begin(now, leapt ? stillHeld(rtpNanos, arrivalNanos) : 0, arrivalNanos);
            leaps += leapt ? 1 : 0;
            anchor(now);
        } else {
            way.unit(now, arrivalNanos);
            noteSpacing(rtpNanos);
            follow(now);
        }
        begun = true;
        lastRtp = rtpNanos;
        lastArrival = arrivalNanos;
        lastOffset = now;
        long mapped = rtpNanos + offset;
        if (!reordered() && fallsBack(mapped)) {
            mapped = lastMapped + LEAST_STEP_NANOS;
        }
        lastMapped = mapped;
        return mapped;
    }

    private void follow(long now) {
        if (settledLate(now) || caughtUp(now)) {
            anchor(now);
            return;
        }
        offsets[at] = now;
        at = (at + 1) % WINDOW;
        held = Math.min(WINDOW, held + 1);
        slew(least());
    }

    /** True while RTP times go to and fro within a second, as B-frames in decoding order do. */
    public boolean reordered() {
        return sinceReordered < REORDERED_MEMORY;
    }

    /** The distance of frames as it was lately, in nanoseconds. */
    public long frameNanos() {
        return frameNanos;
    }

    /** How often the source's clock moved by a second more, or less, than time and what was held back can explain. */
    public long leaps() {
        return leaps;
    }

    /**
     * By how much later the newest unit came than by the quickest way since the stream's time began: so much older is what it
     * shows, however long that has been usual. 0 or more.
     */
    public long heldBackNanos() {
        return way.heldBackNanos();
    }

    /**
     * How much has been found out since about units that came earlier: they had been held back by that much more than was known when they
     * came, because later ones came by a quicker way, as all do of what had piled up. Nanoseconds, never less than before.
     */
    public long foundHeldBackNanos() {
        return way.gainedNanos();
    }

    /** The source told its own clock; nobody needs to have set that. The same report may be told again. */
    public void report(SenderClock clock) {
        way.report(clock.unixMillis() * 1_000_000L - nanos(clock.rtpTime()), clock.arrivalNanos());
    }

    private boolean fallsBack(long mapped) {
        return lastMapped != 0 && mapped < lastMapped + LEAST_STEP_NANOS;
    }

    /**
     * The source's clock moved by a second more, or less, than time can explain. A backlog that is sent, or left out, moves RTP
     * time quicker than the clock by as much as was held back.
     */
    private boolean leapt(long rtpNanos, long arrivalNanos) {
        long step = rtpNanos - lastRtp;
        return step < -JUMP_NANOS || step > arrivalNanos - lastArrival + way.heldBackNanos() + JUMP_NANOS;
    }

    /** A leap of the clock lets go of nothing that waits on the way; one forward may be of pictures that were left out. */
    private long stillHeld(long rtpNanos, long arrivalNanos) {
        long leftOut = Math.max(0, rtpNanos - lastRtp - (arrivalNanos - lastArrival));
        long still = way.heldBackNanos() - leftOut;
        return still < QuickestWay.HELD_BACK_NANOS ? 0 : still;
    }

    /**
     * After a source that stood still goes on at its own pace, every unit comes late by the same time, and the window's old
     * minimum is of no more use for showing pictures evenly; while a backlog drains, the lateness shrinks from unit to unit
     * instead.
     */
    private boolean settledLate(long now) {
        boolean late = now - offset > LATE_NANOS;
        boolean draining = lastOffset - now > frameNanos / 4;
        lateUnits = late && !draining ? lateUnits + 1 : 0;
        return lateUnits > LATE_UNITS;
    }

    /** A backlog that had become usual is gone. No unit is sent after it came, so that none may be mapped far behind that. */
    private boolean caughtUp(long now) {
        return offset - now > LATE_NANOS;
    }

    private void anchor(long now) {
        held = 1;
        offsets[0] = now;
        at = 1;
        offset = now;
        lateUnits = 0;
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
